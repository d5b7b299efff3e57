using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Fairload.Core.Allocation.Reassignment;

/// <summary>What is used of each machine, and what that costs. Asks are a handful of vector steps and take no memory.</summary>
internal sealed class MachineRows
{
    private readonly int _width;
    private readonly double[] _needs;
    private readonly double[] _lasting;
    private readonly double[] _weights;
    private readonly double[] _room;
    private readonly double[] _over;
    private readonly int[] _initial;

    public MachineRows(FlatModel flat)
    {
        (_width, _needs, _lasting, _weights, _initial) = (flat.Width, flat.Needs, flat.Lasting, flat.Weights, flat.Initial);
        (_room, _over) = ([.. flat.Room], [.. flat.Over]);
        Costs = new double[flat.Machines];
        for (var p = 0; p < flat.Processes; p++)
        {
            // The room that a process takes on its first machine is never quite given back: only what lasts is.
            for (var w = 0; w < _width; w++) _room[(_initial[p] * _width) + w] -= _needs[(p * _width) + w] - _lasting[(p * _width) + w];
            Put(p, _initial[p], 1);
        }

        for (var m = 0; m < flat.Machines; m++) Settle(m);
    }

    /// <summary>Loads and balance of each machine as it stands.</summary>
    public double[] Costs { get; }

    /// <summary>Whether the process has room there.</summary>
    public bool Fits(int process, int to)
    {
        ref var need = ref Row(_initial[process] == to ? _lasting : _needs, process);
        ref var room = ref Row(_room, to);
        for (nuint w = 0; w < (nuint)_width; w += 4)
            if (Vector256.GreaterThanAny(Vector256.LoadUnsafe(ref need, w), Vector256.LoadUnsafe(ref room, w))) return false;
        return true;
    }

    public bool HasRoom(int machine)
    {
        foreach (var left in _room.AsSpan(machine * _width, _width))
            if (left < 0) return false;
        return true;
    }

    /// <summary>Whether the process has room there once another, which stands there, has left.</summary>
    public bool Fits(int process, int leaves, int to)
    {
        ref var need = ref Row(_initial[process] == to ? _lasting : _needs, process);
        ref var free = ref Row(_initial[leaves] == to ? _lasting : _needs, leaves);
        ref var room = ref Row(_room, to);
        for (nuint w = 0; w < (nuint)_width; w += 4)
        {
            var more = Vector256.LoadUnsafe(ref need, w) - Vector256.LoadUnsafe(ref free, w);
            if (Vector256.GreaterThanAny(more, Vector256.LoadUnsafe(ref room, w))) return false;
        }

        return true;
    }

    /// <summary>What the machine would cost with the process added.</summary>
    public double With(int process, int machine)
    {
        ref var over = ref Row(_over, machine);
        ref var need = ref Row(_needs, process);
        ref var weight = ref MemoryMarshal.GetArrayDataReference(_weights);
        var sum = Vector256<double>.Zero;
        for (nuint w = 0; w < (nuint)_width; w += 4)
        {
            var use = Vector256.LoadUnsafe(ref over, w) + Vector256.LoadUnsafe(ref need, w);
            sum += Vector256.MaxNative(use, Vector256<double>.Zero) * Vector256.LoadUnsafe(ref weight, w);
        }

        return Vector256.Sum(sum);
    }

    /// <summary>What the machine would cost with the process taken away.</summary>
    public double Without(int process, int machine)
    {
        ref var over = ref Row(_over, machine);
        ref var need = ref Row(_needs, process);
        ref var weight = ref MemoryMarshal.GetArrayDataReference(_weights);
        var sum = Vector256<double>.Zero;
        for (nuint w = 0; w < (nuint)_width; w += 4)
        {
            var use = Vector256.LoadUnsafe(ref over, w) - Vector256.LoadUnsafe(ref need, w);
            sum += Vector256.MaxNative(use, Vector256<double>.Zero) * Vector256.LoadUnsafe(ref weight, w);
        }

        return Vector256.Sum(sum);
    }

    /// <summary>What the machine would cost with one process instead of another.</summary>
    public double Instead(int comes, int leaves, int machine)
    {
        ref var over = ref Row(_over, machine);
        ref var need = ref Row(_needs, comes);
        ref var free = ref Row(_needs, leaves);
        ref var weight = ref MemoryMarshal.GetArrayDataReference(_weights);
        var sum = Vector256<double>.Zero;
        for (nuint w = 0; w < (nuint)_width; w += 4)
        {
            var use = Vector256.LoadUnsafe(ref over, w) + Vector256.LoadUnsafe(ref need, w) - Vector256.LoadUnsafe(ref free, w);
            sum += Vector256.MaxNative(use, Vector256<double>.Zero) * Vector256.LoadUnsafe(ref weight, w);
        }

        return Vector256.Sum(sum);
    }

    /// <summary>Adds a process to a machine, or takes it away with -1; <see cref="Settle"/> once all have come and gone.</summary>
    public void Put(int process, int machine, int sign)
    {
        ref var kept = ref Row(_initial[process] == machine ? _lasting : _needs, process);
        ref var need = ref Row(_needs, process);
        ref var room = ref Row(_room, machine);
        ref var over = ref Row(_over, machine);
        for (nuint w = 0; w < (nuint)_width; w += 4)
        {
            (Vector256.LoadUnsafe(ref room, w) - (Vector256.LoadUnsafe(ref kept, w) * sign)).StoreUnsafe(ref room, w);
            (Vector256.LoadUnsafe(ref over, w) + (Vector256.LoadUnsafe(ref need, w) * sign)).StoreUnsafe(ref over, w);
        }
    }

    /// <summary>Works out anew what the machine costs, and says by how much that changed.</summary>
    public double Settle(int machine)
    {
        ref var over = ref Row(_over, machine);
        ref var weight = ref MemoryMarshal.GetArrayDataReference(_weights);
        var sum = Vector256<double>.Zero;
        for (nuint w = 0; w < (nuint)_width; w += 4)
            sum += Vector256.MaxNative(Vector256.LoadUnsafe(ref over, w), Vector256<double>.Zero) * Vector256.LoadUnsafe(ref weight, w);

        var before = Costs[machine];
        Costs[machine] = Vector256.Sum(sum);
        return Costs[machine] - before;
    }

    private ref double Row(double[] rows, int n) => ref rows[n * _width];
}
