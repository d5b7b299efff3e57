namespace Fairload.App.Demo;

/// <summary>
/// The made-up council's only source of chance (SplitMix64). Our own, so that a seed gives the same council on every
/// version of the platform; <see cref="Random"/> promises that only within one.
/// </summary>
internal sealed class DemoDice(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>0 or more and under 1.</summary>
    public double Part() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>0 up to, not with, <paramref name="count"/>.</summary>
    public int Below(int count) => (int)(Part() * count);

    /// <summary>Both ends included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool Chance(double chance) => Part() < chance;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>The place of a weight, as often as its share of all the weights.</summary>
    public int Weighted(ReadOnlySpan<double> weights)
    {
        var all = 0.0;
        foreach (var weight in weights) all += weight;
        var left = Part() * all;
        for (var i = 0; i < weights.Length; i++)
        {
            left -= weights[i];
            if (left < 0) return i;
        }

        return weights.Length - 1;
    }

    /// <summary>Near a bell curve with this middle and spread: the sum of twelve dice.</summary>
    public double Bell(double middle, double spread)
    {
        var sum = 0.0;
        for (var i = 0; i < 12; i++) sum += Part();
        return middle + ((sum - 6) * spread);
    }

    public void Shuffle<T>(List<T> list)
    {
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }
    }
}
