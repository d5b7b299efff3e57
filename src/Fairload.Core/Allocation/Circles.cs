namespace Fairload.Core.Allocation;

/// <summary>
/// Two or three people pass on one item each, round in a circle, to bring down those who stand over what perfect sharing would give
/// them.
/// </summary>
/// <remarks>
/// Where few people can hold the same work, levelling ends early: every step that helps one puts another a little over. So only what is
/// over counts here, squared; the room of those who stand under is used up. Who holds few items is hard to help: what they stand over is
/// at last passed on to others, even where more comes of it at first, and the best state met counts.
/// </remarks>
internal sealed class Circles
{
    private const double Least = 1e-6;
    private const int RoundsWithoutGain = 30;
    private const int RoundsLookingFurther = 6;
    private const int RoundsBeforePassingOn = 4;

    /// <summary>So many times what somebody stands over, squared, may come of passing it on; the more the later.</summary>
    private const double PassedOnARound = 2;

    /// <summary>The part of what somebody stands over, squared, with which one looks no further.</summary>
    private const double WellDone = 0.7;
    private const int MostTimesEach = 4;

    /// <summary>In the first round; each round looks twice as far as the one before.</summary>
    private const int StepsEach = 5_000;

    private readonly Board _board;
    private readonly Ways _ways;
    private readonly Pace _pace;
    private readonly double[] _limit;
    private readonly Trial _trial;
    private readonly int[] _firstAt;
    private readonly int[] _waysAt;
    private readonly int[] _itemOf;
    private readonly int[] _firstFrom;
    private readonly int[] _nextFrom;
    private readonly int[] _best = new int[6];
    private double _gain;
    private long _steps;
    private double _enough;
    private double _most;
    private double _sum;
    private bool _isEnough;
    private bool _isPassedOn;
    private long _mostSteps;

    /// <param name="enough">The part by which somebody may stand over without being looked at.</param>
    public Circles(Board board, Pace pace, IReadOnlyList<Block> blocks, double enough)
    {
        (_board, _ways, _pace, _trial) = (board, board.Ways, pace, new(board));
        _limit = new double[_ways.Holders];
        foreach (var block in blocks)
        {
            foreach (var i in block.Holders) _limit[i] = block.Share.Value * _ways.Capacity[i] * (1 + enough);
        }

        (_firstAt, _itemOf) = (new int[_ways.Holders + 1], new int[_ways.Who.Length]);
        (_waysAt, _nextFrom) = (new int[_ways.Who.Length], new int[_ways.Who.Length]);
        foreach (var who in _ways.Who) _firstAt[who + 1]++;
        for (var i = 0; i < _ways.Holders; i++) _firstAt[i + 1] += _firstAt[i];
        var next = (int[])_firstAt.Clone();
        for (var j = 0; j < _ways.Items; j++)
        {
            for (var o = _ways.First[j]; o < _ways.First[j + 1]; o++)
            {
                _itemOf[o] = j;
                _waysAt[next[_ways.Who[o]]++] = o;
            }
        }

        _firstFrom = new int[_ways.Holders];
        Array.Fill(_firstFrom, -1);
    }

    /// <summary>How many stand over by more than that.</summary>
    public int Left()
    {
        var count = 0;
        for (var i = 0; i < _limit.Length; i++)
            if (_board.Load[i] > _limit[i]) count++;

        return count;
    }

    /// <summary>Those who hold least first, again and again.</summary>
    /// <param name="most">Steps that it may take.</param>
    public void Run(long most)
    {
        var (order, holds, end) = (new int[_ways.Holders], new int[_ways.Holders], _pace.Steps + most);
        var (best, least, improved) = ((int[])_board.Way.Clone(), 0.0, 0);
        for (var round = 0; round - improved < RoundsWithoutGain; round++)
        {
            _mostSteps = StepsEach << Math.Min(round, RoundsLookingFurther);
            for (var i = 0; i < order.Length; i++) (order[i], holds[i]) = (i, _board.Held(i).Length);
            Array.Sort(holds, order);
            foreach (var holder in order)
            {
                for (var times = 0; times < MostTimesEach && _board.Load[holder] > _limit[holder]; times++)
                {
                    var improves = Improves(holder, round);
                    if (_sum < least - Least)
                    {
                        (least, improved) = (_sum, round);
                        _board.Way.CopyTo(best, 0);
                    }

                    if (!_pace.GoesOn(1 + _steps) || _pace.Steps > end)
                    {
                        _board.Become(best);
                        return;
                    }

                    if (!improves) break;
                }
            }
        }

        _board.Become(best);
    }

