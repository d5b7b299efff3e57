using Fairload.App.Allocation;
using Fairload.Core.Allocation;
using Fairload.Core.Workforce;
using Fairload.Web.Caseload;

namespace Fairload.Web.Allocation;

/// <summary>Suggestions, rules and notices in sentences.</summary>
internal static class AllocationWords
{
    /// <summary>Why somebody is not offered the case.</summary>
    public static string Why(Catalogue T, Rule rule, AllocateView view) =>
        rule == Rule.Conflict ? T["has a conflict of interest"] : Why(T, rule, view.Row, view.Limits);

    /// <summary>For readers who do not allocate the case as well: of a conflict of interest they are told no more than that it stands in
    /// the way.</summary>
    public static string Why(Catalogue T, Rule rule, ReservedRow row, GivingLimits limits) => rule switch
    {
        Rule.HoldsItAlready => T["holds it already"],
        Rule.ManagesPeople => T["manages people: in a manager's name it would go on waiting"],
        Rule.NotAtWork => T["is not at work"],
        Rule.AwayAtFirstVisit => T["is away on the day of the first visit"],
        Rule.Conflict => T["can not take this case"],
        Rule.NotQualified => T["may not hold such work: it is reserved for {0}", Any(T, row.MayHold)],
        Rule.LanguageMissing => T["does not speak the language that the person needs"],
        Rule.HoursNotKnown => T["the hours are not known"],
        Rule.NoCapacity => T["has no capacity"],
        Rule.WeeklyLimit => T["has had {0} new cases in seven days, which is the limit", limits.NewCasesAWeek],
        Rule.CeilingPassed => T["would pass {0}%, the ceiling", T.Number(limits.Ceiling * 100 ?? 0)],
        Rule.OtherService => T["works in another service"],
        Rule.NobodyToHoldItWith => T["may hold it only jointly, and nobody has room to hold it with them"],
        _ => "",
    };

    public static string Any(Catalogue T, IEnumerable<string> qualifications) =>
        string.Join(T[" or "], qualifications.Select(q => One(T, q)));

    /// <summary>Before and after, and what is good or bad about it.</summary>
    public static IEnumerable<string> Terms(Catalogue T, CaseSuggestion way, AllocateView view)
    {
        foreach (var sign in KindWords.Of(T, way.Signs, view.Entered.Language, view.Entered.Locality, view.Words)) yield return sign;
        if (way.Signs.HasFlag(KindSigns.SameTeam) && view.IsWide) yield return T["works in the team in which the case lies"];
        if (way.With is { } second)
        {
            yield return T["jointly with {0}, who goes from {1} to {2}", Name(view, second), T.Percent(way.WithBefore!.Value),
                T.Percent(way.WithAfter!.Value)];
        }

        yield return way.HeaviestIs == way.Worker ? T["would then carry the heaviest load"]
            : T["the heaviest load stays {0}'s, {1}", Name(view, way.HeaviestIs), T.Percent(way.HeaviestAfter)];
    }

    public static string Name(AllocateView view, Id<Worker> worker) => view.People[worker].Worker.Name;

    public static string Says(Catalogue T, NoticeView told)
    {
        var what = CaseWords.Type(T, told.Case.TypeCode);
        return told.Notice.Kind switch
        {
            NoticeKind.Given when told.With is { } with =>
                T["Case {0} ({1}) is given to you, jointly with {2}.", told.Case.Reference, what, with.Name],
            NoticeKind.Given => T["Case {0} ({1}) is given to you.", told.Case.Reference, what],
            NoticeKind.GivenBeside =>
                T["You hold case {0} ({1}) jointly with {2}.", told.Case.Reference, what, told.Holder.Name],
            NoticeKind.LookAfter =>
                T["Look after case {0} ({1}) until it is settled who holds it.", told.Case.Reference, what],
            NoticeKind.Replied => T["There is a written reply to what you said about case {0} ({1}).", told.Case.Reference, what],
            _ => T["Case {0} ({1}), which was in your name, is given to {2}.", told.Case.Reference, what, told.Holder.Name],
        };
    }

    private static string One(Catalogue T, string qualification) => qualification switch
    {
        Qualifications.Registered => T["registered social workers"],
        Qualifications.NewlyQualified => T["newly qualified social workers"],
        Qualifications.Experienced => T["experienced social workers"],
        Qualifications.Manager => T["managers"],
        _ => qualification.ToUpperInvariant(),
    };
}
