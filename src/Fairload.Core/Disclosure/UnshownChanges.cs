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
    private readonly MovedBy[] _of;
    private readonly int[] _seen;
    private readonly int[] _lengths;
    private readonly long[] _sums;
    private readonly int[] _joinedAt;
    private readonly int[] _gain;
    private int _joined;
    private int _pass;

    /// <summary>Before anything is shown every atom with people in it may change alone.</summary>
    public UnshownChanges(IReadOnlyList<int> people)
    {
        _changes = new Change?[people.Count];
        _of = new MovedBy[people.Count];
        (_seen, _sums, _lengths) = (new int[people.Count], new long[people.Count], new int[people.Count]);
        (_joinedAt, _gain) = (new int[people.Count], new int[people.Count]);
        for (var atom = 0; atom < people.Count; atom++)
        {
            _of[atom] = new();
            if (people[atom] > 0) Set(atom, Change.OfOne(atom));
        }
    }

    /// <summary>How many atoms all changes move together: what working with them costs.</summary>
    public int Length { get; private set; }

    public Change At(int which) => _changes[which]!;

    /// <summary>How many atoms each change moves.</summary>
    public int[] Lengths => _lengths;

    /// <summary>The changes that move this atom.</summary>
    public MovedBy Of(int atom) => _of[atom];

    /// <summary>By how much each of the <see cref="Touched"/> changes alters the figures of the group that was looked at last.</summary>
    public long[] Sums => _sums;

    /// <summary>
    /// Takes away what the figures of this group forbid. Each change that alters them is joined to another one so that the two together
    /// do not; the other is the one with which it comes out shortest, so that what is left stays sparse. False when the numbers grow too
    /// large; nothing is taken then.
    /// </summary>
    public bool Show(int[] group) => Show(Touched(group));

    /// <param name="touched">By the group that was looked at last.</param>
    public bool Show(List<int> touched)
    {
        if (touched.Count == 0) return true;
        touched.Sort((one, other) => Order(one).CompareTo(Order(other)));
        if (Joined(touched) is not { } next) return false;
        for (var i = 0; i < next.Length; i++) Set(touched[i], next[i]);
        return true;

        (int Length, int Which) Order(int which) => (_lengths[which], which);
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
            var others = _of[own.Atoms[i]].Which;
            var bys = _of[own.Atoms[i]].By;
            for (var k = 0; k < others.Length; k++)
            {
                var other = others[k];
                if (_joinedAt[other] != _joined) continue;
                if (++looked > MostPartners) break;
                if (_seen[other] != _pass) (_seen[other], _gain[other]) = (_pass, _lengths[other]);
                _gain[other] -= own.By[i] * _sums[other] == bys[k] * _sums[which] ? 2 : 1;
                if (_gain[other] < least || (_gain[other] == least && other < best)) (best, least) = (other, _gain[other]);
            }
        }

        return best;
    }

    /// <summary>The changes that alter the figures of the group; by how much stands in <see cref="Sums"/>. None where the figures could be
    /// worked out already.</summary>
    public List<int> Touched(int[] group)
    {
        var met = new List<int>();
        _pass++;
        foreach (var atom in group)
        {
            var which = _of[atom].Which;
            var by = _of[atom].By;
            for (var k = 0; k < which.Length; k++)
            {
                if (_seen[which[k]] != _pass)
                {
                    (_seen[which[k]], _sums[which[k]]) = (_pass, 0);
                    met.Add(which[k]);
                }

                _sums[which[k]] += by[k];
            }
        }

        met.RemoveAll(which => _sums[which] == 0);
        return met;
    }

    /// <summary>Rows and columns are kept in step: an atom that is moved before and after only gets its new number.</summary>
    private void Set(int which, Change? now)
    {
        var was = _changes[which];
        var (before, after) = (was?.Atoms ?? [], now?.Atoms ?? []);
        int i = 0, j = 0;
        while (i < before.Length || j < after.Length)
        {
            var (old, next) = (i < before.Length ? before[i] : int.MaxValue, j < after.Length ? after[j] : int.MaxValue);
            var (oldBy, nextBy) = (old <= next ? was!.By[i++] : 0, next <= old ? now!.By[j++] : 0);
            if (nextBy == 0) _of[old].Remove(which);
            else if (oldBy == 0) _of[next].Add(which, nextBy);
            else if (oldBy != nextBy) _of[next].Replace(which, nextBy);
        }

        Length += after.Length - before.Length;
        _lengths[which] = after.Length;
        _changes[which] = now;
    }
}
