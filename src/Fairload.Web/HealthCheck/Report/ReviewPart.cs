using Fairload.App.HealthCheck.Report;
using Fairload.App.PeerReview;
using Fairload.Core.HealthCheck.Report;
using Fairload.Core.PeerReview.Audits;
using Fairload.Core.PeerReview.Reviews;
using Fairload.Core.Surveys.Results;
using Fairload.Web.PeerReview.Audits;

namespace Fairload.Web.HealthCheck.Report;

/// <summary>What people of another council found, and what was learnt from audits of case files. Neither is a grade of the
/// council.</summary>
internal sealed class ReviewPart(Catalogue T, YearData data, Edition edition)
{
    public ReportPart Part() => new("peer-review",
    [
        new HeadingBlock(1, T["Peer review, and audits of case files"]),
        .. data.Reviews.Review is { } latest ? Review(latest)
            : [new ParagraphBlock(T["No peer review had begun by the end of the year."], "peer-review")],
        new HeadingBlock(2, T["Audits of case files"]),
        .. Audits(data.Reviews.Audits),
    ]);

    private IEnumerable<ReportBlock> Review(LatestReview latest)
    {
        var review = latest.Review;
        yield return new ParagraphBlock(
            T["People of {0} came from {1} to {2}: {3}.", review.OtherCouncil, review.FromOn, review.LastOn, review.Team.TrimEnd('.')],
            "peer-review");
        foreach (var line in latest.Lines)
        {
            yield return new HeadingBlock(2, line.Question);
            yield return new ListBlock([.. Found(line)]);
        }
    }

    private IEnumerable<string> Found(LineOfEnquiry line)
    {
        if (line.Strengths.Length > 0) yield return T["Strengths: {0}", line.Strengths];
        if (line.ToConsider.Length > 0) yield return T["Areas to consider: {0}", line.ToConsider];
        if (line.Response.Length > 0) yield return T["The council answers: {0}", line.Response];
        if (line.WaitsForResponse) yield return T["The council has not answered yet."];
        if (line.Strengths.Length + line.ToConsider.Length + line.Response.Length == 0) yield return T["Nothing is written of it yet."];
    }

    /// <summary>Counts of files are of the department alone: they are not in the ledger of what was let out.</summary>
    private IEnumerable<ReportBlock> Audits(AuditFigures audits)
    {
        if (audits.Rounds == 0)
        {
            yield return new ParagraphBlock(T["No files were drawn for audit in the year."], "audits");
            yield break;
        }

        yield return new ParagraphBlock(
            T.Count(audits.Rounds, "Files were drawn by lot in {0} round, and audited by people of other teams.",
                "Files were drawn by lot in {0} rounds, and audited by people of other teams."), "audits");
        if (edition == Edition.Internal) yield return Grades(audits.Results);
        if (audits.Learning.Count > 0) yield return new ListBlock([.. audits.Learning]);
        else yield return new ParagraphBlock(T["What was learnt from them is not written yet."], "audits-learning");
    }

    private TableBlock Grades(AuditResults results) => new(
        "audits", T["Grades of case files"], T["One row for each grade, as auditors gave it and after moderation. It is in the edition for the department alone."],
        [T["Grade"], T["As auditors gave it"], T["After moderation"]],
        [
            .. Enum.GetValues<FileGrade>().OrderDescending().Select(grade => new ReportRow(
                AuditWords.Grade(T, grade),
                [
                    Cell(results.Original.With(grade), T["audits that are finished"]),
                    Cell(results.After.With(grade), T["files that were moderated"]),
                ])),
        ]);

    private ReportCell Cell(int files, string of) => ReportCell.Of(new(files, "", 0, data.View.Cycle.ToOn, of));
}
