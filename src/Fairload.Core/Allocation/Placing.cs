namespace Fairload.Core.Allocation;

/// <summary>Places what waits: as much risk as can be found room for.</summary>
internal sealed class Placing(Board board, Pace pace)
{
    // One hopeless item must not take everybody's time.
    private const long MostStepsOfTwoMoved = 100_000;
    private const int MostTimesAgain = 3_000;

    // Where not everything finds room there is always more to try, and what is placed is still to be made fair.
    private const long MostSteps = 6_000_000;

    private readonly Ways _ways = board.Ways;
    private readonly Trial _trial = new(board);
    private readonly long _end = pace.Steps + MostSteps;

    private bool IsOver => pace.IsOver || pace.Steps > _end;

    /// <summary>The heaviest first, each where it leaves the lightest share; where not all find room, or by risk for a point.</summary>
    public void Start()
    {
        var waiting = Waiting(static (ways, j) => -ways.LeastWeight(j));
        foreach (var item in waiting) Lightest(item);
        if (IsComplete()) return;

        var (risk, way) = (board.Risk, (int[])board.Way.Clone());
        foreach (var item in waiting) board.Set(item, -1);
        foreach (var item in Waiting(static (ways, j) => -(double)ways.Risk[j] / ways.LeastWeight(j))) Lightest(item);
        if (board.Risk < risk) board.Become(way);
    }

    /// <summary>What still waits, most risk first: moves one thing for it, or puts down something of less risk that also waited.</summary>
    public void Improve()
    {
        var open = new Queue<int>(Waiting(static (ways, j) => -ways.Risk[j]));
        while (!IsOver && open.TryDequeue(out var item))
        {
            if (Lightest(item) || WithOneMoved(item) || WithTwoMoved(item)) continue;
            if (InsteadOf(item) is var out1 and >= 0) open.Enqueue(out1);
        }
    }

    /// <summary>Puts down what waited at two people, fills them anew in a thrown order, and takes back what places less.</summary>
    public void Again(Chance chance)
    {
        var (before, isBefore) = (new List<(int Item, int Way)>(), new bool[_ways.Items]);
        for (var round = 0; round < MostTimesAgain && _ways.Holders > 0 && GoesOn(1); round++)
        {
            var risk = board.Risk;
            foreach (var (item, _) in before) isBefore[item] = false;
            before.Clear();
            var open = Waiting(static (_, _) => 0);
            if (open.Count == 0) return;
            // Beginning from something that waits, so that what is put down makes way for it.
            var first = open[chance.Below(open.Count)];
            var way = _ways.First[first] + chance.Below(_ways.First[first + 1] - _ways.First[first]);
            PutDown(_ways.Who[way]);
            PutDown(_ways.With[way] >= 0 ? _ways.With[way] : chance.Below(_ways.Holders));
            open.AddRange(before.Select(b => b.Item));
            var noise = open.ConvertAll(j => -(double)_ways.Risk[j] / Math.Max(1, _ways.LeastWeight(j)) * (50 + chance.Below(100)));
            foreach (var n in Enumerable.Range(0, open.Count).OrderBy(n => noise[n]))
            {
                Note(open[n], -1);
                Lightest(open[n]);
            }

            if (!GoesOn(open.Count) || board.Risk < risk)
            {
                foreach (var (item, _) in before) board.Set(item, -1);
                foreach (var (item, back) in before) board.Set(item, back);
            }
        }

        void PutDown(int holder)
        {
            foreach (var item in board.Held(holder).ToArray())
            {
                if (_ways.Now[item] >= 0) continue;
                Note(item, board.Way[item]);
                board.Set(item, -1);
            }
        }

        void Note(int item, int way)
        {
            if (isBefore[item]) return;
            isBefore[item] = true;
            before.Add((item, way));
        }
    }

    private bool GoesOn(long steps) => pace.GoesOn(steps) && pace.Steps <= _end;

    public bool IsComplete()
    {
        for (var j = 0; j < _ways.Items; j++)
        {
            if (board.Way[j] < 0 && _ways.First[j + 1] > _ways.First[j]) return false;
        }

        return true;
    }

