using Fairload.Core.Allocation.PublicProblems;

namespace Fairload.Core.Allocation.Assignment;

/// <summary>
/// Reads the text form of the OR-Library: agents, jobs, then a row of costs an agent, a row of weights an agent, and the
/// capacities. A text may hold several such problems one after another, headed by how many there are. Line breaks mean nothing.
/// </summary>
/// <remarks>Beasley, OR-Library, gap1 to gap12 and gapa to gapd. Read as costs to keep low, whatever the file was made for.</remarks>
public static class GeneralAssignmentText
{
    private const int MostAgents = 10_000;
    private const int MostJobs = 1_000_000;
    private const int MostPairs = 50_000_000;

    /// <summary>
    /// Every problem of the text, in its order. Refuses what is not a whole number, values out of range, and a text that is too short
    /// or too long for the sizes it names.
    /// </summary>
    public static Result<IReadOnlyList<GeneralAssignment>> Read(string text)
    {
        var numbers = WholeNumbers.In(text);
        var problems = new List<GeneralAssignment>();
        var several = HoldsSeveral(numbers);
        var count = several ? numbers.TakeInt("the number of problems", 1, MostAgents) : 1;
        for (var at = 0; at < count && numbers.Wrong is null; at++)
            if (One(numbers) is { } one) problems.Add(one);

        numbers.End(several ? "the last problem" : "the problem");
        return numbers.Wrong is { } wrong ? wrong : problems;
    }

    /// <summary>
    /// One problem is told by its length. A text that fits neither form is read as one problem, so that the sentence about it is
    /// about agents and jobs.
    /// </summary>
    private static bool HoldsSeveral(WholeNumbers numbers)
    {
        if (Length(0) == numbers.Left) return false;
        long at = 1;
        for (var problem = 0L; problem < numbers.Peek(); problem++)
        {
            if (at + 2 > numbers.Left || Length((int)at) == 0) return false;
            at += Length((int)at);
        }

        return at == numbers.Left && at > 1;

        long Length(int from)
        {
            var (agents, jobs) = (numbers.Peek(from), numbers.Peek(from + 1));
            return agents is < 1 or > MostAgents || jobs is < 1 or > MostJobs ? 0 : 2 + (2 * agents * jobs) + agents;
        }
    }

    private static GeneralAssignment? One(WholeNumbers numbers)
    {
        var agents = numbers.TakeInt("the number of agents", 1, MostAgents);
        var jobs = numbers.TakeInt("the number of jobs", 1, MostJobs);
        if (numbers.Wrong is not null) return null;

        // Checked before room is made for them: a file of six bytes can name a billion.
        var needs = (2L * agents * jobs) + agents;
        if ((long)agents * jobs > MostPairs || needs > numbers.Left)
        {
            numbers.Refuse($"{agents} agents with {jobs} jobs need {needs} more numbers, and {numbers.Left} follow");
            return null;
        }

        var costs = Rows(numbers, "cost", agents, jobs, -GeneralAssignment.MostValue);
        var weights = Rows(numbers, "weight", agents, jobs, 0);
        var capacities = new int[agents];
        for (var agent = 0; agent < agents; agent++)
            capacities[agent] = numbers.TakeInt($"the capacity of agent {agent}", 0, GeneralAssignment.MostCapacity);
        return numbers.Wrong is null ? GeneralAssignment.Of(costs, weights, capacities) : null;
    }

    private static List<int[]> Rows(WholeNumbers numbers, string what, int agents, int jobs, int least)
    {
        var rows = new List<int[]>();
        for (var agent = 0; agent < agents && numbers.Wrong is null; agent++)
        {
            var says = $"a {what} of agent {agent}";
            var row = new int[jobs];
            for (var job = 0; job < jobs; job++) row[job] = numbers.TakeInt(says, least, GeneralAssignment.MostValue);
            rows.Add(row);
        }

        return rows;
    }
}
