using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fairload.Web.GovUk;

/// <summary>A paragraph set apart.</summary>
public sealed class GovukInsetText : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(Element.New("div", "govuk-inset-text").Holds(await output.GetChildContentAsync()));
}
