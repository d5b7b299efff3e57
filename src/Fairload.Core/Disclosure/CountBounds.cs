namespace Fairload.Core.Disclosure;

/// <summary>Between what numbers each atom lies, given all that is told, and one table within them. What was narrowed can be taken
/// back.</summary>
internal sealed class CountBounds
{
    private enum Kind { Low, High, Now }

    private readonly int[] _truth;
    private readonly int[] _most;
    private readonly int[] _low;
    private readonly int[] _high;
    private readonly int[] _now;
    private readonly int[] _kept;
    private readonly List<int>[] _rowsOf;
    private readonly int[][] _atomsOf;
    private readonly long[] _told;
    private readonly long[] _toldMost;
    private readonly long[] _sumLow;
    private readonly long[] _sumHigh;
    private readonly long[] _sumNow;
    private readonly int[] _span;
    private readonly Stack<(Kind Kind, int Atom, int Was)> _trail = new();
    private readonly Queue<int> _open = new();
    private readonly bool[] _isOpen;
    private readonly List<int> _wrong = [];
    private readonly int[] _placeOf;
    private readonly int _asked;

    public CountBounds(int[] truth, int[] most, IReadOnlyList<ToldCount> told)
    {
        var rows = told.Count + 1;
        (_truth, _most, _asked) = (truth, most, told.Count);
        (_low, _high, _now, _kept) = (new int[truth.Length], new int[truth.Length], new int[truth.Length], [.. truth]);
        (_told, _toldMost, _span, _placeOf) = (new long[rows], new long[rows], new int[rows], new int[rows]);
        (_sumLow, _sumHigh, _sumNow, _isOpen) = (new long[rows], new long[rows], new long[rows], new bool[rows]);
        Array.Fill(_placeOf, -1);
        _rowsOf = [.. truth.Select(_ => new List<int>())];
        _atomsOf = [.. told.Select(t => t.Atoms), []];
        foreach (var (row, one) in told.Index())
        {
            (_told[row], _toldMost[row]) = (one.Least, one.Most);
            foreach (var atom in one.Atoms) _rowsOf[atom].Add(row);
        }
    }

    /// <summary>The table that was kept.</summary>
    public ReadOnlySpan<int> Now => _kept;

    public int Mark => _trail.Count;

    public int At(int atom) => _now[atom];

    public int Low(int atom) => _low[atom];

    public ReadOnlySpan<int> AtomsOf(int row) => _atomsOf[row];

    public bool CanMove(int atom, bool isUp) => isUp ? _now[atom] < _high[atom] : _now[atom] > _low[atom];

    public bool IsTooLow(int row) => _sumNow[row] < _told[row];

    public void Tell(int row, int least, int most) => (_told[row], _toldMost[row]) = (least, most);

    public void Keep() => _now.CopyTo(_kept, 0);

    /// <summary>The first atom of these changes that is out of its bounds; null for none.</summary>
    public int? Beyond(List<Change> changes)
    {
        foreach (var atom in changes.SelectMany(c => c.Atoms))
            if (_now[atom] < _low[atom] || _now[atom] > _high[atom]) return atom;
        return null;
    }

    /// <summary>Makes a change, whatever comes of it.</summary>
    public void Turn(Change change, int sign)
    {
        for (var i = 0; i < change.Atoms.Length; i++) Set(Kind.Now, change.Atoms[i], _now[change.Atoms[i]] + (sign * change.By[i]));
    }

    /// <summary>From what is known of each atom by itself, and what follows of it.</summary>
    public void Begin()
    {
        _trail.Clear();
        Array.Clear(_low);
        _most.CopyTo(_high, 0);
        _truth.CopyTo(_now, 0);
        for (var row = 0; row < _asked; row++) Count(row);
        if (!Narrow()) throw new InvalidOperationException("What is told of the groups is not true of their people.");
        _trail.Clear();
    }

    public void Ask(int[] group, int least, int most)
    {
        (_atomsOf[_asked], _told[_asked], _toldMost[_asked]) = (group, least, most);
        foreach (var atom in group) _rowsOf[atom].Add(_asked);
        Count(_asked);
    }

    /// <summary>The question, and all that followed from it.</summary>
    public void Forget()
    {
        Back(0);
        foreach (var atom in _atomsOf[_asked]) _rowsOf[atom].RemoveAt(_rowsOf[atom].Count - 1);
        Right(_asked);
        _atomsOf[_asked] = [];
    }

