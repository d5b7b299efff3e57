using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fairload.Web.GovUk;

/// <summary>One of a list: <c>&lt;govuk-select for="Team" label="@T["Team"]" items="Model.Teams" /&gt;</c>.</summary>
public sealed class GovukSelect(Catalogue words) : GovukLabelledField(words)
{
    public IEnumerable<SelectListItem> Items { get; set; } = [];
    public bool Disabled { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var attempted = Attempted;
        var select = Element.New("select", "govuk-select").Classes(Mistake is null ? null : "govuk-select--error")
            .With("id", FieldId).With("name", FieldName).With("disabled", Disabled).With("aria-describedby", Describing())
            .Holds(Items.Select(item => Element.New("option").With("value", item.Value)
                .With("selected", attempted is null ? item.Selected : attempted == (item.Value ?? item.Text))
                .With("disabled", item.Disabled).Says(item.Text)));
        output.Become(Group(LabelLine(), HintLine(), MistakeLine(), select), select);
    }
}
