using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fairload.Web.GovUk;

/// <summary>One line of text: <c>&lt;govuk-input for="Email" label="@T["Email"]" type="email" autocomplete="username" /&gt;</c>.</summary>
public sealed class GovukInput(Catalogue words) : GovukLabelledField(words)
{
    public string Type { get; set; } = "text";
    public string? Autocomplete { get; set; }
    public string? Autocapitalize { get; set; }
    public string? Inputmode { get; set; }
    public string? Pattern { get; set; }
    public bool? Spellcheck { get; set; }
    public bool Disabled { get; set; }

    /// <summary>2, 3, 4, 5, 10, 20 or 30 letters, or a share such as <c>one-half</c>.</summary>
    public string? Width { get; set; }

    public string? Prefix { get; set; }
    public string? Suffix { get; set; }

    internal static string? WidthClass(string? width) =>
        width is null ? null : int.TryParse(width, out var letters) ? $"govuk-input--width-{letters}" : $"govuk-!-width-{width}";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var input = Element.New("input", "govuk-input").Classes(WidthClass(Width)).Classes(Mistake is null ? null : "govuk-input--error")
            .With("id", FieldId).With("name", FieldName).With("type", Type)
            .With("spellcheck", Spellcheck is { } check ? (check ? "true" : "false") : null)
            .With("value", Attempted).With("disabled", Disabled).With("aria-describedby", Describing())
            .With("autocomplete", Autocomplete).With("autocapitalize", Autocapitalize).With("pattern", Pattern).With("inputmode", Inputmode)
            .Alone();
        var line = Prefix is null && Suffix is null ? input : Element.New("div", "govuk-input__wrapper")
            .Holds(Affix("prefix", Prefix), input, Affix("suffix", Suffix));
        output.Become(Group(LabelLine(), HintLine(), MistakeLine(), line), input);
    }

    private static TagBuilder? Affix(string kind, string? text) =>
        text is null ? null : Element.New("div", $"govuk-input__{kind}").With("aria-hidden", "true").Says(text);
}
