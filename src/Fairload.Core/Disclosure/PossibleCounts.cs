using System.Diagnostics.CodeAnalysis;

namespace Fairload.Core.Disclosure;

/// <summary>What everybody is told of one group: how many it holds, or between what numbers they lie.</summary>
/// <param name="Most">Without end where nothing is told.</param>
internal sealed record ToldCount(int[] Atoms, int Least, int Most)
{
    public const int NoEnd = Population.MostPeople;

    public bool IsExact => Least == Most;
}

/// <summary>
/// All tables in whole numbers that agree with what is told. Asked for one in which some people are more, or fewer, than in truth, it
/// begins at the truth and puts right what does not fit: either one of the cells that could help is higher than it is now, or it is not;
/// both are looked at, and after each step every cell is held within what the sums still leave open.
/// </summary>
internal sealed class PossibleCounts
{
    private const int MostCompared = 48;

    private readonly CountBounds _bounds;
    private readonly int[] _truth;
    private readonly List<ToldCount> _told;
    private CountMoves _moves;
    private long _most;

    /// <param name="truth">How many are in each atom.</param>
    /// <param name="most">More are known not to be in it.</param>
    public PossibleCounts(int[] truth, int[] most, IReadOnlyList<ToldCount> told)
    {
        (_truth, _told, _bounds) = (truth, [.. told], new(truth, most, told));
        Begin();
    }

    /// <summary>Looks near the truth for a table with more, or fewer, in a group.</summary>
    public bool Move(int[] group, bool isUp)
    {
        var isFound = _moves.Move(group, isUp, out var steps);
        Steps += steps;
        return isFound;
    }

    /// <summary>Tables that were looked at.</summary>
    public long Steps { get; private set; }

    /// <summary>The table that was found last.</summary>
    public ReadOnlySpan<int> Table => _bounds.Now;

    /// <summary>From the next <see cref="Begin"/> on this is told of a group instead.</summary>
    public void Tell(int which, int least, int most)
    {
        _told[which] = _told[which] with { Least = least, Most = most };
        _bounds.Tell(which, least, most);
    }

    /// <summary>Works out anew what follows for each atom by itself.</summary>
    [MemberNotNull(nameof(_moves))]
    public void Begin()
    {
        _bounds.Begin();
        _moves = new(_truth, _told, _bounds);
    }

    /// <summary>Looks for a table with so many in a group. What it found stands in <see cref="Table"/> until the next question.</summary>
    /// <returns>None when there is no such table; that is certain.</returns>
    public Finding Ask(int[] group, int least, int most, long steps)
    {
        _most = Steps + steps;
        _bounds.Ask(group, least, most);
        var finding = _bounds.Narrow() ? Search() : Finding.None;
        if (finding == Finding.Found) _bounds.Keep();
        _bounds.Forget();
        return finding;
    }

    private Finding Search()
    {
        while (true)
        {
            if (++Steps > _most) return Finding.GaveUp;
            if (_bounds.Wrong() is not { } row) return Finding.Found;
            var isUp = _bounds.IsTooLow(row);
            if (Best(row, isUp) is not { } atom) return Finding.None;

            var (mark, was) = (_bounds.Mark, _bounds.At(atom));
            var finding = _bounds.Hold(atom, isUp, isUp ? was + 1 : was - 1) && _bounds.Narrow() ? Search() : Finding.None;
            if (finding != Finding.None) return finding;
            _bounds.Back(mark);
            if (!_bounds.Hold(atom, !isUp, was) || !_bounds.Narrow()) return Finding.None;
        }
    }

    /// <summary>Of the cells that could help, the one that puts most right and least wrong; null where none can.</summary>
    private int? Best(int row, bool isUp)
    {
        var (best, least, compared) = ((int?)null, long.MaxValue, 0);
        foreach (var atom in _bounds.AtomsOf(row))
        {
            if (!_bounds.CanMove(atom, isUp)) continue;
            var harm = _bounds.Harm(atom, isUp);
            if (harm < least) (best, least) = (atom, harm);
            if (++compared == MostCompared) break;
        }

        return best;
    }
}
