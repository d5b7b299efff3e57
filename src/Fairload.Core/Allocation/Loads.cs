using Fairload.Core.Workforce;

namespace Fairload.Core.Allocation;

/// <summary>One person alone, or a first and a second, with the loads of both before and after, as parts of their capacity.</summary>
internal sealed class Way
{
    public Way(Candidate first, Candidate? second)
        : this(first, second, second is null ? first.AfterAlone : first.AfterFirst)
    {
    }

    private Way(Candidate first, Candidate? second, decimal after)
    {
        (First, Second) = (first, second);
        (FirstBefore, FirstAfter) = (first.Points / first.Capacity!.Value, after / first.Capacity!.Value);
        if (second is not null)
            (SecondBefore, SecondAfter) = (second.Points / second.Capacity!.Value, second.AfterSecond / second.Capacity!.Value);
    }

    public Candidate First { get; }

    public Candidate? Second { get; }

    public decimal FirstBefore { get; }

    public decimal FirstAfter { get; }

    public decimal SecondBefore { get; }

    public decimal SecondAfter { get; }

    /// <summary>The part of one who stands beside another, looked at alone.</summary>
    public static Way OfSecond(Candidate second) => new(second, null, second.AfterSecond);

    public bool Touches(Id<Worker> worker) => First.Worker == worker || Second?.Worker == worker;

    /// <summary>The load of one whom this or the other way touches, if this way is taken.</summary>
    public decimal LoadOf(Candidate one, decimal before) =>
        one.Worker == First.Worker ? FirstAfter : one.Worker == Second?.Worker ? SecondAfter : before;
}

/// <summary>The loads of everybody that was looked at, and what each way would make of them.</summary>
internal sealed class Loads
{
    private const int MostTouched = 4;

    private readonly (Id<Worker> Worker, decimal Share)[] _now;
    private readonly decimal[] _sums;
    private readonly Dictionary<Id<Worker>, int> _placeOf = [];

    public Loads(IReadOnlyList<Candidate> people)
    {
        _now = [.. people.Where(p => p.Capacity > 0).Select(p => (p.Worker, p.Points / p.Capacity!.Value)).OrderByDescending(p => p.Item2)];
        _sums = new decimal[_now.Length + 1];
        for (var n = 0; n < _now.Length; n++)
        {
            _sums[n + 1] = _sums[n] + _now[n].Share;
            _placeOf[_now[n].Worker] = n;
        }
    }

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
        // Above all that either way touches the sums are the same, and below all of it they differ by the same amount.
        var (a, b) = (new After(this, one), new After(this, fairest));
        var k = Above(Math.Max(a.Highest, b.Highest));
        (a.At, b.At) = (k, k);
        var (ours, theirs) = (_sums[k], _sums[k]);
        for (; k < _now.Length && !(a.IsPast && b.IsPast); k++)
        {
            ours += a.Next();
            theirs += b.Next();
            if (ours > theirs * (1 + tolerance)) return false;
        }

        return true;
    }

    /// <summary>How many loads are heavier.</summary>
    private int Above(decimal share)
    {
        var (low, high) = (0, _now.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_now[middle].Share > share) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    public CaseSuggestion Tell(Way way)
    {
        var heaviest = HeaviestAfter(way);
        return new(
            way.First.Worker, way.Second?.Worker,
            new(way.FirstBefore), new(way.FirstAfter),
            way.Second is null ? null : new(way.SecondBefore), way.Second is null ? null : new(way.SecondAfter),
            way.First.HeldBefore, way.First.HoldsSibling, new(heaviest.Share), heaviest.Worker, way.First.InItsTeam);
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
    private struct After(Loads loads, Way way)
    {
        private readonly int _first = loads._placeOf[way.First.Worker];
        private readonly int _second = way.Second is null ? -1 : loads._placeOf[way.Second.Worker];
        private bool _firstIsTold;
        private bool _secondIsTold = way.Second is null;

        /// <summary>The place among the loads of now from which to go on.</summary>
        public int At { get; set; }

        /// <summary>No load above this is touched.</summary>
        public readonly decimal Highest => Math.Max(
            Math.Max(way.FirstBefore, way.FirstAfter), way.Second is null ? 0 : Math.Max(way.SecondBefore, way.SecondAfter));

        /// <summary>What is still to be told stands as it stands now.</summary>
        public readonly bool IsPast => _firstIsTold && _secondIsTold && At > _first && At > _second;

        public decimal Next()
        {
            while (At == _first || At == _second) At++;
            var best = At < loads._now.Length ? loads._now[At].Share : decimal.MinValue;
            if (!_firstIsTold && way.FirstAfter >= best && (_secondIsTold || way.FirstAfter >= way.SecondAfter))
            {
                _firstIsTold = true;
                return way.FirstAfter;
            }

            if (!_secondIsTold && way.SecondAfter >= best)
            {
                _secondIsTold = true;
                return way.SecondAfter;
            }

            At++;
            return best;
        }
    }
}
