namespace Fairload.Core.Allocation.PublicProblems;

/// <summary>
/// Chance from a seed: the same seed gives the same throws on every machine, and a throw costs a few nanoseconds, which
/// searches of millions of tries a second need. Not fit for secrets.
/// </summary>
/// <remarks>SplitMix64, Steele, Lea and Flood, 2014.</remarks>
public sealed class Dice(int seed)
{
    private const int Steps = 4096;

    /// <summary>Minus the logarithm of an even draw, by table: what a worsening is weighed against.</summary>
    private static readonly double[] Patience = [.. Enumerable.Range(0, Steps).Select(k => -Math.Log((k + 0.5) / Steps))];

    private ulong _state = unchecked(((ulong)(uint)seed * 0x9E3779B97F4A7C15) + 0x1234567);

    /// <summary>An even draw of 0 to one less than the given number of sides, which is over 0.</summary>
    public int Below(int sides) => (int)(((Next() >> 32) * (ulong)sides) >> 32);

    /// <summary>An even draw between 0 and 1.</summary>
    public double Part() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Mean 1, exponentially spread: a change that worsens by d is taken at temperature t where d is below t times this.</summary>
    public double Lenience() => Patience[(int)(Next() >> 52)];

    public void Shuffle<T>(Span<T> list)
    {
        for (var n = list.Length - 1; n > 0; n--)
        {
            var other = Below(n + 1);
            (list[n], list[other]) = (list[other], list[n]);
        }
    }

    private ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