    /// <summary>The smallest group whose sum in the table is not what is told; null when all agree.</summary>
    public int? Wrong()
    {
        int? best = null;
        foreach (var row in _wrong)
            if (best is not { } b || (_atomsOf[row].Length, row).CompareTo((_atomsOf[b].Length, b)) < 0) best = row;
        return best;
    }

    /// <summary>By how much all sums together come further from what is told when the atom moves by one.</summary>
    public long Harm(int atom, bool isUp)
    {
        var harm = 0L;
        foreach (var row in _rowsOf[atom]) harm += Off(row, _sumNow[row] + (isUp ? 1 : -1)) - Off(row, _sumNow[row]);
        return harm;
    }

    /// <summary>The atom is at least, or at most, so much; false when it can not be.</summary>
    public bool Hold(int atom, bool isLeast, int at)
    {
        if (isLeast ? at > _high[atom] : at < _low[atom]) return false;
        if (isLeast && at > _low[atom]) Put(Kind.Low, atom, at);
        else if (!isLeast && at < _high[atom]) Put(Kind.High, atom, at);
        return true;
    }

    /// <summary>Holds every atom within what the sums leave open; false when one of them leaves nothing.</summary>
    public bool Narrow()
    {
        var isPossible = true;
        while (_open.TryDequeue(out var row))
        {
            _isOpen[row] = false;
            isPossible = isPossible && Narrow(row);
        }

        return isPossible;
    }

    public void Back(int mark)
    {
        while (_trail.Count > mark)
        {
            var (kind, atom, was) = _trail.Pop();
            Set(kind, atom, was);
        }

        while (_open.TryDequeue(out var row)) _isOpen[row] = false;
    }

    private bool Narrow(int row)
    {
        if (_sumLow[row] > _toldMost[row] || _sumHigh[row] < _told[row]) return false;
        var (above, below) = (_toldMost[row] - _sumLow[row], _sumHigh[row] - _told[row]);
        if (Math.Min(above, below) >= _span[row]) return true;
        foreach (var atom in _atomsOf[row])
        {
            var (low, high) = (_low[atom], _high[atom]);
            if (high - low > above && !Hold(atom, false, (int)(low + above))) return false;
            if (high - low > below && !Hold(atom, true, (int)(high - below))) return false;
        }

        return true;
    }

    private void Put(Kind kind, int atom, int to)
    {
        var at = kind == Kind.Low ? _low : _high;
        _trail.Push((kind, atom, at[atom]));
        Set(kind, atom, to);
        var held = Math.Clamp(_now[atom], _low[atom], _high[atom]);
        if (held == _now[atom]) return;
        _trail.Push((Kind.Now, atom, _now[atom]));
        Set(Kind.Now, atom, held);
    }

    private void Set(Kind kind, int atom, int to)
    {
        var (at, sums) = kind switch { Kind.Low => (_low, _sumLow), Kind.High => (_high, _sumHigh), _ => (_now, _sumNow) };
        var by = to - at[atom];
        at[atom] = to;
        foreach (var row in _rowsOf[atom])
        {
            sums[row] += by;
            if (kind == Kind.Now) Place(row);
            else Open(row);
        }
    }

    private void Count(int row)
    {
        (_sumLow[row], _sumHigh[row], _sumNow[row], _span[row]) = (0, 0, 0, 0);
        foreach (var atom in _atomsOf[row])
        {
            (_sumLow[row], _sumHigh[row]) = (_sumLow[row] + _low[atom], _sumHigh[row] + _high[atom]);
            (_sumNow[row], _span[row]) = (_sumNow[row] + _now[atom], Math.Max(_span[row], _high[atom] - _low[atom]));
        }

        Place(row);
        Open(row);
    }

    private void Open(int row)
    {
        if (_isOpen[row]) return;
        _isOpen[row] = true;
        _open.Enqueue(row);
    }

    private long Off(int row, long sum) => Math.Max(0, Math.Max(_told[row] - sum, sum - _toldMost[row]));

    private void Place(int row)
    {
        if (Off(row, _sumNow[row]) == 0)
        {
            Right(row);
        }
        else if (_placeOf[row] < 0)
        {
            _placeOf[row] = _wrong.Count;
            _wrong.Add(row);
        }
    }

    private void Right(int row)
    {
        if (_placeOf[row] < 0) return;
        var last = _wrong[^1];
        (_wrong[_placeOf[row]], _placeOf[last]) = (last, _placeOf[row]);
        _placeOf[row] = -1;
        _wrong.RemoveAt(_wrong.Count - 1);
    }
}
