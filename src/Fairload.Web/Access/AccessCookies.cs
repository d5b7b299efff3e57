using System.Security.Cryptography;
using System.Text.Json;
using Fairload.App.Access;
using Microsoft.AspNetCore.DataProtection;

namespace Fairload.Web.Access;

/// <summary>
/// The three cookies of signing in: the session's random number; a signed word that this browser has signed in before; and, for
/// ten minutes, that the password was right. Over https their names forbid other sites of the domain to set them.
/// </summary>
internal sealed class AccessCookies(IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan DeviceLasts = TimeSpan.FromDays(180);
    private static readonly TimeSpan StepLasts = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _device = protection.CreateProtector("fairload.known-device.v1");
    private readonly IDataProtector _step = protection.CreateProtector("fairload.sign-in-step.v1");

    public static string SessionName(bool https) => https ? "__Host-fairload" : "fairload";

    public static string? Session(HttpContext context) => context.Request.Cookies[SessionName(context.Request.IsHttps)];

    public void Begin(HttpContext context, NewSession session)
    {
        Write(context, "", session.Token, null);
        Write(context, "-device", _device.Protect(JsonSerializer.Serialize(session.Device)), DeviceLasts);
        Forget(context, "-step");
    }

    public static void End(HttpContext context) => Forget(context, "");

    public void KeepStep(HttpContext context, PasswordRight right) =>
        Write(context, "-step", _step.Protect(JsonSerializer.Serialize(new Step(right, clock.GetUtcNow() + StepLasts))), null);

    /// <summary>Null when it is not ours, or older than ten minutes.</summary>
    public PasswordRight? Step(HttpContext context) =>
        Read<Step>(context, "-step", _step) is { } step && clock.GetUtcNow() < step.Until ? step.Right : null;

    public Origin Origin(HttpContext context) => new(
        context.Connection.RemoteIpAddress,
        BrowserName.Of(context.Request.Headers.UserAgent.ToString()),
        Read<KnownDevice>(context, "-device", _device));

    private static T? Read<T>(HttpContext context, string which, IDataProtector protector) where T : class
    {
        var cookie = context.Request.Cookies[SessionName(context.Request.IsHttps) + which];
        if (string.IsNullOrEmpty(cookie)) return null;
        try
        {
            return JsonSerializer.Deserialize<T>(protector.Unprotect(cookie));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static void Write(HttpContext context, string which, string value, TimeSpan? lasts) =>
        context.Response.Cookies.Append(SessionName(context.Request.IsHttps) + which, value, Shape(context, lasts));

    private static void Forget(HttpContext context, string which) =>
        context.Response.Cookies.Delete(SessionName(context.Request.IsHttps) + which, Shape(context, null));

    private static CookieOptions Shape(HttpContext context, TimeSpan? lasts) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = "/",
        MaxAge = lasts,
        IsEssential = true,
    };
}

internal sealed record Step(PasswordRight Right, DateTimeOffset Until);
