using System.Globalization;
using System.Text.RegularExpressions;
using Fairload.Web.GovUk;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;

namespace Fairload.Web;

/// <summary>
/// What every table stands in: <c>&lt;div class="fl-scroll" tabindex="0" role="region" aria-label="…"&gt;</c>. Below it comes a link to the
/// table as a file, for whoever is signed in. <c>own-file</c> is for pages that offer a fuller file of their own.
/// </summary>
[HtmlTargetElement("div", Attributes = "[class=fl-scroll]")]
public sealed partial class TableRegion : TagHelper
{
    private static readonly object Count = new();

    [HtmlAttributeNotBound, ViewContext] public ViewContext ViewContext { get; set; } = null!;

    public bool OwnFile { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var http = ViewContext.HttpContext;
        var content = (await output.GetChildContentAsync()).GetContent();
        if (http.Reader is null || !content.Contains("<table", StringComparison.Ordinal)) return;

        var number = 1 + (http.Items[Count] as int? ?? 0);
        http.Items[Count] = number;
        output.Attributes.SetAttribute(TableReading.Mark, number);
        // A table to be filled in is a form, and no list of anything.
        if (OwnFile || IsFilledIn().IsMatch(content)) return;
        var T = http.RequestServices.GetRequiredService<Catalogue>();
        var name = Element.TextOf(context.AllAttributes["aria-label"]?.Value);
        output.PostElement.AppendHtml(Element.New("p", "govuk-body-s fl-table-file fl-no-print").Holds(
            Element.New("a", "govuk-link").With("href", Address(http.Request, number)).With("download", true)
                .Holds(new HtmlContentBuilder().Append(T["Download as a table (CSV)"])
                    .AppendHtml(Element.New("span", "govuk-visually-hidden").Says(" " + name)))));
    }

    /// <summary>The page itself with what it was asked for, as the table of that number.</summary>
    private static string Address(HttpRequest request, int number) =>
        request.Query.Where(q => q.Key != TableDownload.Asks).SelectMany(q => q.Value, (q, value) => (q.Key, value))
            .Append((TableDownload.Asks, number.ToString(CultureInfo.InvariantCulture)))
            .Aggregate(request.Path.ToUriComponent(), (address, q) => QueryHelpers.AddQueryString(address, q.Item1, q.Item2 ?? ""));

    [GeneratedRegex("<(select|textarea)|<input(?![^>]*type=\"(hidden|submit)\")")]
    private static partial Regex IsFilledIn();
}
