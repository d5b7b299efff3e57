namespace Fairload.Core.Allocation.Assignment;

/// <summary>
/// Takes an assignment that hardly passes some capacities back within them: a few units over are left where prices alone decide, and no
/// candidate is of the right size. So every agent is asked, whatever it costs, and the cheapest change that helps is made.
/// </summary>
internal static class Repair
{
    /// <summary>A unit over a capacity weighs more than any change of cost: cost only chooses among changes that help as much.</summary>
    private const double Unit = 1e7;

    /// <summary>Each looks at every exchange of the jobs that are too many: what needs more steps is not hardly over.</summary>
    private const int MostSteps = 200;

    /// <summary>Goes on until every capacity is kept, or no shift or exchange of two jobs helps. Leaves alone what is far over.</summary>
    public static void Run(GeneralAssignment asked, AssignmentState state)
    {
        if (state.Over > asked.Jobs) return;
        Array.Fill(state.Fine, Unit);
        for (var step = 0; state.Over > 0 && step < MostSteps; step++)
        {
            var (best, job, to, other) = (-Unit / 2, -1, -1, -1);
            for (var agent = 0; agent < asked.Agents; agent++)
            {
                if (state.Load[agent] <= asked.Capacity(agent)) continue;
                for (var place = 0; place < state.Count[agent]; place++) Look(state.Held(agent, place), agent);
            }

            if (job < 0) return;
            var from = state.AgentOf[job];
            state.Shift(job, to);
            if (other >= 0) state.Shift(other, from);

            void Look(int held, int agent)
            {
                for (var there = 0; there < asked.Agents; there++)
                {
                    if (there == agent) continue;
                    if (state.Shifting(held, there) is var shift && shift < best) (best, job, to, other) = (shift, held, there, -1);
                    for (var place = 0; place < state.Count[there]; place++)
                    {
                        var back = state.Held(there, place);
                        if (state.Swapping(held, back) is var swap && swap < best) (best, job, to, other) = (swap, held, there, back);
                    }
                }
            }
        }
    }
}
