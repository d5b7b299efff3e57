using Fairload.Core.Allocation.Transfers;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using FsCheck;
using FsCheck.Fluent;

namespace Fairload.Core.Tests.Allocation.Transfers;

/// <summary>Whatever people do in whatever order, on whatever days.</summary>
public sealed class Any_steps_of_a_transfer
{
    private static readonly DateOnly Monday = new(2026, 11, 16);
    private static readonly TransferClocks Clocks = new(new([], new(2026, 1, 1), new(2028, 12, 31)), 5, 10);
    private static readonly TransferChecklist Checklist = new("test/1", "Test", "Nobody", Monday, true,
        [new("*", TransferSide.Sending, "Record up to date"), new("*", TransferSide.Receiving, "Record read")]);

    /// <summary>From which state to which a step may lead, and no other way.</summary>
    private static readonly HashSet<(TransferState, TransferState)> Legal =
    [
        (TransferState.Proposed, TransferState.Accepted), (TransferState.Accepted, TransferState.Ready),
        (TransferState.Ready, TransferState.Accepted), (TransferState.Ready, TransferState.Moved),
        (TransferState.Proposed, TransferState.Returned), (TransferState.Accepted, TransferState.Returned),
        (TransferState.Ready, TransferState.Returned), (TransferState.Returned, TransferState.WithHead),
        (TransferState.Proposed, TransferState.WithHead), (TransferState.Returned, TransferState.Proposed),
        (TransferState.WithHead, TransferState.Proposed), (TransferState.Accepted, TransferState.Proposed),
        (TransferState.Ready, TransferState.Proposed),
    ];

    [Fact]
    public void Leave_exactly_one_owner_legal_states_only_and_a_history_without_a_gap()
    {
        var reached = new HashSet<TransferState>();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3_000), Prop.ForAll(
            Gen.Choose(0, 1_000_000).ArrayOf(40).ToArbitrary(),
            deeds =>
            {
                var (from, to) = (Id<Team>.New(), Id<Team>.New());
                var (transfer, day) = (Propose(from, to), Monday);
                foreach (var deed in deeds)
                {
                    var before = (transfer.Version, transfer.State, transfer.OwnerTeamId, Steps: transfer.Steps.Count);
                    var done = Do(deed, transfer, ref day);
                    Assert.True(transfer.OwnerTeamId == from || transfer.OwnerTeamId == to);
                    if (!done)
                        Assert.Equal(before, (transfer.Version, transfer.State, transfer.OwnerTeamId, Steps: transfer.Steps.Count));
                    Assert.Equal(transfer.IsOpen, transfer.Turn is not null);
                    Assert.Equal(transfer.IsAccepted, transfer is { WorkerId: not null, MovesOn: not null, IsOpen: true });
                    if (transfer.State == TransferState.Moved) Assert.Equal(to, transfer.OwnerTeamId);
                    if (transfer.State is TransferState.Stays or TransferState.Withdrawn) Assert.Equal(from, transfer.OwnerTeamId);
                }

                IsWhole(transfer, from);
                reached.UnionWith(transfer.Steps.Select(s => s.State));
            }));
        Assert.Equal(Enum.GetValues<TransferState>(), reached.Order());
    }

    /// <summary>The history alone tells what is so.</summary>
    private static void IsWhole(Transfer transfer, Id<Team> from)
    {
        Assert.Equal(Enumerable.Range(1, transfer.Version), transfer.Steps.Select(s => s.Number));
        var last = transfer.Steps[^1];
        Assert.Equal((transfer.State, transfer.OwnerTeamId), (last.State, last.OwnerTeamId));
        Assert.Equal((TransferStepKind.Proposed, from), (transfer.Steps[0].Kind, transfer.Steps[0].OwnerTeamId));
        foreach (var (was, now) in transfer.Steps.Zip(transfer.Steps.Skip(1)))
        {
            var ends = now.State is TransferState.Withdrawn or TransferState.Overtaken or TransferState.Stays;
            Assert.True(was.State == now.State || ends || Legal.Contains((was.State, now.State)), $"{was.State} → {now.State}");
            Assert.True(was.TakenAt <= now.TakenAt);
        }

        var isRuled = transfer.Steps.Any(s => s.Kind is TransferStepKind.HeadSaysGoes or TransferStepKind.HeadSaysStays);
        Assert.Equal(isRuled, transfer.IsRuled);
        Assert.True(transfer.Steps.Count(s => s.Kind == TransferStepKind.Returned) <= Transfer.MostReturns);
    }

    private static bool Do(int deed, Transfer transfer, ref DateOnly day)
    {
        var taken = new StepTaken($"Person {Math.Abs(deed % 3)}", day.ToDateTime(new(9, 0), DateTimeKind.Utc), day);
        var items = transfer.Items.Where((_, at) => ((deed >> 4) & (1 << at)) != 0).Select(i => i.Id).ToHashSet();
        switch (Math.Abs(deed % 9))
        {
            case 0:
                day = day.AddDays(Math.Abs(deed % 7));
                return false;
            case 1:
                var named = new Naming(Id<Worker>.New(), null, [], "", day.AddDays(Math.Abs(deed % 4)));
                return transfer.Accept(named, Clocks, taken).Try(out _, out _);
            case 2 or 3:
                var sides = new HashSet<TransferSide> { TransferSide.Sending, TransferSide.Receiving };
                return transfer.Tick(deed % 2 == 0 ? [.. transfer.Items.Select(i => i.Id)] : items, sides, taken).Try(out _, out _);
            case 4:
                return transfer.Return("No chronology", taken).Try(out _, out _);
            case 5:
                return transfer.ProposeAgain("Added", "", PersonWish.KeepWorker, taken).Try(out _, out _);
            case 6:
                return transfer.Rule(deed % 2 == 0, "Decided", Clocks, taken).Try(out _, out _);
            case 7:
                return deed % 5 == 0 && transfer.Withdraw("Ours", taken).Try(out _, out _);
            default:
                if (deed % 11 == 0) return transfer.Overtake(taken).Try(out _, out _);
                if (transfer.WhyNotMoved(day) is not null) return false;
                transfer.Move(null, taken);
                return true;
        }
    }

    private static Transfer Propose(Id<Team> from, Id<Team> to)
    {
        var taken = new StepTaken("Person 0", Monday.ToDateTime(new(9, 0), DateTimeKind.Utc), Monday);
        var made = Transfer.Propose(new(Id<Case>.New(), from, to, "Moved", "", PersonWish.NotKnown), [], Checklist, "referral", taken);
        return made.Try(out var transfer, out _) ? transfer : throw new InvalidOperationException();
    }
}
