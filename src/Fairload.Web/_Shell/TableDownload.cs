using System.Globalization;
using System.Text;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web;

/// <summary>
/// Any table of any page as a file: the page is made for the reader as always, and the table is taken out of it. So nobody gets by file
/// what the page would not show them. Taking it is noted.
/// </summary>
internal sealed class TableDownload(AuditTrail audit) : IAsyncResultFilter
{
    /// <summary>The number of the table in the address.</summary>
    public const string Asks = "table";

    private const int LongestName = 60;

    /// <summary>The page is made for a file, so that nothing of a long list is left for a next page.</summary>
    public static bool IsAskedOf(HttpRequest request) => HttpMethods.IsGet(request.Method) && request.Query.ContainsKey(Asks);

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (!IsAskedOf(http.Request) || http.Reader is not { } reader || context.Result is not PageResult { StatusCode: null or 200 })
        {
            await next();
            return;
        }

        var (kept, made) = (http.Response.Body, new MemoryStream());
        http.Response.Body = made;
        try
        {
            var done = await next();
            if (done.Exception is not null && !done.ExceptionHandled) return;
        }
        finally
        {
            http.Response.Body = kept;
        }

        made.Position = 0;
        var number = int.TryParse(http.Request.Query[Asks], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 0;
        var table = await TableReading.Read(made, number, http.RequestAborted);
        await Send(table, number, reader, context);
    }

    private async Task Send(ReadTable? table, int number, Reader reader, ActionContext context)
    {
        var http = context.HttpContext;
        http.Response.Headers.ContentLength = null;
        if (table is null)
        {
            http.Response.ContentType = null;
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var which = number.ToString(CultureInfo.InvariantCulture);
        await audit.Note(reader, AuditAction.Exported, "table", http.Request.Path, which, http.RequestAborted);
        await CsvFile.Of(FileName(table.Name), table.Lines).ExecuteResultAsync(context);
    }

    /// <summary>The table's name in letters that every file system takes.</summary>
    private static string FileName(string name)
    {
        var plain = name.Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-');
        var words = string.Concat(plain).Split('-', StringSplitOptions.RemoveEmptyEntries);
        var slug = string.Join('-', words);
        return (slug.Length switch { 0 => "table", > LongestName => slug[..LongestName].TrimEnd('-'), _ => slug }) + ".csv";
    }
}
