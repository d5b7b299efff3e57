using Fairload.App.HealthCheck.Measures;
using Fairload.App.HealthCheck.Report;
using Fairload.Core.Actions;
using Fairload.Core.Actions.Scrutiny;
using Fairload.Core.HealthCheck.Measures;
using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Surveys.Results;
using Fairload.Core.Surveys.Returns;
using Fairload.Web.Surveys.Returns;
using Fairload.Web.Surveys.Rounds;

namespace Fairload.Web.HealthCheck.Report;

/// <summary>The two pages with which a report opens: what members asked last time, what is better, worse and not known, what staff say that
/// the employer does not, what can not be funded, what they are asked to decide.</summary>
internal sealed class OpeningParts(Catalogue T, YearData data, Edition edition, YearFigures figures)
{
    /// <summary>Named of each kind; the tables have them all.</summary>
    private const int Named = 6;

    public ReportPart Asked()
    {
        List<ReportBlock> blocks = [new HeadingBlock(1, T["What you asked last time"])];
        if (data.Asked.Count == 0)
        {
            blocks.Add(Sentence("asked-none", T["No meeting has asked for anything yet that is recorded here."]));
            return new("asked", blocks);
        }

        foreach (var asked in data.Asked)
        {
            var seen = asked.Resolutions.Where(r => edition != Edition.Public || r.Resolution.IsPublic).ToList();
            blocks.Add(Sentence($"asked-counts-{asked.Meeting.HeldOn:yyyyMMdd}", Counts(asked, seen)));
            if (seen.Count > 0) blocks.Add(new ListBlock([.. seen.Select(Line)]));
        }

        return new("asked", blocks);
    }

    public ReportPart Changes()
    {
        var changed = figures.All.Select(r => (Reading: r, Change: figures.Change(r))).ToList();
        var unknown = figures.All.Where(r => figures.Now(r).State == FigureState.NotYetKnown).ToList();
        return new("changes",
        [
            new HeadingBlock(1, T["What is better, what is worse, what is not known"]),
            .. Kind("better", T["Better"], changed, Change.Better, T["Nothing is better by more than chance would make it, or it can not be told."]),
            .. Kind("worse", T["Worse"], changed, Change.Worse, T["Nothing is worse by more than chance would make it, or it can not be told."]),
            new HeadingBlock(2, T["Not known"]),
            Sentence("not-known", unknown.Count == 0 ? T["Every measure of this year is known."]
                : T.Count(unknown.Count, "{0} measure is not known.", "{0} measures are not known.")),
            .. unknown.Count == 0 ? Enumerable.Empty<ReportBlock>()
                : [new ListBlock([.. unknown.Take(Named).Select(WhoWillKnow), .. More(unknown.Count)])],
        ]);
    }

    private string WhoWillKnow(MeasureReading row) => $"{Name(row)}. {MeasureWords.WhoKnows(T, row)}";

    /// <summary>That a list does not name all of them.</summary>
    private IEnumerable<string> More(int all) =>
        all > Named ? [T.Count(all - Named, "And {0} more; the tables name it.", "And {0} more; the tables name them.")] : [];

    public ReportPart StaffAndEmployer()
    {
        List<ReportBlock> blocks = [new HeadingBlock(1, T["What staff say and the employer does not"])];
        if (data.Surveys.GetValueOrDefault("practitioner-health-check") is not { } view
            || view.Gaps(view.Result.Whole) is not { Count: > 0 } gaps)
        {
            blocks.Add(Sentence("gaps-none", T["There is no survey of this year with results, or the employer has signed no return to lay beside it."]));
            return new("gaps", blocks);
        }

        var apart = gaps.Where(g => g.Kind == GapKind.EmployerHigher).OrderByDescending(g => g.Apart).Take(Named).ToList();
        blocks.Add(Sentence("gaps", apart.Count == 0 ? T["Nowhere does the employer clearly say more than staff do."]
            : T.Count(apart.Count, "On {0} expectation the employer says clearly more than staff do.",
                "On {0} expectations the employer says clearly more than staff do.")));
        if (apart.Count > 0) blocks.Add(new ListBlock([.. apart.Select(Both)]));
        return new("gaps", blocks);

        string Both(Gap gap) => RoundWords.Of(T, gap.Staff.Says) + " "
            + T["The employer: {0}. Staff: {1}.", ReturnWords.Employer(T, gap), ReturnWords.Staff(T, gap)];
    }

