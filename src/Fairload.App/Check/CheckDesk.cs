using Fairload.App.Caseload;
using Fairload.App.Surveys.Ballots;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce.Reorganisations;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Check;

/// <summary>One thing that must always be true of the stored data, and where it is not.</summary>
/// <param name="Rule">In the field's words.</param>
/// <param name="Broken">At most ten records that break it, by reference, staff number or id.</param>
public sealed record Invariant(string Rule, int Count, IReadOnlyList<string> Broken)
{
    public bool Holds => Count == 0;

    internal static Invariant Of(string rule, IReadOnlyList<string> found) => new(rule, found.Count, [.. found.Take(10)]);

    internal static async Task<Invariant> Of(string rule, IQueryable<string> broken, CancellationToken stop) =>
        Of(rule, await broken.OrderBy(b => b).ToListAsync(stop));
}

/// <summary>Every invariant of the stored data, asked of the data itself: what the schema can not say, and what was kept twice for
/// speed.</summary>
public sealed class CheckDesk(FairloadDb db, CaseloadSettings caseload, WaitingDesk waiting, BallotCheck ballots, TimeProvider clock)
{
    public async Task<IReadOnlyList<Invariant>> All(CancellationToken stop) =>
    [
        await Engine(stop),
        await References(stop),
        await Invariant.Of("A case has at most one open record in its source",
            from c in db.Cases where c.ClosedOn == null group c by new { c.Source,
                c.Reference } into g where g.Count() > 1 select g.Key.Reference, stop),
        await Invariant.Of("An open case is held by somebody or waits",
            from c in db.Cases where c.ClosedOn == null && !db.Assignments.Any(a => a.CaseId == c.Id && a.ToOn == null) select c.Reference,
                stop),
        await Invariant.Of("A closed case is held by nobody",
            from c in db.Cases where c.ClosedOn != null && db.Assignments.Any(a => a.CaseId == c.Id && a.ToOn == null) select c.Reference,
                stop),
        await Invariant.Of("An assignment begins before it ends",
            from a in db.Assignments where a.ToOn < a.FromOn select a.WorkerName, stop),
        await Invariant.Of("A case is opened again only after the case before it was closed",
            from c in db.Cases join p in db.Cases on c.PreviousId equals p.Id where p.ClosedOn == null select c.Reference, stop),
        await Shares(stop),
        await Tiers(stop),
        await Standings(stop),
        await Invariant.Of("A team's successor is another team that is there",
            from t in db.Teams where t.SuccessorId == t.Id
                || (t.SuccessorId != null && !db.Teams.Any(s => s.Id == t.SuccessorId)) select t.Name, stop),
        await Invariant.Of("Nobody and nothing is left in a team whose work went to another",
            from t in db.Teams
            where db.Set<TeamLine>().Any(l => l.FromId == t.Id)
                && (db.Assignments.Any(a => a.TeamId == t.Id && a.ToOn == null)
                    || db.Memberships.Any(m => m.TeamId == t.Id && (m.ToOn == null || m.ToOn > t.ToOn)))
            select t.Name, stop),
        .. await new ChecksOverTime(db).All(stop),
        .. await ballots.All(stop),
    ];

    /// <summary>The file itself is whole.</summary>
    private async Task<Invariant> Engine(CancellationToken stop)
    {
        const string Rule = "The database file is whole";
        if (!db.Database.IsSqlite()) return Invariant.Of(Rule, []);
        var said = await db.Database.SqlQueryRaw<string>("select integrity_check as \"Value\" from pragma_integrity_check").ToListAsync(stop);
        return Invariant.Of(Rule, [.. said.Where(line => line != "ok")]);
    }

    /// <summary>PostgreSQL keeps these itself; SQLite does as long as every connection asked it to.</summary>
    private async Task<Invariant> References(CancellationToken stop)
    {
        const string Rule = "Nothing points at a record that is not there";
        if (!db.Database.IsSqlite()) return Invariant.Of(Rule, []);
        return Invariant.Of(Rule, await db.Database.SqlQueryRaw<string>("select \"table\" as \"Value\" from pragma_foreign_key_check")
            .ToListAsync(stop));
    }

    private async Task<Invariant> Shares(CancellationToken stop)
    {
        var over = from a in db.Assignments where a.ToOn == null group a by a.CaseId into g where g.Sum(a => a.Share) > 1.001m select g.Key;
        return await Invariant.Of(
            "The shares of a case add up to one at most", from c in db.Cases where over.Contains(c.Id) select c.Reference, stop);
    }

    private async Task<Invariant> Tiers(CancellationToken stop)
    {
        var scores = (await db.Scores.AsNoTracking().Where(s => s.By == ScoreBy.Agreed).ToListAsync(stop)).ToLookup(s => s.CaseId);
        var wrong = new List<string>();
        foreach (var one in await db.Cases.AsNoTracking().Where(c => c.Tier != null || db.Scores.Any(s => s.CaseId == c.Id))
            .ToListAsync(stop))
        {
            if (one.Tier != await CurrentTier.Of(scores[one.Id], caseload, stop)) wrong.Add(one.Reference);
        }

        return Invariant.Of("The tier of a case is that of its latest agreed score, if that gives all six factors", wrong);
    }

    /// <summary>Allocated and waiting together are all: nothing hides between the lists.</summary>
    private async Task<Invariant> Standings(CancellationToken stop)
    {
        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, stop);
        var waits = (await waiting.All(teams, stop)).Select(w => w.CaseId).ToList();
        var today = clock.UkToday;
        var nobody =
            db.Assignments.Where(a => a.ToOn == null && a.WorkerId != null
            && db.Workers.Any(w => w.Id == a.WorkerId && (w.EndsOn == null || w.EndsOn >= today)));
        var hidden = await db.Cases.AsNoTracking().Where(c => c.ClosedOn == null && !nobody.Any(a => a.CaseId == c.Id))
            .Select(c => new { c.Id, c.Reference }).ToListAsync(stop);
        return Invariant.Of(
            "Every open case is held by a named person at work or stands on exactly one waiting list",
            [.. waits.GroupBy(w => w).Where(g => g.Count() > 1).Select(g => g.Key.ToString()), .. hidden.Where(h => !waits.Contains(h.Id))
                .Select(h => h.Reference)]);
    }
}
