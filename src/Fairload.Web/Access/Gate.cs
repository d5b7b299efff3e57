using System.Security.Claims;
using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Web.Surveys.Answer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Access;

/// <summary>
/// Stands before every page: finds out anew who asks, and lets them in only where the page says that they may. What says nothing
/// opens to nobody. Nothing is remembered between requests, so a role that is taken away is gone on the next one.
/// </summary>
internal sealed partial class Gate(RequestDelegate next, FirstRun firstRun, ILogger<Gate> log)
{
    public async Task Invoke(HttpContext context, SessionDesk sessions, AuditTrail audit)
    {
        if (context.GetEndpoint() is not { } endpoint)
        {
            await next(context);
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        if (await Elsewhere(context, endpoint) is { } first)
        {
            context.Response.Redirect(first);
            return;
        }

        if (endpoint.Metadata.GetMetadata<ByCodeAttribute>() is null) await FindOut(context, sessions);
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            await next(context);
            return;
        }

        if (context.SignedIn is not { } who) context.Response.Redirect(SignInAndBack(context));
        else if (who.NeedsSecondFactor && endpoint.Metadata.GetMetadata<BeforeSecondFactorAttribute>() is null)
            context.Response.Redirect("/account/second-factor");
        else if (await May(who, endpoint, audit, context.RequestAborted)) await next(context);
        else context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    /// <summary>Until the first account exists every page leads to setting it up.</summary>
    private async Task<string?> Elsewhere(HttpContext context, Endpoint endpoint)
    {
        var isPage = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null;
        var isFault = context.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || context.Features.Get<IExceptionHandlerPathFeature>() is not null;
        if (!isPage || isFault || context.Request.Path == "/setup") return null;
        return await firstRun.Waits(context.RequestAborted) ? "/setup" : null;
    }

    private static async Task FindOut(HttpContext context, SessionDesk sessions)
    {
        // An error page is the same request once more.
        if (context.SignedIn is not null || AccessCookies.Session(context) is not { Length: > 0 } token) return;
        if (await sessions.Find(token, context.RequestAborted) is not { } who)
        {
            AccessCookies.End(context);
            return;
        }

        context.SignedIn = who;
        if (!who.NeedsSecondFactor) context.Reader = who.Reader;
        if (who.Way == SignInWay.Demo) context.Items["demo"] = true;

        // Forms are bound to whoever they were made for.
        context.User = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, who.Account.ToString())], "session"));
    }

    private async Task<bool> May(SignedIn who, Endpoint endpoint, AuditTrail audit, CancellationToken stop)
    {
        var route = (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? endpoint.DisplayName ?? "";
        if (endpoint.Metadata.GetMetadata<NeedsAttribute>() is not { } needs)
        {
            NobodySaid(route);
            return false;
        }

        if (who.Reader.May(needs.Permission)) return true;
        await audit.Note(who.Reader, AuditAction.AccessRefused, "route", "/" + route.TrimStart('/'), needs.Permission.ToString(), stop);
        Refused(who.Account, route, needs.Permission);
        return false;
    }

    private static string SignInAndBack(HttpContext context)
    {
        var asked = context.Request.Path + context.Request.QueryString;
        return HttpMethods.IsGet(context.Request.Method) && asked != "/" ? "/sign-in?return=" + Uri.EscapeDataString(asked) : "/sign-in";
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "/{Route} says neither Needs nor Open, so it opens to nobody")]
    private partial void NobodySaid(string route);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Account {Account} was refused /{Route}: it needs {Permission}")]
    private partial void Refused(Id<Account> account, string route, Permission permission);
}
