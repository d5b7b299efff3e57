using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fairload.Web.GovUk;

/// <summary>
/// A button that sends the form or, with <c>href</c>, a link that looks like one:
/// <c>&lt;govuk-button secondary="true"&gt;Find room&lt;/govuk-button&gt;</c>.
/// </summary>
public sealed class GovukButton : TagHelper
{
    public string? Href { get; set; }
    public string Type { get; set; } = "submit";
    public string? Name { get; set; }
    public string? Value { get; set; }
    public bool Secondary { get; set; }
    public bool Warning { get; set; }
    public bool Disabled { get; set; }

    /// <summary>A second click within a second is not sent; the desk must still stand it.</summary>
    public bool? PreventDoubleClick { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var button = Href is null
            ? Element.New("button").With("type", Type).With("value", Value).With("name", Name)
                .With("disabled", Disabled).With("aria-disabled", Disabled ? "true" : null)
                .With("data-prevent-double-click", PreventDoubleClick is { } prevent ? (prevent ? "true" : "false") : null)
            : Element.New("a").With("href", Href).With("role", "button").With("draggable", "false");
        button.Classes("govuk-button").Classes(Secondary ? "govuk-button--secondary" : Warning ? "govuk-button--warning" : null)
            .With("data-module", "govuk-button").Holds(await output.GetChildContentAsync());
        output.Become(button);
    }
}
