namespace Fairload.Core.Allocation;

/// <summary>Numbers that look thrown and follow from a seed, the same on every machine.</summary>
/// <remarks>SplitMix64: Steele, Lea, Flood, Fast splittable pseudorandom number generators, OOPSLA 2014.</remarks>
internal sealed class Chance(ulong seed)
{
    private ulong _state = seed;

    public int Below(int end) => (int)Math.BigMul(Next(), (ulong)end, out _);

    public void Shuffle(Span<int> list)
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
