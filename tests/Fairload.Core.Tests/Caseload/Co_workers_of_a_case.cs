using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using FsCheck;
using FsCheck.Fluent;

namespace Fairload.Core.Tests.Caseload;

public sealed class Co_workers_of_a_case
{
    private static readonly DateOnly Today = new(2026, 11, 16);
    private static readonly Id<Case> One = Id<Case>.New();
    private static readonly Id<Worker> Grace = Id<Worker>.New();
    private static readonly Id<Worker> Tom = Id<Worker>.New();
    private static readonly Id<Worker> Ngozi = Id<Worker>.New();

    [Fact]
    public void Have_their_part_and_the_holder_has_the_rest_since_they_held_it()
    {
        var (ended, begun) = Divide([Part(Grace, 1)], [], new(Tom, 0.2m, new(2026, 11, 2)), new(Ngozi, 0.105m, Today));
        Assert.Equal([Grace], ended.Select(e => e.WorkerId!.Value));
        Assert.Equal([(Grace, 0.695m), (Tom, 0.2m), (Ngozi, 0.105m)], begun.Select(b => (b.WorkerId!.Value, b.Share)));
        Assert.Equal(
            [(Today, new(2026, 3, 5)), (new(2026, 11, 2), new(2026, 11, 2)), (Today, Today)],
            begun.Select(b => (b.FromOn, b.HeldSinceOn)));
    }

    [Fact]
    public void Who_go_give_their_part_back_to_the_holder()
    {
        var standing = new[] { Part(Grace, 0.7m), Part(Tom, 0.2m), Part(Ngozi, 0.1m) };
        var (ended, begun) = Divide(standing, [Tom, Ngozi], new Dictionary<Id<Worker>, DateOnly> { [Tom] = new(2026, 11, 9) }, []);
        Assert.Equal([(Tom, new DateOnly(2026, 11, 9), false), (Grace, Today, true)],
            ended.Select(e => (e.WorkerId!.Value, e.ToOn!.Value, e.WorkerStays)));
        Assert.Equal([(Grace, 0.9m)], begun.Select(b => (b.WorkerId!.Value, b.Share)));
    }

    [Fact]
    public void With_another_part_go_on_as_the_same_person()
    {
        var (ended, begun) = Divide([Part(Grace, 0.8m), Part(Tom, 0.2m)], [Tom], new CoWorkerWritten(Tom, 0.5m, Today));
        Assert.Equal([(Grace, true), (Tom, true)], ended.Select(e => (e.WorkerId!.Value, e.WorkerStays)));
        Assert.Equal([(Grace, 0.5m), (Tom, 0.5m)], begun.Select(b => (b.WorkerId!.Value, b.Share)));
        Assert.Equal(new DateOnly(2026, 3, 5), begun[1].HeldSinceOn);
    }

    [Fact]
    public void Are_refused_where_they_can_not_be()
    {
        var known = new CoWorkKnown(Grace, 0.5m, new HashSet<Id<Worker>> { Ngozi }, new(2026, 3, 1), Today);
        Assert.StartsWith("They hold the case", Refused(Grace, 20, null, known), StringComparison.Ordinal);
        Assert.StartsWith("They have a conflict of interest", Refused(Ngozi, 20, null, known), StringComparison.Ordinal);
        Assert.StartsWith("Nobody holds this case", Refused(Tom, 20, null, known with { Holder = null }), StringComparison.Ordinal);
        Assert.StartsWith("Enter which part", Refused(Tom, null, null, known), StringComparison.Ordinal);
        Assert.Equal(
            "The co-workers would have 100 per cent together, which leaves the holder nothing. Enter a smaller part",
            Refused(Tom, 50, null, known));
        foreach (var wrong in new[] { 0m, -5m, 100m, 33.33m })
            Assert.StartsWith("A co-worker has a part from 1 to 99", Refused(Tom, wrong, null, known), StringComparison.Ordinal);
        Assert.Contains("lies in the future", Refused(Tom, 20, Today.AddDays(1), known), StringComparison.Ordinal);
        Assert.Contains("before it began", Refused(Tom, 20, new(2026, 2, 28), known), StringComparison.Ordinal);
        Assert.True(CoWorkerWritten.Read(Tom, 49.9m, null, known).Try(out var good, out _));
        Assert.Equal((0.499m, Today), (good.Share, good.From));
    }

    /// <summary>Whatever comes and goes, the case is one whole and each who should have a part has one.</summary>
    [Fact]
    public void And_their_holder_have_one_whole_whatever_comes_and_goes()
    {
        var people = Enumerable.Range(0, 6).Select(_ => Id<Worker>.New()).ToArray();
        var percents = Gen.Choose(1, 15).ListOf(5).Select(p => p.ToList());
        Prop.ForAll(Arb.From(percents), Arb.From(Gen.Choose(0, 31)), Arb.From(Gen.Choose(0, 31)), (parts, before, after) =>
        {
            var standing = new List<Assignment>();
            var was = Enumerable.Range(0, 5).Where(i => (before & (1 << i)) != 0).ToList();
            foreach (var i in was) standing.Add(Part(people[i], parts[i] / 100m));
            standing.Add(Part(people[5], 1 - standing.Sum(s => s.Share)));
            var will = Enumerable.Range(0, 5).Where(i => (after & (1 << i)) != 0).ToList();
            var gone = was.Except(will).ToDictionary(i => people[i], _ => Today);
            var come = will.Except(was).Select(i => new CoWorkerWritten(people[i], parts[i] / 100m, Today)).ToList();
            var (_, begun) = Divide(standing, [.. was.Select(i => people[i])], gone, come);
            var now = standing.Where(s => s.ToOn is null).Concat(begun).ToDictionary(a => a.WorkerId!.Value, a => a.Share);
            return now.Values.Sum() == 1m && now.Count == will.Count + 1
                && will.TrueForAll(i => now[people[i]] == parts[i] / 100m);
        }).QuickCheckThrowOnFailure();
    }

    private static Assignment Part(Id<Worker> worker, decimal share) =>
        Assignment.Begin(One, worker, worker == Grace ? "Grace" : "x", null, "", share, new(2026, 3, 5), true, null);

    private static (List<Assignment> Ended, List<Assignment> Begun) Divide(
        Assignment[] standing, Id<Worker>[] coWorkers, params CoWorkerWritten[] come) =>
        Divide(standing, coWorkers, new Dictionary<Id<Worker>, DateOnly>(), come);

    private static (List<Assignment> Ended, List<Assignment> Begun) Divide(
        IReadOnlyList<Assignment> standing, Id<Worker>[] coWorkers, Dictionary<Id<Worker>, DateOnly> gone,
        IReadOnlyList<CoWorkerWritten> come)
    {
        var (ended, begun) = (new List<Assignment>(), new List<Assignment>());
        var places = come.ToDictionary(c => c.Worker, _ => new CoWorkPlace("x", null, ""));
        CoWork.Divide(
            standing, coWorkers.ToHashSet(), gone, come, places, Today, null,
            (old, on, stays) =>
            {
                old.End(on, stays);
                ended.Add(old);
            },
            begun.Add);
        return (ended, begun);
    }

    private static string Refused(Id<Worker> worker, decimal? percent, DateOnly? from, CoWorkKnown known)
    {
        Assert.False(CoWorkerWritten.Read(worker, percent, from, known).Try(out _, out var problems));
        return Assert.Single(problems).Message;
    }
}
