using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fairload.Web.GovUk;

/// <summary>Something that must not be overlooked.</summary>
public sealed class GovukWarningText(Catalogue words) : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(Element.New("div", "govuk-warning-text").Holds(
            Element.New("span", "govuk-warning-text__icon").With("aria-hidden", "true").Says("!"),
            Element.New("strong", "govuk-warning-text__text")
                .Holds(Element.New("span", "govuk-visually-hidden").Says(words["Warning"])).Says(" ")
                .Holds(await output.GetChildContentAsync())));
}
