using Fairload.Core.Allocation.PublicProblems;

namespace Fairload.Core.Allocation.Assignment;

/// <summary>
/// Looks for cheap assignments by cooling: tries shifts, swaps and chains of two pushes among the candidates of each job, takes what
/// is better and now and then what is worse, ever less so as its part of the budget goes. Fines for capacities that are passed rise
/// as it cools.
/// </summary>
/// <remarks>
/// Shift, swap and ejection moves under adaptive fines after Yagiura, Ibaraki and Glover, EJOR 169, 2006; cooling after Kirkpatrick,
/// Gelatt and Vecchi, Science 220, 1983.
/// </remarks>
internal sealed class AssignmentSearch
{
    private const int TriesALook = 2048;
    private const double LeastExcess = 0.02;
    private const double MostExcess = 15;
    private const double MostExcessBeforeAny = 1000;

    /// <summary>How many agents are taken up at once.</summary>
    private const int LeastAgents = 3;
    private const int MostAgents = 6;
    private const int PatienceAnAgent = 5;
    private const int TriesToChoose = 40;

    /// <summary>Units of cost by which a new sharing of a few agents' jobs may be dearer, on average.</summary>
    private const double FirstLenience = 1;
    private const double LastLenience = 0.1;

    private readonly GeneralAssignment _asked;
    private readonly PriceBound _prices;
    private readonly Candidates _candidates;
    private readonly Dice _dice;
    private readonly double _meanPrice;
    private AssignmentState _state;

    public AssignmentSearch(GeneralAssignment asked, PriceBound prices, Candidates candidates, int seed)
    {
        (_asked, _prices, _candidates, _dice) = (asked, prices, candidates, new(seed));
        _meanPrice = Math.Max(prices.Prices.Average() / PriceBound.Grains, 1e-3);
        _state = new(asked, [.. Enumerable.Range(0, asked.Jobs).Select(job => candidates.Of(job, 0))]);
    }

    /// <summary>The cheapest assignment met that keeps every capacity; null before one is.</summary>
    public int[]? Best { get; private set; }

    public long BestCost { get; private set; } = long.MaxValue;

    /// <summary>Starts over from an assignment that another search found.</summary>
    public void From(IReadOnlyList<int> agentOfJob)
    {
        _state = new(_asked, agentOfJob);
        Remember();
    }

    /// <summary>
    /// Cools while the part goes from 0 to 1; ends at once where the cost reaches the bound. Starts with fines hardly above the prices
    /// of the bound, where the ground is smooth and low, and lets them rise until what is left over a capacity can not stay. Where a
    /// little stays all the same it is repaired at the end.
    /// </summary>
    public void Cool(double warm, double cold, long bound, Func<double> part)
    {
        Remember();
        for (var gone = part(); gone < 1 && BestCost > bound; gone = part())
        {
            var warmth = warm * Math.Pow(cold / warm, gone);
            var most = Best is null ? MostExcessBeforeAny : MostExcess;
            Fine(LeastExcess * Math.Pow(most / LeastExcess, gone));
            for (var tried = 0; tried < TriesALook; tried++)
            {
                Try(warmth);
                if (_state.Over == 0 && _state.Cost < BestCost) Remember();
            }
        }

        if (Best is not null) return;
        Repair.Run(_asked, _state);
        Remember();
    }

    /// <summary>
    /// Regroups while the part goes from 0 to 1: takes up a few agents whose jobs are candidates for one another, more of them where
    /// few bring nothing any more. Takes what is a little worse now and then. Needs an assignment to start from.
    /// </summary>
    public void Regroup(long bound, Func<double> part)
    {
        if (Best is null) return;
        From(Best);
        var groups = new Regrouping(_asked, _prices.Prices, _state, _dice);
        Span<int> agents = stackalloc int[Regrouping.MostAgents];
        var (most, failed) = (LeastAgents, 0);
        for (var gone = part(); gone < 1 && BestCost > bound; gone = part())
        {
            var lenience = FirstLenience * Math.Pow(LastLenience / FirstLenience, gone) * _dice.Lenience();
            var (before, count) = (_state.Cost, Choose(agents[..Math.Min(most, _asked.Agents)]));
            groups.Improves(agents[..count], (long)(lenience * PriceBound.Grains));
            if (_state.Cost < BestCost) Remember();
            if (_state.Cost < before) failed = 0;
            else if (++failed > _asked.Agents * PatienceAnAgent) (failed, most) = (0, most < MostAgents ? most + 1 : LeastAgents);
        }
    }

    /// <summary>An agent from anywhere, then such as its jobs, or those of the ones after it, could go to.</summary>
    private int Choose(Span<int> agents)
    {
        agents[0] = _dice.Below(_asked.Agents);
        var count = 1;
        for (var tried = 0; count < agents.Length && tried < TriesToChoose; tried++)
        {
            var from = agents[_dice.Below(count)];
            var isAny = tried >= TriesToChoose / 2 || _state.Count[from] == 0;
            var to = isAny ? _dice.Below(_asked.Agents) : _candidates.Of(_state.Held(from, _dice.Below(_state.Count[from])), Rank());
            if (!agents[..count].Contains(to)) agents[count++] = to;
        }

        return count;
    }

    private void Remember()
    {
        if (_state.Over > 0 || _state.Cost >= BestCost) return;
        (Best, BestCost) = ([.. _state.AgentOf], _state.Cost);
    }

    /// <summary>The price of the agent's capacity, and so many times that or the mean price, whichever is more.</summary>
    private void Fine(double excess)
    {
        for (var agent = 0; agent < _state.Fine.Length; agent++)
        {
            var price = (double)_prices.Prices[agent] / PriceBound.Grains;
            _state.Fine[agent] = price + (excess * Math.Max(price, _meanPrice));
        }
    }

    private void Try(double warmth)
    {
        var job = _dice.Below(_asked.Jobs);
        var to = _candidates.Of(job, Rank());
        var from = _state.AgentOf[job];
        if (to == from) return;

        var lenience = warmth * _dice.Lenience();
        var count = _state.Count[to];
        var kind = _dice.Below(8);
        if (kind == 0 || count == 0)
        {
            if (_state.Shifting(job, to) < lenience) _state.Shift(job, to);
            return;
        }

        var other = _state.Held(to, _dice.Below(count));
        if (kind < 6)
        {
            if (_state.Swapping(job, other) >= lenience) return;
            _state.Shift(job, to);
            _state.Shift(other, from);
            return;
        }

        var third = _candidates.Of(other, Rank());
        if (third == to || third == from || _state.Chaining(job, other, third) >= lenience) return;
        _state.Shift(other, third);
        _state.Shift(job, to);
    }

    /// <summary>Leans to the first candidates: the last are seldom right.</summary>
    private int Rank() => Math.Min(_dice.Below(_candidates.Each), _dice.Below(_candidates.Each));
}
