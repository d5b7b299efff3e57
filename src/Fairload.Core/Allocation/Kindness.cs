namespace Fairload.Core.Allocation;

/// <summary>Lowers the cost as far as the sums of the heaviest shares may be given up for it.</summary>
internal sealed class Kindness(Board board, Pace pace)
{
    private readonly Ways _ways = board.Ways;
    private readonly Trial _trial = new(board);
    private readonly double[] _most = Limits(board.Shares(), board.Ways.Tolerance);
    private Share[] _sorted = board.Shares();
    private Share[] _spare = new Share[board.Ways.Holders];

    /// <summary>What the sum of the k heaviest may be. Doubles are enough: a tolerance is no exact number.</summary>
    public static double[] Limits(ReadOnlySpan<Share> shares, double tolerance)
    {
        var (most, sum) = (new double[shares.Length], 0.0);
        for (var k = 0; k < most.Length; k++)
        {
            sum += shares[k].Value;
            most[k] = (sum * (1 + tolerance)) + (1e-12 * sum);
        }

        return most;
    }

    public static bool Keeps(ReadOnlySpan<Share> shares, ReadOnlySpan<double> most)
    {
        var sum = 0.0;
        for (var k = 0; k < shares.Length; k++)
        {
            sum += shares[k].Value;
            if (sum > most[k]) return false;
        }

        return true;
    }

    public void Run()
    {
        for (var found = true; found && !pace.IsOver;)
        {
            found = false;
            for (var item = 0; item < _ways.Items; item++)
            {
                while (board.Way[item] >= 0 && Improves(item)) found = true;
                if (!pace.GoesOn(1)) return;
            }
        }
    }

    private bool Improves(int item)
    {
        for (var o = _ways.First[item]; o < _ways.First[item + 1]; o++)
        {
            if (o == board.Way[item] || _ways.Cost[o] >= _ways.Cost[board.Way[item]]) continue;
            _trial.Clear();
            _trial.Change(item, o);
            if (Kinder()) return true;
            if (!pace.GoesOn(1)) return false;
            if (Exchange(item, o, _ways.Who[o]) || (_ways.With[o] >= 0 && Exchange(item, o, _ways.With[o]))) return true;
        }

        return false;
    }

    private bool Exchange(int item, int way, int there)
    {
        foreach (var other in board.Held(there))
        {
            if (other == item) continue;
            for (var p = _ways.First[other]; p < _ways.First[other + 1]; p++)
            {
                if (p == board.Way[other]) continue;
                _trial.Clear();
                _trial.Change(item, way);
                _trial.Change(other, p);
                if (Kinder()) return true;
                if (!pace.GoesOn(1)) return false;
            }
        }

        return false;
    }

    private bool Kinder()
    {
        if (_trial.Cost >= 0 || !_trial.IsLegal()) return false;
        var order = _trial.CompareShares();
        if (order != 0)
        {
            if (_ways.Tolerance == 0) return false;
            PutTouchedInPlace();
            // Looking at everybody is as much work as several trials.
            pace.GoesOn(1 + (_spare.Length / 8));
            if (!Keeps(_spare, _most)) return false;
            (_sorted, _spare) = (_spare, _sorted);
        }

        _trial.Apply();
        return true;
    }

    /// <summary>The sorted shares of everybody, with those who are touched taken out and put in again.</summary>
    private void PutTouchedInPlace()
    {
        var shares = _spare;
        var before = _trial.Before;
        var after = _trial.After;
        var (n, gone, come) = (0, 0, 0);
        foreach (var share in _sorted)
        {
            if (gone < before.Length && before[gone] == share)
            {
                gone++;
                continue;
            }

            while (come < after.Length && after[come] > share) shares[n++] = after[come++];
            shares[n++] = share;
        }

        while (come < after.Length) shares[n++] = after[come++];
    }
}
