using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fairload.Web.GovUk;

/// <summary>Several lines of text: <c>&lt;govuk-textarea for="Reason" label="@T["Why?"]" rows="3" /&gt;</c>.</summary>
public sealed class GovukTextarea(Catalogue words) : GovukLabelledField(words)
{
    public int Rows { get; set; } = 5;
    public bool? Spellcheck { get; set; }
    public bool Disabled { get; set; }
    public string? Autocomplete { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var area = Element.New("textarea", "govuk-textarea").Classes(Mistake is null ? null : "govuk-textarea--error")
            .With("id", FieldId).With("name", FieldName).With("rows", $"{Rows}")
            .With("spellcheck", Spellcheck is { } check ? (check ? "true" : "false") : null)
            .With("disabled", Disabled).With("aria-describedby", Describing()).With("autocomplete", Autocomplete);
        // The browser drops one line break right after the tag, so one is given for it to drop.
        if (Attempted is { Length: > 0 } text) area.Says($"\n{text}");
        output.Become(Group(LabelLine(), HintLine(), MistakeLine(), area), area);
    }
}
