using Fairload.App.Store;
using Microsoft.EntityFrameworkCore;

namespace Fairload.Web.Serve;

/// <summary>Which answer an exception gets: what the reader may not do, what somebody else did first, what the disk can not do; the rest is
/// our fault.</summary>
internal static class Faults
{
    public static int StatusOf(Exception e) => e switch
    {
        UnauthorizedAccessException => StatusCodes.Status403Forbidden,
        DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
        BadHttpRequestException bad => bad.StatusCode,
        _ => StoreTrouble.Explain(e) is null ? StatusCodes.Status500InternalServerError : StatusCodes.Status503ServiceUnavailable,
    };
}
