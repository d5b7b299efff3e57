using Fairload.App.Imports.Sheets;
using Fairload.Core.Caseload;

namespace Fairload.App.Demo;

/// <summary>The sheets that no Annex A holds: adults' cases, and the scores of both.</summary>
internal static class DemoCaseSheets
{
    public static SheetOut Adults(DemoCouncil council, DateOnly day) => new("Cases",
        ["Person ID", "Work type", "Started", "Team", "Allocated worker", "Allocated on", "Co-workers", "Household", "Travel", "Closed",
            "Closure reason",
            "DoLS request received", "Safeguarding concern raised", "Last review"],
        council.Cases.Where(c => c.Adult is not null && c.Opened <= day && c.Spells.Count > 0
            && (c.IsOpen(day) || c.ClosedOn > day.AddDays(-28)))
            .OrderBy(c => c.Reference, StringComparer.Ordinal).Select(c => Adult(c, c.Adult!, day)));

    private static IReadOnlyList<object?> Adult(DemoCase c, DemoAdult adult, DateOnly day)
    {
        var held = c.HeldOn(day);
        return
        [
            c.Reference, DemoShape.Of(c.TypeOn(day)).Type.Name, c.Opened, held?.Team?.On(day).Name, held?.Worker is { } w ? Written(c, w)
                : null,
            held?.Worker is null ? null : held.From, string.Join("; ", adult.CoWorkers.Select(o => Written(c, o))), adult.Household,
            adult.Travel,
            c.IsOpen(day) ? null : c.ClosedOn, c.IsOpen(day) ? null : c.CloseReason, adult.LibertyRequestOn, adult.ConcernOn,
            adult.LastReview,
        ];
    }

    private static string Written(DemoCase c, DemoWorker worker) => worker.Written[(c.Reference[^1] - '0') % worker.Written.Count];

    /// <summary>What was scored since the extract before, of cases that are open; the first extract brings all.</summary>
    public static SheetOut Scores(DemoCouncil council, DateOnly day)
    {
        var place = council.Dates.Extracts.ToList().IndexOf(day);
        var after = place > 0 ? council.Dates.Extracts[place - 1] : DateOnly.MinValue;
        return new("Scores",
            ["Case reference", "Scored by", "Scorer", "Scored on", "Risk", "Breadth of need", "Depth of need", "Factor 4", "Factor 5",
                "Factor 6"],
            council.Cases.Where(c => c.IsOpen(day)).OrderBy(c => c.Reference, StringComparer.Ordinal)
                .SelectMany(c => c.Scores.Where(s => s.On > after && s.On <= day).Select(s => Score(c, s))));
    }

    private static IReadOnlyList<object?> Score(DemoCase c, DemoScore s) =>
        [c.Reference, s.By switch { ScoreBy.Practitioner => "Practitioner", ScoreBy.Supervisor => "Supervisor", _ => "Agreed" }, s.Scorer,
            s.On, .. s.Factors.Select(f => (object?)f)];
}
