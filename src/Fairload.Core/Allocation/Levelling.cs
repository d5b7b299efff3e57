namespace Fairload.Core.Allocation;

/// <summary>Makes loads even: every step lowers the sum of load squared over capacity, which is least where loads are fairest.</summary>
/// <remarks>
/// Shifts one item or exchanges two. For crumbs the least sum is the lexicographic optimum itself (Fujishige 1980), so for whole items it
/// leads near it; <see cref="Polishing"/> does the rest. Joint work is shifted here, and exchanged only there.
/// </remarks>
internal sealed class Levelling(Board board, Pace pace, Chance chance)
{
    // A gain must be more than what adding up doubles could make of nothing.
    private const double Least = 1e-6;

    private readonly Ways _ways = board.Ways;
    private readonly Trial _trial = new(board);
    private int _way;
    private int _other;
    private int _otherWay;
    private double _best;
    private readonly List<(int Item, int Way)> _before = [];
    private readonly int[] _changedAt = new int[board.Ways.Holders];
    private int _changes;

    /// <summary>Changes looked at for the last item.</summary>
    public long Looked { get; private set; }

    /// <summary>What the last step gained: under 0.</summary>
    public double Gain => _best;

    /// <summary>From here on everything can be taken back.</summary>
    public void Remember() => _before.Clear();

    public void TakeBack()
    {
        for (var n = _before.Count - 1; n >= 0; n--) board.Set(_before[n].Item, _before[n].Way);
    }

    public void Set(int item, int way)
    {
        _before.Add((item, board.Way[item]));
        _changes++;
        Changed(board.Way[item]);
        Changed(way);
        board.Set(item, way);
    }

    private void Changed(int way)
    {
        _changedAt[_ways.Who[way]] = _changes;
        if (_ways.With[way] >= 0) _changedAt[_ways.With[way]] = _changes;
    }

    /// <summary>Sweeps over all items until nothing is gained any more. What nobody has changed since is not looked at again.</summary>
    public void Run()
    {
        var (order, lookedAt) = (new int[_ways.Items], new int[_ways.Items]);
        Array.Fill(lookedAt, -1);
        for (var j = 0; j < order.Length; j++) order[j] = j;
        for (var changed = 1; changed > 0 && !pace.IsOver;)
        {
            changed = 0;
            Remember();
            chance.Shuffle(order);
            foreach (var item in order)
            {
                if (board.Way[item] < 0) continue;
                var since = lookedAt[item];
                lookedAt[item] = _changes;
                if (Improves(item, since)) changed++;
                if (!pace.GoesOn(Looked)) return;
            }
        }
    }

    /// <summary>Takes the best step for an item, if there is one.</summary>
    /// <param name="since">Only steps between two of whom one has changed since then; -1 for all.</param>
    public bool Improves(int item, int since = -1)
    {
        Looked = 1;
        var way = board.Way[item];
        (_best, _way, _other) = (-Least, -1, -1);
        if (_ways.With[way] >= 0)
        {
            for (var o = _ways.First[item]; o < _ways.First[item + 1]; o++) ShiftJoint(item, o);
            return Take(item);
        }

        var from = _ways.Who[way];
        double load = board.Load[from], points = _ways.Points[way], capacity = _ways.Capacity[from];
        var leave = -points * ((2 * load) - points) / capacity;
        for (var o = _ways.First[item]; o < _ways.First[item + 1]; o++)
        {
            if (_ways.With[o] >= 0 || _ways.Who[o] == from)
            {
                ShiftJoint(item, o);
                continue;
            }

            var to = _ways.Who[o];
            if (_changedAt[from] <= since && _changedAt[to] <= since) continue;
            double there = board.Load[to], heavy = _ways.Points[o];
            Looked++;
            var gain = leave + (heavy * ((2 * there) + heavy) / _ways.Capacity[to]);
            if (gain < _best && MayShift(item, o)) (_best, _way, _other) = (gain, o, -1);
            // From lighter to heavier nothing is to be won; from the heavier side the same exchange is seen with its gain.
            if (there * capacity < load * _ways.Capacity[to]) Exchange(item, o);
        }

        return Take(item);
    }

    private bool Take(int item)
    {
        if (_way < 0) return false;
        if (_other >= 0) Set(_other, _otherWay);
        Set(item, _way);
        return true;
    }

    /// <summary>Any way to any other, slower than where each is held by one.</summary>
    private void ShiftJoint(int item, int o)
    {
        if (o == board.Way[item]) return;
        Looked++;
        _trial.Clear();
        _trial.Change(item, o);
        if (_trial.Phi() is var gain && gain < _best && _trial.IsLegal()) (_best, _way, _other) = (gain, o, -1);
    }

    private void Exchange(int item, int o)
    {
        var (way, from, to) = (board.Way[item], _ways.Who[board.Way[item]], _ways.Who[o]);
        double load = board.Load[from], there = board.Load[to];
        double perFrom = 1.0 / _ways.Capacity[from], perTo = 1.0 / _ways.Capacity[to];
        var held = board.Held(to);
        Looked += held.Length;
        foreach (var other in held)
        {
            var otherWay = board.Way[other];
            if (_ways.With[otherWay] >= 0) continue;
            double added = _ways.Points[o] - _ways.Points[otherWay];
            var rise = added * ((2 * there) + added) * perTo;
            for (var p = _ways.Next(other, _ways.First[other], from); p >= 0; p = _ways.Next(other, p + 1, from))
            {
                if (_ways.With[p] >= 0) continue;
                double back = _ways.Points[p] - _ways.Points[way];
                var gain = rise + (back * ((2 * load) + back) * perFrom);
                if (gain < _best && MayExchange(item, o, other, p)) (_best, _way, _other, _otherWay) = (gain, o, other, p);
            }
        }
    }

    private bool MayShift(int item, int o)
    {
        var to = _ways.Who[o];
        return Moves(item, o) && board.Came[to] + _ways.New(o) <= _ways.MostNew[to]
            && (board.Load[to] + _ways.Points[o] <= _ways.Ceiling[to] || board.Grew[to] + _ways.More(o) == 0);
    }

    private bool MayExchange(int item, int o, int other, int p)
    {
        var (way, otherWay) = (board.Way[item], board.Way[other]);
        return Moves(item, o, _ways.IsMove[p] - _ways.IsMove[otherWay]) && May(o, otherWay) && May(p, way);

        bool May(int comes, int goes)
        {
            var i = _ways.Who[comes];
            return (_ways.New(comes) <= _ways.New(goes) || board.Came[i] + 1 - _ways.New(goes) <= _ways.MostNew[i])
                && (board.Load[i] + _ways.Points[comes] - _ways.Points[goes] <= _ways.Ceiling[i]
                    || board.Grew[i] + _ways.More(comes) - _ways.More(goes) == 0);
        }
    }

    private bool Moves(int item, int o, int more = 0)
    {
        var moves = more + _ways.IsMove[o] - _ways.IsMove[board.Way[item]];
        return moves <= 0 || board.Moves + moves <= _ways.MostMoves;
    }
}
