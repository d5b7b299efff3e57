namespace Fairload.Core.Allocation.Reassignment;

/// <summary>
/// An allowed assignment in the midst of a search: asks and makes moves in time that goes with the number of resources and not with
/// that of processes or machines. Starts from the initial assignment and never leaves what is allowed.
/// </summary>
public sealed class ReassignmentState
{
    private readonly FlatModel _flat;
    private readonly int[] _initial;
    private readonly long[] _used;
    private readonly long[] _leaving;
    private readonly long[] _machineCost;
    private readonly ServicePlaces _places;
    private readonly int[] _movedOf;
    private readonly int[] _servicesWithMoved;
    private int _mostMoved;

    public ReassignmentState(MachineModel model)
    {
        _flat = new(model);
        _initial = [.. model.Initial];
        MachineOf = [.. model.Initial];
        _used = new long[_flat.Machines * _flat.Resources];
        _leaving = new long[_used.Length];
        _places = new(model);
        _movedOf = new int[model.Services.Count];
        _servicesWithMoved = new int[model.Processes.Count + 2];
        _servicesWithMoved[0] = model.Services.Count;
        for (var process = 0; process < _initial.Length; process++) Use(process, _initial[process], 1);
        _machineCost = [.. Enumerable.Range(0, _flat.Machines).Select(m => CostOf(m, -1, -1))];
        Cost = _machineCost.Sum();
    }

    /// <summary>Where each process stands.</summary>
    public int[] MachineOf { get; }

    /// <summary>What the assignment costs, kept up move by move.</summary>
    public long Cost { get; private set; }

    /// <summary>What moving the process there would change in the cost; null where a rule forbids it.</summary>
    public long? Moving(int process, int to)
    {
        var from = MachineOf[process];
        if (from == to || !Fits(process, -1, to) || !_places.Allow(_flat.ServiceOf[process], from, to)) return null;
        return CostOf(from, -1, process) + CostOf(to, process, -1) - _machineCost[from] - _machineCost[to]
            + MoveCost(process, to) - MoveCost(process, from) + (_flat.ServiceWeight * (MostMovedAfter(process, to) - _mostMoved));
    }

    /// <summary>What two processes of different services changing places would change; null where a rule forbids it.</summary>
    public long? Swapping(int process, int other)
    {
        var (from, to) = (MachineOf[process], MachineOf[other]);
        var (service, otherService) = (_flat.ServiceOf[process], _flat.ServiceOf[other]);
        if (from == to || service == otherService || !Fits(process, other, to) || !Fits(other, process, from)) return null;
        if (_places.AreTied(service, otherService)) return null;
        if (!_places.Allow(service, from, to) || !_places.Allow(otherService, to, from)) return null;
        var moves = MoveCost(process, to) - MoveCost(process, from) + MoveCost(other, from) - MoveCost(other, to);
        return CostOf(from, other, process) + CostOf(to, process, other) - _machineCost[from] - _machineCost[to] + moves
            + (_flat.ServiceWeight * MostMovedByBoth(process, other));
    }

    /// <summary>Moves the process; only after <see cref="Moving"/> allowed it.</summary>
    public void Move(int process, int to)
    {
        var from = MachineOf[process];
        Place(process, to);
        Settle(from, to);
    }

    /// <summary>Lets two change places; only after <see cref="Swapping"/> allowed it.</summary>
    public void Swap(int process, int other)
    {
        var (from, to) = (MachineOf[process], MachineOf[other]);
        Place(process, to);
        Place(other, from);
        Settle(from, to);
    }

    private void Settle(int from, int to)
    {
        Cost -= _machineCost[from] + _machineCost[to];
        _machineCost[from] = CostOf(from, -1, -1);
        _machineCost[to] = CostOf(to, -1, -1);
        Cost += _machineCost[from] + _machineCost[to];
    }

