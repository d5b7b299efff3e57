using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Fairload.Web.Tests;

/// <summary>Reads what the site answered as a page.</summary>
internal static class Page
{
    public static async Task<IHtmlDocument> Read(this HttpClient client, string path) => await Read(await client.GetAsync(path));

    public static async Task<IHtmlDocument> Read(this HttpResponseMessage answer) => new HtmlParser()
        .ParseDocument(await answer.Content.ReadAsStringAsync());

    public static string Says(this IElement? element) => element is null ? ""
        : string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static IReadOnlyList<string> All(this IParentNode page, string selector) => [.. page.QuerySelectorAll(selector).Select(Says)];
}