    private List<int> Waiting(Func<Ways, int, double> key) =>
        Enumerable.Range(0, _ways.Items).Where(j => board.Way[j] < 0 && _ways.First[j + 1] > _ways.First[j])
            .OrderBy(j => key(_ways, j)).ToList();

    /// <summary>Where the heavier of the shares that it touches ends lightest.</summary>
    private bool Lightest(int item)
    {
        var best = -1;
        Share least = default;
        for (var o = _ways.First[item]; o < _ways.First[item + 1]; o++)
        {
            _trial.Clear();
            _trial.Change(item, o);
            if (!_trial.IsLegal()) continue;
            var i = _ways.Who[o];
            var share = new Share(board.Load[i] + _ways.Points[o], _ways.Capacity[i]);
            if (_ways.With[o] is var second and >= 0)
            {
                var other = new Share(board.Load[second] + _ways.WithPoints[o], _ways.Capacity[second]);
                if (other > share) share = other;
            }

            if (best < 0 || share < least) (best, least) = (o, share);
        }

        if (best >= 0) board.Set(item, best);
        return best >= 0;
    }

    private bool WithOneMoved(int item)
    {
        for (var o = _ways.First[item]; o < _ways.First[item + 1]; o++)
        {
            for (var side = 0; side < 2; side++)
            {
                var holder = side == 0 ? _ways.Who[o] : _ways.With[o];
                if (holder < 0) continue;
                foreach (var other in board.Held(holder))
                {
                    for (var p = _ways.First[other]; p < _ways.First[other + 1]; p++)
                    {
                        if (p != board.Way[other] && Try(item, o, other, p)) return true;
                        if (!GoesOn(1)) return false;
                    }
                }
            }
        }

        return false;
    }

    /// <summary>A chain: the second makes way for the item, the third for the second.</summary>
    private bool WithTwoMoved(int item)
    {
        var most = pace.Steps + MostStepsOfTwoMoved;
        for (var o = _ways.First[item]; o < _ways.First[item + 1]; o++)
        {
            foreach (var second in board.Held(_ways.Who[o]))
            {
                for (var p = _ways.First[second]; p < _ways.First[second + 1]; p++)
                {
                    if (p == board.Way[second] || _ways.Who[p] == _ways.Who[o]) continue;
                    foreach (var third in board.Held(_ways.Who[p]))
                    {
                        for (var q = _ways.First[third]; third != second && q < _ways.First[third + 1]; q++)
                        {
                            if (q != board.Way[third] && Try(item, o, second, p, third, q)) return true;
                            if (!GoesOn(1) || pace.Steps > most) return false;
                        }
                    }
                }
            }
        }

        return false;
    }

    /// <summary>The item that was put down for it; -1 for none.</summary>
    private int InsteadOf(int item)
    {
        var (best, bestWay) = (-1, -1);
        for (var o = _ways.First[item]; o < _ways.First[item + 1]; o++)
        {
            for (var side = 0; side < 2; side++)
            {
                var holder = side == 0 ? _ways.Who[o] : _ways.With[o];
                if (holder < 0) continue;
                foreach (var other in board.Held(holder))
                {
                    if (!GoesOn(1)) return -1;
                    if (_ways.Now[other] >= 0 || _ways.Risk[other] >= _ways.Risk[item]) continue;
                    if (best >= 0 && _ways.Risk[other] >= _ways.Risk[best]) continue;
                    _trial.Clear();
                    _trial.Change(item, o);
                    _trial.Change(other, -1);
                    if (_trial.IsLegal()) (best, bestWay) = (other, o);
                }
            }
        }

        if (best < 0) return -1;
        board.Set(best, -1);
        board.Set(item, bestWay);
        return best;
    }

    private bool Try(int item, int way, int other, int otherWay, int third = -1, int thirdWay = -1)
    {
        _trial.Clear();
        _trial.Change(item, way);
        _trial.Change(other, otherWay);
        if (third >= 0) _trial.Change(third, thirdWay);
        if (!_trial.IsLegal()) return false;
        _trial.Apply();
        return true;
    }
}
