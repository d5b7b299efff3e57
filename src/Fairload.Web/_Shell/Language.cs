using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Fairload.Web;

/// <summary>The two languages of the site, and the one a request is answered in.</summary>
public sealed record Language(string Code, string Name, CultureInfo Culture)
{
    /// <summary>The cookie that remembers the choice. It names nobody.</summary>
    public const string Cookie = "language";

    public static Language English { get; } = new("en", "English", CultureInfo.GetCultureInfo("en-GB"));
    public static Language Welsh { get; } = new("cy", "Cymraeg", CultureInfo.GetCultureInfo("cy-GB"));
    public static IReadOnlyList<Language> All { get; } = [English, Welsh];

    /// <summary>The language of the request at hand; English outside any.</summary>
    public static Language Current => Of(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? English;

    public static Language? Of(string? code) => All.FirstOrDefault(language => language.Code == code);
}

internal static class Languages
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    /// <summary>Answers each request in the chosen language. Stands first, so that error pages speak it too.</summary>
    public static void UseLanguage(this WebApplication site) => site.Use((context, next) =>
    {
        var language = Language.Of(context.Request.Cookies[Language.Cookie]) ?? Language.English;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language.Culture;
        return next(context);
    });

    public static void MapLanguage(this WebApplication site) => site.MapGet("/language/{code}", Choose).AllowAnonymous();

    private static IResult Choose(string code, HttpContext context)
    {
        if (Language.Of(code) is not { } language) return Results.NotFound();

        context.Response.Cookies.Append(Language.Cookie, language.Code, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            MaxAge = Remembered,
            IsEssential = true,
        });
        var back = context.Request.Query["return"].ToString();
        return Results.Redirect(back.StartsWith('/') && RedirectHttpResult.IsLocalUrl(back) ? back : "/");
    }
}
