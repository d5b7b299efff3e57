namespace Fairload.Core.Disclosure;

/// <summary>The changes that move one atom, and by how much: a column beside the rows that <see cref="Change"/> holds.</summary>
internal sealed class MovedBy
{
    private int[] _which = new int[4];
    private int[] _by = new int[4];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Which => _which.AsSpan(0, Count);

    /// <summary>In the order of <see cref="Which"/>; never 0.</summary>
    public ReadOnlySpan<int> By => _by.AsSpan(0, Count);

    public void Add(int which, int by)
    {
        if (Count == _which.Length)
        {
            Array.Resize(ref _which, 2 * Count);
            Array.Resize(ref _by, 2 * Count);
        }

        (_which[Count], _by[Count]) = (which, by);
        Count++;
    }

    public void Replace(int which, int by) => _by[Which.IndexOf(which)] = by;

    public void Remove(int which)
    {
        var at = Which.IndexOf(which);
        Count--;
        (_which[at], _by[at]) = (_which[Count], _by[Count]);
    }
}
