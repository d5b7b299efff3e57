using Fairload.Core.HealthCheck.Report;

namespace Fairload.App.HealthCheck.Report;

/// <summary>A report cut in two: what is open, and the appendix that is kept apart because a person claims an exemption.</summary>
public static class ReportBodies
{
    /// <summary>Without exempt parts. Says at its end which signs it uses, and that there is an appendix, but not what stands in
    /// it.</summary>
    public static ReportDocument Open(ReportDocument report, ReportWords words)
    {
        var open = report with { Parts = [.. report.Parts.Where(p => p.Exempt is null)] };
        var closing = new List<ReportPart>();
        if (open.Signs is { Count: > 0 } signs)
            closing.Add(new("signs", [new HeadingBlock(1, words.Signs), new ListBlock([.. signs.Select(s => $"{s} {words.SignMeans(s)}")])]));
        var exempt = report.Parts.Select(p => p.Exempt).OfType<Exemption>().ToList();
        if (exempt.Count > 0)
        {
            closing.Add(new("exempt-appendix",
            [
                new HeadingBlock(1, words.ExemptAppendix),
                .. exempt.Select(e => new ParagraphBlock(
                    ReportWords.Filled(words.ExemptApart, e.Section, e.ClaimedBy, ReportWords.Date(e.ClaimedOn, report.Language)))),
            ]));
        }

        return open with { Parts = [.. open.Parts, .. closing] };
    }

    /// <summary>The exempt parts, each with the claim above it; null where there are none.</summary>
    public static ReportDocument? Exempt(ReportDocument report, ReportWords words)
    {
        var parts = report.Parts.Where(p => p.Exempt is not null).Select(p => p with
        {
            Blocks = [p.Blocks[0], Claim(p.Exempt!, report.Language, words), .. p.Blocks.Skip(1)],
        }).ToList();
        return parts.Count == 0 ? null : report with { Title = ReportWords.Filled(words.ExemptTitle, report.Title), Parts = parts };
    }

    private static ParagraphBlock Claim(Exemption claimed, string language, ReportWords words) => new(ReportWords.Filled(
        words.ExemptClaim, claimed.Section, claimed.Reason, claimed.ClaimedBy, ReportWords.Date(claimed.ClaimedOn, language)));
}
