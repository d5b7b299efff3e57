using Fairload.Core.Workforce;

namespace Fairload.Core.Allocation;

/// <summary>A load as a part of capacity. The nearest double decides which of two is heavier where it can, the exact number where
/// not.</summary>
internal readonly struct Part(decimal exact) : IComparable<Part>
{
    // Turning a decimal into a double is wrong by far less than this.
    private const double Sure = 1e-12;

    public decimal Exact { get; } = exact;

    public double Near { get; } = (double)exact;

    public static bool operator <(Part left, Part right) => left.CompareTo(right) < 0;

    public static bool operator >(Part left, Part right) => left.CompareTo(right) > 0;

    public int CompareTo(Part other)
    {
        var more = Near - other.Near;
        if (Math.Abs(more) > Sure * (1 + Math.Abs(Near) + Math.Abs(other.Near))) return more > 0 ? 1 : -1;
        return Exact.CompareTo(other.Exact);
    }
}

/// <summary>One person alone, or a first and a second, with the loads of both before and after. People are indexes.</summary>
/// <param name="beside">The part of the second, looked at alone; null for one who holds it alone.</param>
internal sealed class Way(int first, Part before, Part after, int kindness, Way? beside)
{
    public int First => first;

    public Part FirstBefore => before;

    public Part FirstAfter => after;

    /// <summary>How much speaks for the first beside the load.</summary>
    public int Kindness => kindness;

    public bool IsJoint => beside is not null;

    /// <summary>-1 for nobody.</summary>
    public int Second => beside is null ? -1 : beside.First;

    public Part SecondBefore => beside!.FirstBefore;

    public Part SecondAfter => beside!.FirstAfter;

    public bool Touches(int person) => person == First || person == Second;

    /// <summary>Both alone, or both beside the same person, whose load is then the same in both.</summary>
    public bool DiffersByTheFirst(Way other) => First != other.First && Second == other.Second;

    /// <summary>The load of one whom this or the other way touches, if this way is taken.</summary>
    public Part LoadOf(int person, Part now) => person == First ? FirstAfter : person == Second ? SecondAfter : now;
}

/// <summary>The loads of everybody that was looked at, and what each way would make of them.</summary>
internal sealed class Loads
{
    private const int MostTouched = 4;

    // A way touches two, so the heaviest that it does not touch is one of so many.
    private const int Heavy = 3;

    // Adding up a council's loads as doubles is wrong by far less than this part.
    private const double Unsure = 1e-9;

    private readonly Part[] _of;
    private readonly int[] _heaviest;
    private Part[]? _sorted;
    private int[] _placeOf = [];
    private double[] _sums = [];

    public Loads(IReadOnlyList<Candidate> people)
    {
        _of = new Part[people.Count];
        var heaviest = new List<int>(Heavy + 1);
        for (var i = 0; i < _of.Length; i++)
        {
            if (!(people[i].Capacity > 0)) continue;
            _of[i] = new(people[i].Points / people[i].Capacity!.Value);
            Count++;
            if (heaviest.Count == Heavy && !(_of[i] > _of[heaviest[^1]])) continue;
            var n = heaviest.Count;
            while (n > 0 && _of[i] > _of[heaviest[n - 1]]) n--;
            heaviest.Insert(n, i);
            if (heaviest.Count > Heavy) heaviest.RemoveAt(Heavy);
        }

        _heaviest = [.. heaviest];
        People = people;
    }

    private IReadOnlyList<Candidate> People { get; }

    /// <summary>Of those with a capacity.</summary>
    private int Count { get; }

    public Percent? Heaviest => Count == 0 ? null : new(_of[_heaviest[0]].Exact);

    /// <summary>The load of somebody with a capacity, as it is now.</summary>
    public Part this[int person] => _of[person];

    /// <summary>Under 0 where the first is fairer: at the heaviest load in which they differ it is lighter.</summary>
    /// <remarks>Whoever neither way touches stands the same in both, and so takes no part.</remarks>
    public static int Compare(Way one, Way other)
    {
        if (one.DiffersByTheFirst(other)) return CompareAlone(one, other);
        Span<Part> ours = stackalloc Part[MostTouched];
        Span<Part> theirs = stackalloc Part[MostTouched];
        var count = 0;
        Add(one.First, one.FirstBefore, ours, theirs);
        if (one.IsJoint) Add(one.Second, one.SecondBefore, ours, theirs);
        if (!one.Touches(other.First)) Add(other.First, other.FirstBefore, ours, theirs);
        if (other.IsJoint && !one.Touches(other.Second)) Add(other.Second, other.SecondBefore, ours, theirs);
        for (var k = 0; k < count; k++)
            if (ours[k].CompareTo(theirs[k]) is var order and not 0) return order;

        return 0;

        void Add(int touched, Part before, Span<Part> ours, Span<Part> theirs)
        {
            Insert(ours, count, one.LoadOf(touched, before));
            Insert(theirs, count++, other.LoadOf(touched, before));
        }
    }