    private double Over(int holder, double load)
    {
        var over = load - _limit[holder];
        return over > 0 ? over * over / _ways.Capacity[holder] : 0;
    }

    private bool Improves(int holder, int round)
    {
        var own = Over(holder, _board.Load[holder]);
        (_isPassedOn, _enough) = (round >= RoundsBeforePassingOn, -own * WellDone);
        (_most, _steps, _isEnough) = (_isPassedOn ? PassedOnARound * round * own : -Least, 0, false);
        _gain = _most;
        ListWhoCouldGive(holder);
        foreach (var item in _board.Held(holder))
        {
            if (_ways.With[_board.Way[item]] >= 0) continue;
            for (var o = _ways.First[item]; o < _ways.First[item + 1] && _steps < _mostSteps && !_isEnough; o++)
            {
                if (_ways.With[o] < 0 && _ways.Who[o] != holder) Second(item, o, holder);
            }
        }

        ForgetWhoCouldGive(holder);
        if (_gain >= _most) return false;
        _sum += _gain;
        Try(_best[0], _best[1], _best[2], _best[3], _best[4], _best[5]);
        _trial.Apply();
        return true;
    }

    /// <summary>By the person who holds it now, what could come to the holder: lists linked through the ways.</summary>
    private void ListWhoCouldGive(int holder)
    {
        for (var n = _firstAt[holder]; n < _firstAt[holder + 1]; n++)
        {
            var (way, now) = (_waysAt[n], _board.Way[_itemOf[_waysAt[n]]]);
            if (now < 0 || _ways.With[now] >= 0 || _ways.With[way] >= 0 || _ways.Who[now] == holder) continue;
            _nextFrom[way] = _firstFrom[_ways.Who[now]];
            _firstFrom[_ways.Who[now]] = way;
        }
    }

    private void ForgetWhoCouldGive(int holder)
    {
        for (var n = _firstAt[holder]; n < _firstAt[holder + 1]; n++)
        {
            if (_board.Way[_itemOf[_waysAt[n]]] is var now and >= 0) _firstFrom[_ways.Who[now]] = -1;
        }
    }

    private void Second(int item, int o, int holder)
    {
        var to = _ways.Who[o];
        double left = _board.Load[holder] - _ways.Points[_board.Way[item]], there = _board.Load[to] + _ways.Points[o];
        var (over, overThere) = (Over(holder, _board.Load[holder]), Over(to, _board.Load[to]));
        for (var r = _firstFrom[to]; r >= 0; r = _nextFrom[r])
        {
            _steps++;
            if (_isPassedOn && left + _ways.Points[r] > _limit[holder]) continue;
            var after = Over(holder, left + _ways.Points[r]) + Over(to, there - _ways.Points[_board.Way[_itemOf[r]]]);
            Consider(after, over + overThere, item, o, _itemOf[r], r, -1, -1);
        }

        foreach (var second in _board.Held(to))
        {
            var way = _board.Way[second];
            if (_ways.With[way] >= 0) continue;
            var rise = Over(to, there - _ways.Points[way]);
            if (rise - over - overThere >= _gain) continue;
            for (var p = _ways.First[second]; p < _ways.First[second + 1]; p++)
            {
                _steps++;
                var last = _ways.Who[p];
                if (_firstFrom[last] < 0 || _ways.With[p] >= 0 || last == to) continue;
                double lastLoad = _board.Load[last];
                var before = over + overThere + Over(last, lastLoad);
                for (var r = _firstFrom[last]; r >= 0; r = _nextFrom[r])
                {
                    _steps++;
                    if (_isPassedOn && left + _ways.Points[r] > _limit[holder]) continue;
                    var after = rise + Over(holder, left + _ways.Points[r])
                        + Over(last, lastLoad + _ways.Points[p] - _ways.Points[_board.Way[_itemOf[r]]]);
                    Consider(after, before, item, o, second, p, _itemOf[r], r);
                }
            }
        }
    }

    private void Consider(double after, double before, int item, int o, int second, int p, int third, int r)
    {
        if (after - before >= _gain || !Try(item, o, second, p, third, r)) return;
        (_gain, _isEnough) = (after - before, after - before <= _enough);
        (_best[0], _best[1], _best[2], _best[3], _best[4], _best[5]) = (item, o, second, p, third, r);
    }

    private bool Try(int item, int o, int second, int p, int third, int r)
    {
        _trial.Clear();
        _trial.Change(item, o);
        _trial.Change(second, p);
        if (third >= 0) _trial.Change(third, r);
        return _trial.IsLegal();
    }
}
