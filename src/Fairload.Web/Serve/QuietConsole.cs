using Microsoft.Extensions.Logging.Console;

namespace Fairload.Web.Serve;

/// <summary>
/// What the program says while it serves: what we log ourselves, and what the framework warns of. On standard error, a line an
/// event, without the addresses of pages or the text of queries, which could name a person.
/// </summary>
internal static class QuietConsole
{
    public static void AddQuietConsole(this ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(
            console =>
            (console.SingleLine, console.TimestampFormat, console.ColorBehavior) =
                (true, "yyyy-MM-dd HH:mm:ss ", LoggerColorBehavior.Disabled));
        logging.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

        // It warns of each page with a form that we keep out of caches more strictly than it would.
        logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
    }
}
