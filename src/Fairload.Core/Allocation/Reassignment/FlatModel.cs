using System.Runtime.Intrinsics;

namespace Fairload.Core.Allocation.Reassignment;

/// <summary>
/// A <see cref="MachineModel"/> in rows of numbers, as a search of millions of tries a second reads it. Shared by searches side by
/// side: nothing in it changes.
/// </summary>
/// <remarks>
/// A row has a place for each resource and then one for each balance aim: what lacks of a balance, target × free first − free second,
/// grows and falls with what stands on the machine as the use of a resource does, and has no capacity. Rows are padded, so that four
/// places at a time can be looked at. The numbers are whole and below 2^53, so that they are exact in any order of adding.
/// Processes are renumbered, those of a service one after another.
/// </remarks>
internal sealed class FlatModel
{
    public FlatModel(MachineModel model)
    {
        if (model.MostCost() > MachineModel.MostExact)
            throw new ArgumentException("The costs are too large to be added exactly.", nameof(model));

        var (resources, aims, lanes) = (model.Resources.Count, model.Aims, Vector256<double>.Count);
        Width = (resources + aims.Count + lanes - 1) / lanes * lanes;
        Order = [.. Enumerable.Range(0, model.Processes.Count).OrderBy(p => model.Processes[p].Service)];
        ServiceOf = [.. Order.Select(p => model.Processes[p].Service)];
        Initial = [.. Order.Select(p => model.Initial[p])];
        FirstOf = new int[model.Services.Count + 1];
        foreach (var service in ServiceOf) FirstOf[service + 1]++;
        for (var s = 0; s < model.Services.Count; s++) FirstOf[s + 1] += FirstOf[s];

        Weights = new double[Width];
        for (var r = 0; r < resources; r++) Weights[r] = model.Resources[r].LoadWeight;
        for (var a = 0; a < aims.Count; a++) Weights[resources + a] = aims[a].Weight;

        Needs = new double[Order.Length * Width];
        for (var p = 0; p < Order.Length; p++)
        {
            var (needs, at) = (model.Processes[Order[p]].Needs, p * Width);
            for (var r = 0; r < resources; r++) Needs[at + r] = needs[r];
            for (var a = 0; a < aims.Count; a++)
                Needs[at + resources + a] = needs[aims[a].Second] - (aims[a].Target * (double)needs[aims[a].First]);
        }

        Lasting = Needs;
        if (model.Resources.Any(r => r.IsTransient))
        {
            Lasting = [.. Needs];
            for (var at = 0; at < Needs.Length; at++)
                if (at % Width < resources && model.Resources[at % Width].IsTransient) Lasting[at] = 0;
        }

        (Room, Over) = (new double[model.Machines.Count * Width], new double[model.Machines.Count * Width]);
        Room.AsSpan().Fill(double.PositiveInfinity);
        for (var m = 0; m < model.Machines.Count; m++)
        {
            var (machine, at) = (model.Machines[m], m * Width);
            for (var r = 0; r < resources; r++) (Room[at + r], Over[at + r]) = (machine.Capacities[r], -machine.SafeLevels[r]);
            for (var a = 0; a < aims.Count; a++)
            {
                var wanted = aims[a].Target * (double)machine.Capacities[aims[a].First];
                Over[at + resources + a] = wanted - machine.Capacities[aims[a].Second];
            }
        }

        (Sizes, LeftSizes) = (SizesOf(Needs), SizesOf(Needs));
        var lasting = SizesOf(Lasting);
        for (var p = 0; p < Order.Length; p++) LeftSizes[p] -= lasting[p];

        MoveCosts = [.. Order.Select(p => (double)model.Processes[p].MoveCost * model.ProcessMoveWeight)];
        Ways = [.. model.Machines.Select(m => m.WayTo as int[] ?? [.. m.WayTo])];
        (ServiceWeight, WayWeight) = (model.ServiceMoveWeight, model.MachineMoveWeight);
    }

    public int Machines => Ways.Length;

    public int Processes => Order.Length;

    /// <summary>Places of a row, a multiple of four.</summary>
    public int Width { get; }

    /// <summary>By process here, its number in the model.</summary>
    public int[] Order { get; }

    public int[] ServiceOf { get; }

    /// <summary>By service its first process, and at the end their count.</summary>
    public int[] FirstOf { get; }

    public int[] Initial { get; }

    /// <summary>By process, what it adds to the row of the machine on which it stands.</summary>
    public double[] Needs { get; }

    /// <summary>The same without what it still uses on its first machine after it has gone.</summary>
    public double[] Lasting { get; }

    /// <summary>By process, what its needs would cost if all were over the safe level.</summary>
    public double[] Sizes { get; }

    /// <summary>The part of it that is still used on the first machine after the process has gone.</summary>
    public double[] LeftSizes { get; }

    /// <summary>By place, what a unit over 0 costs.</summary>
    public double[] Weights { get; }

    /// <summary>By machine, what could still be used if nothing stood there.</summary>
    public double[] Room { get; }

    /// <summary>By machine, how far it would be over the safe level if nothing stood there.</summary>
    public double[] Over { get; }

    /// <summary>Weighted, by process.</summary>
    public double[] MoveCosts { get; }

    public int[][] Ways { get; }

    public double ServiceWeight { get; }

    public double WayWeight { get; }

    /// <summary>Whether the machine could hold the process if nothing else stood there.</summary>
    public bool CouldHold(int machine, int process)
    {
        for (var w = 0; w < Width; w++)
            if (Needs[(process * Width) + w] > Room[(machine * Width) + w]) return false;
        return true;
    }

    private double[] SizesOf(double[] rows)
    {
        var sizes = new double[Order.Length];
        for (var at = 0; at < rows.Length; at++) sizes[at / Width] += Math.Max(0, rows[at]) * Weights[at % Width];
        return sizes;
    }
}