    /// <summary>The same where only who takes it first differs, as nearly always.</summary>
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
        var sorted = _sorted ??= Sort();
        // Above all that either way touches the sums are the same, and below all of it they differ by the same amount.
        var (a, b) = (new After(sorted, _placeOf, one), new After(sorted, _placeOf, fairest));
        var start = Above(sorted, a.Highest > b.Highest ? a.Highest : b.Highest);
        (a.At, b.At) = (start, start);
        var (ours, theirs, most) = (_sums[start], _sums[start], 1 + (double)tolerance);
        for (var k = start; k < sorted.Length && !(a.IsPast && b.IsPast); k++)
        {
            ours += a.Next().Near;
            theirs += b.Next().Near;
            var over = ours - (theirs * most);
            if (Math.Abs(over) <= Unsure * theirs) return IsNearExactly(sorted, one, fairest, tolerance, start);
            if (over > 0) return false;
        }

        return true;
    }

    private bool IsNearExactly(Part[] sorted, Way one, Way fairest, decimal tolerance, int start)
    {
        var (a, b) = (new After(sorted, _placeOf, one) { At = start }, new After(sorted, _placeOf, fairest) { At = start });
        var above = 0m;
        for (var n = 0; n < start; n++) above += sorted[n].Exact;
        var (ours, theirs) = (above, above);
        for (var k = start; k < sorted.Length && !(a.IsPast && b.IsPast); k++)
        {
            ours += a.Next().Exact;
            theirs += b.Next().Exact;
            if (ours > theirs * (1 + tolerance)) return false;
        }

        return true;
    }

    /// <summary>The heaviest first; asked for only where kindness is to be weighed against it.</summary>
    private Part[] Sort()
    {
        var (order, near) = (new int[Count], new double[Count]);
        for (int i = 0, n = 0; i < _of.Length; i++)
        {
            if (People[i].Capacity > 0) (order[n], near[n++]) = (i, -_of[i].Near);
        }

        Array.Sort(near, order);
        (_placeOf, _sums) = (new int[_of.Length], new double[Count + 1]);
        for (var n = 1; n < Count; n++)
        {
            // Where doubles could not tell two apart the exact numbers put them in order.
            for (var at = n; at > 0 && _of[order[at - 1]] < _of[order[at]]; at--)
                (order[at - 1], order[at]) = (order[at], order[at - 1]);
        }

        var sorted = Array.ConvertAll(order, i => _of[i]);
        for (var n = 0; n < Count; n++)
        {
            _sums[n + 1] = _sums[n] + sorted[n].Near;
            _placeOf[order[n]] = n;
        }

        return sorted;
    }

    /// <summary>How many loads are heavier.</summary>
    private static int Above(Part[] sorted, Part share)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] > share) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    public CaseSuggestion Tell(Way way)
    {
        var (first, heaviest) = (People[way.First], HeaviestAfter(way));
        return new(
            first.Worker, !way.IsJoint ? null : People[way.Second].Worker,
            new(way.FirstBefore.Exact), new(way.FirstAfter.Exact),
            !way.IsJoint ? null : new(way.SecondBefore.Exact), !way.IsJoint ? null : new(way.SecondAfter.Exact),
            first.Signs, new(heaviest.Share.Exact), heaviest.Worker);
    }

    /// <summary>Of those whom the way does not touch the first in order, or one of those whom it does.</summary>
    private (Id<Worker> Worker, Part Share) HeaviestAfter(Way way)
    {
        var (who, share) = (way.First, way.FirstAfter);
        if (way.IsJoint && way.SecondAfter > share) (who, share) = (way.Second, way.SecondAfter);
        foreach (var other in _heaviest)
        {
            if (way.Touches(other)) continue;
            if (_of[other] > share) (who, share) = (other, _of[other]);
            break;
        }

        return (People[who].Worker, share);
    }

    /// <summary>Puts a value in its place among those before it, the heaviest first.</summary>
    private static void Insert(Span<Part> sorted, int count, Part value)
    {
        var n = count;
        for (; n > 0 && sorted[n - 1] < value; n--) sorted[n] = sorted[n - 1];
        sorted[n] = value;
    }

    /// <summary>The loads that a way leaves, one by one, the heaviest first.</summary>
    private struct After(Part[] sorted, int[] placeOf, Way way)
    {
        private readonly int _first = placeOf[way.First];
        private readonly int _second = !way.IsJoint ? -1 : placeOf[way.Second];
        private bool _firstIsTold;
        private bool _secondIsTold = !way.IsJoint;

        /// <summary>The place among the loads of now from which to go on.</summary>
        public int At { get; set; }

        /// <summary>No load above this is touched.</summary>
        public readonly Part Highest
        {
            get
            {
                var highest = way.FirstBefore > way.FirstAfter ? way.FirstBefore : way.FirstAfter;
                if (!way.IsJoint) return highest;
                if (way.SecondBefore > highest) highest = way.SecondBefore;
                return way.SecondAfter > highest ? way.SecondAfter : highest;
            }
        }

        /// <summary>What is still to be told stands as it stands now.</summary>
        public readonly bool IsPast => _firstIsTold && _secondIsTold && At > _first && At > _second;

        public Part Next()
        {
            while (At == _first || At == _second) At++;
            var best = At < sorted.Length ? sorted[At] : new(decimal.MinValue);
            if (!_firstIsTold && !(way.FirstAfter < best) && (_secondIsTold || !(way.FirstAfter < way.SecondAfter)))
            {
                _firstIsTold = true;
                return way.FirstAfter;
            }

            if (!_secondIsTold && !(way.SecondAfter < best))
            {
                _secondIsTold = true;
                return way.SecondAfter;
            }

            At++;
            return best;
        }
    }
}
