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
    private readonly Note[] _notes;
    private readonly long[] _met;
    private readonly int[] _touched;
    private readonly JoinedChanges _joined;
    private int _pass;

    /// <summary>Before anything is shown every atom with people in it may change alone.</summary>
    public UnshownChanges(IReadOnlyList<int> people)
    {
        (_changes, _of, _notes) = (new Change?[people.Count], new MovedBy[people.Count], new Note[people.Count]);
        (_met, _touched, _joined) = (new long[people.Count], new int[people.Count], new(people.Count));
        for (var atom = 0; atom < people.Count; atom++)
        {
            _of[atom] = new();
            if (people[atom] > 0) Set(atom, Change.OfOne(atom));
        }
    }

    /// <summary>How many atoms all changes move together: what working with them costs.</summary>
    public int Length { get; private set; }

    public Change At(int which) => _changes[which]!;

    /// <summary>How many atoms it moves.</summary>
    public int LengthOf(int which) => _notes[which].Length;

    /// <summary>The changes that move this atom.</summary>
    public MovedBy Of(int atom) => _of[atom];

    /// <summary>By how much one of the <see cref="Touched"/> changes alters the figures of the group that was looked at last.</summary>
    public long SumOf(int which) => _notes[which].Sum;

    /// <summary>
    /// Takes away what the figures of this group forbid. Each change that alters them is joined to another one so that the two together
    /// do not; the other is the one with which it comes out shortest, so that what is left stays sparse. False when the numbers grow too
    /// large; nothing is taken then.
    /// </summary>
    public bool Show(int[] group) => Show(Touched(group));

    /// <param name="touched">By the group that was looked at last.</param>
    public bool Show(ReadOnlySpan<int> touched)
    {
        if (touched.Length == 0) return true;
        if (Joined(touched) is not { } next) return false;
        for (var i = 0; i < next.Length; i++) Set(touched[i], next[i]);
        return true;
    }

    /// <summary>The first is what is lost; every other goes on, joined.</summary>
    private Change?[]? Joined(ReadOnlySpan<int> touched)
    {
        var next = new Change?[touched.Length];
        _joined.Begin();
        _joined.Add(touched[0], _changes[touched[0]]!);
        for (var i = 1; i < touched.Length; i++)
        {
            var which = touched[i];
            var partner = Partner(which, touched[0]);
            next[i] = _changes[which]!.Without(_notes[which].Sum, _changes[partner]!, _notes[partner].Sum);
            if (next[i] is null) return null;
            _joined.Add(which, _changes[which]!);
        }

        return next;
    }

    /// <summary>Of the changes that are joined already, the one with which this one comes out shortest.</summary>
    private int Partner(int which, int first)
    {
        var (own, sum, best, least) = (_changes[which]!, _notes[which].Sum, first, _notes[first].Length);
        _pass++;
        for (var i = 0; i < own.Atoms.Length; i++)
        {
            var (looked, by) = (0, own.By[i]);
            for (var at = _joined.LastOf(own.Atoms[i]); at >= 0 && looked < MostPartners; looked++)
            {
                ref readonly var entry = ref _joined.At(at);
                (at, var other) = (entry.Before, entry.Which);
                ref var note = ref _notes[other];
                if (note.Seen != _pass) (note.Seen, note.Gain) = (_pass, note.Length);
                note.Gain -= by * note.Sum == entry.By * sum ? 2 : 1;
                if (note.Gain < least || (note.Gain == least && other < best)) (best, least) = (other, note.Gain);
            }
        }

        return best;
    }

    /// <summary>The changes that alter the figures of the group, the shortest first, until it is asked about another; by how much stands
    /// in <see cref="SumOf"/>. None where the figures could be worked out already.</summary>
    public ReadOnlySpan<int> Touched(int[] group)
    {
        var met = 0;
        _pass++;
        foreach (var atom in group)
        {
            var which = _of[atom].Which;
            var by = _of[atom].By;
            for (var k = 0; k < which.Length; k++)
            {
                ref var note = ref _notes[which[k]];
                if (note.Seen != _pass)
                {
                    (note.Seen, note.Sum) = (_pass, 0);
                    _met[met++] = which[k];
                }

                note.Sum += by[k];
            }
        }

        var touched = 0;
        foreach (var which in _met.AsSpan(0, met))
            if (_notes[which] is { Sum: not 0 } note) _met[touched++] = (long)note.Length << 32 | which;
        _met.AsSpan(0, touched).Sort();
        for (var i = 0; i < touched; i++) _touched[i] = (int)_met[i];
        return _touched.AsSpan(0, touched);
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
        _notes[which].Length = after.Length;
        _changes[which] = now;
    }

    /// <summary>What is noted of a change: its length, and what is found out about it while one group is looked at.</summary>
    private struct Note
    {
        public int Length;
        public int Seen;
        public int Gain;
        public long Sum;
    }
}
