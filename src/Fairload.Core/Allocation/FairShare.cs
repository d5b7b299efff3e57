namespace Fairload.Core.Allocation;

/// <summary>
/// Shares work out fairly. Each step of the ladder is settled before the next: no hard rule is broken; as much risk as possible is placed;
/// the heaviest load, as a share of the room somebody has, is as light as possible, then the next; the least unkind of these.
/// </summary>
/// <remarks>The same question, seed and effort give the same answer. It proposes; people decide.</remarks>
public static class FairShare
{
    // Looking at every way ends here and leaves the rest to the search.
    private const long MostStepsOfEveryWay = 3_000_000;

    // Chains of three cost most and bring least where there are many items.
    private const long MostStepsOfChains = 2_000_000;

    private const long MostStepsOfPushes = 6_000_000;
    private const long MostStepsOfCircles = 20_000_000;

    // So many cases at least to each set of people.
    private const int LeastAlike = 10;

    // After levelling little is left to polish; where much is, it begins with the heaviest.
    private const long MostStepsOfPolishing = 3_000_000;

    private const long MostStepsOfStrictKindness = 2_000_000;

    // The target is a gap of a thousandth.
    private const double FirstEnough = 9.6e-4;

    // Where more people are left over something else stands in the way.
    private const int MostLeftToShake = 25;

    /// <summary>Above this many items searching on from the first good answer costs more than it brings.</summary>
    private const int MostItemsToRestart = 500;

    private const int Restarts = 60;

    // Where moves are limited, the search with them and the one without any before the frontier take at most so much each, and for each
    // item, so that the frontier is reached with any usual effort.
    private const long MostStepsBeforeFrontier = 8_000_000;
    private const long LeastStepsBeforeFrontier = 300_000;
    private const long StepsAnItemBeforeFrontier = 60;

    /// <summary>The best answer found within the effort.</summary>
    /// <param name="stop">Ends the search early, with the best answer so far.</param>
    public static Shared Solve(Sharing question, ulong seed, Effort effort, CancellationToken stop)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(effort.Steps);
        var ways = new Ways(question);
        var (board, pace, chance) = (new Board(ways), new Pace(effort, stop), new Chance(seed));
        var (isComplete, blocks) = Search(board, pace, chance);
        if (LimitsMoves(ways)) FromStandstill(board, question, seed, pace);
        var isExact = !pace.IsOver && EveryWay.IsSmall(ways) && EveryWay.Improve(board, pace, MostStepsOfEveryWay);
        if (!isExact && !pace.IsOver)
        {
            if (ways.Items <= MostItemsToRestart) Restart(board, pace, chance);
            pace.Reaches(SearchPart.Kindness);
            // Without a tolerance hardly anything is as fair and kinder.
            if (ways.Tolerance == 0) pace.EndPartAfter(MostStepsOfStrictKindness);
            new Kindness(board, pace).Run();
        }

