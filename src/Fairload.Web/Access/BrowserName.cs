namespace Fairload.Web.Access;

/// <summary>Enough of a browser's name for a person to know their own devices apart, and no more: "Firefox, Windows".</summary>
internal static class BrowserName
{
    // In this order: Edge and Opera also say Chrome, Chrome also says Safari; Android also says Linux, an iPhone also Mac OS X.
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
        ("Mac OS X", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux"),
    ];

    /// <summary>Empty when nothing is known of it.</summary>
    public static string Of(string userAgent) =>
        string.Join(", ", new[] { Found(Browsers, userAgent), Found(Systems, userAgent) }.Where(n => n is not null));

    private static string? Found((string Sign, string Name)[] known, string text) =>
        known.Where(k => text.Contains(k.Sign, StringComparison.Ordinal)).Select(k => k.Name).FirstOrDefault();
}
