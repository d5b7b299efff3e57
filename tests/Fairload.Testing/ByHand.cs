using System.Numerics;
using Fairload.Core.Allocation;

namespace Fairload.Testing;

/// <summary>An answer checked, and found by trying everything, in another way than the solver does.</summary>
public static class ByHand
{
    public sealed record Rules(bool Ceiling, bool MostNew, bool MostMoves)
    {
        public bool AreKept => !Ceiling && !MostNew && !MostMoves;
    }

    public sealed record Best(long Risk, Share[] Shares, long Cost);

    /// <summary>Which rules an answer breaks.</summary>
    public static Rules Broken(Sharing question, IReadOnlyList<int> chosen)
    {
        var (ceiling, mostNew) = (false, false);
        for (var i = 0; i < question.Holders.Count; i++)
        {
            var (holder, load, came, grew) = (question.Holders[i], question.Holders[i].Committed, 0, false);
            for (var j = 0; j < chosen.Count; j++)
            {
                if (chosen[j] < 0) continue;
                var item = question.Items[j];
                var holds = Points(item.Options[chosen[j]], i);
                if (holds is null) continue;
                var held = item.Now < 0 ? null : Points(item.Options[item.Now], i);
                load += holds.Value;
                came += held is null ? 1 : 0;
                grew |= held is null || holds > held;
            }

            ceiling |= load > holder.Ceiling && grew;
            mostNew |= came > holder.MostNew;
        }

        return new(ceiling, mostNew, Moves(question, chosen) > question.MostMoves);
    }

    public static int Moves(Sharing question, IReadOnlyList<int> chosen) =>
        chosen.Where((o, j) => question.Items[j].Now >= 0 && question.Items[j].Now != o).Count();

    public static long Risk(Sharing question, IReadOnlyList<int> chosen) =>
        chosen.Select((o, j) => question.Items[j].Now < 0 && o >= 0 ? question.Items[j].Risk : 0).Sum();

    public static long Cost(Sharing question, IReadOnlyList<int> chosen) =>
        chosen.Select((o, j) => o < 0 ? 0 : question.Items[j].Options[o].Cost).Sum();

    public static long[] Loads(Sharing question, IReadOnlyList<int> chosen)
    {
        var loads = question.Holders.Select(h => h.Committed).ToArray();
        for (var j = 0; j < chosen.Count; j++)
        {
            if (chosen[j] < 0) continue;
            var option = question.Items[j].Options[chosen[j]];
            loads[option.Holder] += option.Points;
            if (option.With >= 0) loads[option.With] += option.WithPoints;
        }

        return loads;
    }

    public static Share[] Shares(Sharing question, IReadOnlyList<int> chosen) =>
        [.. Loads(question, chosen).Select((l, i) => new Share(l, question.Holders[i].Capacity)).OrderDescending()];

    /// <summary>Every legal answer.</summary>
    public static IEnumerable<int[]> All(Sharing question)
    {
        var chosen = new int[question.Items.Count];
        return From(0);

        IEnumerable<int[]> From(int item)
        {
            if (item == chosen.Length)
            {
                if (Broken(question, chosen).AreKept) yield return (int[])chosen.Clone();
                yield break;
            }

            for (var o = question.Items[item].Now < 0 ? -1 : 0; o < question.Items[item].Options.Count; o++)
            {
                chosen[item] = o;
                foreach (var whole in From(item + 1)) yield return whole;
            }
        }
    }

    public static Best Of(Sharing question)
    {
        var all = All(question).ToList();
        var risk = all.Max(c => Risk(question, c));
        var most = all.Where(c => Risk(question, c) == risk).Select(c => (Chosen: c, Shares: Shares(question, c))).ToList();
        var fairest = most.Select(x => x.Shares).Aggregate((a, b) => Lighter(a, b) ? a : b);
        var near = most.Where(x =>
            question.Tolerance == 0 ? x.Shares.SequenceEqual(fairest) : IsWithin(x.Shares, fairest, question.Tolerance));
        return new(risk, fairest, near.Min(x => Cost(question, x.Chosen)));
    }

    public static bool IsWithin(Share[] shares, Share[] fairest, double tolerance)
    {
        var (sum, most) = (0.0, 0.0);
        for (var k = 0; k < shares.Length; k++)
        {
            (sum, most) = (sum + shares[k].Value, most + fairest[k].Value);
            if (sum > (most * (1 + tolerance)) + (1e-12 * most)) return false;
        }

        return true;
    }

    /// <summary>The load on the most loaded c of capacity, for every c, exactly: numerators over the product of all denominators.</summary>
    public static BigInteger[] OnMostLoaded(IEnumerable<Share> shares, IReadOnlyList<long> capacities, BigInteger denominator)
    {
        var sums = new List<BigInteger> { 0 };
        foreach (var (share, capacity) in shares.Zip(capacities))
        {
            for (var c = 0; c < capacity; c++) sums.Add(sums[^1] + (share.Load * denominator / share.Capacity));
        }

        return [.. sums];
    }

    private static long? Points(Option option, int holder) =>
        option.Holder == holder ? option.Points : option.With == holder ? option.WithPoints : null;

    private static bool Lighter(Share[] one, Share[] other)
    {
        for (var k = 0; k < one.Length; k++)
        {
            if (one[k] != other[k]) return one[k] < other[k];
        }

        return true;
    }
}
