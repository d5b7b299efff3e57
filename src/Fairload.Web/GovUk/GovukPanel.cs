using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fairload.Web.GovUk;

/// <summary>The end of something: <c>&lt;govuk-panel title="@T["Imported"]"&gt;…&lt;/govuk-panel&gt;</c>.</summary>
public sealed class GovukPanel : TagHelper
{
    public string Title { get; set; } = "";
    public int HeadingLevel { get; set; } = 1;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        output.Become(Element.New("div", "govuk-panel govuk-panel--confirmation").Holds(
            Element.New($"h{HeadingLevel}", "govuk-panel__title").Says(Title),
            body.IsEmptyOrWhiteSpace ? null : Element.New("div", "govuk-panel__body").Holds(body)));
    }
}
