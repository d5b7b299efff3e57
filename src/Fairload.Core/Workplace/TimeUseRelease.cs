using Fairload.Core.Disclosure;

namespace Fairload.Core.Workplace;

/// <summary>One person's week, with where they work.</summary>
public sealed record TimeUsePerson(string Team, string Service, TimeUse Week);

/// <summary>A part of the hours, as it is let out: a whole per cent, or under the least that is told.</summary>
/// <param name="Percent">Null where <paramref name="IsLow"/>.</param>
public sealed record TimePart(int? Percent, bool IsLow);

/// <summary>The mean week of one group.</summary>
/// <param name="Name">Of the team or service; empty for the whole council.</param>
/// <param name="Hidden">Null when it is shown; otherwise every figure is null.</param>
/// <param name="People">Null also where the number would tell of others.</param>
/// <param name="Hours">Mean hours of a person's week, whole.</param>
/// <param name="Parts">In the order of the activities.</param>
public sealed record TimeUseLine(
    string Name, bool IsTeam, HiddenBecause? Hidden, int? People = null, int? Hours = null, IReadOnlyList<TimePart>? Parts = null);

/// <summary>What a week came to, as it was let out once.</summary>
/// <param name="Lines">The council, then its services and their teams in the order of their names.</param>
/// <param name="Figures">Groups that were held against each other.</param>
public sealed record TimeUseFigures(DateOnly WeekOn, int Floor, int Figures, IReadOnlyList<TimeUseLine> Lines);

/// <summary>Lets the means of a time-use week out through a release: who is where decides alone what is shown.</summary>
public static class TimeUseRelease
{
    /// <summary>A part under so many per cent is told as low: none at all would be known of everybody in the group.</summary>
    public const int LeastPart = 2;

    private const string Whole = "all";

    public static Result<Population> Population(string round, IEnumerable<TimeUsePerson> people) => Disclosure.Population.Of(
        people.GroupBy(Cell, StringComparer.Ordinal).Select(cell => new Atom(cell.Count(), [new(round, cell.Key)])));

    /// <summary>The whole, then services, then teams.</summary>
    public static IReadOnlyList<Group> Wanted(string round, IReadOnlyList<TimeUsePerson> people) =>
    [
        new(round, Whole, Cells(people)),
        .. people.GroupBy(p => p.Service, StringComparer.Ordinal).Select(s => new Group(round, Service(s.Key), Cells(s), 1)),
        .. people.GroupBy(Cell, StringComparer.Ordinal).Select(t => new Group(round, Team(t.First()), [t.Key], 2)),
    ];

    /// <summary>Null where even the whole may not be shown.</summary>
    public static TimeUseFigures? Of(Release release, IReadOnlyList<TimeUsePerson> people, DateOnly week)
    {
        var outcomes = release.Groups.ToDictionary(o => o.Group.Name);
        if (!outcomes[Whole].IsShown) return null;
        var lines = new List<TimeUseLine> { Line("", false, outcomes[Whole], people) };
        foreach (var service in people.GroupBy(p => p.Service, StringComparer.Ordinal).OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            lines.Add(Line(service.Key, false, outcomes[Service(service.Key)], [.. service]));
            lines.AddRange(service.GroupBy(p => p.Team, StringComparer.Ordinal).OrderBy(t => t.Key, StringComparer.Ordinal)
                .Select(t => Line(t.Key, true, outcomes[Team(t.First())], [.. t])));
        }

        return new(week, release.Rule.Floor, release.Proof.Figures, lines);
    }

    /// <summary>Each part of the hours of all weeks together, so that a long week counts for more than a short one.</summary>
    public static IReadOnlyList<TimePart> Parts(IReadOnlyList<TimeUse> weeks)
    {
        var all = weeks.Sum(w => w.Total);
        return [.. TimeUse.Activities.Select(a => Part(weeks.Sum(w => w.HalfHours(a)), all))];

        static TimePart Part(int some, int all)
        {
            var percent = (int)Math.Round(100m * some / all, MidpointRounding.AwayFromZero);
            return percent < LeastPart ? new(null, true) : new(percent, false);
        }
    }

    private static TimeUseLine Line(string name, bool isTeam, GroupOutcome outcome, IReadOnlyList<TimeUsePerson> people)
    {
        if (!outcome.IsShown) return new(name, isTeam, outcome.Hidden ?? HiddenBecause.Nobody);
        var weeks = people.Select(p => p.Week).ToList();
        var hours = (int)Math.Round(weeks.Sum(w => w.Total) / 2m / weeks.Count, MidpointRounding.AwayFromZero);
        return new(name, isTeam, null, outcome.People.Count, hours, Parts(weeks));
    }

    private static List<string> Cells(IEnumerable<TimeUsePerson> some) => [.. some.Select(Cell).Distinct().Order(StringComparer.Ordinal)];

    private static string Cell(TimeUsePerson p) => $"{p.Service}|{p.Team}";

    private static string Service(string name) => $"service:{name}";

    private static string Team(TimeUsePerson p) => $"team:{Cell(p)}";
}
