namespace Fairload.Core.Allocation;

/// <summary>What would be if a few items were held in other ways, without touching the board.</summary>
internal sealed class Trial(Board board)
{
    private const int Most = 16;
    private readonly int[] _holder = new int[Most];
    private readonly long[] _load = new long[Most];
    private readonly int[] _came = new int[Most];
    private readonly int[] _grew = new int[Most];
    private readonly int[] _items = new int[4];
    private readonly int[] _ways = new int[4];
    private readonly Share[] _before = new Share[Most];
    private readonly Share[] _after = new Share[Most];
    private int _touched;
    private int _changes;

    public int Moves { get; private set; }

    public long Cost { get; private set; }

    public int Touched => _touched;

    public void Clear() => (_touched, _changes, Moves, Cost) = (0, 0, 0, 0);

    /// <summary>Each item may be changed once in a trial.</summary>
    public void Change(int item, int way)
    {
        (_items[_changes], _ways[_changes]) = (item, way);
        _changes++;
        Count(board.Way[item], -1);
        Count(way, 1);
    }

    public bool IsLegal()
    {
        var ways = board.Ways;
        if (Moves > 0 && board.Moves + Moves > ways.MostMoves) return false;
        for (var n = 0; n < _touched; n++)
        {
            var i = _holder[n];
            if (_came[n] > 0 && board.Came[i] + _came[n] > ways.MostNew[i]) return false;
            if (board.Load[i] + _load[n] > ways.Ceiling[i] && board.Grew[i] + _grew[n] > 0) return false;
        }

        return true;
    }

    /// <summary>Under 0 where the sorted shares of all would be fairer, 0 where they would be the same.</summary>
    /// <remarks>Who is not touched is the same on both sides, and takes no part in which list is lighter first.</remarks>
    public int CompareShares()
    {
        for (var n = 0; n < _touched; n++)
        {
            var (load, capacity) = (board.Load[_holder[n]], board.Ways.Capacity[_holder[n]]);
            Insert(_before, n, new(load, capacity));
            Insert(_after, n, new(load + _load[n], capacity));
        }

        return Share.Compare(_after.AsSpan(0, _touched), _before.AsSpan(0, _touched));
    }

    /// <summary>The shares of who is touched, the heaviest first; to be asked after <see cref="CompareShares"/>.</summary>
    public ReadOnlySpan<Share> Before => _before.AsSpan(0, _touched);

    public ReadOnlySpan<Share> After => _after.AsSpan(0, _touched);

    /// <summary>By how much the sum of load squared over capacity would change.</summary>
    public double Phi()
    {
        double sum = 0;
        for (var n = 0; n < _touched; n++)
            sum += (double)_load[n] * ((2 * board.Load[_holder[n]]) + _load[n]) / board.Ways.Capacity[_holder[n]];
        return sum;
    }

    public void Apply()
    {
        for (var n = 0; n < _changes; n++) board.Set(_items[n], _ways[n]);
    }

    private static void Insert(Share[] sorted, int count, Share share)
    {
        var n = count;
        for (; n > 0 && sorted[n - 1] < share; n--) sorted[n] = sorted[n - 1];
        sorted[n] = share;
    }

    private void Count(int way, int sign)
    {
        if (way < 0) return;
        var ways = board.Ways;
        Moves += sign * ways.IsMove[way];
        Cost += sign * ways.Cost[way];
        Touch(ways.Who[way], sign * ways.Points[way], sign * ways.New(way), sign * ways.More(way));
        if (ways.With[way] >= 0)
            Touch(ways.With[way], sign * ways.WithPoints[way], sign * ways.NewToSecond(way), sign * ways.MoreForSecond(way));
    }

    private void Touch(int holder, long load, int came, int grew)
    {
        var n = 0;
        while (n < _touched && _holder[n] != holder) n++;
        if (n == _touched)
        {
            (_holder[n], _load[n], _came[n], _grew[n]) = (holder, 0, 0, 0);
            _touched++;
        }

        _load[n] += load;
        _came[n] += came;
        _grew[n] += grew;
    }
}
