using Fairload.Core.Disclosure;

namespace Fairload.Core.Workplace;

/// <summary>Somebody in post in the quarter, with where they work and what they lost to sickness in it.</summary>
/// <param name="LostHundredths">Working days weighted by FTE; null where hours are not known.</param>
/// <param name="StressHundredths">Of these, coded as stress.</param>
/// <param name="FteHundredths">Mean over the quarter; null where hours are not known.</param>
public sealed record QuarterPerson(string Team, string Service, int? LostHundredths, int? StressHundredths, int? FteHundredths);

/// <summary>An incident of the quarter, without whom it happened to.</summary>
public sealed record QuarterIncident(string Team, string Service, IncidentKind Kind, bool IsFollowedUp);

/// <summary>A count that is rounded to five before it leaves; one or two are told as low.</summary>
/// <param name="Count">Null where <paramref name="IsLow"/>.</param>
public sealed record RoundedCount(int? Count, bool IsLow)
{
    public static RoundedCount Of(int count)
    {
        var rounded = Disclosed.Shown(count).Rounded();
        return new(rounded.Count, !rounded.IsShown);
    }
}

/// <summary>What may be read of one group of staff in a quarter.</summary>
/// <param name="Name">Of the service or team; empty for the whole council.</param>
/// <param name="Hidden">Null when it is shown; otherwise every figure is null.</param>
/// <param name="People">In post; null also where the number would tell of others.</param>
/// <param name="Incidents">By kind, in the order of the kinds.</param>
/// <param name="FollowedUp">Per cent of all incidents; null where there were fewer than five.</param>
/// <param name="DaysPerFte">Working days lost to sickness for each FTE, one decimal; null where hours are not known.</param>
/// <param name="Stress">Part of these days coded as stress.</param>
public sealed record QuarterLine(
    string Name, bool IsTeam, HiddenBecause? Hidden, int? People = null, IReadOnlyList<RoundedCount>? Incidents = null,
    int? FollowedUp = null, decimal? DaysPerFte = null, TimePart? Stress = null);

/// <summary>Incidents and sickness of a quarter as they were let out once.</summary>
/// <param name="Lines">The council, then its services and their teams in the order of their names.</param>
public sealed record QuarterFigures(Quarter Quarter, int Floor, int Figures, IReadOnlyList<QuarterLine> Lines);

/// <summary>
/// Lets counts of incidents and figures of sickness out for a quarter that no other release looks at. How many people work where decides
/// alone what is shown.
/// </summary>
public static class QuarterRelease
{
    /// <summary>Per cents of fewer incidents would tell of single ones.</summary>
    public const int LeastIncidents = 5;

    private const string Whole = "all";

    public static Result<Population> Population(string round, IEnumerable<QuarterPerson> people) => Disclosure.Population.Of(
        people.GroupBy(p => Cell(p.Service, p.Team), StringComparer.Ordinal).Select(c => new Atom(c.Count(), [new(round, c.Key)])));

    /// <summary>The whole, then services, then teams.</summary>
    public static IReadOnlyList<Group> Wanted(string round, IReadOnlyList<QuarterPerson> people) =>
    [
        new(round, Whole, Cells(people)),
        .. people.GroupBy(p => p.Service, StringComparer.Ordinal).Select(s => new Group(round, $"service:{s.Key}", Cells(s), 1)),
        .. Cells(people).Select(cell => new Group(round, $"team:{cell}", [cell], 2)),
    ];

    /// <summary>Null where even the whole may not be shown.</summary>
    public static QuarterFigures? Of(
        Release release, IReadOnlyList<QuarterPerson> people, IReadOnlyList<QuarterIncident> incidents, Quarter quarter)
    {
        var outcomes = release.Groups.ToDictionary(o => o.Group.Name);
        if (!outcomes[Whole].IsShown) return null;
        var lines = new List<QuarterLine> { Line("", false, outcomes[Whole], people, incidents) };
        foreach (var service in people.GroupBy(p => p.Service, StringComparer.Ordinal).OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            var ofService = incidents.Where(i => i.Service == service.Key).ToList();
            lines.Add(Line(service.Key, false, outcomes[$"service:{service.Key}"], [.. service], ofService));
            lines.AddRange(service.GroupBy(p => p.Team, StringComparer.Ordinal).OrderBy(t => t.Key, StringComparer.Ordinal)
                .Select(t => Line(
                    t.Key, true, outcomes[$"team:{Cell(service.Key, t.Key)}"], [.. t], ofService.FindAll(i => i.Team == t.Key))));
        }

        return new(quarter, release.Rule.Floor, release.Proof.Figures, lines);
    }

    private static QuarterLine Line(
        string name, bool isTeam, GroupOutcome outcome, IReadOnlyList<QuarterPerson> people, IReadOnlyList<QuarterIncident> incidents)
    {
        if (!outcome.IsShown) return new(name, isTeam, outcome.Hidden ?? HiddenBecause.Nobody);
        var (fte, lost) = (people.Sum(p => p.FteHundredths ?? 0), people.Sum(p => p.LostHundredths ?? 0));
        return new(
            name, isTeam, null, outcome.People.Count,
            [.. Enum.GetValues<IncidentKind>().Select(k => RoundedCount.Of(incidents.Count(i => i.Kind == k)))],
            incidents.Count < LeastIncidents ? null : Percent(incidents.Count(i => i.IsFollowedUp), incidents.Count),
            fte == 0 ? null : Math.Round((decimal)lost / fte, 1, MidpointRounding.AwayFromZero), lost == 0 ? null : Stress(people, lost));
    }

    private static TimePart Stress(IReadOnlyList<QuarterPerson> people, int lost)
    {
        var percent = Percent(people.Sum(p => p.StressHundredths ?? 0), lost);
        return percent < TimeUseRelease.LeastPart ? new(null, true) : new(percent, false);
    }

    private static int Percent(int part, int whole) => (int)Math.Round(100m * part / whole, MidpointRounding.AwayFromZero);

    private static List<string> Cells(IEnumerable<QuarterPerson> some) =>
        [.. some.Select(p => Cell(p.Service, p.Team)).Distinct().Order(StringComparer.Ordinal)];

    private static string Cell(string service, string team) => $"{service}|{team}";
}
