using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fairload.Web.GovUk;

/// <summary>
/// What every field shares: its name from <c>for</c>, its id, its hint, and its mistake and attempted value from ModelState.
/// The id is the name in small letters, so that the error summary can link to it from whatever spelling a problem uses.
/// </summary>
public abstract class GovukField(Catalogue words) : TagHelper
{
    protected Catalogue Words { get; } = words;

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The page's property that the field fills.</summary>
    public ModelExpression? For { get; set; }

    /// <summary>Where there is no property: the name of the field.</summary>
    public string? Name { get; set; }

    public string? Id { get; set; }
    public string? Hint { get; set; }

    /// <summary>Where there is no property: the value shown before anything was sent.</summary>
    public string? Value { get; set; }

    /// <summary>A mistake that does not come from ModelState.</summary>
    public string? Error { get; set; }

    /// <summary>Ids of further elements that describe the field.</summary>
    public string? DescribedBy { get; set; }

    /// <summary>Classes of the group around label, hint and control.</summary>
    public string? GroupClass { get; set; }

    protected string FieldName => Name
        ?? ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName((For
        ?? throw new InvalidOperationException("A field needs for or name.")).Name);

    protected string FieldId => Id ?? IdOf(FieldName);

    protected string? Mistake => Error ?? Entry?.Errors.FirstOrDefault()?.ErrorMessage;

    /// <summary>What the person typed; before that, what the property holds.</summary>
    protected string? Attempted => Entry?.AttemptedValue ?? Value ?? Written(For?.Model);

    private ModelStateEntry? Entry => ViewContext?.ModelState[FieldName];

    /// <summary>Every value that was sent or is held, for fields where several can be chosen.</summary>
    protected IReadOnlyList<string> Chosen() => Entry?.RawValue switch
    {
        string[] several => several,
        string one => [one],
        _ when Value is not null => [Value],
        _ => For?.Model switch
        {
            null => [],
            string one => [one],
            System.Collections.IEnumerable several => [.. several.Cast<object?>().Select(v => Written(v) ?? "")],
            var one => [Written(one)!],
        },
    };

    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "-").ToLowerInvariant();

    protected static string? Written(object? value) => value switch
    {
        null => null,
        bool yes => yes ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.############", CultureInfo.CurrentCulture),
        _ => Convert.ToString(value, CultureInfo.CurrentCulture),
    };

    /// <summary>The ids that describe the control, in the order in which they stand on the page.</summary>
    protected string? Describing()
    {
        var hint = Hint is null ? null : $"{FieldId}-hint";
        var mistake = Mistake is null ? null : $"{FieldId}-error";
        var ids = new[] { DescribedBy, hint, mistake }.OfType<string>().ToList();
        return ids.Count == 0 ? null : string.Join(' ', ids);
    }

    protected TagBuilder Group(params IEnumerable<IHtmlContent?> parts) =>
        Element.New("div", Mistake is null ? "govuk-form-group" : "govuk-form-group govuk-form-group--error").Classes(GroupClass)
            .Holds(parts);

    protected IHtmlContent? HintLine() => Hint is null ? null : Element.New("div", "govuk-hint").With("id", $"{FieldId}-hint").Says(Hint);

    protected IHtmlContent? MistakeLine() => Mistake is null ? null : Element.New("p", "govuk-error-message").With("id", $"{FieldId}-error")
        .Holds(Element.New("span", "govuk-visually-hidden").Says(Words["Error:"])).Says($" {Mistake}");
}

/// <summary>A field with one control and so with a label.</summary>
public abstract class GovukLabelledField(Catalogue words) : GovukField(words)
{
    public string? Label { get; set; }

    /// <summary>Such as <c>govuk-label--m</c>.</summary>
    public string? LabelClass { get; set; }

    /// <summary>The label is the page's heading.</summary>
    public bool Heading { get; set; }

    protected IHtmlContent? LabelLine()
    {
        if (Label is null) return null;

        var label = Element.New("label", "govuk-label").Classes(LabelClass).With("for", FieldId).Says(Label);
        return Heading ? Element.New("h1", "govuk-label-wrapper").Holds(label) : label;
    }
}

/// <summary>A field with several controls and so with a legend.</summary>
public abstract class GovukFieldset(Catalogue words) : GovukField(words)
{
    public string? Legend { get; set; }

    /// <summary>Such as <c>govuk-fieldset__legend--m</c>.</summary>
    public string? LegendClass { get; set; }

    /// <summary>The legend is the page's heading.</summary>
    public bool Heading { get; set; }

    protected TagBuilder Fieldset(string? role, params IEnumerable<IHtmlContent?> parts)
    {
        if (Legend is null) return Group(parts);

        var legend = Element.New("legend", "govuk-fieldset__legend").Classes(LegendClass);
        legend = Heading ? legend.Holds(Element.New("h1", "govuk-fieldset__heading").Says(Legend)) : legend.Says(Legend);
        return Group(Element.New("fieldset", "govuk-fieldset").With("role", role).With("aria-describedby", Describing()).Holds(legend)
            .Holds(parts));
    }
}
