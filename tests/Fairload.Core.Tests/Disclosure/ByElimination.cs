using System.Numerics;

namespace Fairload.Core.Tests.Disclosure;

/// <summary>
/// An attacker written apart from the product: whether the figure of a group follows from the figures of others, by rows of fractions that
/// are eliminated one after the other. For small cases it asks that of every set of cells there is.
/// </summary>
internal static class ByElimination
{
    /// <summary>The fewest people, 1 or more and under the floor, whose figure can be worked out; null when there are none.</summary>
    public static int? SmallestWorkable(IReadOnlyList<int> people, IReadOnlyList<int[]> shown, int floor)
    {
        var held = Enumerable.Range(0, people.Count).Where(a => people[a] > 0).ToArray();
        var rows = Eliminated([.. shown.Select(s => held.Select(a => s.Contains(a) ? 1 : 0).ToArray())]);
        int? smallest = null;
        for (var set = 1; set < 1 << held.Length; set++)
        {
            var size = held.Where((_, i) => (set >> i & 1) == 1).Sum(a => people[a]);
            if (size >= floor || size >= smallest) continue;
            if (Follows([.. held.Select((_, i) => set >> i & 1)], rows)) smallest = size;
        }

        return smallest;
    }

    public static bool Follows(int[] wanted, IReadOnlyList<Part[]> rows)
    {
        var left = wanted.Select(w => new Part(w, 1)).ToArray();
        foreach (var row in rows) Reduce(left, row);
        return left.All(p => p.IsZero);
    }

    public static List<Part[]> Eliminated(IReadOnlyList<int[]> shown)
    {
        var rows = new List<Part[]>();
        foreach (var one in shown)
        {
            var left = one.Select(w => new Part(w, 1)).ToArray();
            foreach (var row in rows) Reduce(left, row);
            if (left.Any(p => !p.IsZero)) rows.Add(left);
        }

        return rows;
    }

    private static void Reduce(Part[] left, Part[] row)
    {
        var lead = Array.FindIndex(row, p => !p.IsZero);
        if (left[lead].IsZero) return;
        var times = left[lead].Over(row[lead]);
        for (var i = 0; i < left.Length; i++) left[i] = left[i].Less(times, row[i]);
    }

    /// <summary>A fraction in lowest terms.</summary>
    internal readonly struct Part(BigInteger over, BigInteger under)
    {
        private readonly BigInteger _over = over;
        private readonly BigInteger _under = under;

        public bool IsZero => _over.IsZero;

        public Part Over(Part other) => Lowest(_over * other._under, _under * other._over);

        public Part Less(Part times, Part other) => Lowest(
            (_over * times._under * other._under) - (times._over * other._over * _under), _under * times._under * other._under);

        private static Part Lowest(BigInteger over, BigInteger under)
        {
            var common = BigInteger.GreatestCommonDivisor(over, under);
            return new(over / common, under / common);
        }
    }
}
