using Fairload.App.Caseload;
using Fairload.Core.Allocation.Meetings;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Allocation.Meetings;

/// <summary>What a meeting is about, as a question for the solver, by what the database says at this moment.</summary>
public sealed class MeetingQuestions(
    FairloadDb db, ProposalReading reading, WaitingDesk waiting, TimeProvider clock)
{
    /// <param name="lines">Cases on the list: whoever may hold one of them is looked at, not only those to whom it would go most
    /// likely.</param>
    internal Task<ProposalQuestion> Read(MeetingAbout about, IEnumerable<Id<Case>> lines, CancellationToken stop) =>
        Read(about, new MayMove(about.MostMoves, lines.ToHashSet()), stop);

    /// <summary>As far as it is about one case.</summary>
    internal async Task<ProposalQuestion> ReadOne(MeetingAbout about, Id<Case> one, CancellationToken stop) =>
        await Read(about, new MayMove(about.MostMoves, new HashSet<Id<Case>> { one }, JustWhole: true), stop);

    private async Task<ProposalQuestion> Read(MeetingAbout about, MayMove move, CancellationToken stop)
    {
        var today = clock.UkToday;
        var all = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, stop);
        var teams = all.Values.Where(t => t.Exists(today)).Where(t => IsIn(t, about)).Select(t => t.Id).ToList();
        var people = MembersNow.Of(db, teams, today);
        if (about.Worker is { } leaver)
        {
            var theirs = await Caseload(leaver, today, stop);
            return await reading.Read(people.Where(w => w.Id != leaver), theirs, all, MayMove.Nothing, today, stop);
        }

        var waits = about.Scope == MeetingScope.Council ? await waiting.All(all, stop) : await waiting.In(teams, all, stop);
        return await reading.Read(people, [.. waits.Select(ToPlace.Of)], all, move, today, stop);
    }

    /// <summary>Teams whose people may take something.</summary>
    internal static bool IsIn(Team team, MeetingAbout about) => about switch
    {
        { Scope: MeetingScope.Council } => true,
        { Service.Length: > 0 } => team.Service == about.Service,
        _ => team.Id == about.Team,
    };

    /// <summary>Everything that this person holds, with whoever holds it beside them.</summary>
    private async Task<IReadOnlyList<ToPlace>> Caseload(Id<Worker> id, DateOnly today, CancellationToken stop)
    {
        var leaver = await db.Workers.AsNoTracking().SingleAsync(w => w.Id == id, stop);
        var held = await LoadReading.Held(db, db.Workers.Where(w => w.Id == id).Select(w => w.Id)).ToListAsync(stop);
        var cases = held.Select(h => h.CaseId).ToList();
        var beside = (await db.Assignments.AsNoTracking()
            .Where(a => a.ToOn == null && a.WorkerId != null && a.WorkerId != id && cases.Contains(a.CaseId)).ToListAsync(stop))
            .ToLookup(a => a.CaseId);
        return [.. held.OrderBy(h => h.Reference, StringComparer.Ordinal).Select(Place)];

        ToPlace Place(HeldNow one)
        {
            return beside[one.CaseId].FirstOrDefault() is { } other
                ? new(one.CaseId, one.TeamId, null, leaver, new(other.WorkerId!.Value, other.Share))
                : new(one.CaseId, one.TeamId, null, leaver);
        }
    }
}
