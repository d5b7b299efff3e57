namespace Fairload.Core.Allocation.Reassignment;

/// <summary>
/// Whether conflict, spread and dependency let a process go to another machine. Keeps no table of services by machines: the
/// processes of a service stand one after another, and looking through them is as fast for the few that there are.
/// </summary>
internal sealed class ServiceRules
{
    private readonly int[] _firstOf;
    private readonly int[] _serviceOf;
    private readonly int[] _on;
    private readonly int[] _locationOn;
    private readonly int[] _neighbourhoodOn;
    private readonly int[] _locationOf;
    private readonly int[] _neighbourhoodOf;
    private readonly int[] _spread;
    private readonly int[] _leastSpread;
    private readonly int[][] _dependsOn;
    private readonly int[][] _neededBy;

    /// <param name="on">The machine of each process, kept up by whoever moves them.</param>
    public ServiceRules(MachineModel model, FlatModel flat, int[] on)
    {
        (_firstOf, _serviceOf, _on) = (flat.FirstOf, flat.ServiceOf, on);
        _locationOn = [.. model.Machines.Select(m => m.Location)];
        _neighbourhoodOn = [.. model.Machines.Select(m => m.Neighbourhood)];
        _locationOf = [.. on.Select(m => _locationOn[m])];
        _neighbourhoodOf = [.. on.Select(m => _neighbourhoodOn[m])];
        _leastSpread = [.. model.Services.Select(s => s.LeastLocations)];
        _spread = [.. Enumerable.Range(0, _leastSpread.Length).Select(s => _locationOf[_firstOf[s].._firstOf[s + 1]].Distinct().Count())];

        // A service that depends on itself does so by standing where it stands.
        _dependsOn = [.. model.Services.Select((s, n) => s.DependsOn.Where(d => d != n).Distinct().ToArray())];
        var needs = _dependsOn.SelectMany((all, n) => all.Select(d => (On: d, By: n))).ToLookup(d => d.On, d => d.By);
        _neededBy = [.. Enumerable.Range(0, _leastSpread.Length).Select(s => needs[s].ToArray())];
    }

    /// <summary>True where one depends on the other, so that moving both at once is not what moving each is.</summary>
    public bool AreTied(int service, int other) => _dependsOn[service].Contains(other) || _dependsOn[other].Contains(service);

    public bool Allow(int process, int to)
    {
        var service = _serviceOf[process];
        var (first, count) = (_firstOf[service], _firstOf[service + 1] - _firstOf[service]);
        if (count > 1)
        {
            if (_on.AsSpan(first, count).Contains(to)) return false;
            if (_spread[service] <= _leastSpread[service] && _leastSpread[service] > 1)
            {
                var locations = _locationOf.AsSpan(first, count);
                var (left, reached) = (_locationOf[process], _locationOn[to]);
                if (left != reached && locations.Contains(reached) && locations.Count(left) == 1) return false;
            }
        }

        var (here, there) = (_neighbourhoodOf[process], _neighbourhoodOn[to]);
        if (here == there) return true;
        foreach (var needed in _dependsOn[service])
            if (!Near(needed).Contains(there)) return false;

        var neededBy = _neededBy[service];
        if (neededBy.Length == 0 || (count > 1 && Near(service).Count(here) > 1)) return true;
        foreach (var needing in neededBy)
            if (Near(needing).Contains(here)) return false;
        return true;
    }

    /// <summary>Keeps up with a process that moves.</summary>
    public void Move(int process, int to)
    {
        var service = _serviceOf[process];
        var (left, reached) = (_locationOf[process], _locationOn[to]);
        if (left != reached)
        {
            var locations = _locationOf.AsSpan(_firstOf[service], _firstOf[service + 1] - _firstOf[service]);
            if (!locations.Contains(reached)) _spread[service]++;
            if (locations.Count(left) == 1) _spread[service]--;
        }

        (_locationOf[process], _neighbourhoodOf[process]) = (reached, _neighbourhoodOn[to]);
    }

    private Span<int> Near(int service) => _neighbourhoodOf.AsSpan(_firstOf[service], _firstOf[service + 1] - _firstOf[service]);
}
