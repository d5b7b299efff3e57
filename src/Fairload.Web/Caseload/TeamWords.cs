using Fairload.App.Caseload;

namespace Fairload.Web.Caseload;

/// <summary>What matters about a team, before any table.</summary>
internal static class TeamWords
{
    /// <summary>Working days; what waits since before the first extract waits at least so long.</summary>
    public static string LongestWait(Catalogue T, TeamRow row)
    {
        if (row.Waiting == 0) return "";
        if (row.LongestWait is not { } days) return T["not known"];
        return row.LongestIsKnown ? T.Number(days) : T["{0} or more", T.Number(days)];
    }

    /// <summary>One sentence each, what is most urgent first.</summary>
    public static IEnumerable<string> Lead(Catalogue T, TeamView team, string limit)
    {
        var (over, waits, left) = (team.Over.Count(), team.Waiting.All.Count(), team.Waiting.Phantom.Count);
        yield return over > 0 ? T.Count(over, "{0} person is over {1}%.", "{0} people are over {1}%.", limit)
            : T["Nobody is over {0}%.", limit];
        yield return waits > 0 ? T.Count(waits, "{0} case waits.", "{0} cases wait.") : T["Nothing waits."];
        if (left > 0)
        {
            yield return T.Count(left, "{0} of them is in the name of someone who is not at work.",
                "{0} of them are in the name of someone who is not at work.");
        }

        if (team.StaleScores > 0) yield return T.Count(team.StaleScores, "{0} score is due again.", "{0} scores are due again.");
        var unknown = team.Members.Count(m => m.Person.Load.Capacity is null);
        if (unknown > 0) yield return T.Count(unknown, "The hours of {0} person are not known.", "The hours of {0} people are not known.");
    }
}
