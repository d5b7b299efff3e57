namespace Fairload.Web;

/// <summary>Our own styles, scripts and icons. With a version in their address they are kept; without one the browser asks each
/// time.</summary>
internal static class ServedFiles
{
    /// <summary>Set on a request that was answered with one of our files, which is no page and may be kept.</summary>
    public static readonly object Mark = new();

    public static void UseServedFiles(this WebApplication site) => site.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = file =>
        {
            file.Context.Items[Mark] = true;
            file.Context.Response.Headers.CacheControl = file.Context.Request.Query.ContainsKey("v")
                ? "public, max-age=31536000, immutable" : "no-cache";
        },
    });
}
