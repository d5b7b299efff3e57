namespace Fairload.Core.Disclosure;

/// <summary>
/// Everything that could be otherwise without any shown figure being otherwise: a basis of the null space of the shown groups, over whole
/// numbers and exact. What all of these changes leave as it is can be worked out by adding and subtracting shown figures, and nothing else
/// can.
/// </summary>
/// <remarks>The basis of answered queries of Chin and Ozsoyoglu's Audit Expert (1982), kept from its other side: the more is shown, the
/// less is left in it, and it stays sparse where tables are crossings.</remarks>
internal sealed class UnshownChanges
{
    private readonly Change?[] _changes;
    private readonly List<int>[] _of;
    private readonly bool[] _isUntidy;
    private readonly bool[] _inGroup;
    private readonly int[] _seen;
    private int _pass;

    /// <summary>Before anything is shown every atom with people in it may change alone.</summary>
    public UnshownChanges(IReadOnlyList<int> people)
    {
        _changes = new Change?[people.Count];
        _of = new List<int>[people.Count];
        (_isUntidy, _inGroup, _seen) = (new bool[people.Count], new bool[people.Count], new int[people.Count]);
        for (var atom = 0; atom < people.Count; atom++)
        {
            _of[atom] = [];
            if (people[atom] == 0) continue;
            _changes[atom] = Change.OfOne(atom);
            _of[atom].Add(atom);
        }
    }

    public Change At(int which) => _changes[which]!;

    /// <summary>The changes that move this atom.</summary>
    public List<int> Of(int atom)
    {
        if (_isUntidy[atom]) Tidy(atom);
        return _of[atom];
    }

    /// <summary>Takes away what the figures of this group forbid. Null when the numbers grow too large; nothing is taken then.</summary>
    public ShownStep? Show(int[] group)
    {
        var touched = Touched(group);
        if (touched.Count == 0) return ShownStep.Nothing;

        var pivot = touched.MinBy(t => (_changes[t.Which]!.Atoms.Length, t.Which));
        var (gone, sum) = (_changes[pivot.Which]!, pivot.Sum);
        var next = new List<(int Which, Change? Is)>(touched.Count) { (pivot.Which, null) };
        foreach (var (which, own) in touched)
        {
            if (which == pivot.Which) continue;
            if (_changes[which]!.Without(own, gone, sum) is not { } left) return null;
            next.Add((which, left));
        }

        var step = new ShownStep(gone, [.. next.Select(n => (n.Which, _changes[n.Which]))]);
        foreach (var (which, now) in next) Set(which, now);
        return step;
    }

    public void Undo(ShownStep step)
    {
        foreach (var (which, was) in step.Was) Set(which, was);
    }

    private List<(int Which, long Sum)> Touched(int[] group)
    {
        var touched = new List<(int, long)>();
        foreach (var atom in group) _inGroup[atom] = true;
        foreach (var atom in group) if (_isUntidy[atom]) Tidy(atom);
        _pass++;
        foreach (var atom in group)
        {
            foreach (var which in _of[atom])
            {
                if (_seen[which] == _pass) continue;
                _seen[which] = _pass;
                if (_changes[which]!.Over(_inGroup) is not 0 and var sum) touched.Add((which, sum));
            }
        }

        foreach (var atom in group) _inGroup[atom] = false;
        return touched;
    }

    /// <summary>The lists hold every change that moves an atom, and until they are tidied some that no longer do.</summary>
    private void Set(int which, Change? now)
    {
        var was = _changes[which];
        if (was is not null) foreach (var atom in was.Atoms) _isUntidy[atom] = true;
        if (now is not null) foreach (var atom in now.Atoms) if (was is null || !was.Has(atom)) Add(atom, which);
        _changes[which] = now;
    }

    private void Add(int atom, int which)
    {
        _of[atom].Add(which);
        _isUntidy[atom] = true;
    }

    private void Tidy(int atom)
    {
        var (list, kept) = (_of[atom], 0);
        _pass++;
        for (var i = 0; i < list.Count; i++)
        {
            var which = list[i];
            if (_seen[which] == _pass || _changes[which]?.Has(atom) != true) continue;
            _seen[which] = _pass;
            list[kept++] = which;
        }

        list.RemoveRange(kept, list.Count - kept);
        _isUntidy[atom] = false;
    }
}

/// <summary>What showing a group took away: one change whole, and its part of others.</summary>
internal sealed record ShownStep(Change? Gone, IReadOnlyList<(int Which, Change? Was)> Was)
{
    /// <summary>What it shows could be worked out already.</summary>
    public static ShownStep Nothing { get; } = new(null, []);
}
