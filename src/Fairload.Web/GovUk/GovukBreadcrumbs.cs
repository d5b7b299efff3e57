using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fairload.Web.GovUk;

/// <summary>
/// Where the page lies:
/// <c>&lt;govuk-breadcrumbs&gt;&lt;govuk-breadcrumb href="/teams"&gt;@T["Teams"]&lt;/govuk-breadcrumb&gt;…</c>
/// </summary>
public sealed class GovukBreadcrumbs(Catalogue words) : TagHelper
{
    public bool CollapseOnMobile { get; set; }
    public string? Label { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(Element.New("nav", "govuk-breadcrumbs").Classes(CollapseOnMobile ? "govuk-breadcrumbs--collapse-on-mobile" : null)
            .With("aria-label", Label ?? words["Breadcrumb"])
            .Holds(Element.New("ol", "govuk-breadcrumbs__list").Holds(await output.GetChildContentAsync())));
}

/// <summary>One step; without <c>href</c> it is the page itself.</summary>
[HtmlTargetElement("govuk-breadcrumb", ParentTag = "govuk-breadcrumbs")]
public sealed class GovukBreadcrumb : TagHelper
{
    public string? Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = await output.GetChildContentAsync();
        var step = Element.New("li", "govuk-breadcrumbs__list-item");
        var link = Href is null ? null : Element.New("a", "govuk-breadcrumbs__link").With("href", Href).Holds(text);
        output.Become(link is null ? step.With("aria-current", "page").Holds(text) : step.Holds(link), link);
    }
}
