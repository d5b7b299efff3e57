using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fairload.Web.GovUk;

/// <summary>
/// A date in three boxes: <c>&lt;govuk-date-input for="From" legend="@T["From which day?"]" /&gt;</c>. For a property of type
/// <c>DateOnly</c> or <c>DateOnly?</c>; <see cref="DateInputBinder"/> puts it together again.
/// </summary>
public sealed class GovukDateInput(Catalogue words) : GovukFieldset(words)
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var day = For?.Model as DateOnly? ?? (DateOnly.TryParseExact(Value, "yyyy-MM-dd", out var given) ? given : null);
        var parts = Element.New("div", "govuk-date-input").With("id", FieldId).Holds(
            Part("day", Words["Day"], 2, day?.Day),
            Part("month", Words["Month"], 2, day?.Month),
            Part("year", Words["Year"], 4, day?.Year));
        output.Become(Fieldset("group", HintLine(), MistakeLine(), parts), parts);
    }

    private TagBuilder Part(string part, string label, int width, int? held)
    {
        var typed = ViewContext?.ModelState[$"{FieldName}-{part}"]?.AttemptedValue;
        var input = Element.New("input", "govuk-input govuk-date-input__input").Classes(Mistake is null ? null : "govuk-input--error")
            .Classes($"govuk-input--width-{width}")
            .With("id", $"{FieldId}-{part}").With("name", $"{FieldName}-{part}").With("type", "text")
            .With("value", typed ?? held?.ToString(CultureInfo.InvariantCulture)).With("inputmode", "numeric").Alone();
        return Element.New("div", "govuk-date-input__item").Holds(Element.New("div", "govuk-form-group")
            .Holds(Element.New("label", "govuk-label govuk-date-input__label").With("for", $"{FieldId}-{part}").Says(label), input));
    }
}
