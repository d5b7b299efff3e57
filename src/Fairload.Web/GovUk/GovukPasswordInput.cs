using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fairload.Web.GovUk;

/// <summary>A password, which can be shown where scripts run. What was typed is never sent back to the page.</summary>
public sealed class GovukPasswordInput(Catalogue words) : GovukLabelledField(words)
{
    public string Autocomplete { get; set; } = "current-password";
    public string? Width { get; set; }
    public bool Disabled { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var input = Element.New("input", "govuk-input govuk-password-input__input govuk-js-password-input-input")
            .Classes(GovukInput.WidthClass(Width)).Classes(Mistake is null ? null : "govuk-input--error")
            .With("id", FieldId).With("name", FieldName).With("type", "password").With("spellcheck", "false").With("value", Value)
            .With("disabled", Disabled).With("aria-describedby", Describing()).With("autocomplete", Autocomplete)
            .With("autocapitalize", "none").Alone();
        var show = Element.New("button", "govuk-button govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle")
            .With("type", "button").With("data-module", "govuk-button").With("aria-controls", FieldId)
            .With("aria-label", Words["Show password"]).With("hidden", present: true).Says(Words["Show"]);
        var group = Group(LabelLine(), HintLine(), MistakeLine(), Element.New("div", "govuk-input__wrapper govuk-password-input__wrapper")
            .Holds(input, show))
            .Classes("govuk-password-input").With("data-module", "govuk-password-input");
        if (Words.Language == Language.Welsh)
        {
            group.With("data-i18n.show-password", Words["Show"]).With("data-i18n.hide-password", Words["Hide"])
                .With("data-i18n.show-password-aria-label", Words["Show password"])
                .With("data-i18n.hide-password-aria-label", Words["Hide password"])
                .With("data-i18n.password-shown-announcement", Words["Your password is visible"])
                .With("data-i18n.password-hidden-announcement", Words["Your password is hidden"]);
        }

        output.Become(group, input);
    }
}
