using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web;

/// <summary>Says in plain words that something did not work. Never says what the program knows about it: that is in the log, by
/// reference.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed partial class Fault(Catalogue T, ILogger<Fault> log) : PageModel
{
    public string Heading { get; private set; } = "";
    public string Line { get; private set; } = "";

    /// <summary>The same reference stands in the log.</summary>
    public string Reference => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    // Whatever the verb of the request that failed, so also those that have no handler here.
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // Someone who types the address in has no fault to be told of.
        var failed = HttpContext.Features.Get<IExceptionHandlerPathFeature>() is not null;
        var happened = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        var told = int.TryParse(RouteData.Values["code"] as string, out var code) && code is >= 400 and <= 599;
        var status = failed ? Response.StatusCode : happened && told ? code : StatusCodes.Status404NotFound;
        Response.StatusCode = status;
        if (status >= 500) Failed(HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Error, status, Reference);
        (Heading, Line) = status switch
        {
            400 => (T["That form could not be used"],
                T["It may have been open too long, or come from an old page. Nothing was stored. Load the page and send it again."]),
            401 or 403 => (T["You may not open this page"],
                T["It is outside what your role may see, or you have signed out. If you need it, ask whoever manages accounts."]),
            404 => (T["Page not found"],
                T["If you typed the address, check it. If you followed a link, it may have been closed, or is not yours to see."]),
            405 => (T["That can not be done here"], T["Go back to the page you came from and use its buttons."]),
            409 => (T["Somebody else changed this first"],
                T["Nothing of yours was stored. Go back, load the page again to see what they changed, and then decide."]),
            413 => (T["That file is too large"],
                T["Nothing was stored. Ask your administrator what the largest file is that may be uploaded."]),
            422 => (T["Something in the form needs to be put right"],
                T["Nothing was stored. Go back, check what you entered and send it again."]),
            429 => (T["Too many tries"], T["Wait a few minutes and try again."]),
            503 => (T["Fairload can not answer just now"], T["Nothing was stored. Try again in a few minutes."]),
            _ => (T["Sorry, something went wrong"],
                T["This is our fault, not yours. What was confirmed is safe; what you just sent may not be stored. Try again soon."]),
        };
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Answered {Status}; whoever asks gives the reference {Reference}")]
    private partial void Failed(Exception? error, int status, string reference);
}