    public ReportPart Unfunded()
    {
        var lines = data.Unfunded.Lines.Where(l => edition != Edition.Public || l.Action.IsPublic).ToList();
        List<ReportBlock> blocks =
        [
            new HeadingBlock(1, T["What can not be funded, and what follows from that"]),
            Sentence("unfunded", lines.Count == 0 ? T["Nothing is recorded that can not be funded."]
                : T.Count(lines.Count, "{0} thing can not be funded.", "{0} things can not be funded.")),
        ];
        if (lines.Count > 0) blocks.Add(new ListBlock([.. lines.Select(Cost)]));
        return new("unfunded", blocks);
    }

    public ReportPart AskedNow() => new("asked-now",
    [
        new HeadingBlock(1, T["What you are asked to decide"]),
        Sentence("ask-note", T["You are asked to note this report."], isNumbered: true),
        Sentence("ask-unfunded", T["You are asked to say what shall follow for what can not be funded."], isNumbered: true),
        Sentence("ask-return", T["You are asked to have a report back in six months on what was agreed."], isNumbered: true),
    ]);

    private string Counts(WhatWasAsked asked, IReadOnlyCollection<AskedResolution> seen)
    {
        int Of(StandingKind? kind) => seen.Count(r => r.Stands == kind);
        (int Many, string Says)[] counts =
        [
            (Of(StandingKind.Done), T["{0} done", Of(StandingKind.Done)]), (Of(StandingKind.Moved), T["{0} moved", Of(StandingKind.Moved)]),
            (Of(StandingKind.Refused), T["{0} refused", Of(StandingKind.Refused)]),
            (Of(StandingKind.Open), T["{0} open", Of(StandingKind.Open)]),
            (Of(StandingKind.Overdue), T["{0} overdue", Of(StandingKind.Overdue)]), (Of(null), T["{0} not taken up", Of(null)]),
        ];
        return T["{0}, {1}: {2}.", asked.Meeting.Committee, asked.Meeting.HeldOn, counts.Any(c => c.Many > 0)
            ? string.Join(", ", counts.Where(c => c.Many > 0).Select(c => c.Says)) : T["nothing was resolved"]];
    }

    private string Line(AskedResolution asked)
    {
        var actions = asked.Actions.Where(a => edition != Edition.Public || a.Action.IsPublic).Select(a => T[a.Standing.Says]).ToList();
        return $"{asked.Resolution.Text} {(actions.Count == 0 ? T["Not taken up yet."] : string.Join(' ', actions))}";
    }

    private IEnumerable<ReportBlock> Kind(
        string slot, string title, IReadOnlyList<(MeasureReading Reading, Change Change)> all, Change kind, string none)
    {
        var own = all.Where(c => c.Change == kind).Select(c => c.Reading).ToList();
        yield return new HeadingBlock(2, title);
        if (own.Count == 0) yield return Sentence(slot, none);
        else yield return new ListBlock([.. own.Take(Named).Select(Changed)]);
    }

    private string Changed(MeasureReading reading) => T["{0}: {1}, last year {2}. This is more than chance would make it.", Name(reading),
        figures.Says(reading, figures.Now(reading)), figures.Says(reading, figures.Before(reading)!)];

    private string Cost(Unfunded line)
    {
        var cost = line.Refusal.Cost;
        var says = !cost.IsKnown ? T["What it costs is not known."] : cost.From == cost.To || cost.To is null || cost.From is null
            ? T["It would cost £{0}.", T.Number((cost.From ?? cost.To)!.Value)]
                : T["It would cost £{0} to £{1}.", T.Number(cost.From.Value), T.Number(cost.To.Value)];
        return $"{line.Action.What}. {says} {line.Refusal.Consequence}".Trim();
    }

    private string Name(MeasureReading reading) => MeasureWords.Of(T, reading.Card.Name);

    private static ParagraphBlock Sentence(string slot, string text, bool isNumbered = false) => new(text, slot, isNumbered);
}
