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
    private const int MostPartners = 48;

    private readonly Change?[] _changes;
    private readonly List<int>[] _of;
    private readonly bool[] _isUntidy;
    private readonly bool[] _inGroup;
    private readonly int[] _seen;
    private readonly long[] _sums;
    private readonly int[] _joinedAt;
    private readonly int[] _gain;
    private int _joined;
    private int _pass;

    /// <summary>Before anything is shown every atom with people in it may change alone.</summary>
    public UnshownChanges(IReadOnlyList<int> people)
    {
        _changes = new Change?[people.Count];
        _of = new List<int>[people.Count];
        (_isUntidy, _inGroup, _seen) = (new bool[people.Count], new bool[people.Count], new int[people.Count]);
        (_sums, _joinedAt, _gain) = (new long[people.Count], new int[people.Count], new int[people.Count]);
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

    /// <summary>
    /// Takes away what the figures of this group forbid. Each change that alters them is joined to another one so that the two together
    /// do not; the other is the one with which it comes out shortest, so that what is left stays sparse. Null when the numbers grow too
    /// large; nothing is taken then.
    /// </summary>
    public ShownStep? Show(int[] group)
    {
        var touched = Touched(group);
        if (touched.Count == 0) return ShownStep.Nothing;

        touched.Sort((one, other) => Order(one).CompareTo(Order(other)));
        foreach (var which in touched) foreach (var atom in _changes[which]!.Atoms) if (_isUntidy[atom]) Tidy(atom);
        if (Joined(touched) is not { } next) return null;

        var step = new ShownStep([.. touched.Select(which => (which, _changes[which]!))]);
        for (var i = 0; i < next.Length; i++) Set(touched[i], next[i]);
        return step;

        (int Length, int Which) Order(int which) => (_changes[which]!.Atoms.Length, which);
    }

    /// <summary>The first is what is lost; every other goes on, joined.</summary>
    private Change?[]? Joined(List<int> touched)
    {
        var next = new Change?[touched.Count];
        _joined++;
        _joinedAt[touched[0]] = _joined;
        for (var i = 1; i < touched.Count; i++)
        {
            var which = touched[i];
            var partner = Partner(which, touched[0]);
            next[i] = _changes[which]!.Without(_sums[which], _changes[partner]!, _sums[partner]);
            if (next[i] is null) return null;
            _joinedAt[which] = _joined;
        }

        return next;
    }

    /// <summary>Of the changes that are joined already, the one with which this one comes out shortest.</summary>
    private int Partner(int which, int first)
    {
        var (own, best, least) = (_changes[which]!, first, _changes[first]!.Atoms.Length);
        _pass++;
        for (var i = 0; i < own.Atoms.Length; i++)
        {
            var looked = 0;
            foreach (var other in _of[own.Atoms[i]])
            {
                if (_joinedAt[other] != _joined) continue;
                if (++looked > MostPartners) break;
                var its = _changes[other]!;
                if (_seen[other] != _pass) (_seen[other], _gain[other]) = (_pass, its.Atoms.Length);
                var at = Array.BinarySearch(its.Atoms, own.Atoms[i]);
                _gain[other] -= own.By[i] * _sums[other] == its.By[at] * _sums[which] ? 2 : 1;
                if (_gain[other] < least || (_gain[other] == least && other < best)) (best, least) = (other, _gain[other]);
            }
        }

        return best;
    }

    public void Undo(ShownStep step)
    {
        foreach (var (which, was) in step.Was) Set(which, was);
    }

    /// <summary>The changes that alter the figures of the group; by how much stands in the sums.</summary>
    private List<int> Touched(int[] group)
    {
        var touched = new List<int>();
        foreach (var atom in group) _inGroup[atom] = true;
        foreach (var atom in group) if (_isUntidy[atom]) Tidy(atom);
        _pass++;
        foreach (var atom in group)
        {
            foreach (var which in _of[atom])
            {
                if (_seen[which] == _pass) continue;
                _seen[which] = _pass;
                if ((_sums[which] = _changes[which]!.Over(_inGroup)) != 0) touched.Add(which);
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

/// <summary>The changes that the figures of a group forbid: each altered them. Together they lose one degree of freedom.</summary>
internal sealed record ShownStep(IReadOnlyList<(int Which, Change Was)> Was)
{
    /// <summary>What it shows could be worked out already.</summary>
    public static ShownStep Nothing { get; } = new([]);
}
