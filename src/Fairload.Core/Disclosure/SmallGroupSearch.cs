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

    private readonly long[] _sum = new long[people.Length];
    private readonly int[] _placeOf = new int[people.Length];
    private readonly List<int> _altered = [];
    private readonly bool[] _in = new bool[people.Length];
    private readonly bool[] _out = new bool[people.Length];
    private readonly int[] _mark = new int[people.Length];
    private readonly List<int> _group = [];
    private int _pass;

    private long _most;

    /// <summary>How many groups were looked at, over the life of the search.</summary>
    public long Steps { get; private set; }

    /// <summary>All groups that hold this atom have been looked at: later searches pass them by.</summary>
    public void LeaveOut(int atom) => _out[atom] = true;

    /// <summary>Looks at every group that holds one of these atoms.</summary>
    public Finding From(IEnumerable<int> starts, long steps)
    {
        _most = Steps + steps;
        var tried = new List<int>();
        var finding = Finding.None;
        foreach (var start in starts.Where(a => people[a] > 0 && people[a] < floor))
        {
            Put(start);
            finding = Search(floor - 1 - people[start]);
            while (_group.Count > 0) Take();
            if (finding != Finding.None) break;
            _out[start] = true;
            tried.Add(start);
        }

        foreach (var start in tried) _out[start] = false;
        return finding;
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
            _out[atom] = true;
            tried.Add(atom);
        }

        foreach (var atom in tried) _out[atom] = false;
        return finding;
    }

    /// <summary>The change that the fewest atoms could make good; null when one can not be, or when making good those that have
    /// nothing in common already takes more people than there is room for. It is enough to look at some: the shorter ones tell
    /// most.</summary>
    private int? Narrowest(int room)
    {
        var (best, fewest, needed, looked) = (-1, int.MaxValue, 0, 0);
        var shortest = int.MaxValue;
        foreach (var which in _altered) shortest = Math.Min(shortest, changes.At(which).Atoms.Length);
        _pass++;
        foreach (var which in _altered)
        {
            if (changes.At(which).Atoms.Length > 2 * shortest) continue;
            var (helping, lightest, isApart) = Count(which, room);
            if (helping == 0) return null;
            if (helping < fewest) (best, fewest) = (which, helping);
            if (isApart && (needed += lightest) > room) return null;
            if (++looked == MostLookedAt) break;
            if (isApart) MarkHelping(which, room);
        }

        return best;
    }

    private (int Helping, int Lightest, bool IsApart) Count(int which, int room)
    {
        var (change, helping, lightest, isApart) = (changes.At(which), 0, int.MaxValue, true);
        var (atoms, sum) = (change.Atoms, _sum[which]);
        for (var i = 0; i < atoms.Length; i++)
        {
            if (!Helps(change, i, sum, room)) continue;
            helping++;
            lightest = Math.Min(lightest, people[atoms[i]]);
            isApart &= _mark[atoms[i]] != _pass;
        }

        return (helping, lightest, isApart);
    }

    private void MarkHelping(int which, int room)
    {
        var change = changes.At(which);
        for (var i = 0; i < change.Atoms.Length; i++) if (Helps(change, i, _sum[which], room)) _mark[change.Atoms[i]] = _pass;
    }

    /// <summary>At least one atom that is taken in has to move against the sum.</summary>
    private bool Helps(Change change, int i, long sum, int room)
    {
        var atom = change.Atoms[i];
        return change.By[i] < 0 != sum < 0 && !_in[atom] && !_out[atom] && people[atom] <= room;
    }

    private void Put(int atom)
    {
        _in[atom] = true;
        _group.Add(atom);
        Move(atom, 1);
    }

    private void Take()
    {
        var atom = _group[^1];
        _group.RemoveAt(_group.Count - 1);
        _in[atom] = false;
        Move(atom, -1);
    }

    private void Move(int atom, int sign)
    {
        foreach (var which in changes.Of(atom))
        {
            var change = changes.At(which);
            var was = _sum[which];
            var now = was + (sign * change.By[Array.BinarySearch(change.Atoms, atom)]);
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
