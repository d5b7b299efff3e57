namespace Fairload.Core.Disclosure;

/// <summary>What an attacker found who looks for a group under the floor.</summary>
internal enum Finding
{
    /// <summary>Every possibility was looked at, and there is none.</summary>
    None,
    Found,

    /// <summary>The effort was spent. That counts as found.</summary>
    GaveUp,
}

/// <summary>
/// The exact attacker: looks for people that are a union of atoms, fewer than the floor, and whose figure no unshown change alters. A
/// group that such a change alters has to take in more of its atoms, and each holds somebody; so the search is no deeper than the floor.
/// </summary>
internal sealed class SmallGroupSearch
{
    private const int MostLookedAt = 32;
    private const int MostInPlace = 64;

    private readonly UnshownChanges _changes;
    private readonly int[] _people;
    private readonly int _floor;
    private readonly long[] _sum;
    private readonly Charges _charges;
    private readonly int[] _placeOf;
    private readonly int[] _altered;
    private int _alteredCount;
    private long _most;

    public SmallGroupSearch(UnshownChanges changes, int[] people, int floor)
    {
        (_changes, _people, _floor) = (changes, people, floor);
        (_sum, _placeOf, _altered) = (new long[people.Length], new int[people.Length], new int[people.Length]);
        _charges = new(changes, people, _sum);
    }

    /// <summary>How many groups were looked at, over the life of the search.</summary>
    public long Steps { get; private set; }

    /// <summary>The largest group that is looked for, in parts.</summary>
    private long Whole => (_floor - 1L) * Charges.Parts;

    /// <summary>All groups that hold this atom have been looked at: later searches pass them by.</summary>
    public void LeaveOut(int atom) => _charges.Bar(atom);

    /// <summary>Looks at every group that holds this atom.</summary>
    public Finding From(int atom, long steps)
    {
        _most = Steps + steps;
        return _charges.Fits(atom, _floor - 1, Whole) ? With(atom, _floor - 1, Whole) : Finding.None;
    }

    /// <summary>
    /// Looks for people whose figure would follow from that of a group which is not shown yet. Every change has to move them as it moves
    /// the group, so many times over: <paramref name="touched"/> by so much as it alters that group, and no other at all.
    /// Against the group first: most often it is the rest of a group shown before that would be known.
    /// </summary>
    public Finding Like(ReadOnlySpan<int> touched, long steps)
    {
        _most = Steps + steps;
        var common = 0L;
        foreach (var which in touched) common = Change.Divisor(common, _changes.SumOf(which));
        var times = long.MaxValue;
        foreach (var which in touched) times = Math.Min(times, Reach(_changes.At(which)) / Math.Abs(_changes.SumOf(which) / common));
        var finding = Like(touched, common, -times);
        return finding == Finding.None ? Like(touched, common, times) : finding;
    }

    /// <summary>Once so many times over would take too many people, more times over would too: every change is out by more, the same way,
    /// and so takes what it is charged so many times over.</summary>
    private Finding Like(ReadOnlySpan<int> touched, long common, long times)
    {
        var (finding, isDear) = (Finding.None, false);
        for (var k = 1; k <= Math.Abs(times) && finding == Finding.None && !isDear; k++)
        {
            foreach (var which in touched) Owe(which, -Math.Sign(times) * k * (_changes.SumOf(which) / common));
            var spare = Whole;
            if (++Steps > _most) finding = Finding.GaveUp;
            else if (!_charges.Raise(touched, _floor - 1, ref spare)) isDear = true;
            else finding = Further(_floor - 1, spare);
            _charges.Keep(0);
        }

        foreach (var which in touched) Owe(which, 0);
        return finding;
    }

    /// <summary>How far people under the floor can move it at the most.</summary>
    private long Reach(Change change)
    {
        var (most, up, down) = (0L, 0L, 0L);
        for (var i = 0; i < change.Atoms.Length; i++)
        {
            var its = _people[change.Atoms[i]];
            if (its >= _floor) continue;
            var by = change.By[i];
            if (by > 0) up += by;
            else down -= by;
            most = Math.Max(most, its == 1 ? Math.Abs((long)by) * (_floor - 1) : Math.Abs((long)by) * (_floor - 1) / its);
        }

        return Math.Min(Math.Max(up, down), most);
    }

