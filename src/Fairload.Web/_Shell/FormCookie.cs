namespace Fairload.Web;

/// <summary>
/// The cookie that proves a form is ours. Over https its name forbids other sites of the domain to set it; over plain http,
/// which is for loopback, a browser would refuse that name, so it has another.
/// </summary>
internal sealed class FormCookie : CookieBuilder
{
    private readonly HttpContextAccessor _requests = new();

    public FormCookie()
    {
        HttpOnly = true;
        SameSite = SameSiteMode.Strict;
        SecurePolicy = CookieSecurePolicy.SameAsRequest;
        Path = "/";
        IsEssential = true;
    }

    public override string? Name
    {
        get => _requests.HttpContext?.Request.IsHttps == true ? "__Host-fairload-form" : "fairload-form";
        set { }
    }
}
