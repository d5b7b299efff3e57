using Fairload.Core.Workforce;

namespace Fairload.Core.Allocation;

/// <summary>One person alone, or a first and a second, with the loads of both before and after, as parts of their capacity.</summary>
internal sealed class Way(Candidate first, Candidate? second)
{
    public Candidate First => first;

    public Candidate? Second => second;

    public decimal FirstBefore { get; } = first.Points / first.Capacity!.Value;

    public decimal FirstAfter { get; } = (second is null ? first.AfterAlone : first.AfterFirst) / first.Capacity!.Value;

    public decimal SecondBefore { get; } = second is null ? 0 : second.Points / second.Capacity!.Value;

    public decimal SecondAfter { get; } = second is null ? 0 : second.AfterSecond / second.Capacity!.Value;

    public bool Touches(Id<Worker> worker) => first.Worker == worker || second?.Worker == worker;

    /// <summary>The load of one whom this or the other way touches, if this way is taken.</summary>
    public decimal LoadOf(Candidate one, decimal before) =>
        one.Worker == first.Worker ? FirstAfter : one.Worker == second?.Worker ? SecondAfter : before;
}

/// <summary>The loads of everybody that was looked at, and what each way would make of them.</summary>
internal sealed class Loads
{
    private const int MostTouched = 4;

    private readonly (Id<Worker> Worker, decimal Share)[] _now;

    public Loads(IReadOnlyList<Candidate> people) =>
        _now = [.. people.Where(p => p.Capacity > 0).Select(p => (p.Worker, p.Points / p.Capacity!.Value)).OrderByDescending(p => p.Item2)];

    public Percent? Heaviest => _now.Length == 0 ? null : new(_now[0].Share);

    /// <summary>Under 0 where the first is fairer: at the heaviest load in which they differ it is lighter.</summary>
    /// <remarks>Whoever neither way touches stands the same in both, and so takes no part.</remarks>
    public static int Compare(Way one, Way other)
    {
        if (one.Second is null && other.Second is null && one.First.Worker != other.First.Worker) return CompareAlone(one, other);
        Span<decimal> ours = stackalloc decimal[MostTouched];
        Span<decimal> theirs = stackalloc decimal[MostTouched];
        var count = 0;
        Add(one.First, one.FirstBefore, ours, theirs);
        if (one.Second is { } second) Add(second, one.SecondBefore, ours, theirs);
        if (!one.Touches(other.First.Worker)) Add(other.First, other.FirstBefore, ours, theirs);
        if (other.Second is { } beside && !one.Touches(beside.Worker)) Add(beside, other.SecondBefore, ours, theirs);
        for (var k = 0; k < count; k++)
            if (ours[k] != theirs[k]) return ours[k].CompareTo(theirs[k]);

        return 0;

        void Add(Candidate touched, decimal before, Span<decimal> ours, Span<decimal> theirs)
        {
            Insert(ours, count, one.LoadOf(touched, before));
            Insert(theirs, count++, other.LoadOf(touched, before));
        }
    }

    /// <summary>The same where one person each takes it, as nearly always.</summary>
    private static int CompareAlone(Way one, Way other)
    {
        var (ours, theirs) = (one.FirstAfter > other.FirstBefore, other.FirstAfter > one.FirstBefore);
        var heavier = (ours ? one.FirstAfter : other.FirstBefore).CompareTo(theirs ? other.FirstAfter : one.FirstBefore);
        return heavier != 0 ? heavier
            : (ours ? other.FirstBefore : one.FirstAfter).CompareTo(theirs ? one.FirstBefore : other.FirstAfter);
    }

    /// <summary>Every sum of the heaviest loads is within the tolerance of the fairest way's.</summary>
    public bool IsNear(Way one, Way fairest, decimal tolerance)
    {
        var (a, b) = (new After(_now, one), new After(_now, fairest));
        var (ours, theirs) = (0m, 0m);
        for (var k = 0; k < _now.Length; k++)
        {
            ours += a.Next();
            theirs += b.Next();
            if (ours > theirs * (1 + tolerance)) return false;
        }

        return true;
    }

    public CaseSuggestion Tell(Way way)
    {
        var heaviest = HeaviestAfter(way);
        return new(
            way.First.Worker, way.Second?.Worker,
            new(way.FirstBefore), new(way.FirstAfter),
            way.Second is null ? null : new(way.SecondBefore), way.Second is null ? null : new(way.SecondAfter),
            way.First.HeldBefore, way.First.HoldsSibling, new(heaviest.Share), heaviest.Worker);
    }

    /// <summary>Of those whom the way does not touch the first in order, or one of those whom it does.</summary>
    private (Id<Worker> Worker, decimal Share) HeaviestAfter(Way way)
    {
        var heaviest = (way.First.Worker, Share: way.FirstAfter);
        if (way.Second is { } second && way.SecondAfter > heaviest.Share) heaviest = (second.Worker, way.SecondAfter);
        foreach (var other in _now)
        {
            if (!way.Touches(other.Worker)) return other.Share > heaviest.Share ? other : heaviest;
        }

        return heaviest;
    }

    /// <summary>Puts a value in its place among those before it, the heaviest first.</summary>
    private static void Insert(Span<decimal> sorted, int count, decimal value)
    {
        var n = count;
        for (; n > 0 && sorted[n - 1] < value; n--) sorted[n] = sorted[n - 1];
        sorted[n] = value;
    }

    /// <summary>The loads that a way leaves, one by one, the heaviest first.</summary>
    private struct After((Id<Worker> Worker, decimal Share)[] now, Way way)
    {
        private int _at;
        private bool _firstIsTold;
        private bool _secondIsTold = way.Second is null;

        public decimal Next()
        {
            while (_at < now.Length && way.Touches(now[_at].Worker)) _at++;
            var best = _at < now.Length ? now[_at].Share : decimal.MinValue;
            var isFirst = !_firstIsTold && way.FirstAfter >= best && (_secondIsTold || way.FirstAfter >= way.SecondAfter);
            if (isFirst) return Told(ref _firstIsTold, way.FirstAfter);
            if (!_secondIsTold && way.SecondAfter >= best) return Told(ref _secondIsTold, way.SecondAfter);
            _at++;
            return best;
        }

        private static decimal Told(ref bool isTold, decimal share)
        {
            isTold = true;
            return share;
        }
    }
}
