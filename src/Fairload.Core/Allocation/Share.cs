using System.Numerics;

namespace Fairload.Core.Allocation;

/// <summary>What somebody holds against what they have room for, kept as a fraction so that it compares exactly.</summary>
/// <param name="Load">Grains held, committed and shared out.</param>
/// <param name="Capacity">Grains of room in all, over 0.</param>
public readonly record struct Share(long Load, long Capacity) : IComparable<Share>
{
    /// <summary>The fraction as a number: 1 is full.</summary>
    public double Value => (double)Load / Capacity;

    public static bool operator <(Share left, Share right) => left.CompareTo(right) < 0;

    public static bool operator >(Share left, Share right) => left.CompareTo(right) > 0;

    public static bool operator <=(Share left, Share right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Share left, Share right) => left.CompareTo(right) >= 0;

    /// <summary>By size of the fraction: 1/2 and 2/4 are the same.</summary>
    public int CompareTo(Share other) => Compare(Load, Capacity, other.Load, other.Capacity);

    public bool Equals(Share other) => CompareTo(other) == 0;

    public override int GetHashCode()
    {
        var common = (long)BigInteger.GreatestCommonDivisor(Load, Capacity);
        return HashCode.Combine(Load / common, Capacity / common);
    }

    internal static int Compare(long load, long capacity, long otherLoad, long otherCapacity)
    {
        // Products of numbers under 2^31 fit a long; everything that a council meets in practice goes this way.
        if ((ulong)(load | capacity | otherLoad | otherCapacity) < 1UL << 31)
            return (load * otherCapacity).CompareTo(otherLoad * capacity);
        return ((Int128)load * otherCapacity).CompareTo((Int128)otherLoad * capacity);
    }

    /// <summary>Sorted with the heaviest first.</summary>
    internal static Share[] Sorted(ReadOnlySpan<long> loads, ReadOnlySpan<long> capacities)
    {
        var shares = new Share[loads.Length];
        for (var i = 0; i < shares.Length; i++) shares[i] = new(loads[i], capacities[i]);
        Array.Sort(shares, static (a, b) => b.CompareTo(a));
        return shares;
    }

    /// <summary>Which of two sorted lists is lighter at the first place where they differ: under 0 for the first.</summary>
    internal static int Compare(ReadOnlySpan<Share> one, ReadOnlySpan<Share> other)
    {
        for (var i = 0; i < one.Length; i++)
        {
            var order = one[i].CompareTo(other[i]);
            if (order != 0) return order;
        }

        return 0;
    }
}
