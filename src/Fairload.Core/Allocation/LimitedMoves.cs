namespace Fairload.Core.Allocation;

/// <summary>Perfect sharing where only so many cases may be moved: how light the heaviest can become at best, and what it then looks
/// like.</summary>
/// <remarks>
/// <para>
/// To come down to a share, each holder gives away at least so many cases: those first that take the most load for a move. Joint work
/// counts as half a move for either holder. What all need together grows as the share falls; where it passes the moves allowed, no legal
/// answer is. Nobody is asked to come under their share in perfect sharing without a limit: no moves help there.
/// </para>
/// <para>
/// Who gives away what is settled so, in whole cases. These, and what waited, are then cut into crumbs and shared perfectly, with the
/// rest held where it stands.
/// </para>
/// </remarks>
internal sealed class LimitedMoves
{
    private const int Halvings = 60;
    private const double Rounding = 1e-6;

    private readonly Ways _ways;
    private readonly long[] _standing;
    private readonly double[] _perfect;
    private readonly List<Piece>[] _pieces;

    private LimitedMoves(Ways ways, IReadOnlyList<Block> blocks)
    {
        (_ways, _standing, _perfect) = (ways, ways.Standing(), new double[ways.Holders]);
        foreach (var block in blocks)
            foreach (var i in block.Holders) _perfect[i] = block.Share.Value;
        _pieces = new List<Piece>[ways.Holders];
        for (var i = 0; i < ways.Holders; i++) _pieces[i] = [];
        for (var j = 0; j < ways.Items; j++)
            if (ways.Now[j] >= 0) Cut(j, ways.Now[j]);
        foreach (var pieces in _pieces) pieces.Sort(static (a, b) => b.AMove.CompareTo(a.AMove));
    }

    /// <summary>Everybody's share, the heaviest first. The heaviest is proven: no legal answer with so few moves is under it.</summary>
    /// <param name="way">What is placed: only that is shared.</param>
    /// <param name="blocks">Perfect sharing of the same without a limit.</param>
    public static Share[] Shares(Sharing question, Ways ways, int[] way, IReadOnlyList<Block> blocks)
    {
        var perfect = Gaps.PerfectShares(blocks, ways.Holders);
        if (ways.MostMoves >= ways.Now.Count(now => now >= 0)) return perfect;
        var limited = new LimitedMoves(ways, blocks);
        return limited.Lowest() is { } level ? limited.Shared(question, way, level, perfect[0]) : perfect;
    }

    /// <summary>The share to which so many moves bring everybody at best, where somebody can take what is given away.</summary>
    public static double Reachable(Ways ways, IReadOnlyList<Block> blocks) =>
        Math.Max(blocks.Count == 0 ? 0 : blocks[0].Share.Value, new LimitedMoves(ways, blocks).Lowest()?.Within ?? 0);

    /// <summary>A share to which all can come, hardly over one to which not all can; null where the moves are enough for perfect
    /// sharing.</summary>
    private Level? Lowest()
    {
        if (Needed(0) <= _ways.MostMoves) return null;
        var level = new Level(0, _ways.Committed.Select((_, i) => (double)_standing[i] / _ways.Capacity[i]).Max());
        for (var n = 0; n < Halvings; n++)
        {
            var middle = (level.Beyond + level.Within) / 2;
            level = Needed(middle) > _ways.MostMoves ? level with { Beyond = middle } : level with { Within = middle };
        }

        return level;
    }

    private double Needed(double share)
    {
        var moves = 0.0;
        for (var i = 0; i < _ways.Holders; i++) moves += Needed(i, _standing[i] - Target(i, share));
        return moves;
    }

    /// <summary>No holder gives away less than so many moves: the fractional knapsack (Dantzig, Operations Research 5, 1957), rounded up
    /// to halves, as every whole choice costs whole halves.</summary>
    private double Needed(int holder, double left)
    {
        var moves = 0.0;
        foreach (var piece in _pieces[holder])
        {
            if (left <= Rounding) break;
            moves += piece.Moves * Math.Min(1, left / piece.Weight);
            left -= piece.Weight;
        }

        return Math.Ceiling((moves * 2) - Rounding) / 2;
    }

    private double Target(int holder, double share) => Math.Max(share, _perfect[holder]) * _ways.Capacity[holder];

    private Share[] Shared(Sharing question, int[] way, Level level, Share heaviest)
    {
        var (held, items) = ((long[])_standing.Clone(), new List<Item>());
        for (var j = 0; j < _ways.Items; j++)
            if (_ways.Now[j] < 0 && way[j] >= 0) items.Add(question.Items[j]);
        for (var i = 0; i < _ways.Holders; i++) held[i] -= GiveAway(question, i, level.Within, items);

        // Whatever the ceilings: what is given away here need not be what a legal answer moves, and always has to fit.
        var holders = question.Holders.Select((h, i) => h with { Committed = held[i], Ceiling = long.MaxValue / 8 });
        var ways = new Ways(new([.. holders], items));
        var shares = Gaps.PerfectShares(PerfectSharing.Of(ways, ways.First[..^1]), ways.Holders);
        var proven = Math.Max(level.Beyond, heaviest.Value);
        for (var k = 0; k < shares.Length && (k == 0 || shares[k].Value > proven); k++) shares[k] = Floor(proven);
        return shares;
    }

    /// <summary>What comes off the holder in whole cases; adds them to what is shared.</summary>
    private long GiveAway(Sharing question, int holder, double level, List<Item> items)
    {
        var (given, left) = (0L, _standing[holder] - Target(holder, level));
        foreach (var piece in _pieces[holder])
        {
            if (left <= Rounding) break;
            var item = question.Items[piece.Item];
            var lightest = Math.Min(piece.Weight, _ways.LeastWeight(piece.Item));
            items.Add(item with { Now = -1, Options = [.. item.Options.Select(o => o with { Points = lightest, WithPoints = 0 })] });
            (given, left) = (given + piece.Weight, left - piece.Weight);
        }

        return given;
    }

    private static Share Floor(double share)
    {
        const long Parts = 1L << 30;
        return new((long)Math.Floor(share * Parts), Parts);
    }

    private void Cut(int item, int now)
    {
        var moves = _ways.With[now] < 0 ? 1 : 0.5;
        Cut(item, _ways.Who[now], _ways.Points[now], moves);
        if (_ways.With[now] >= 0) Cut(item, _ways.With[now], _ways.WithPoints[now], moves);
    }

    private void Cut(int item, int holder, long points, double moves)
    {
        var least = _ways.AlsoMay[item].Count > 0 ? 0 : points;
        for (var o = _ways.First[item]; o < _ways.First[item + 1]; o++)
        {
            var there = _ways.Who[o] == holder ? _ways.Points[o] : _ways.With[o] == holder ? _ways.WithPoints[o] : 0;
            least = Math.Min(least, there);
        }

        if (points > least) _pieces[holder].Add(new(item, points - least, moves));
    }

    /// <param name="Beyond">No legal answer brings everybody down to this share.</param>
    private readonly record struct Level(double Beyond, double Within);

    /// <summary>What somebody can give away of one case, and the part of a move that it takes.</summary>
    private readonly record struct Piece(int Item, long Weight, double Moves)
    {
        public double AMove => Weight / Moves;
    }
}
