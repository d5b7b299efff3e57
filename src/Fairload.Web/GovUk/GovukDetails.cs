using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fairload.Web.GovUk;

/// <summary>More for those who want it, opened in place: <c>&lt;govuk-details summary="@T["How this is worked out"]"&gt;…</c></summary>
public sealed class GovukDetails : TagHelper
{
    public string Summary { get; set; } = "";
    public bool Open { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(Element.New("details", "govuk-details").With("open", Open).Holds(
            Element.New("summary", "govuk-details__summary").Holds(Element.New("span", "govuk-details__summary-text").Says(Summary)),
            Element.New("div", "govuk-details__text").Holds(await output.GetChildContentAsync())));
}
