using Fairload.App.Allocation.Meetings;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Meetings;
using Fairload.Core.Workforce;

namespace Fairload.Web.Allocation.Meetings;

/// <summary>Meetings, their lines and what a change costs, in sentences.</summary>
internal static class MeetingWords
{
    private const int NamesShown = 5;

    public static string Title(Catalogue T, MeetingScope scope, string name) => scope switch
    {
        MeetingScope.Team => T["Allocation meeting: {0}", name],
        MeetingScope.Service => T["Allocation meeting: the whole of {0}", name],
        MeetingScope.Caseload => T["The caseload of {0}", name],
        _ => T["Allocation meeting: the whole council"],
    };

    public static string State(Catalogue T, MeetingState state) => state switch
    {
        MeetingState.Preparing => T["being worked out"],
        MeetingState.Open => T["open"],
        MeetingState.Agreed => T["agreed"],
        MeetingState.TakenBack => T["agreed and taken back"],
        _ => T["given up"],
    };

    public static string When(Catalogue T, DateTime at) => Imports.ImportWords.When(T, at);

    public static string Part(Catalogue T, decimal share, int decimals = 0) => T.Percent(new(share), decimals);

    /// <summary>What the last change did to the proposal.</summary>
    public static string Cost(Catalogue T, MeetingEdit edit)
    {
        if (edit.Before is not { } before) return "";
        var after = edit.After;
        if (!after.IsWorseThan(before) && !before.IsWorseThan(after)) return T["That costs no fairness."];
        var said = new List<string>();
        if (before.Heaviest is { } was && after.Heaviest is { } now && Math.Abs(now - was) > 0.0005m)
            said.Add(T["the heaviest load goes from {0} to {1}", Part(T, was, 1), Part(T, now, 1)]);
        if (after.Placed < before.Placed)
            said.Add(T.Count(before.Placed - after.Placed, "{0} case fewer is placed", "{0} cases fewer are placed"));
        if (after.Placed > before.Placed)
            said.Add(T.Count(after.Placed - before.Placed, "{0} case more is placed", "{0} cases more are placed"));
        if (Math.Abs(after.Jain - before.Jain) > 0.0005)
            said.Add(T["evenness goes from {0} to {1} (1 is even)", T.Number((decimal)before.Jain, 3), T.Number((decimal)after.Jain, 3)]);
        return T["After that change {0}.", string.Join("; ", said)];
    }

    public static string Says(Catalogue T, EditView view)
    {
        var (what, one, person) = (view.Edit, view.Reference, view.Worker);
        return what.Kind switch
        {
            EditKind.Opened => T["{0} opened the meeting", what.By],
            EditKind.Pinned => T["{0} kept {1} with {2}", what.By, one, person],
            EditKind.Moved => T["{0} moved {1} to {2}", what.By, one, person],
            EditKind.Refused => T["{0} said that {1} does not go to {2}", what.By, one, person],
            EditKind.Left => T["{0} left {1} as it is", what.By, one],
            EditKind.Freed when what.By.Length == 0 => T["What was settled about {0} can not be kept any more and was let go", one],
            EditKind.Freed => T["{0} let {1} follow the proposal again", what.By, one],
            EditKind.WorkedOutAgain => T["{0} had the list worked out again", what.By],
            EditKind.New => T["{0} came onto the list", one],
            _ => T["{0} is not on the list any more: it was closed or given to somebody", one],
        };
    }

    /// <summary>Why a case is left waiting, with the rules that stand against most people first.</summary>
    public static string WhyLeft(Catalogue T, PlanLeft left)
    {
        if (left.Could > 0)
        {
            return T.Count(left.Could,
                "{0} person could hold it by the rules and has no room for it under the ceiling, beside what weighs more.",
                "{0} people could hold it by the rules, and none has room for it under the ceiling, beside what weighs more.");
        }

        var rules = left.Rules.OrderByDescending(r => r.Value).Select(r => T["{0} ({1})", Short(T, r.Key), T.Number(r.Value)]);
        return T["Nobody here may hold it: {0}.", string.Join("; ", rules)];
    }

    /// <summary>Why it can not be lighter.</summary>
    public static string Says(Catalogue T, PlanBlock block, IReadOnlyDictionary<Id<Worker>, Worker> people)
    {
        var names = string.Join(", ", block.People.Take(NamesShown).Select(p => people[p].Name));
        var more = block.People.Count - NamesShown;
        if (more > 0) names = T.Count(more, "{1} and {0} more", "{1} and {0} more", names);
        return block.Cases == 0
            ? T["{0}: {1} by what is held or settled already; nothing else on the list makes it lighter.", names, Part(T, block.Share)]
            : T.Count(block.Cases,
                "{0} case can go to nobody lighter than {1}; shared perfectly they stand at {2}. Only other rules, more room or moving what is held can change that.",
                "{0} cases can go to nobody lighter than {1}; shared perfectly they stand at {2}. Only other rules, more room or moving what is held can change that.",
                names, Part(T, block.Share));
    }

    /// <summary>A rule in a few words, without the figures of one case.</summary>
    public static string Short(Catalogue T, Rule rule) => rule switch
    {
        Rule.HoldsItAlready => T["holds it already"],
        Rule.ManagesPeople => T["manages people"],
        Rule.NotAtWork => T["is not at work"],
        Rule.AwayAtFirstVisit => T["is away on the day of the first visit"],
        Rule.Conflict => T["can not take this case"],
        Rule.NotQualified => T["may not hold such work"],
        Rule.LanguageMissing => T["does not speak the language that the person needs"],
        Rule.HoursNotKnown => T["the hours are not known"],
        Rule.NoCapacity => T["has no capacity"],
        Rule.WeeklyLimit => T["has had as many new cases this week as the limit allows"],
        Rule.CeilingPassed => T["would pass the ceiling"],
        Rule.OtherService => T["works in another service"],
        Rule.NobodyToHoldItWith => T["may hold it only jointly, and nobody has room to hold it with them"],
        _ => "",
    };

    public static string Given(Catalogue T, int lines, MeetingScope scope) => scope == MeetingScope.Caseload
        ? T.Count(lines, "{0} case goes to somebody else.", "{0} cases go to somebody else.")
        : T.Count(lines, "{0} case would be given to somebody.", "{0} cases would be given to somebody.");
}
