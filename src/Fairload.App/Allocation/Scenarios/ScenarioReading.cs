using System.Globalization;
using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Scenarios;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Allocation.Scenarios;

/// <summary>What comes of a what-if: everything that waits on the copy shared out within the rules.</summary>
/// <param name="Waits">How many cases wait on the copy before anything is shared.</param>
/// <param name="Told">The sharing, with the people of the copy before and after.</param>
public sealed record Outcome(int Waits, ProposalView Told)
{
    public Percent? Of(Id<Worker> worker) => Told.People.FirstOrDefault(p => p.Worker.Id == worker)?.After;
}

/// <summary>Makes the copy and shares on it. Nothing is stored.</summary>
public sealed class ScenarioReading(
    FairloadDb db, LoadReading loads, ProposalReading reading, WaitingDesk waiting, CaseloadSettings caseload, CouncilSettings settings)
{
    private const long Steps = 400_000;
    private const ulong Seed = 1;

    /// <param name="place">The teams of the copy, of one service.</param>
    internal async Task<Outcome> Run(
        WhatIf what, IReadOnlyList<Team> place, IReadOnlyDictionary<Id<Team>, Team> teams, DateOnly today, CancellationToken stop)
    {
        var ids = place.Select(t => t.Id).ToList();
        var weights = (what.Weights is { } code ? await caseload.WeightsByCode(code, stop) : null) ?? await caseload.WeightsOn(today, stop);
        var people = await loads.Of(MembersNow.Of(db, ids, today), teams, today, weights, stop);
        var longLeave = settings.Limits.LongLeaveDays;
        var gone = people.Where(p => what.LeavesCases(p.Worker.Id, WorkLevels.Of(Qualifications.Of(p.Worker, today)), longLeave)).ToList();
        var there = people.Except(gone).Concat(New(what.New, place[0], weights, today)).ToList();

        var waits = (await waiting.In(ids, teams, stop)).Concat(Left(gone, there)).DistinctBy(w => w.CaseId).ToList();
        var otherwise = new Otherwise(
            weights, what.OverFrom ?? settings.Limits.OverFrom, what.NewCasesAWeek ?? settings.Limits.NewCasesAWeek,
            there.Where(p => what.TakesNothing(p.Worker.Id, longLeave)).Select(p => p.Worker.Id).ToHashSet());
        var question = await reading.Read(there, [.. waits.Select(ToPlace.Of)], teams, MayMove.Nothing, today, otherwise, stop);
        var asked = new ProposalAsked(null, null, false, 0, Seed, Steps);
        var shared = FairShare.Solve(question.Sharing, Seed, new(Steps), stop);
        return new(waits.Count, ProposalDesk.Told(asked, today, question, shared));
    }

    /// <summary>What only those who are gone held: what they held with somebody who stays, stays there.</summary>
    private static IEnumerable<WaitingCase> Left(IReadOnlyList<PersonLoad> gone, IReadOnlyList<PersonLoad> there)
    {
        var held = there.SelectMany(p => p.Held).Select(h => h.CaseId).ToHashSet();
        return
            from person in gone
            from one in person.Held
            where !held.Contains(one.CaseId)
            let team = one.TeamId ?? person.Team?.Team.Id
            select new WaitingCase(
                one.CaseId, one.Reference, one.TypeCode, one.Tier, team, "", WaitingList.Phantom, PhantomReason.Left, person.Worker.Id,
                person.Worker.Name, WaitingPlace.InTheTeam, one.FromOn, one.FromIsKnown, 0, one.StartedOn, 0);
    }

    private IEnumerable<PersonLoad> New(NewPeople? people, Team team, Weights weights, DateOnly today)
    {
        for (var n = 1; n <= (people?.Count ?? 0); n++)
        {
            var isNew = people!.Level == WorkLevel.NewlyQualified;
            var number = n.ToString(CultureInfo.InvariantCulture);
            var worker = Worker.Join(
                new(
                    $"new-{number}", $"+ {number}", SweNumber: people.Level == WorkLevel.NotRegistered ? null : "new", Fte: people.Fte,
                    AsyeStartedOn: isNew ? today : null),
                null);
            var now = new WorkerNow(people.Fte, isNew, [], []);
            yield return new(worker, [new(team, 1)], [], [], [], [], now, WorkerLoad.Of(now, [], weights, loads.Bands));
        }
    }
}
