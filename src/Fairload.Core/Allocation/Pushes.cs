namespace Fairload.Core.Allocation;

/// <summary>
/// Pushes one item from somebody who stands over what perfect sharing would give them to somebody who stands under it, levels around
/// the two, and takes it all back where that is not more even.
/// </summary>
/// <remarks>
/// Two teams that share little work differ by less than one case a head, and yet by several cases together: no single step helps, a
/// push and some levelling within each team does.
/// </remarks>
internal sealed class Pushes(Board board, Pace pace, Levelling levelling)
{
    private const double Enough = 1e-4;
    private const double Least = 1e-6;
    private const int Rounds = 20;
    private const int MostTriesEach = 20;
    private const int MostLevelled = 300;

    private readonly Ways _ways = board.Ways;
    private readonly Trial _trial = new(board);
    private readonly double[] _target = new double[board.Ways.Holders];
    private readonly Queue<int> _open = new();
    private readonly bool[] _isOpen = new bool[board.Ways.Holders];
    private readonly List<(double Worth, int Item, int Way)> _tries = [];

    public void Run(IReadOnlyList<Block> blocks, long most)
    {
        foreach (var block in blocks)
        {
            foreach (var i in block.Holders) _target[i] = block.Share.Value * _ways.Capacity[i];
        }

        var (order, room, end) = (new int[_ways.Holders], new double[_ways.Holders], pace.Steps + most);
        for (var (round, found) = (0, true); found && round < Rounds; round++)
        {
            found = false;
            for (var i = 0; i < order.Length; i++) (order[i], room[i]) = (i, (_target[i] - board.Load[i]) / _ways.Capacity[i]);
            Array.Sort(room, order);
            foreach (var holder in order)
            {
                if (board.Load[holder] <= _target[holder] * (1 + Enough)) continue;
                found |= Push(holder);
                if (pace.IsOver || pace.Steps > end) return;
            }
        }
    }

    private bool Push(int holder)
    {
        _tries.Clear();
        foreach (var item in board.Held(holder))
        {
            for (var o = _ways.First[item]; o < _ways.First[item + 1]; o++)
            {
                var to = _ways.Who[o];
                var under = (_target[to] - board.Load[to]) / _ways.Capacity[to];
                if (o != board.Way[item] && to != holder && under > 0) _tries.Add((under, item, o));
            }
        }

        _tries.Sort(static (a, b) => b.Worth.CompareTo(a.Worth) is var order and not 0 ? order : a.Way.CompareTo(b.Way));
        for (var n = 0; n < Math.Min(MostTriesEach, _tries.Count) && pace.GoesOn(1 + _tries.Count / 8); n++)
        {
            if (Try(_tries[n].Item, _tries[n].Way)) return true;
        }

        return false;
    }

    private bool Try(int item, int way)
    {
        _trial.Clear();
        _trial.Change(item, way);
        if (!_trial.IsLegal()) return false;
        var gained = _trial.Phi();
        levelling.Remember();
        levelling.Set(item, way);
        Open(_ways.Who[way]);
        for (var n = 0; n < MostLevelled && _open.TryDequeue(out var holder);)
        {
            _isOpen[holder] = false;
            for (var place = 0; place < board.Held(holder).Length && n < MostLevelled; place++, n++)
            {
                var other = board.Held(holder)[place];
                var improves = levelling.Improves(other);
                if (!pace.GoesOn(levelling.Looked)) break;
                if (!improves) continue;
                gained += levelling.Gain;
                Open(holder);
                Open(_ways.Who[board.Way[other]]);
                break;
            }
        }

        while (_open.TryDequeue(out var left)) _isOpen[left] = false;
        if (gained < -Least) return true;
        levelling.TakeBack();
        return false;
    }

    private void Open(int holder)
    {
        if (_isOpen[holder]) return;
        _isOpen[holder] = true;
        _open.Enqueue(holder);
    }
}