    private void Place(int process, int to)
    {
        var (from, home) = (MachineOf[process], _initial[process]);
        Cost += MoveCost(process, to) - MoveCost(process, from);
        if (from == home) CountMoved(process, 1);
        if (to == home) CountMoved(process, -1);
        Use(process, from, -1);
        Use(process, to, 1);
        _places.Move(_flat.ServiceOf[process], from, to);
        MachineOf[process] = to;
    }

    private void CountMoved(int process, int change)
    {
        var service = _flat.ServiceOf[process];
        _servicesWithMoved[_movedOf[service]]--;
        _movedOf[service] += change;
        _servicesWithMoved[_movedOf[service]]++;
        var before = _mostMoved;
        _mostMoved = Math.Max(_mostMoved, _movedOf[service]);
        if (_servicesWithMoved[_mostMoved] == 0) _mostMoved--;
        Cost += _flat.ServiceWeight * (_mostMoved - before);

        var (at, row) = (_initial[process] * _flat.Resources, process * _flat.Resources);
        for (var r = 0; r < _flat.Resources; r++)
            if (_flat.IsTransient[r]) _leaving[at + r] += change * _flat.Needs[row + r];
    }

    private int MostMovedAfter(int process, int to)
    {
        var moved = _movedOf[_flat.ServiceOf[process]];
        if (MachineOf[process] == _initial[process]) return Math.Max(_mostMoved, moved + 1);
        return to == _initial[process] && moved == _mostMoved && _servicesWithMoved[moved] == 1 ? _mostMoved - 1 : _mostMoved;
    }

    /// <summary>By how much the greatest count of moved processes changes; both services change at once, so it is tried out.</summary>
    private int MostMovedByBoth(int process, int other)
    {
        var (first, second) = (Change(process, MachineOf[other]), Change(other, MachineOf[process]));
        if (first == 0 && second == 0) return 0;

        var (moved, otherMoved) = (_movedOf[_flat.ServiceOf[process]], _movedOf[_flat.ServiceOf[other]]);
        var most = Math.Max(moved + first, otherMoved + second);
        var atMost = _servicesWithMoved[_mostMoved] - (moved == _mostMoved ? 1 : 0) - (otherMoved == _mostMoved ? 1 : 0);
        return Math.Max(most, atMost > 0 ? _mostMoved : _mostMoved - 1) - _mostMoved;

        int Change(int one, int to) => MachineOf[one] == _initial[one] ? 1 : to == _initial[one] ? -1 : 0;
    }

    private long MoveCost(int process, int on)
    {
        var home = _initial[process];
        return on == home ? 0 : _flat.MoveCosts[process] + (_flat.WayWeight * _flat.Ways[(home * _flat.Machines) + on]);
    }

    private void Use(int process, int machine, int sign)
    {
        var (at, row) = (machine * _flat.Resources, process * _flat.Resources);
        for (var r = 0; r < _flat.Resources; r++) _used[at + r] += sign * _flat.Needs[row + r];
    }

    /// <summary>Whether the process has room there, once another has left if one does.</summary>
    private bool Fits(int process, int leaves, int to)
    {
        var (at, row, out_) = (to * _flat.Resources, process * _flat.Resources, leaves * _flat.Resources);
        var (returns, staysBehind) = (_initial[process] == to, leaves >= 0 && _initial[leaves] == to);
        for (var r = 0; r < _flat.Resources; r++)
        {
            var use = _used[at + r] + _leaving[at + r];
            // What it uses where it came from has been counted there all along.
            if (!returns || !_flat.IsTransient[r]) use += _flat.Needs[row + r];
            if (leaves >= 0 && !(staysBehind && _flat.IsTransient[r])) use -= _flat.Needs[out_ + r];
            if (use > _flat.Capacities[at + r]) return false;
        }

        return true;
    }

    /// <summary>Loads and balance of a machine if one process came and another left; -1 for none.</summary>
    private long CostOf(int machine, int comes, int leaves) =>
        _flat.CostOf(machine, _used.AsSpan(machine * _flat.Resources, _flat.Resources), comes, leaves);
}
