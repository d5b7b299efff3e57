namespace Fairload.Core.Allocation;

/// <summary>Looks at every way to share a small question, or rules it out: the answer is the best on each level of the ladder.</summary>
/// <remarks>
/// Branch and bound. Items are put down one after another, so loads only rise: a part whose sorted shares are heavier than those of the
/// best answer can not become one.
/// </remarks>
internal sealed class EveryWay
{
    /// <summary>Questions with more ways than this are not begun.</summary>
    private const double MostWays = 1e9;

    private readonly Ways _ways;
    private readonly Pace _pace;
    private readonly long _lastStep;
    private readonly int[] _order;
    private readonly long[] _riskAfter;
    private readonly int[] _way;
    private readonly long[] _load;
    private readonly int[] _came;
    private readonly int[] _grew;
    private readonly Share[] _shares;
    private double[]? _most;
    private long _risk;
    private long _cost;
    private int _moves;
    private bool _ended;

    private EveryWay(Board board, Pace pace, long mostSteps)
    {
        (_ways, _pace, _lastStep) = (board.Ways, pace, pace.Steps + mostSteps);
        (_load, _way) = ((long[])_ways.Committed.Clone(), new int[_ways.Items]);
        (_came, _grew, _shares) = (new int[_ways.Holders], new int[_ways.Holders], new Share[_ways.Holders]);
        Array.Fill(_way, -1);
        // What can not be put down first, then what matters most: parts that lead nowhere are seen early.
        _order = [.. Enumerable.Range(0, _ways.Items)
            .OrderBy(j => _ways.Now[j] < 0).ThenByDescending(j => _ways.Risk[j]).ThenByDescending(Heaviest)];
        _riskAfter = new long[_ways.Items + 1];
        for (var n = _ways.Items - 1; n >= 0; n--)
            _riskAfter[n] = _riskAfter[n + 1] + (_ways.Now[_order[n]] < 0 && HasWay(_order[n]) ? _ways.Risk[_order[n]] : 0);
        (Best, BestRisk, BestCost, BestShares) = ((int[])board.Way.Clone(), board.Risk, board.Cost, board.Shares());
    }

    private int[] Best { get; set; }

    private long BestRisk { get; set; }

    private long BestCost { get; set; }

    private Share[] BestShares { get; }

    /// <summary>Few ways, and all that the rules allow.</summary>
    public static bool IsSmall(Ways ways)
    {
        if (ways.LeavesOut) return false;
        var all = 1.0;
        for (var j = 0; j < ways.Items && all <= MostWays; j++)
            all *= ways.First[j + 1] - ways.First[j] + (ways.Now[j] < 0 ? 1 : 0);
        return all <= MostWays;
    }

    /// <summary>Improves the board; true where it is proven that nothing is better.</summary>
    public static bool Improve(Board board, Pace pace, long mostSteps)
    {
        var every = new EveryWay(board, pace, mostSteps);
        every.Next(0);
        board.Become(every.Best);
        if (every._ended || board.Ways.Tolerance == 0) return !every._ended;

        every._most = Kindness.Limits(every.BestShares, board.Ways.Tolerance);
        every.Next(0);
        board.Become(every.Best);
        return !every._ended;
    }

    private long Heaviest(int item)
    {
        long most = 0;
        for (var o = _ways.First[item]; o < _ways.First[item + 1]; o++) most = Math.Max(most, _ways.Points[o] + _ways.WithPoints[o]);
        return most;
    }

    private bool HasWay(int item) => _ways.First[item + 1] > _ways.First[item];

    private void Next(int depth)
    {
        if (_ended || !IsHopeful(depth)) return;
        _ended = !_pace.GoesOn(1) || _pace.Steps >= _lastStep;
        if (_ended) return;
        if (depth == _ways.Items)
        {
            (BestRisk, BestCost) = (_risk, _cost);
            Best = (int[])_way.Clone();
            _shares.CopyTo(BestShares, 0);
            return;
        }

        var item = _order[depth];
        for (var o = _ways.First[item]; o < _ways.First[item + 1]; o++)
        {
            Put(item, o, 1);
            if (IsLegal(o))
            {
                _way[item] = o;
                Next(depth + 1);
                _way[item] = -1;
            }

            Put(item, o, -1);
        }

        if (_ways.Now[item] < 0) Next(depth + 1);
    }

    /// <summary>Whether something better than the best can still come of it; of a whole answer, whether it is better.</summary>
    private bool IsHopeful(int depth)
    {
        var risk = _risk + _riskAfter[depth];
        if (risk < BestRisk) return false;
        for (var i = 0; i < _shares.Length; i++) Insert(i, new(_load[i], _ways.Capacity[i]));
        if (risk > BestRisk) return true;
        if (_most is not null) return _cost < BestCost && Kindness.Keeps(_shares, _most);
        var order = Share.Compare(_shares, BestShares);
        return order < 0 || (order == 0 && _cost < BestCost);
    }

    private void Insert(int count, Share share)
    {
        var n = count;
        for (; n > 0 && _shares[n - 1] < share; n--) _shares[n] = _shares[n - 1];
        _shares[n] = share;
    }

    private void Put(int item, int way, int sign)
    {
        Add(_ways.Who[way], sign * _ways.Points[way], sign * _ways.New(way), sign * _ways.More(way));
        if (_ways.With[way] is var second and >= 0)
            Add(second, sign * _ways.WithPoints[way], sign * _ways.NewToSecond(way), sign * _ways.MoreForSecond(way));
        if (_ways.Now[item] < 0) _risk += sign * _ways.Risk[item];
        _cost += sign * _ways.Cost[way];
        _moves += sign * _ways.IsMove[way];
    }

    private void Add(int holder, long points, int came, int grew)
    {
        _load[holder] += points;
        _came[holder] += came;
        _grew[holder] += grew;
    }

    private bool IsLegal(int way) =>
        _moves <= _ways.MostMoves && IsLegalFor(_ways.Who[way]) && (_ways.With[way] < 0 || IsLegalFor(_ways.With[way]));

    private bool IsLegalFor(int holder) =>
        _came[holder] <= _ways.MostNew[holder] && (_load[holder] <= _ways.Ceiling[holder] || _grew[holder] == 0);
}
