using System.Globalization;
using Fairload.App.HealthCheck.Report;
using Fairload.Core.HealthCheck.Report;
using Fairload.Web.GovUk;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.HealthCheck.Report;

/// <summary>A report as a page shows it, and as a file that a browser opens: the open part, or the exempt appendix.</summary>
internal sealed class ReportBodyView(ReportDocument report, ReportWords words)
{
    private int _counted;

    public static ReportBodyView Open(ReportDocument report)
    {
        var words = ReportTexts.Words(report.Language);
        return new(ReportBodies.Open(report, words), words);
    }

    /// <summary>Null where nothing is exempt.</summary>
    public static ReportBodyView? Exempt(ReportDocument report)
    {
        var words = ReportTexts.Words(report.Language);
        return ReportBodies.Exempt(report, words) is { } exempt ? new(exempt, words) : null;
    }

    /// <summary>With its title, as the one thing of the page.</summary>
    public IHtmlContent Whole() => Element.New("article", "fl-report").With("lang", report.Language).Holds(
        Element.New("h1", "govuk-heading-xl").Says(report.Title),
        Element.New("p", "fl-lead").Says($"{report.Council}. {Lead}")).Holds(report.Blocks.SelectMany(Of));

    /// <summary>Without a title, below something else.</summary>
    public IHtmlContent Below() => Element.New("section", "fl-report").With("lang", report.Language)
        .With("aria-label", words.ExemptAppendix)
        .Holds(report.Blocks.SelectMany(Of));

    private string Lead => string.Format(
        CultureInfo.InvariantCulture, words.Lead, words.For(report.Edition), ReportWords.Date(report.On, report.Language));

    private IEnumerable<TagBuilder> Of(ReportBlock block) => block switch
    {
        HeadingBlock heading => [Heading(heading)],
        ParagraphBlock { IsNumbered: true } paragraph => [Element.New("p", "govuk-body fl-counted").Holds(
            Element.New("span", "fl-counted__number").Says(FormattableString.Invariant($"{++_counted}."))).Says(" " + paragraph.Text)],
        ParagraphBlock paragraph => [Element.New("p", "govuk-body").Says(paragraph.Text)],
        ListBlock list => [Element.New("ul", "govuk-list govuk-list--bullet").Holds(list.Items.Select(i => Element.New("li").Says(i)))],
        TableBlock table => Table(table),
        ChartBlock chart =>
        [
            Figure(chart),
            Element.New("details", "govuk-details").Holds(
                Element.New("summary", "govuk-details__summary").Holds(
                    Element.New("span", "govuk-details__summary-text").Says(words.SameAsTable)))
                .Holds(Element.New("div", "govuk-details__text").Holds(Table(chart.AsTable()))),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private static TagBuilder Heading(HeadingBlock heading) => Element.New(
        FormattableString.Invariant($"h{heading.Level + 1}"), "govuk-heading-" + "lms"[heading.Level - 1]).Says(heading.Text);

    private static TagBuilder Figure(ChartBlock chart)
    {
        var figure = Element.New("figure", "fl-figure").Holds(Element.New("figcaption", "govuk-heading-s").Says(chart.Title));
        if (chart.Series.Count > 1)
        {
            figure.Holds(Element.New("ul", "govuk-list fl-legend").Holds(chart.Series.Select((s, at) =>
                Element.New("li").Holds(ReportPicture.Key(chart.Kind, at)).Says(" " + s.Name))));
        }

        return figure.Holds(new ReportPicture(chart).Draw());
    }

    private IEnumerable<TagBuilder> Table(TableBlock table)
    {
        var notes = table.Notes;
        var isRight = table.Columns.Select((_, at) => at > 0
            && table.Rows.All(r => r.Cells[at - 1] is { Number: not null } or { IsSign: true })).ToList();
        var shown = Element.New("table", "govuk-table fl-dense").With("aria-describedby", "about-" + table.Code).Holds(
            Element.New("caption", "govuk-table__caption govuk-table__caption--s").Says(table.Caption),
            Element.New("thead").Holds(Element.New("tr").Holds(table.Columns.Select((c, at) =>
                Element.New("th", isRight[at] ? "govuk-table__header--numeric" : null).With("scope", "col").Says(c)))),
            Element.New("tbody").Holds(table.Rows.Select(row => Element.New("tr").Holds(row.Cells
                .Select((c, at) => Element.New("td", isRight[at + 1] ? "govuk-table__cell--numeric" : null).Says(words.Marked(notes, c)))
                .Prepend(Element.New("th").With("scope", "row").Says(row.Heading))))));
        yield return Element.New("div", "fl-scroll").With("tabindex", "0").With("role", "region").With("aria-label", table.Caption)
            .Holds(shown);
        yield return Element.New("p", "govuk-visually-hidden").With("id", "about-" + table.Code).Says(table.Description);
        foreach (var note in words.NotesOf(table, report.Language)) yield return Element.New("p", "govuk-body-s").Says(note);
    }
}
