using Fairload.Core.Workforce;

namespace Fairload.Core.Allocation;

/// <summary>One person alone, or a first and a second.</summary>
internal sealed record Way(Candidate First, Candidate? Second);

/// <summary>The loads of everybody that was looked at, and what each way would make of them.</summary>
internal sealed class Loads
{
    private readonly IReadOnlyList<(Id<Worker> Worker, decimal Share)> _now;

    public Loads(IReadOnlyList<Candidate> people) =>
        _now = [.. people.Where(p => p.Capacity > 0).Select(p => (p.Worker, p.Points / p.Capacity!.Value)).OrderByDescending(p => p.Item2)];

    public Percent? Heaviest => _now.Count == 0 ? null : new(_now[0].Share);

    /// <summary>Under 0 where the first is fairer: at the heaviest load in which they differ it is lighter.</summary>
    public static int Compare(Way one, Way other)
    {
        var touched = Touched(one).Concat(Touched(other)).Select(t => t.Person).DistinctBy(p => p.Worker).ToList();
        var (a, b) = (Sorted(touched, one), Sorted(touched, other));
        for (var i = 0; i < a.Count; i++)
            if (a[i] != b[i]) return a[i].CompareTo(b[i]);

        return 0;
    }

    /// <summary>Every sum of the heaviest loads is within the tolerance of the fairest way's.</summary>
    public bool IsNear(Way one, Way fairest, decimal tolerance)
    {
        var (a, b) = (After(one), After(fairest));
        var (ours, theirs) = (0m, 0m);
        for (var i = 0; i < a.Count; i++)
        {
            ours += a[i].Share;
            theirs += b[i].Share;
            if (ours > theirs * (1 + tolerance)) return false;
        }

        return true;
    }

    public CaseSuggestion Tell(Way way)
    {
        var heaviest = After(way)[0];
        return new(
            way.First.Worker, way.Second?.Worker,
            Before(way.First), new(Changed(way, way.First)),
            way.Second is { } second ? Before(second) : null, way.Second is { } beside ? new(Changed(way, beside)) : null,
            way.First.HeldBefore, way.First.HoldsSibling, new(heaviest.Share), heaviest.Worker);
    }

    private static Percent Before(Candidate one) => Percent.Of(one.Points, one.Capacity!.Value);

    private static decimal Changed(Way way, Candidate one)
    {
        if (one == way.First) return (way.Second is null ? one.AfterAlone : one.AfterFirst) / one.Capacity!.Value;
        return one == way.Second ? one.AfterSecond / one.Capacity!.Value : one.Points / one.Capacity!.Value;
    }

    private static IEnumerable<(Candidate Person, bool IsFirst)> Touched(Way way) =>
        way.Second is { } second ? [(way.First, true), (second, false)] : [(way.First, true)];

    private static List<decimal> Sorted(IEnumerable<Candidate> touched, Way way) =>
        [.. touched.Select(p => Changed(way, p)).OrderDescending()];

    private List<(Id<Worker> Worker, decimal Share)> After(Way way)
    {
        var changed = Touched(way).ToDictionary(t => t.Person.Worker, t => Changed(way, t.Person));
        return [.. _now.Select(n => changed.TryGetValue(n.Worker, out var share) ? (n.Worker, share) : n).OrderByDescending(n => n.Item2)];
    }
}
