using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fairload.Web.GovUk;

/// <summary>
/// Any of a few: <c>&lt;govuk-checkboxes for="Needs" legend="@T["Needs"]"&gt;</c> around several
/// <c>&lt;govuk-checkbox value="court"&gt;@T["Court"]&lt;/govuk-checkbox&gt;</c>.
/// A single one for a bool property has no legend and the value <c>true</c>.
/// </summary>
public sealed class GovukCheckboxes(Catalogue words) : GovukFieldset(words)
{
    public bool Small { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        context.Items[typeof(Choices)] = new Choices(FieldId, FieldName, Chosen(), Legend is null ? Describing() : null);
        var items = await output.GetChildContentAsync();
        var boxes = Element.New("div", "govuk-checkboxes").Classes(Small ? "govuk-checkboxes--small" : null)
            .With("data-module", "govuk-checkboxes").Holds(items);
        output.Become(Fieldset(null, HintLine(), MistakeLine(), boxes), boxes);
    }
}

/// <summary>One box; its content is the label.</summary>
[HtmlTargetElement("govuk-checkbox", ParentTag = "govuk-checkboxes")]
public sealed class GovukCheckbox : GovukChoice
{
    protected override string Kind => "checkbox";
    protected override string Block => "checkboxes";
}
