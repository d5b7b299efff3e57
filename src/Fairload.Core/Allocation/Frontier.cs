namespace Fairload.Core.Allocation;

/// <summary>What so many moves buy.</summary>
/// <param name="Moves">Items that stand somewhere and would be held in another way.</param>
/// <param name="Chosen">For each item the index into its options; -1 where it waits.</param>
/// <param name="Shares">Everybody's share, the heaviest first.</param>
/// <param name="Fairness">The same in one number each; with more moves the unevenness Phi is never more.</param>
public sealed record FrontierPoint(int Moves, IReadOnlyList<int> Chosen, IReadOnlyList<Share> Shares, Fairness Fairness);

/// <summary>Moves against fairness, for cases that stand somewhere: where a few moves buy most of what there is to win.</summary>
/// <remarks>
/// Each point goes on from the one before, always with the step that lowers unevenness most for each move, so a meeting may stop anywhere.
/// It shows what moves can buy, not the most that they could: <see cref="FairShare.Solve"/> with a limit of moves starts from here and may
/// find better.
/// </remarks>
public sealed class Frontier
{
    private const double Least = 1e-6;

    private readonly Ways _ways;
    private readonly Board _board;
    private readonly Pace _pace;
    private readonly Trial _trial;
    private readonly List<FrontierPoint> _points = [];
    private readonly PriorityQueue<int, (double Worth, int Holder)> _next = new();
    private int _item;
    private int _way;
    private int _other;
    private int _otherWay;
    private double _worth;

    private Frontier(Board board, Pace pace) => (_ways, _board, _pace, _trial) = (board.Ways, board, pace, new(board));

    /// <summary>The first point has no moves; the next ones have about a quarter more each, as far as moves help and are allowed.</summary>
    /// <param name="effort">Steps for the first point, and as many again for the moves. A large council may end at fewer moves than
    /// would help.</param>
    public static IReadOnlyList<FrontierPoint> Of(Sharing question, ulong seed, Effort effort, CancellationToken stop)
    {
        var ways = new Ways(question);
        var (board, pace) = (new Board(ways), new Pace(effort, stop));
        if (EveryWay.IsSmall(ways))
        {
            var still = FairShare.Solve(question with { MostMoves = 0, Tolerance = 0 }, seed, effort, stop);
            for (var j = 0; j < ways.Items; j++)
            {
                if (still.Chosen[j] >= 0) board.Set(j, ways.First[j] + still.Chosen[j]);
            }
        }
        else
        {
            FairShare.Still(board, question, seed, new(effort, stop));
        }

        var frontier = new Frontier(board, pace);
        frontier.Run();
        return frontier._points;
    }

    /// <summary>Goes on from the board as far as moves help and are allowed, and leaves it at the fairest point on the way.</summary>
    internal static void Fairest(Board board, Pace pace)
    {
        var frontier = new Frontier(board, pace);
        frontier.Run();
        var best = frontier._points[0];
        foreach (var point in frontier._points)
        {
            if (Share.Compare([.. point.Shares], [.. best.Shares]) < 0) best = point;
        }

        for (var j = 0; j < best.Chosen.Count; j++) board.Set(j, best.Chosen[j] < 0 ? -1 : board.Ways.First[j] + best.Chosen[j]);
    }

    private void Run()
    {
        _pace.Reaches(SearchPart.Moving);
        Point();
        var target = 1;
        while (List() && !_pace.IsOver)
        {
            while (!_pace.IsOver && _next.TryDequeue(out var holder, out _))
            {
                // What was best is looked at again when its turn comes: meanwhile others may have taken its room.
                if (!Find(holder)) continue;
                if (_next.TryPeek(out _, out var best) && (_worth, holder).CompareTo(best) > 0)
                {
                    _next.Enqueue(holder, (_worth, holder));
                    continue;
                }

                Take();
                if (Find(holder)) _next.Enqueue(holder, (_worth, holder));
                if (_board.Moves < target) continue;
                Point();
                target = Math.Max(_board.Moves + 1, _board.Moves * 5 / 4);
            }
        }

        Point();
    }

    /// <summary>Everybody from whom something can be taken for the better; false where there is nobody.</summary>
    private bool List()
    {
        for (var i = 0; i < _ways.Holders && !_pace.IsOver; i++)
        {
            if (Find(i)) _next.Enqueue(i, (_worth, i));
        }

        return _next.Count > 0;
    }

    private void Point()
    {
        // With fewer moves and more evenness than a point before, that one is no choice any more.
        while (_points.Count > 0 && _points[^1].Moves >= _board.Moves) _points.RemoveAt(_points.Count - 1);
        var (chosen, shares) = (new int[_ways.Items], _board.Shares());
        for (var j = 0; j < chosen.Length; j++) chosen[j] = _board.Way[j] < 0 ? -1 : _board.Way[j] - _ways.First[j];
        _points.Add(new(_board.Moves, chosen, shares, Fairness.Of(shares)));
    }

    /// <summary>The shift or exchange from a holder that is worth most for each move.</summary>
    private bool Find(int holder)
    {
        _worth = 0;
        foreach (var item in _board.Held(holder))
        {
            for (var o = _ways.First[item]; o < _ways.First[item + 1]; o++)
            {
                if (o == _board.Way[item]) continue;
                Consider(item, o, -1, -1);
                if (_pace.IsOver) return false;
                if (IsLighter(_ways.Who[o], holder)) Exchange(item, o, holder);
            }
        }

        return _worth < 0;
    }

    private bool IsLighter(int one, int other) =>
        Share.Compare(_board.Load[one], _ways.Capacity[one], _board.Load[other], _ways.Capacity[other]) < 0;

    private void Exchange(int item, int o, int holder)
    {
        foreach (var other in _board.Held(_ways.Who[o]))
        {
            // Whoever has no way back is seen here too: nobody else counts what looking for it takes.
            if (!_pace.GoesOn(1)) return;
            for (var p = _ways.Next(other, _ways.First[other], holder); p >= 0; p = _ways.Next(other, p + 1, holder))
            {
                if (other != item && p != _board.Way[other]) Consider(item, o, other, p);
            }
        }
    }

    private void Consider(int item, int o, int other, int p)
    {
        _pace.GoesOn(1);
        _trial.Clear();
        _trial.Change(item, o);
        if (other >= 0) _trial.Change(other, p);
        var gain = _trial.Phi();
        if (gain > -Least) return;
        // What costs no move at all comes before everything.
        var worth = _trial.Moves > 0 ? gain / _trial.Moves : gain * _ways.Items * 2;
        if (worth >= _worth || !_trial.IsLegal()) return;
        (_worth, _item, _way, _other, _otherWay) = (worth, item, o, other, p);
    }

    private void Take()
    {
        if (_other >= 0) _board.Set(_other, _otherWay);
        _board.Set(_item, _way);
    }
}
