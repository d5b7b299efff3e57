namespace Fairload.Core.Allocation;

/// <summary>Makes the sorted list of shares lighter, exactly: the heaviest first, then the next.</summary>
internal sealed class Polishing(Board board, Pace pace)
{
    private readonly Ways _ways = board.Ways;
    private readonly Trial _trial = new(board);
    private readonly int[] _order = new int[board.Ways.Holders];

    /// <summary>From the heaviest down, as often as something is found: shifts, exchanges, chains.</summary>
    /// <param name="most">Steps that shifts and exchanges may take in all.</param>
    /// <param name="mostChains">Steps that chains of three may take in all.</param>
    public void Run(long most, long mostChains)
    {
        var start = pace.Steps;
        for (var found = true; found && !pace.IsOver;)
        {
            found = false;
            for (var i = 0; i < _order.Length; i++) _order[i] = i;
            Array.Sort(_order, Heavier);
            foreach (var holder in _order)
            {
                while (Improves(holder)) found = true;
                if (pace.IsOver || pace.Steps - start > most) return;
            }

            if (found) continue;
            foreach (var holder in _order)
            {
                var before = pace.Steps;
                found = mostChains > 0 && Chain(holder, mostChains);
                mostChains -= pace.Steps - before;
                if (found || mostChains <= 0 || pace.IsOver) break;
            }
        }
    }

    private int Heavier(int one, int other)
    {
        var order = Share.Compare(board.Load[other], _ways.Capacity[other], board.Load[one], _ways.Capacity[one]);
        return order != 0 ? order : one.CompareTo(other);
    }

    private bool Improves(int holder)
    {
        foreach (var item in board.Held(holder))
        {
            for (var o = _ways.First[item]; o < _ways.First[item + 1]; o++)
            {
                if (o == board.Way[item]) continue;
                if (Start(item, o) && Improves()) return true;
                if (!pace.GoesOn(1)) return false;
                if (Exchange(item, o, _ways.Who[o], holder)) return true;
                if (_ways.With[o] >= 0 && Exchange(item, o, _ways.With[o], holder)) return true;
            }
        }

        return false;
    }

    private bool Exchange(int item, int way, int there, int holder)
    {
        // Without a lighter side nothing is to be won.
        if (there == holder || Heavier(there, holder) < 0) return false;
        var most = (double)board.Load[holder] / _ways.Capacity[holder] * _ways.Capacity[there] * (1 + 1e-12);
        var with = (double)board.Load[there] + (_ways.Who[way] == there ? _ways.Points[way] : _ways.WithPoints[way]);
        foreach (var other in board.Held(there))
        {
            if (other == item) continue;
            // Too light to make way: there it would be heavier than here now. Joint work may keep its hold, so it is not judged so.
            if (_ways.With[board.Way[other]] < 0 && with - _ways.Points[board.Way[other]] > most)
            {
                if (!pace.GoesOn(1)) return false;
                continue;
            }

            for (var p = _ways.First[other]; p < _ways.First[other + 1]; p++)
            {
                if (p == board.Way[other]) continue;
                Start(item, way);
                _trial.Change(other, p);
                if (Improves()) return true;
                if (!pace.GoesOn(1)) return false;
            }
        }

        return false;
    }

    /// <summary>One goes from the holder to a second, another from there to a third, and, where it helps, one from there back.</summary>
    private bool Chain(int holder, long most)
    {
        var end = pace.Steps + most;
        foreach (var item in board.Held(holder))
        {
            for (var o = _ways.First[item]; o < _ways.First[item + 1]; o++)
            {
                if (o == board.Way[item] || _ways.Who[o] == holder) continue;
                foreach (var second in board.Held(_ways.Who[o]))
                {
                    for (var p = _ways.First[second]; second != item && p < _ways.First[second + 1]; p++)
                    {
                        if (p == board.Way[second] || _ways.Who[p] == _ways.Who[o]) continue;
                        if (Third(item, o, second, p)) return true;
                        if (pace.IsOver || pace.Steps > end) return false;
                    }
                }
            }
        }

        return false;
    }

    private bool Third(int item, int o, int second, int p)
    {
        foreach (var third in board.Held(_ways.Who[p]))
        {
            if (third == item || third == second) continue;
            for (var q = _ways.First[third]; q < _ways.First[third + 1]; q++)
            {
                if (q == board.Way[third]) continue;
                Start(item, o);
                _trial.Change(second, p);
                _trial.Change(third, q);
                if (Improves()) return true;
                if (!pace.GoesOn(1)) return false;
            }
        }

        return false;
    }

    private bool Start(int item, int way)
    {
        _trial.Clear();
        _trial.Change(item, way);
        return true;
    }

    private bool Improves()
    {
        if (_trial.CompareShares() >= 0 || !_trial.IsLegal()) return false;
        _trial.Apply();
        return true;
    }
}
