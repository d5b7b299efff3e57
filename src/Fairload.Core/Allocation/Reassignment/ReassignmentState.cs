namespace Fairload.Core.Allocation.Reassignment;

/// <summary>
/// An allowed assignment in the midst of a search: asks and makes moves in time that goes with the number of resources and not with
/// that of processes or machines. Starts from the initial assignment and never leaves what is allowed. Processes are
/// numbered anew, see <see cref="Order"/>.
/// </summary>
public sealed class ReassignmentState
{
    /// <summary>What a change that a rule forbids is said to cost.</summary>
    public const double Never = double.PositiveInfinity;

    private readonly FlatModel _flat;
    private readonly MachineRows _rows;
    private readonly ServiceRules _rules;
    private readonly MovedCounts _moved;
    private readonly double[] _paid;
    private readonly double[] _charges;
    private double _charged;

    public ReassignmentState(MachineModel model)
        : this(model, new(model))
    {
    }

    internal ReassignmentState(MachineModel model, FlatModel flat)
    {
        _flat = flat;
        On = [.. flat.Initial];
        _rows = new(flat);
        _rules = new(model, flat, On);
        _moved = new(model.Services.Count, flat.Processes);
        (_paid, _charges) = (new double[flat.Processes], new double[flat.Processes]);
        Total = _rows.Costs.Sum();
    }

    /// <summary>By process here, its number in the model.</summary>
    public IReadOnlyList<int> Order => _flat.Order;

    /// <summary>The machine of each process.</summary>
    public int[] On { get; }

    /// <summary>What the assignment costs, kept up move by move.</summary>
    public double Cost => Total - _charged;

    /// <summary>The cost and what is charged on top of it.</summary>
    public double Total { get; private set; }

    /// <summary>
    /// From now on a moved process counts this part of what it still uses where it came from, on top of the cost; 0 counts nothing.
    /// </summary>
    /// <remarks>
    /// Room that moved processes leave taken is soon the scarcest of all, and no cost says so: without a price it goes to moves that
    /// bring little, and those that would bring much have nowhere to go.
    /// </remarks>
    public void Charge(double part)
    {
        for (var p = 0; p < On.Length; p++)
        {
            var more = Math.Round(_flat.LeftSizes[p] * part) - _charges[p];
            _charges[p] += more;
            if (On[p] == _flat.Initial[p]) continue;
            _paid[p] += more;
            Total += more;
            _charged += more;
        }
    }

    /// <summary>
    /// What moving the process there would change in the cost, charges included; <see cref="Never"/> where a rule forbids it or the
    /// change is not below the limit.
    /// </summary>
    public double Moving(int process, int to, double limit)
    {
        var from = On[process];
        if (from == to || !_rows.Fits(process, to)) return Never;

        // What leaves can not bring the old machine below 0.
        var change = _rows.With(process, to) - _rows.Costs[to] - _rows.Costs[from] + MoveCost(process, to) - _paid[process];
        var more = Returning(process, from, to);
        if (more != 0) change += _flat.ServiceWeight * (_moved.MostAfter(_flat.ServiceOf[process], more) - _moved.Most);
        if (change >= limit) return Never;

        change += _rows.Without(process, from);
        return change < limit && _rules.Allow(process, to) ? change : Never;
    }

    /// <summary>What two processes of different services changing places would change, or <see cref="Never"/>.</summary>
    public double Swapping(int process, int other, double limit)
    {
        var (from, to) = (On[process], On[other]);
        if (from == to || !_rows.Fits(process, other, to) || !_rows.Fits(other, process, from)) return Never;

        var (service, otherService) = (_flat.ServiceOf[process], _flat.ServiceOf[other]);
        if (service == otherService) return Never;

        var change = _rows.Instead(process, other, to) - _rows.Costs[to] - _rows.Costs[from]
            + MoveCost(process, to) - _paid[process] + MoveCost(other, from) - _paid[other];
        change += _flat.ServiceWeight
            * (_moved.MostAfter(service, Returning(process, from, to), otherService, Returning(other, to, from)) - _moved.Most);
        if (change >= limit) return Never;

        change += _rows.Instead(other, process, from);
        if (change >= limit || _rules.AreTied(service, otherService)) return Never;
        return _rules.Allow(process, to) && _rules.Allow(other, from) ? change : Never;
    }

    /// <summary>Whether conflict, spread and dependency let the process go there; says nothing of room.</summary>
    public bool Allows(int process, int to) => On[process] != to && _rules.Allow(process, to);

    /// <summary>False where a move made without asking has taken more than there is.</summary>
    public bool HasRoom(int machine) => _rows.HasRoom(machine);

    /// <summary>Moves the process; only after <see cref="Moving"/> allowed it.</summary>
    public void Move(int process, int to)
    {
        var from = On[process];
        Place(process, to);
        Total += _rows.Settle(from) + _rows.Settle(to);
    }

    /// <summary>Lets two change places; only after <see cref="Swapping"/> allowed it.</summary>
    public void Swap(int process, int other)
    {
        var (from, to) = (On[process], On[other]);
        Place(process, to);
        Place(other, from);
        Total += _rows.Settle(from) + _rows.Settle(to);
    }

    private void Place(int process, int to)
    {
        var from = On[process];
        _rows.Put(process, from, -1);
        _rows.Put(process, to, 1);
        _rules.Move(process, to);
        On[process] = to;

        var paid = MoveCost(process, to);
        Total += paid - _paid[process];
        _paid[process] = paid;
        var more = Returning(process, from, to);
        if (more == 0) return;

        _charged += _charges[process] * more;
        var most = _moved.Most;
        _moved.Count(_flat.ServiceOf[process], more);
        Total += _flat.ServiceWeight * (_moved.Most - most);
    }

    /// <summary>How many more of its service will have moved: 1 as it leaves its first machine, -1 as it comes back.</summary>
    private int Returning(int process, int from, int to)
    {
        var home = _flat.Initial[process];
        return from == home ? 1 : to == home ? -1 : 0;
    }

    private double MoveCost(int process, int on)
    {
        var home = _flat.Initial[process];
        return on == home ? 0 : _charges[process] + _flat.MoveCosts[process] + (_flat.WayWeight * _flat.Ways[home][on]);
    }
}
