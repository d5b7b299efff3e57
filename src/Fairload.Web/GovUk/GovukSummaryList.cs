using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fairload.Web.GovUk;

/// <summary>
/// Facts by name: <c>&lt;govuk-summary-list&gt;&lt;govuk-summary-row key="@T["Hours"]" action-href="/…" action="@T["Change"]"
/// action-about="@T["hours"]"&gt;37&lt;/govuk-summary-row&gt;…</c>
/// </summary>
public sealed class GovukSummaryList : TagHelper
{
    public bool NoBorder { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = new List<GovukSummaryRow>();
        context.Items[typeof(GovukSummaryList)] = rows;
        await output.GetChildContentAsync();
        var anyAction = rows.Any(row => row.ActionHref is not null);
        output.Become(Element.New("dl", "govuk-summary-list").Classes(NoBorder ? "govuk-summary-list--no-border" : null)
            .Holds(rows.Select(row => row.Line(anyAction))));
    }
}

/// <summary>One fact; its content is the value.</summary>
[HtmlTargetElement("govuk-summary-row", ParentTag = "govuk-summary-list")]
public sealed class GovukSummaryRow : TagHelper
{
    private IHtmlContent? _value;

    public string Key { get; set; } = "";
    public string? Action { get; set; }
    public string? ActionHref { get; set; }

    /// <summary>What is acted on, for those who hear the link alone.</summary>
    public string? ActionAbout { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        _value = await output.GetChildContentAsync();
        ((List<GovukSummaryRow>)context.Items[typeof(GovukSummaryList)]).Add(this);
        output.SuppressOutput();
    }

    internal IHtmlContent Line(bool anyAction)
    {
        var row = Element.New("div", "govuk-summary-list__row")
            .Classes(anyAction && ActionHref is null ? "govuk-summary-list__row--no-actions" : null)
            .Holds(Element.New("dt", "govuk-summary-list__key").Says(Key), Element.New("dd", "govuk-summary-list__value").Holds(_value));
        if (ActionHref is null) return row;

        var about = ActionAbout is null ? null : Element.New("span", "govuk-visually-hidden").Says($" {ActionAbout}");
        return row.Holds(Element.New("dd", "govuk-summary-list__actions")
            .Holds(Element.New("a", "govuk-link").With("href", ActionHref).Says(Action).Holds(about)));
    }
}
