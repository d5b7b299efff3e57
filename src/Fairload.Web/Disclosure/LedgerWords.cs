using Fairload.App.Allocation;
using Fairload.App.Disclosure;
using Fairload.App.Surveys.Results;
using Fairload.Core.Disclosure;
using Fairload.Web.Surveys.Rounds;

namespace Fairload.Web.Disclosure;

/// <summary>The ledger of releases in words.</summary>
internal static class LedgerWords
{
    /// <summary>What was let out, with its survey where it is of one.</summary>
    public static string What(Catalogue T, LedgerLine line, GroupsOut? round)
    {
        if (line.Title == GroupFairnessDesk.Title) return T["Does work fall evenly on groups?"];
        if (round is null) return $"{line.Title} ({line.Chain})";
        return IsOfPeople(line) ? T["Who was asked: {0}, {1}", RoundWords.Of(T, round.Survey), round.Year]
            : T["What was said: {0}, {1}", RoundWords.Of(T, round.Survey), round.Year];
    }

    /// <summary>How many groups are shown, joined and hidden; hidden ones are known of results alone.</summary>
    public static string Groups(Catalogue T, LedgerLine line, GroupsOut? round) => round is null || IsOfPeople(line)
        ? T.Count(line.Shown, "{0} group shown", "{0} groups shown")
        : T.Count(round.Shown, "{0} group shown ({1} of small teams joined), {2} hidden",
            "{0} groups shown ({1} of small teams joined), {2} hidden", round.Joined, round.Hidden);

    /// <summary>What an audit came to.</summary>
    public static string Audit(Catalogue T, LedgerAudit? last)
    {
        if (last is null) return T["Since they went out they have not been audited again."];
        return last.IsProved
            ? T["Audited again on {0} by {1}: all {2} releases are proved, with {3} groups held against each other.",
                last.HeldOn, last.HeldBy, last.Releases, last.Figures]
            : T["Audited again on {0} by {1}: NOT proved for {2}. Let nothing more out before it is known why, and tell whoever looks after data protection.",
                last.HeldOn, last.HeldBy, last.NotProved.Replace("\n", ", ", StringComparison.Ordinal)];
    }

    /// <summary>Of those who were asked the ledger knows what was held together, and no answers.</summary>
    private static bool IsOfPeople(LedgerLine line) => line.Title == "Who was asked";
}
