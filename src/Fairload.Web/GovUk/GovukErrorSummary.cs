using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fairload.Web.GovUk;

/// <summary>Everything that has to be put right, each a link to its field. Nothing when nothing is wrong.</summary>
public sealed class GovukErrorSummary(Catalogue words) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.ModelState.IsValid)
        {
            output.SuppressOutput();
            return;
        }

        var list = Element.New("ul", "govuk-list govuk-error-summary__list");
        foreach (var (field, entry) in ViewContext.ModelState)
        {
            foreach (var error in entry?.Errors ?? []) list.Holds(Element.New("li").Holds(Line(field, error)));
        }

        output.Become(Element.New("div", "govuk-error-summary").With("data-module", "govuk-error-summary")
            .Holds(Element.New("div").With("role", "alert").Holds(
                Element.New("h2", "govuk-error-summary__title").Says(words["There is a problem"]),
                Element.New("div", "govuk-error-summary__body").Holds(list))));
    }

    private IHtmlContent Line(string field, ModelError error)
    {
        var text = error.ErrorMessage.Length > 0 ? error.ErrorMessage
            : words["Something here could not be read. Check it and send it again"];
        if (field.Length == 0) return new HtmlContentBuilder().Append(text);

        // A date has no box of its own: its first box is where to start.
        var first = ViewContext.ModelState.ContainsKey($"{field}-day") ? $"{field}-day" : field;
        return Element.New("a").With("href", "#" + GovukField.IdOf(first)).Says(text);
    }
}
