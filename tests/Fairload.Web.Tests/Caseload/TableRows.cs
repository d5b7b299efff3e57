using AngleSharp.Dom;

namespace Fairload.Web.Tests.Caseload;

internal static class TableRows
{
    /// <summary>Each row of the page's tables, its cells one after the other.</summary>
    public static IReadOnlyList<string> Rows(this IParentNode page, string selector = "tr") =>
        [.. page.QuerySelectorAll(selector).Select(row => string.Join(' ', row.Children.Select(cell => cell.Says())))];
}
