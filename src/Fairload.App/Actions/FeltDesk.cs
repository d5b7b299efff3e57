using Fairload.App.Disclosure;
using Fairload.App.Access;
using Fairload.Core.Access;
using Fairload.Core.Actions;
using Fairload.Core.Disclosure;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Actions;

/// <summary>
/// Whether staff feel what was done. Who has voted and what was said lie in two heaps with nothing between them; no trail and no log tells
/// of a vote; when it is over, what came of it goes out once through a release, and both heaps go.
/// </summary>
public sealed class FeltDesk(FairloadDb db, ActionReading reading, DisclosureDesk disclosure, TimeProvider clock)
{
    /// <summary>What the ledger calls a release.</summary>
    public const string Title = "Felt or not felt";

    /// <summary>Nobody at a page lets a vote out: it goes by itself on its day.</summary>
    private static readonly Reader ByItself = new("Fairload", null, []);

    internal async Task<FeltView> Of(AgreedAction action, Reader reader, CancellationToken stop)
    {
        var results = (await db.Set<FeltRelease>().AsNoTracking().Where(r => r.ActionId == action.Id).ToListAsync(stop))
            .OrderBy(r => r.Round).Select(r => r.Result).ToList();
        if (!FeltVote.IsOpen(action, clock.UkToday)) return new(false, false, null, results);
        var isAsked = reader.Worker is { } me && (await reading.Staff(action, clock.UkToday, stop)).Contains(me);
        var hasVoted = isAsked && await HasVoted(action, reader.Worker!.Value, stop);
        return new(isAsked && !hasVoted, hasVoted, FeltVote.LastDay(action.DoneOn!.Value), results);
    }

    /// <summary>Counts once a person each time it is said to be done.</summary>
    public Task<Result<Done>> Vote(Id<AgreedAction> id, FeltAnswer? answer, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeActions);
        return db.Change<Result<Done>>(async () =>
        {
            await OneAtATime.Wait(db, ActionKeeping.Turn, stop);
            if (answer is not { } said) return new Problem("Answer", $"Choose whether you feel it");
            if (await db.Set<AgreedAction>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, stop) is not { } action
                || !FeltVote.IsOpen(action, clock.UkToday))
            {
                return new Problem("Answer", $"This vote is over. Nothing was counted");
            }

            if (reader.Worker is not { } me || !(await reading.Staff(action, clock.UkToday, stop)).Contains(me))
                return new Problem("Answer", $"Only staff of the unit are asked. Nothing was counted");
            if (await HasVoted(action, me, stop)) return new Problem("Answer", $"You have voted already, and it counts once");
            db.Add(new FeltVoter(id, action.TimesDone, me));
            await Count(action, said, stop);
            return default(Done);
        }, stop);
    }

    /// <summary>Lets out what came of each vote that is over. Safe to run twice and on several nodes.</summary>
    /// <returns>How many went out.</returns>
    public async Task<int> Tend(CancellationToken stop)
    {
        var counts = await db.Set<FeltCount>().AsNoTracking().ToListAsync(stop);
        var gone = 0;
        foreach (var count in counts)
        {
            var action = await db.Set<AgreedAction>().AsNoTracking().SingleAsync(a => a.Id == count.ActionId, stop);
            if (count.Round == action.TimesDone && FeltVote.IsOpen(action, clock.UkToday)) continue;
            var staff = await reading.Staff(action, clock.UkToday, stop);
            if (await Close(action, count, staff.Count, stop)) gone++;
        }

        return gone;
    }

    private async Task<bool> Close(AgreedAction action, FeltCount count, int staff, CancellationToken stop)
    {
        // Whoever was asked last and let it out has taken the heaps away: an earlier release of the same vote says the same.
        var chain = $"felt {action.Reference}/{count.Round}";
        var counts = new FeltCounts(count.Felt, count.NotFelt, count.CannotTell);
        var result = await Result(chain, counts, staff, stop);
        return await db.Change(async () =>
        {
            await OneAtATime.Wait(db, ActionKeeping.Turn, stop);
            if (await db.Set<FeltRelease>().AnyAsync(r => r.ActionId == action.Id && r.Round == count.Round, stop)) return false;
            db.Add(new FeltRelease(
                action.Id, count.Round, result.IsShown, result.Felt, result.NotFelt, result.CannotTell, result.People, clock.UkToday));
            await db.Set<FeltVoter>().Where(v => v.ActionId == action.Id && v.Round == count.Round).ExecuteDeleteAsync(stop);
            await db.Set<FeltCount>().Where(c => c.ActionId == action.Id && c.Round == count.Round).ExecuteDeleteAsync(stop);
            return true;
        }, stop);
    }

    /// <summary>What is hidden leaves nothing in the ledger: only what is shown is held against what comes later.</summary>
    private async Task<FeltResult> Result(string chain, FeltCounts counts, int staff, CancellationToken stop)
    {
        if (counts.People < DisclosureRule.Usual.Floor) return FeltResult.Hidden;
        if (!FeltVote.Population(chain, counts, staff).Try(out var population, out _)) return FeltResult.Hidden;
        Group[] wanted = [new(chain, FeltVote.Whole, [FeltVote.Whole])];
        if (!Protection.Of(population, [], wanted, DisclosureRule.Usual).Try(out var tried, out _)) return FeltResult.Hidden;
        if (!FeltVote.Of(counts, tried).IsShown) return FeltResult.Hidden;
        var released = await disclosure.Release(
            new(chain, chain, Title, population, wanted, DisclosureRule.Usual), ByItself, stop);
        return released.Try(out var release, out _) ? FeltVote.Of(counts, release) : FeltResult.Hidden;
    }

    private Task<bool> HasVoted(AgreedAction action, Id<Worker> worker, CancellationToken stop) =>
        db.Set<FeltVoter>().AnyAsync(v => v.ActionId == action.Id && v.Round == action.TimesDone && v.WorkerId == worker, stop);

    private async Task Count(AgreedAction action, FeltAnswer said, CancellationToken stop)
    {
        var row = db.Set<FeltCount>().Where(c => c.ActionId == action.Id && c.Round == action.TimesDone);
        var (felt, not, cannot) = (One(FeltAnswer.Felt), One(FeltAnswer.NotFelt), One(FeltAnswer.CannotTell));
        var changed = await row.ExecuteUpdateAsync(c => c.SetProperty(x => x.Felt, x => x.Felt + felt)
            .SetProperty(x => x.NotFelt, x => x.NotFelt + not).SetProperty(x => x.CannotTell, x => x.CannotTell + cannot), stop);
        if (changed == 0) db.Add(new FeltCount(action.Id, action.TimesDone, felt, not, cannot));

        int One(FeltAnswer answer) => said == answer ? 1 : 0;
    }
}
