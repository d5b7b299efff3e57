namespace Fairload.Core.Allocation.Reassignment;

/// <summary>On which machines, in which locations and in which neighbourhoods the processes of each service stand.</summary>
internal sealed class ServicePlaces
{
    private readonly int _machines;
    private readonly int _locations;
    private readonly int _neighbourhoods;
    private readonly int[] _locationOf;
    private readonly int[] _neighbourhoodOf;
    private readonly bool[] _onMachine;
    private readonly ushort[] _inLocation;
    private readonly ushort[] _inNeighbourhood;
    private readonly int[] _spread;
    private readonly int[] _leastSpread;
    private readonly int[][] _dependsOn;
    private readonly int[][] _neededBy;

    public ServicePlaces(MachineModel model)
    {
        (_machines, _locationOf, _neighbourhoodOf) = (model.Machines.Count, [.. model.Machines.Select(m => m.Location)],
            [.. model.Machines.Select(m => m.Neighbourhood)]);
        (_locations, _neighbourhoods) = (_locationOf.Max() + 1, _neighbourhoodOf.Max() + 1);
        var services = model.Services.Count;
        _onMachine = new bool[services * _machines];
        _inLocation = new ushort[services * _locations];
        _inNeighbourhood = new ushort[services * _neighbourhoods];
        (_spread, _leastSpread) = (new int[services], [.. model.Services.Select(s => s.LeastLocations)]);

        // A service that depends on itself does so by standing where it stands.
        _dependsOn = [.. model.Services.Select((s, n) => s.DependsOn.Where(d => d != n).Distinct().ToArray())];
        var needs = _dependsOn.SelectMany((all, n) => all.Select(d => (On: d, By: n))).ToLookup(d => d.On, d => d.By);
        _neededBy = [.. Enumerable.Range(0, services).Select(s => needs[s].ToArray())];
        for (var process = 0; process < model.Processes.Count; process++)
            Put(model.Processes[process].Service, model.Initial[process]);
    }

    /// <summary>True where one depends on the other.</summary>
    public bool AreTied(int service, int other) => _dependsOn[service].Contains(other) || _dependsOn[other].Contains(service);

    /// <summary>Whether conflict, spread and dependency let a process of the service go from one machine to another.</summary>
    public bool Allow(int service, int from, int to)
    {
        if (_onMachine[(service * _machines) + to]) return false;

        var (row, left, reached) = (service * _locations, _locationOf[from], _locationOf[to]);
        if (left != reached && _inLocation[row + left] == 1 && _inLocation[row + reached] > 0 && _spread[service] <= _leastSpread[service])
            return false;

        var (here, there) = (_neighbourhoodOf[from], _neighbourhoodOf[to]);
        if (here == there) return true;
        foreach (var needed in _dependsOn[service])
            if (_inNeighbourhood[(needed * _neighbourhoods) + there] == 0) return false;

        if (_inNeighbourhood[(service * _neighbourhoods) + here] > 1) return true;
        foreach (var needing in _neededBy[service])
            if (_inNeighbourhood[(needing * _neighbourhoods) + here] > 0) return false;
        return true;
    }

    public void Move(int service, int from, int to)
    {
        _onMachine[(service * _machines) + from] = false;
        if (--_inLocation[(service * _locations) + _locationOf[from]] == 0) _spread[service]--;
        _inNeighbourhood[(service * _neighbourhoods) + _neighbourhoodOf[from]]--;
        Put(service, to);
    }

    private void Put(int service, int on)
    {
        _onMachine[(service * _machines) + on] = true;
        if (++_inLocation[(service * _locations) + _locationOf[on]] == 1) _spread[service]++;
        _inNeighbourhood[(service * _neighbourhoods) + _neighbourhoodOf[on]]++;
    }
}