    private void Owe(int which, long sum)
    {
        if (_sum[which] == 0 && sum != 0) Add(which);
        else if (_sum[which] != 0 && sum == 0) Remove(which);
        _sum[which] = sum;
    }

    /// <summary>Takes one more atom in and looks at every group that holds it.</summary>
    /// <param name="room">How many more people the group may hold.</param>
    /// <param name="spare">By how much that is more than what is charged already.</param>
    private Finding With(int atom, int room, long spare)
    {
        if (++Steps > _most) return Finding.GaveUp;
        var charged = _charges.Count;
        _charges.Bar(atom);
        Move(atom, 1);
        room -= _people[atom];
        spare -= _charges.Left(atom);
        var finding = Finding.None;
        if (_alteredCount == 0) finding = Finding.Found;
        else if (_charges.Raise(_changes.Of(atom).Which, room, ref spare)) finding = Further(room, spare);
        _charges.Keep(charged);
        Move(atom, -1);
        _charges.Unbar(atom);
        return finding;
    }

    /// <summary>One of the atoms that could make the narrowest change good has to be taken in.</summary>
    private Finding Further(int room, long spare)
    {
        if (Narrowest(room, spare) is not { } which) return Finding.None;
        var (change, isDown) = (_changes.At(which), _sum[which] > 0);
        var (atoms, moves) = (change.Atoms, change.By);
        var helping = atoms.Length <= MostInPlace ? stackalloc int[MostInPlace] : new int[atoms.Length];
        var count = 0;
        for (var i = 0; i < atoms.Length; i++)
            if (moves[i] < 0 == isDown && _charges.Fits(atoms[i], room, spare)) helping[count++] = atoms[i];

        var (tried, finding) = (0, Finding.None);
        for (; tried < count && finding == Finding.None; tried++)
        {
            finding = With(helping[tried], room, spare);
            _charges.Bar(helping[tried]);
        }

        foreach (var atom in helping[..tried]) _charges.Unbar(atom);
        return finding;
    }

    /// <summary>The change that the fewest atoms could make good; null when one can not be. It is enough to look at some: the shorter
    /// ones tell most.</summary>
    private int? Narrowest(int room, long spare)
    {
        var (best, fewest, looked, shortest) = (-1, int.MaxValue, 0, int.MaxValue);
        var altered = _altered.AsSpan(0, _alteredCount);
        foreach (var which in altered) shortest = Math.Min(shortest, _changes.LengthOf(which));
        foreach (var which in altered)
        {
            if (_changes.LengthOf(which) > 2 * shortest) continue;
            var helping = Helping(_changes.At(which), _sum[which], room, spare);
            if (helping == 0) return null;
            if (helping < fewest) (best, fewest) = (which, helping);
            if (helping == 1 || ++looked == MostLookedAt) break;
        }

        return best;
    }

    /// <summary>How many atoms could help; 0 where all together do not move it far enough.</summary>
    private int Helping(Change change, long sum, int room, long spare)
    {
        var (helping, reach, isDown) = (0, 0L, sum > 0);
        var (atoms, moves) = (change.Atoms, change.By);
        for (var i = 0; i < atoms.Length; i++)
        {
            if (moves[i] < 0 != isDown || !_charges.Fits(atoms[i], room, spare)) continue;
            helping++;
            reach += moves[i];
        }

        return Math.Abs(reach) < Math.Abs(sum) ? 0 : helping;
    }

    private void Move(int atom, int sign)
    {
        var moved = _changes.Of(atom).Which;
        var by = _changes.Of(atom).By;
        for (var k = 0; k < moved.Length; k++)
        {
            var which = moved[k];
            var was = _sum[which];
            var now = was + (sign * by[k]);
            _sum[which] = now;
            if (was == 0) Add(which);
            else if (now == 0) Remove(which);
        }
    }

    private void Add(int which)
    {
        _placeOf[which] = _alteredCount;
        _altered[_alteredCount++] = which;
    }

    private void Remove(int which)
    {
        var (place, last) = (_placeOf[which], _altered[--_alteredCount]);
        (_altered[place], _placeOf[last]) = (last, place);
    }
}
