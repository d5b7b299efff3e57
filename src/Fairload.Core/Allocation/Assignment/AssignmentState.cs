namespace Fairload.Core.Allocation.Assignment;

/// <summary>
/// Who holds which job just now, with what changing it would cost; every question and every change takes the same short time
/// whatever the size. Passing a capacity costs a fine a unit, so that a search may cross what is not allowed.
/// </summary>
internal sealed class AssignmentState
{
    private readonly int[] _costs;
    private readonly int[] _weights;
    private readonly int[] _capacities;
    private readonly int _agents;
    private readonly int[][] _held;
    private readonly int[] _place;

    public AssignmentState(GeneralAssignment asked, IReadOnlyList<int> agentOfJob)
    {
        (_costs, _weights, _capacities, _agents) = (asked.Costs, asked.Weights, asked.Capacities, asked.Agents);
        AgentOf = [.. agentOfJob];
        Load = new long[_agents];
        Count = new int[_agents];
        Fine = new double[_agents];
        _held = [.. Enumerable.Range(0, _agents).Select(_ => new int[4])];
        _place = new int[AgentOf.Length];
        for (var job = 0; job < AgentOf.Length; job++)
        {
            var agent = AgentOf[job];
            Hold(agent, job);
            Load[agent] += _weights[(job * _agents) + agent];
            Cost += _costs[(job * _agents) + agent];
        }

        for (var agent = 0; agent < _agents; agent++) Over += Math.Max(0, Load[agent] - _capacities[agent]);
    }

    public int[] AgentOf { get; }

    public long[] Load { get; }

    /// <summary>How many jobs each agent holds.</summary>
    public int[] Count { get; }

    /// <summary>Cost of a unit over the capacity, by agent.</summary>
    public double[] Fine { get; }

    public long Cost { get; private set; }

    /// <summary>The units by which all capacities together are passed.</summary>
    public long Over { get; private set; }

    public int Held(int agent, int place) => _held[agent][place];

    /// <summary>What a change of the agent's load would change in its fine.</summary>
    public double FineOf(int agent, long more)
    {
        var room = _capacities[agent] - Load[agent];
        return Fine[agent] * (Math.Max(0, more - room) - Math.Max(0, -room));
    }

    /// <summary>Change of cost and fines if the job went to the agent, which must not hold it.</summary>
    public double Shifting(int job, int to)
    {
        var (row, from) = (job * _agents, AgentOf[job]);
        return _costs[row + to] - _costs[row + from] + FineOf(to, _weights[row + to]) + FineOf(from, -_weights[row + from]);
    }

    /// <summary>Change if two jobs of two agents changed places.</summary>
    public double Swapping(int job, int other)
    {
        var (row, otherRow, from, to) = (job * _agents, other * _agents, AgentOf[job], AgentOf[other]);
        return _costs[row + to] - _costs[row + from] + _costs[otherRow + from] - _costs[otherRow + to]
            + FineOf(to, _weights[row + to] - _weights[otherRow + to]) + FineOf(from, _weights[otherRow + from] - _weights[row + from]);
    }

    /// <summary>Change if the job pushed the other from its agent, and that one went to a third.</summary>
    public double Chaining(int job, int other, int third)
    {
        var (row, otherRow, from, to) = (job * _agents, other * _agents, AgentOf[job], AgentOf[other]);
        return _costs[row + to] - _costs[row + from] + _costs[otherRow + third] - _costs[otherRow + to]
            + FineOf(to, _weights[row + to] - _weights[otherRow + to]) + FineOf(from, -_weights[row + from])
            + FineOf(third, _weights[otherRow + third]);
    }

    public void Shift(int job, int to)
    {
        var (row, from) = (job * _agents, AgentOf[job]);
        Cost += _costs[row + to] - _costs[row + from];
        Carry(from, -_weights[row + from]);
        Carry(to, _weights[row + to]);
        var last = _held[from][--Count[from]];
        _held[from][_place[job]] = last;
        _place[last] = _place[job];
        AgentOf[job] = to;
        Hold(to, job);
    }

    private void Carry(int agent, int more)
    {
        Over -= Math.Max(0, Load[agent] - _capacities[agent]);
        Load[agent] += more;
        Over += Math.Max(0, Load[agent] - _capacities[agent]);
    }

    private void Hold(int agent, int job)
    {
        if (Count[agent] == _held[agent].Length) Array.Resize(ref _held[agent], Count[agent] * 2);
        _place[job] = Count[agent];
        _held[agent][Count[agent]++] = job;
    }
}
