using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fairload.Web.GovUk;

/// <summary>A state as a word: <c>&lt;govuk-tag colour="red"&gt;@T["over"]&lt;/govuk-tag&gt;</c>. Colour never says it alone.</summary>
public sealed class GovukTag : TagHelper
{
    /// <summary>grey, green, teal, blue, purple, magenta, red, orange or yellow.</summary>
    public string? Colour { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(Element.New("strong", "govuk-tag").Classes(Colour is null ? null : $"govuk-tag--{Colour}")
            .Holds(await output.GetChildContentAsync()));
}
