using System.Buffers;

namespace Fairload.Core.Disclosure;

/// <summary>
/// One way in which the truth could be another: so much more or less in each of these atoms. Whole numbers without a common divisor.
/// </summary>
internal sealed class Change
{
    /// <summary>Larger numbers are not worked with: what needs them counts as not proved.</summary>
    private const long Most = 1L << 30;

    private const int MostInPlace = 32;

    private Change(int[] atoms, int[] by) => (Atoms, By) = (atoms, by);

    /// <summary>Ascending.</summary>
    public int[] Atoms { get; }

    /// <summary>By how much, never 0; in the order of <see cref="Atoms"/>.</summary>
    public int[] By { get; }

    public static Change OfOne(int atom) => new([atom], [1]);

    /// <param name="group">Ascending.</param>
    public long Over(int[] group)
    {
        var sum = 0L;
        for (var i = 0; i < Atoms.Length; i++) if (Array.BinarySearch(group, Atoms[i]) >= 0) sum += By[i];
        return sum;
    }

    /// <summary>This and so much of the other that a group in which they come to <paramref name="ours"/> and
    /// <paramref name="theirs"/> stays as it is; null when the numbers grow too large.</summary>
    public Change? Without(long ours, Change other, long theirs)
    {
        var common = Divisor(ours, theirs);
        var (keep, take) = (theirs / common, ours / common);
        if (Math.Abs(keep) > Most || Math.Abs(take) > Most) return null;

        var most = Atoms.Length + other.Atoms.Length;
        if (most <= MostInPlace) return Merged(other, keep, take, stackalloc int[MostInPlace], stackalloc long[MostInPlace]);
        var (atoms, by) = (ArrayPool<int>.Shared.Rent(most), ArrayPool<long>.Shared.Rent(most));
        var merged = Merged(other, keep, take, atoms, by);
        ArrayPool<int>.Shared.Return(atoms);
        ArrayPool<long>.Shared.Return(by);
        return merged;
    }

    private Change? Merged(Change other, long keep, long take, Span<int> atoms, Span<long> by)
    {
        var length = Merge(other, keep, take, atoms, by);
        return Reduced(atoms[..length], by[..length]);
    }

    private int Merge(Change other, long keep, long take, Span<int> atoms, Span<long> by)
    {
        int i = 0, j = 0, length = 0;
        while (i < Atoms.Length || j < other.Atoms.Length)
        {
            var mine = i < Atoms.Length ? Atoms[i] : int.MaxValue;
            var its = j < other.Atoms.Length ? other.Atoms[j] : int.MaxValue;
            var sum = 0L;
            if (mine <= its) sum += keep * By[i++];
            if (its <= mine) sum -= take * other.By[j++];
            if (sum == 0) continue;
            (atoms[length], by[length]) = (Math.Min(mine, its), sum);
            length++;
        }

        return length;
    }

    private static Change? Reduced(Span<int> atoms, Span<long> by)
    {
        var divisor = 0L;
        foreach (var one in by)
        {
            divisor = Divisor(divisor, one);
            if (divisor == 1) break;
        }

        var whole = new int[by.Length];
        for (var i = 0; i < by.Length; i++)
        {
            var one = divisor == 1 ? by[i] : by[i] / divisor;
            if (Math.Abs(one) > Most) return null;
            whole[i] = (int)one;
        }

        return new(atoms.ToArray(), whole);
    }

    public static long Divisor(long one, long other)
    {
        (one, other) = (Math.Abs(one), Math.Abs(other));
        while (other != 0) (one, other) = (other, one % other);
        return one;
    }
}
