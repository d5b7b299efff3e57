namespace Fairload.Core.Allocation;

/// <summary>Few moves, each where it is needed most: always whoever is heaviest gives away what brings them down furthest.</summary>
/// <remarks>Of those who give away cases one after the other this needs the fewest moves to bring everybody down to a share, as long as
/// somebody can take them: see <see cref="LimitedMoves"/>.</remarks>
/// <param name="level">The share that can be reached at best. Who takes a case should stay under it.</param>
internal sealed class Relief(Board board, Pace pace, double level)
{
    private readonly Ways _ways = board.Ways;
    private readonly Trial _trial = new(board);
    private readonly PriorityQueue<int, (double Lighter, int Holder)> _heaviest = new();
    private (bool IsOver, double Worst, double Left, double Taker) _best;
    private (int Item, int Way) _step;

    public void Run()
    {
        for (var i = 0; i < _ways.Holders; i++) Enqueue(i);
        while (board.Moves < _ways.MostMoves && !pace.IsOver && _heaviest.TryDequeue(out var holder, out var at))
        {
            // Who has taken something since stands elsewhere in the queue as well.
            if (at.Lighter != -Value(holder) || !Finds(holder)) continue;
            var (who, with) = (_ways.Who[_step.Way], _ways.With[_step.Way]);
            board.Set(_step.Item, _step.Way);
            Enqueue(holder);
            if (who != holder) Enqueue(who);
            if (with >= 0 && with != holder) Enqueue(with);
        }
    }

    private void Enqueue(int holder) => _heaviest.Enqueue(holder, (-Value(holder), holder));

    private double Value(int holder) => (double)board.Load[holder] / _ways.Capacity[holder];

    private bool Finds(int holder)
    {
        _step = (-1, -1);
        foreach (var item in board.Held(holder))
        {
            for (var o = _ways.First[item]; o < _ways.First[item + 1]; o++)
            {
                if (!pace.GoesOn(1)) return false;
                if (o != board.Way[item]) Consider(item, o, holder);
            }
        }

        return _step.Item >= 0;
    }

    private void Consider(int item, int way, int holder)
    {
        _trial.Clear();
        _trial.Change(item, way);
        if (_trial.CompareShares() >= 0) return;
        var worst = _trial.After[0].Value;
        var isOver = worst > level;
        var taken = _ways.Who[way] == holder || _ways.With[way] == holder ? 0 : Taken(board.Way[item], holder);
        var worth = (isOver, isOver ? worst : 0, (double)-taken, worst);
        if (_step.Item >= 0 && worth.CompareTo(_best) >= 0) return;
        if (_trial.IsLegal()) (_best, _step) = (worth, (item, way));
    }

    private long Taken(int way, int holder) => _ways.Who[way] == holder ? _ways.Points[way] : _ways.WithPoints[way];
}
