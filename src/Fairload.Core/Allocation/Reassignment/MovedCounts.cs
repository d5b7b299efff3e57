namespace Fairload.Core.Allocation.Reassignment;

/// <summary>How many processes of each service stand elsewhere than in the beginning, and the most of any service.</summary>
internal sealed class MovedCounts
{
    private readonly int[] _movedOf;
    private readonly int[] _servicesWith;

    public MovedCounts(int services, int processes)
    {
        (_movedOf, _servicesWith) = (new int[services], new int[processes + 2]);
        _servicesWith[0] = services;
    }

    public int Most { get; private set; }

    /// <summary>The most, if in this service so many more had moved.</summary>
    public int MostAfter(int service, int more)
    {
        var moved = _movedOf[service];
        if (more < 0 && moved == Most && _servicesWith[moved] == 1) return Most - 1;
        return Math.Max(Most, moved + more);
    }

    /// <summary>The most, if two different services changed at once.</summary>
    public int MostAfter(int service, int more, int other, int otherMore)
    {
        if (more == 0 && otherMore == 0) return Most;

        var (moved, otherMoved) = (_movedOf[service], _movedOf[other]);
        var others = _servicesWith[Most] - (moved == Most ? 1 : 0) - (otherMoved == Most ? 1 : 0);
        return Math.Max(Math.Max(moved + more, otherMoved + otherMore), others > 0 ? Most : Most - 1);
    }

    public void Count(int service, int more)
    {
        _servicesWith[_movedOf[service]]--;
        _movedOf[service] += more;
        _servicesWith[_movedOf[service]]++;
        Most = Math.Max(Most, _movedOf[service]);
        if (_servicesWith[Most] == 0) Most--;
    }
}
