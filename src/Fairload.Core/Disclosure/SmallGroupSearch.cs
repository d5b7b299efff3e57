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
internal sealed class SmallGroupSearch(UnshownChanges changes, int[] people, int floor)
{
    private const int MostLookedAt = 32;
    private const int Barred = int.MaxValue;

    private readonly long[] _sum = new long[people.Length];
    private readonly int[] _placeOf = new int[people.Length];
    private readonly List<int> _altered = [];
    private readonly int[] _mark = new int[people.Length];
    private readonly int[] _helping = new int[people.Length];

    /// <summary>Who would come with an atom that may be taken in; without end for one that is in already, or that was tried.</summary>
    private readonly int[] _cost = [.. people.Select(p => p == 0 ? Barred : p)];
    private readonly List<int> _group = [];
    private int _pass;

    private long _most;

    /// <summary>How many groups were looked at, over the life of the search.</summary>
    public long Steps { get; private set; }

    /// <summary>All groups that hold this atom have been looked at: later searches pass them by.</summary>
    public void LeaveOut(int atom) => _cost[atom] = Barred;

    /// <summary>Looks at every group that holds one of these atoms.</summary>
    public Finding From(IEnumerable<int> starts, long steps)
    {
        _most = Steps + steps;
        var tried = new List<int>();
        var finding = Finding.None;
        foreach (var start in starts.Where(a => _cost[a] < floor))
        {
            Put(start);
            finding = Search(floor - 1 - people[start]);
            while (_group.Count > 0) Take();
            if (finding != Finding.None) break;
            _cost[start] = Barred;
            tried.Add(start);
        }

        foreach (var start in tried) _cost[start] = people[start];
        return finding;
    }

    /// <summary>
    /// Looks for people whose figure would follow from that of a group which is not shown yet. Every change has to move them as it moves
    /// the group, so many times over: <paramref name="touched"/> by so much as <paramref name="sums"/> says, and no other at all.
    /// </summary>
    public Finding Like(IReadOnlyList<int> touched, long[] sums, long steps)
    {
        _most = Steps + steps;
        var common = 0L;
        foreach (var which in touched) common = Change.Divisor(common, sums[which]);
        var times = touched.Min(which => Reach(changes.At(which)) / Math.Abs(sums[which] / common));
        for (var k = 1L; k <= times; k++)
        {
            foreach (var sign in (ReadOnlySpan<long>)[k, -k])
            {
                foreach (var which in touched) Owe(which, -sign * (sums[which] / common));
                var finding = Search(floor - 1);
                while (_group.Count > 0) Take();
                foreach (var which in touched) Owe(which, 0);
                if (finding != Finding.None) return finding;
            }
        }

        return Finding.None;
    }

    /// <summary>How far people under the floor can move it at the most.</summary>
    private long Reach(Change change)
    {
        var (most, up, down) = (0L, 0L, 0L);
        for (var i = 0; i < change.Atoms.Length; i++)
        {
            if (people[change.Atoms[i]] >= floor) continue;
            if (change.By[i] > 0) up += change.By[i];
            else down -= change.By[i];
            most = Math.Max(most, Math.Abs((long)change.By[i]) * (floor - 1) / people[change.Atoms[i]]);
        }

        return Math.Min(Math.Max(up, down), most);
    }

    private void Owe(int which, long sum)
    {
        if (_sum[which] == 0 && sum != 0) Add(which);
        else if (_sum[which] != 0 && sum == 0) Remove(which);
        _sum[which] = sum;
    }

    /// <param name="room">How many more people the group may hold.</param>
    private Finding Search(int room)
    {
        if (++Steps > _most) return Finding.GaveUp;
        if (_altered.Count == 0) return Finding.Found;
        if (Narrowest(room) is not { } which) return Finding.None;

        var (tried, finding) = (new List<int>(), Finding.None);
        var change = changes.At(which);
        for (var i = 0; i < change.Atoms.Length && finding == Finding.None; i++)
        {
            if (!Helps(change, i, _sum[which], room)) continue;
            var atom = change.Atoms[i];
            Put(atom);
            finding = Search(room - people[atom]);
            Take();
            _cost[atom] = Barred;
            tried.Add(atom);
        }

        foreach (var atom in tried) _cost[atom] = people[atom];
        return finding;
    }

    /// <summary>The change that the fewest atoms could make good; null when one can not be, or when making good those that have
    /// nothing in common already takes more people than there is room for. It is enough to look at some: the shorter ones tell
    /// most.</summary>
    private int? Narrowest(int room)
    {
        var (best, fewest, needed, looked) = (-1, int.MaxValue, 0L, 0);
        var shortest = int.MaxValue;
        var lengths = changes.Lengths;
        foreach (var which in _altered) shortest = Math.Min(shortest, lengths[which]);
        _pass++;
        foreach (var which in _altered)
        {
            if (lengths[which] > 2 * shortest) continue;
            var (helping, lightest, isApart) = Count(which, room);
            if (helping == 0 || lightest > room) return null;
            if (helping < fewest) (best, fewest) = (which, helping);
            if (isApart && (needed += lightest) > room) return null;
            if (++looked == MostLookedAt) break;
            if (isApart) foreach (var atom in _helping.AsSpan(0, helping)) _mark[atom] = _pass;
        }

        return best;
    }

    /// <summary>How many atoms could help, and how many people it takes of them at the least: no fewer than of those who move it furthest
    /// for each person. 0 helping where all together do not move it far enough.</summary>
    private (int Helping, long Lightest, bool IsApart) Count(int which, int room)
    {
        var (change, isDown, sum) = (changes.At(which), _sum[which] > 0, Math.Abs(_sum[which]));
        var (helping, isApart, reach, fewest, furthest) = (0, true, 0L, 1L, 0L);
        var (atoms, moves) = (change.Atoms, change.By);
        for (var i = 0; i < atoms.Length; i++)
        {
            if (moves[i] < 0 != isDown) continue;
            var (atom, by) = (atoms[i], Math.Abs((long)moves[i]));
            var its = _cost[atom];
            if (its > room) continue;
            _helping[helping++] = atom;
            reach += by;
            if (its * furthest < fewest * by) (fewest, furthest) = (its, by);
            isApart &= _mark[atom] != _pass;
        }

        return reach < sum ? (0, 0, false) : (helping, furthest == 1 ? sum * fewest : ((sum * fewest) + furthest - 1) / furthest, isApart);
    }

    /// <summary>At least one atom that is taken in has to move against the sum.</summary>
    private bool Helps(Change change, int i, long sum, int room) => change.By[i] < 0 != sum < 0 && _cost[change.Atoms[i]] <= room;

    private void Put(int atom)
    {
        _cost[atom] = Barred;
        _group.Add(atom);
        Move(atom, 1);
    }

    private void Take()
    {
        var atom = _group[^1];
        _group.RemoveAt(_group.Count - 1);
        _cost[atom] = people[atom];
        Move(atom, -1);
    }

    private void Move(int atom, int sign)
    {
        var moved = changes.Of(atom).Which;
        var by = changes.Of(atom).By;
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
        _placeOf[which] = _altered.Count;
        _altered.Add(which);
    }

    private void Remove(int which)
    {
        var (place, last) = (_placeOf[which], _altered[^1]);
        (_altered[place], _placeOf[last]) = (last, place);
        _altered.RemoveAt(_altered.Count - 1);
    }
}
