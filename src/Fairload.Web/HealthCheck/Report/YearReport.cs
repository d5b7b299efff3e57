using Fairload.App.HealthCheck.Report;
using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Surveys.Results;

namespace Fairload.Web.HealthCheck.Report;

/// <summary>Writes a year's report: first what members read in two pages, then each activity of the year, then how people are
/// protected.</summary>
internal static class YearReport
{
    public static ReportDocument Write(YearData data, Edition edition, string language)
    {
        var words = new Catalogue(language == ReportDocument.Welsh ? Language.Welsh : Language.English);
        var figures = new YearFigures(words, data, edition);
        var opening = new OpeningParts(words, data, edition, figures);
        var areas = new AreaParts(words, data, edition, figures);
        var surveys = new SurveyParts(words, data, edition);
        return new(
            words["Health check {0}", data.View.Cycle.Year], data.Council, edition, language, data.On,
            [
                opening.Asked(), opening.Changes(), opening.StaffAndEmployer(), opening.Unfunded(), opening.AskedNow(), .. surveys.Parts(),
                new ReviewPart(words, data, edition).Part(), .. areas.Parts(), areas.Protection(),
            ]);
    }
}
