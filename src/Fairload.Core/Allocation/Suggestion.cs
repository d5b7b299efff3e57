namespace Fairload.Core.Allocation;

/// <summary>One way to hold one item more, and what it would do.</summary>
/// <param name="Option">Index into the item's options.</param>
/// <param name="Before">Share of who would hold it.</param>
/// <param name="After">The same with the item.</param>
/// <param name="WithBefore">Share of the second person of joint work; null where one holds it alone.</param>
/// <param name="HeaviestAfter">The heaviest share of anybody afterwards.</param>
/// <param name="Unevenness">By how much <see cref="Fairness.Phi"/> would rise, in grains.</param>
/// <param name="Unkindness">What the cost counts for, in grains.</param>
public sealed record Suggestion(
    int Option, Share Before, Share After, Share? WithBefore, Share? WithAfter, Share HeaviestAfter, double Unevenness, double Unkindness)
{
    private readonly record struct Two(Share First, Share? Second)
    {
        public Share Heavier => Second is { } second && second > First ? second : First;
    }

    /// <summary>The best ways for one item: least rise of unevenness and cost together first, then in the order of the options.</summary>
    /// <param name="holders">Everybody, with all that they hold now as committed.</param>
    /// <param name="grainsACost">How many grains of unevenness a cost of 1 counts for; 0 to look at fairness alone.</param>
    /// <param name="most">How many to tell at most.</param>
    public static IReadOnlyList<Suggestion> For(IReadOnlyList<Holder> holders, Item item, double grainsACost, int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(grainsACost);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        var best = new List<(double Score, int Option)>(most + 1);
        for (var o = 0; o < item.Options.Count; o++)
        {
            if (!IsLegal(holders, item.Options[o])) continue;
            var score = Unevens(holders, item.Options[o]) + (grainsACost * item.Options[o].Cost);
            var place = best.Count;
            while (place > 0 && best[place - 1].Score > score) place--;
            if (place == most) continue;
            best.Insert(place, (score, o));
            if (best.Count > most) best.RemoveAt(most);
        }

        return [.. best.Select(b => Tell(holders, item.Options[b.Option], b.Option, grainsACost))];
    }

    private static Suggestion Tell(IReadOnlyList<Holder> holders, Option option, int index, double grainsACost)
    {
        var (before, after) = (Of(holders, option, 0, 0), Of(holders, option, option.Points, option.WithPoints));
        var heaviest = after.Heavier;
        for (var i = 0; i < holders.Count; i++)
        {
            if (i == option.Holder || i == option.With) continue;
            var share = new Share(holders[i].Committed, holders[i].Capacity);
            if (share > heaviest) heaviest = share;
        }

        var unevenness = Unevens(holders, option);
        return new(index, before.First, after.First, before.Second, after.Second, heaviest, unevenness, grainsACost * option.Cost);
    }

    private static Two Of(IReadOnlyList<Holder> holders, Option option, long points, long withPoints)
    {
        var one = holders[option.Holder];
        Share? second = option.With < 0 ? null : new(holders[option.With].Committed + withPoints, holders[option.With].Capacity);
        return new(new(one.Committed + points, one.Capacity), second);
    }

    private static bool IsLegal(IReadOnlyList<Holder> holders, Option option) =>
        Takes(holders[option.Holder], option.Points) && (option.With < 0 || Takes(holders[option.With], option.WithPoints));

    private static bool Takes(Holder holder, long points) => holder.MostNew > 0 && holder.Committed + points <= holder.Ceiling;

    private static double Unevens(IReadOnlyList<Holder> holders, Option option) =>
        Rise(holders[option.Holder], option.Points) + (option.With < 0 ? 0 : Rise(holders[option.With], option.WithPoints));

    private static double Rise(Holder holder, long points) => (double)points * ((2 * holder.Committed) + points) / holder.Capacity;
}
