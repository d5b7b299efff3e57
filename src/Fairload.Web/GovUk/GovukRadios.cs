using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fairload.Web.GovUk;

/// <summary>
/// One of a few: <c>&lt;govuk-radios for="Answer" legend="@T["Is this right?"]"&gt;</c> around several
/// <c>&lt;govuk-radio value="yes"&gt;@T["Yes"]&lt;/govuk-radio&gt;</c>.
/// </summary>
public sealed class GovukRadios(Catalogue words) : GovukFieldset(words)
{
    public bool Inline { get; set; }
    public bool Small { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        context.Items[typeof(Choices)] = new Choices(FieldId, FieldName, Chosen(), null);
        var items = await output.GetChildContentAsync();
        var radios = Element.New("div", "govuk-radios").Classes(Inline ? "govuk-radios--inline" : null)
            .Classes(Small ? "govuk-radios--small" : null)
            .With("data-module", "govuk-radios").Holds(items);
        output.Become(Fieldset(null, HintLine(), MistakeLine(), radios), radios);
    }
}

/// <summary>One choice; its content is the label.</summary>
[HtmlTargetElement("govuk-radio", ParentTag = "govuk-radios")]
public sealed class GovukRadio : GovukChoice
{
    protected override string Kind => "radio";
    protected override string Block => "radios";
}

/// <summary>A word between choices, such as "or".</summary>
[HtmlTargetElement("govuk-radio-divider", ParentTag = "govuk-radios")]
public sealed class GovukRadioDivider : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        // The design system counts the divider among the choices when it numbers their ids.
        ((Choices)context.Items[typeof(Choices)]).Next();
        output.Become(Element.New("div", "govuk-radios__divider").Holds(await output.GetChildContentAsync()));
    }
}

/// <summary>What a group of choices tells each of them.</summary>
internal sealed class Choices(string id, string name, IReadOnlyList<string> chosen, string? describedBy)
{
    private int _so;

    public string Name { get; } = name;
    public IReadOnlyList<string> Chosen { get; } = chosen;
    public string? DescribedBy { get; } = describedBy;

    /// <summary>The first has no number, so that the error summary can link to it.</summary>
    public string Next() => ++_so == 1 ? id : $"{id}-{_so}";
}

/// <summary>A radio or a checkbox with its label and hint.</summary>
public abstract class GovukChoice : TagHelper
{
    protected abstract string Kind { get; }
    protected abstract string Block { get; }

    public string Value { get; set; } = "";
    public string? Id { get; set; }
    public string? Hint { get; set; }
    public bool? Checked { get; set; }
    public bool Disabled { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var choices = (Choices)context.Items[typeof(Choices)];
        var numbered = choices.Next();
        var id = Id ?? numbered;
        IHtmlContent label = await output.GetChildContentAsync();
        var described = string.Join(' ',
            new[] { choices.DescribedBy, Hint is null ? null : $"{id}-item-hint" }.Where(part => part is not null));
        var input = Element.New("input", $"govuk-{Block}__input").With("id", id).With("name", choices.Name).With("type", Kind)
            .With("value", Value)
            .With("checked", Checked ?? choices.Chosen.Contains(Value)).With("disabled", Disabled)
            .With("aria-describedby", described.Length == 0 ? null : described).Alone();
        var hint = Hint is null ? null : Element.New("div", $"govuk-hint govuk-{Block}__hint").With("id", $"{id}-item-hint").Says(Hint);
        output.Become(Element.New("div", $"govuk-{Block}__item")
            .Holds(input, Element.New("label", $"govuk-label govuk-{Block}__label").With("for", id).Holds(label), hint), input);
    }
}
