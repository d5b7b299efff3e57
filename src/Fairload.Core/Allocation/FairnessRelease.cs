using Fairload.Core.Disclosure;

namespace Fairload.Core.Allocation;

/// <summary>One person's loads over the months looked at, with what they said of themselves.</summary>
/// <param name="Share">Summed over the days on which loads were kept.</param>
/// <param name="TierThree">Cases of tier 3, summed over the same days; null where that is not known.</param>
/// <param name="NewCases">That came in these months, as far as the day is known.</param>
public sealed record PersonOfGroups(IReadOnlyDictionary<GroupQuestion, string> Said, Share Share, int? TierThree, int NewCases);

/// <summary>A group's part of what everybody has, as it is let out: a whole per cent, or under the least that is told.</summary>
/// <param name="Percent">Null where it is not known, or where <paramref name="IsLow"/>.</param>
/// <param name="IsLow">Under <see cref="FairnessRelease.LeastPart"/>: whether anybody of the group has any is not told.</param>
public sealed record PartOfAll(int? Percent, bool IsLow);

/// <summary>What may be read of one group.</summary>
/// <param name="Hidden">Null when it is shown; otherwise every figure is null.</param>
/// <param name="People">Null also where the number would tell of others.</param>
/// <param name="Load">Of the group together, per cent of its capacity.</param>
/// <param name="Margin">Half the width of the interval of 95 in 100 around the load, per cent of capacity; 1 or more.</param>
/// <param name="PartOfRoom">Of everybody's capacity: with even shares the other parts are the same.</param>
public sealed record FairnessLine(
    GroupQuestion Question, string Option, HiddenBecause? Hidden, int? People = null, int? Load = null, int? Margin = null,
    PartOfAll? PartOfRoom = null, PartOfAll? PartOfTierThree = null, PartOfAll? PartOfNew = null);

/// <summary>Whether work fell evenly on groups over some months, as it was let out once.</summary>
/// <param name="From">First day.</param>
/// <param name="To">The first day that is not in it.</param>
/// <param name="People">Who carried loads.</param>
/// <param name="Load">Of everybody together, per cent of capacity.</param>
/// <param name="Figures">Groups that were held against each other.</param>
/// <param name="Lines">In the order of the questions and their answers.</param>
public sealed record FairnessByGroups(
    DateOnly From, DateOnly To, int Floor, int People, int Load, int Figures, IReadOnlyList<FairnessLine> Lines);

/// <summary>
/// Lets figures about protected groups out through a release: the whole council, and each answer of each question, held against each other.
/// Where groups lie and how many people they have decides alone what is shown, and never what they carry.
/// </summary>
/// <remarks>Two releases never look at the same months, so their difference is not one person's load: see decision 112.</remarks>
public static class FairnessRelease
{
    /// <summary>Months that a release looks back, and that lie between two.</summary>
    public const int Months = 6;

    /// <summary>A part under so many per cent is told as low: none at all would be known of everybody in the group.</summary>
    public const int LeastPart = 2;

    public const string Whole = "all";

    /// <summary>The first day that a release looks at: six months back, and never a day that the one before looked at. Six months on from
    /// the end of August is the end of February, which is three days short of the same the other way.</summary>
    /// <param name="lastTo">Of the release before; null for none.</param>
    public static DateOnly FirstDay(DateOnly today, DateOnly? lastTo)
    {
        var back = today.AddMonths(-Months);
        return lastTo > back ? lastTo.Value : back;
    }

    /// <summary>Nobody crosses more finely than all questions together.</summary>
    public static Result<Population> Population(string round, IEnumerable<PersonOfGroups> people) => Disclosure.Population.Of(
        people.GroupBy(CellOf).Select(cell => new Atom(cell.Count(), [new(round, cell.Key)])));

    /// <summary>The whole first; groups to which nobody said they belong are not wanted.</summary>
    public static IReadOnlyList<Group> Wanted(string round, IReadOnlyList<PersonOfGroups> people)
    {
        return
        [
            new(round, Whole, Cells(people)),
            .. All().Select(g => (g, Cells: Cells(people.Where(p => Says(p, g.Question, g.Option)))))
                .Where(g => g.Cells.Count > 0).Select(g => new Group(round, Name(g.g.Question, g.g.Option), g.Cells, 1)),
        ];

        static List<string> Cells(IEnumerable<PersonOfGroups> some) => [.. some.Select(CellOf).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Null where even the whole may not be shown.</summary>
    public static FairnessByGroups? Of(Release release, IReadOnlyList<PersonOfGroups> people, DateOnly from, DateOnly to)
    {
        var outcomes = release.Groups.ToDictionary(o => o.Group.Name);
        if (!outcomes[Whole].IsShown) return null;

        var lines = All().Select(g => Line(g.Question, g.Option, outcomes.GetValueOrDefault(Name(g.Question, g.Option)), people));
        var load = people.Sum(p => (double)p.Share.Load) / people.Sum(p => (double)p.Share.Capacity);
        return new(from, to, release.Rule.Floor, people.Count, Percent(load), release.Proof.Figures, [.. lines]);
    }

    private static FairnessLine Line(GroupQuestion question, string option, GroupOutcome? outcome, IReadOnlyList<PersonOfGroups> people)
    {
        if (outcome is not { IsShown: true }) return new(question, option, outcome?.Hidden ?? HiddenBecause.Nobody);

        var group = FairnessByGroup
            .Of([.. people.Select(p => new GroupedLoad(p.Said.GetValueOrDefault(question, ""), p.Share, p.TierThree, p.NewCases))])
            .Single(g => g.Group == option);
        return new(
            question, option, null, outcome.People.Count, Percent(group.Load), Math.Max(1, (int)Math.Ceiling(group.Margin * 100)),
            Part(group.PartOfRoom), Part(group.PartOfTierThree), Part(group.PartOfNew));
    }

    private static PartOfAll Part(double? part) => part is not { } known ? new(null, false)
        : Percent(known) < LeastPart ? new(null, true) : new(Percent(known), false);

    private static int Percent(double part) => (int)Math.Round(part * 100, MidpointRounding.AwayFromZero);

    private static IEnumerable<(GroupQuestion Question, string Option)> All() =>
        OwnGroups.Questions.SelectMany(q => OwnGroups.Options(q).Select(o => (q, o)));

    private static bool Says(PersonOfGroups person, GroupQuestion question, string option) =>
        person.Said.GetValueOrDefault(question) == option;

    private static string Name(GroupQuestion question, string option) => $"{question}:{option}";

    private static string CellOf(PersonOfGroups person) =>
        string.Join('|', OwnGroups.Questions.Select(q => person.Said.GetValueOrDefault(q, "")));
}
