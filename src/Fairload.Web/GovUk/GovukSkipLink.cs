using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fairload.Web.GovUk;

/// <summary>The first link of a page.</summary>
public sealed class GovukSkipLink : TagHelper
{
    public string Href { get; set; } = "#content";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(Element.New("a", "govuk-skip-link").With("href", Href).With("data-module", "govuk-skip-link")
            .Holds(await output.GetChildContentAsync()));
}