        // What is placed decides what perfect sharing shares; where all was placed from the start it is known already.
        if (!isComplete) blocks = PerfectSharing.Of(ways, board.Way);
        return Answer(board, question, pace, blocks, isExact);
    }

    /// <summary>The first good answer, with whether everything is placed and the blocks of what is.</summary>
    private static (bool IsComplete, IReadOnlyList<Block> Blocks) Search(Board board, Pace pace, Chance chance)
    {
        if (LimitsMoves(board.Ways)) pace.EndPartAfter(StepsBeforeFrontier(board.Ways));
        pace.Reaches(SearchPart.Placing);
        var isComplete = Place(board, pace, chance);
        pace.Reaches(SearchPart.Levelling);
        var levelling = new Levelling(board, pace, chance);
        levelling.Run();
        var blocks = PerfectSharing.Of(board.Ways, board.Way);
        if (!pace.IsOver && AreAlike(board)) new Pushes(board, pace, levelling).Run(blocks, MostStepsOfPushes);
        if (!pace.IsOver) Circle(board, pace, blocks);
        new Polishing(board, pace).Run(MostStepsOfPolishing, MostStepsOfChains);
        pace.EndPartAfter(null);
        return (isComplete, blocks);
    }

    /// <summary>Where a few are left with more than enough, another measure of what is enough shakes everything, and the first is tried
    /// again from there, a hair wider.</summary>
    private static void Circle(Board board, Pace pace, IReadOnlyList<Block> blocks)
    {
        var (end, best, shares) = (pace.Steps + MostStepsOfCircles, (int[])board.Way.Clone(), board.Shares());
        foreach (var enough in (ReadOnlySpan<double>)[FirstEnough, 7.5e-4, 9.9e-4])
        {
            var circles = new Circles(board, pace, blocks, enough);
            var isFirst = enough == FirstEnough;
            circles.Run(end - pace.Steps);
            var now = board.Shares();
            if (isFirst || Share.Compare(now, shares) < 0) (best, shares) = ((int[])board.Way.Clone(), now);
            if (pace.IsOver || pace.Steps >= end || (isFirst && circles.Left() is 0 or > MostLeftToShake)) break;
        }

        board.Become(best);
    }

    /// <summary>Many cases can go to the same people, as in teams: then what one team pushes to another can be levelled there. Where each
    /// case has people of its own it can not.</summary>
    private static bool AreAlike(Board board) => Kinds.OfPlaced(board.Ways, board.Way).People.Count * LeastAlike <= board.Ways.Items;

    /// <summary>Without any moves: where the frontier begins. What stands counts as held for good, so that no step is spent on
    /// it.</summary>
    internal static void Still(Board board, Sharing question, ulong seed, Pace pace)
    {
        var (held, waiting) = (question.Holders.Select(h => h.Committed).ToArray(), new List<int>());
        foreach (var (at, item) in question.Items.Index())
        {
            if (item.Now < 0)
            {
                waiting.Add(at);
                continue;
            }

            var now = item.Options[item.Now];
            held[now.Holder] += now.Points;
            if (now.With >= 0) held[now.With] += now.WithPoints;
        }

        var holders = question.Holders.Select((h, i) => h with { Committed = held[i] });
        var still = new Board(new(new([.. holders], waiting.ConvertAll(at => question.Items[at]))));
        pace.EndPartAfter(StepsBeforeFrontier(board.Ways));
        Search(still, pace, new(seed));
        foreach (var (n, at) in waiting.Index())
        {
            if (still.Way[n] >= 0) board.Set(at, board.Ways.First[at] + still.Way[n] - still.Ways.First[n]);
        }
    }

    private static long StepsBeforeFrontier(Ways ways) =>
        Math.Min(MostStepsBeforeFrontier, LeastStepsBeforeFrontier + (StepsAnItemBeforeFrontier * ways.Items));

    /// <summary>A limit that binds, of a question that is not settled by looking at every way.</summary>
    private static bool LimitsMoves(Ways ways) =>
        ways.MostMoves > 0 && ways.MostMoves < ways.Now.Count(now => now >= 0) && !EveryWay.IsSmall(ways);

    /// <summary>
    /// Where moves are few it matters what each of them buys. So from where nothing is moved two ways are tried: to relieve whoever is
    /// heaviest, and the fairest point of the frontier. Either is made fairer, and counts where it is better than what stands.
    /// </summary>
    private static void FromStandstill(Board board, Sharing question, ulong seed, Pace pace)
    {
        var still = new Board(board.Ways);
        Still(still, question, seed, pace);
        var level = LimitedMoves.Reachable(still.Ways, PerfectSharing.Of(still.Ways, still.Way));
        Try(other => new Relief(other, pace, level).Run());
        Try(other => Frontier.Fairest(other, pace));

        void Try(Action<Board> move)
        {
            var other = new Board(board.Ways);
            other.Become(still.Way);
            move(other);
            new Polishing(other, pace).Run(MostStepsOfPolishing, MostStepsOfChains);
            if (IsBetter(other, board)) board.Become(other.Way);
        }
    }

    private static bool IsBetter(Board one, Board other) =>
        one.Risk != other.Risk ? one.Risk > other.Risk : Share.Compare(one.Shares(), other.Shares()) < 0;

    private static bool Place(Board board, Pace pace, Chance chance)
    {
        var placing = new Placing(board, pace);
        placing.Start();
        for (var round = 0; round < 3 && !pace.IsOver; round++)
        {
            if (placing.IsComplete()) return true;
            placing.Improve();
            // A small question is settled by looking at every way.
            if (!placing.IsComplete() && !EveryWay.IsSmall(board.Ways)) placing.Again(chance);
            // Even loads have room in other places.
            if (!placing.IsComplete()) new Levelling(board, pace, chance).Run();
        }

        return placing.IsComplete();
    }

    /// <summary>Disturbs a few items and levels again; what is not better is taken back.</summary>
    private static void Restart(Board board, Pace pace, Chance chance)
    {
        var ways = board.Ways;
        var (best, shares, risk, trial) = ((int[])board.Way.Clone(), board.Shares(), board.Risk, new Trial(board));
        for (var round = 0; round < Restarts && !pace.IsOver && ways.Items > 0; round++)
        {
            for (var n = 0; n < 3 + (ways.Items / 20); n++)
            {
                var item = chance.Below(ways.Items);
                if (ways.First[item + 1] == ways.First[item]) continue;
                var way = ways.First[item] + chance.Below(ways.First[item + 1] - ways.First[item]);
                trial.Clear();
                if (way == board.Way[item]) continue;
                trial.Change(item, way);
                if (trial.IsLegal()) trial.Apply();
            }

            new Placing(board, pace).Improve();
            new Levelling(board, pace, chance).Run();
            new Polishing(board, pace).Run(MostStepsOfPolishing / Restarts, MostStepsOfChains / Restarts);
            var now = board.Shares();
            var order = board.Risk != risk ? risk.CompareTo(board.Risk) : Share.Compare(now, shares);
            if (order > 0) board.Become(best);
            else if (order < 0) (best, shares, risk) = ((int[])board.Way.Clone(), now, board.Risk);
        }

        board.Become(best);
    }

    private static Shared Answer(Board board, Sharing question, Pace pace, IReadOnlyList<Block> blocks, bool isExact)
    {
        var ways = board.Ways;
        var (shares, isComplete) = (board.Shares(), new Placing(board, pace).IsComplete());
        var perfect = LimitedMoves.Shares(question, ways, board.Way, blocks);
        var chosen = new int[ways.Items];
        for (var j = 0; j < chosen.Length; j++) chosen[j] = board.Way[j] < 0 ? -1 : board.Way[j] - ways.First[j];
        return new()
        {
            Chosen = chosen,
            RiskPlaced = board.Risk,
            RiskBound = isComplete || isExact ? board.Risk : RiskBound.Of(ways),
            Shares = shares,
            Cost = board.Cost,
            Moves = board.Moves,
            PerfectShares = perfect,
            Gap = Gaps.BySums(shares, perfect),
            GapOfHeaviest = Gaps.OfHeaviest(shares, perfect),
            Blocks = blocks,
            IsExact = isExact,
            Steps = pace.Done,
        };
    }
}
