namespace Fairload.Core.Disclosure;

/// <summary>
/// Tables near the truth that agree with all that is told, found by making a few of the changes that no shown count alters. What is
/// found is certain; that nothing is found means nothing.
/// </summary>
internal sealed class CountMoves
{
    private const int MostTogether = 5;
    private const int MostOfOne = 24;
    private const int MostATime = 600;

    private readonly UnshownChanges? _changes;
    private readonly CountBounds _bounds;
    private readonly int[] _mark;
    private readonly List<Change> _made = [];
    private int _pass;
    private int _left;

    public CountMoves(int[] truth, IReadOnlyList<ToldCount> told, CountBounds bounds)
    {
        (_bounds, _mark) = (bounds, new int[truth.Length]);
        var changes = new UnshownChanges(truth);
        var isSmall = true;
        foreach (var one in told.Where(t => t.IsExact).OrderBy(t => t.Atoms.Length)) isSmall &= changes.Show(one.Atoms);
        _changes = isSmall ? changes : null;
    }

    /// <summary>Keeps, in the bounds, a table with more, or fewer, in the group; false when none was found.</summary>
    public bool Move(int[] group, bool isUp, out long steps)
    {
        _left = MostATime;
        var isFound = _changes is not null && Move(group, isUp);
        steps = MostATime - Math.Max(0, _left);
        return isFound;
    }

    private bool Move(int[] group, bool isUp)
    {
        _pass++;
        foreach (var atom in group) _mark[atom] = _pass;
        foreach (var which in Moving(group))
        {
            var change = _changes!.At(which);
            var over = Over(change);
            if (over == 0 || !Turned(change, over > 0 == isUp ? 1 : -1, 0, isUp, MostTogether)) continue;
            return true;
        }

        return false;
    }

    /// <summary>With this change made, and as many more as it takes to put right what it puts wrong.</summary>
    private bool Turned(Change change, int sign, long over, bool isUp, int together)
    {
        if (--_left < 0) return false;
        over += sign * Over(change);
        if (over == 0 || over > 0 != isUp) return false;
        _bounds.Turn(change, sign);
        _made.Add(change);
        var isFound = Righted(over, isUp, together - 1);
        _made.RemoveAt(_made.Count - 1);
        _bounds.Turn(change, -sign);
        return isFound;
    }

    private bool Righted(long over, bool isUp, int together)
    {
        if (_bounds.Beyond(_made) is { } atom)
            return together > 0 && Others([atom], _bounds.At(atom) < _bounds.Low(atom), over, isUp, together);
        if (_bounds.Wrong() is { } row)
            return together > 0 && Others(_bounds.AtomsOf(row).ToArray(), _bounds.IsTooLow(row), over, isUp, together);
        _bounds.Keep();
        return true;
    }

    /// <summary>Tries what brings these atoms together up, or down.</summary>
    private bool Others(int[] atoms, bool isLift, long over, bool isUp, int together)
    {
        var tried = 0;
        foreach (var which in Moving(atoms))
        {
            var change = _changes!.At(which);
            if (_made.Contains(change)) continue;
            var by = change.Over(atoms);
            if (by == 0) continue;
            if (Turned(change, by > 0 == isLift ? 1 : -1, over, isUp, together)) return true;
            if (++tried == MostOfOne || _left < 0) return false;
        }

        return false;
    }

    private List<int> Moving(int[] atoms)
    {
        var (found, seen) = (new List<int>(), new HashSet<int>());
        foreach (var atom in atoms)
        {
            foreach (var which in _changes!.Of(atom).Which)
                if (seen.Add(which)) found.Add(which);
        }

        found.Sort((one, other) => (_changes!.LengthOf(one), one).CompareTo((_changes.LengthOf(other), other)));
        return found;
    }

    private long Over(Change change)
    {
        var over = 0L;
        for (var i = 0; i < change.Atoms.Length; i++) if (_mark[change.Atoms[i]] == _pass) over += change.By[i];
        return over;
    }
}
