using Fairload.Core.Surveys.Rounds;
using Fairload.Core.Workforce;

namespace Fairload.App.Surveys.Rounds;

/// <summary>From people in teams to the units of a round: each team by itself, or like teams joined.</summary>
internal static class Units
{
    /// <summary>Those whom the staff list has in no team.</summary>
    public const string NoTeam = "–";

    public static IReadOnlyList<AskedTeam> Teams(IReadOnlyList<StaffMember> people) =>
    [
        .. people.Where(p => p.Team is not null).GroupBy(p => p.Team!.Id)
            .Select(g => new AskedTeam(g.First().Team!.Name, g.First().Team!.Service, g.First().Team!.Employer, g.Count())),
    ];

    /// <param name="joined">Names of teams that are shown together; a team that is in none stands by itself.</param>
    public static IReadOnlyList<RoundUnit> Of(
        Id<SurveyRound> round, IReadOnlyList<StaffMember> people, IReadOnlyList<IReadOnlyList<Id<Team>>> joined)
    {
        var teams = people.Select(p => p.Team).OfType<Team>().DistinctBy(t => t.Id).ToDictionary(t => t.Id);
        var groups = joined.Select(j => j.Where(teams.ContainsKey).ToList()).Where(j => j.Count > 0).ToList();
        var placed = groups.SelectMany(g => g).ToHashSet();
        groups.AddRange(teams.Keys.Where(t => !placed.Contains(t)).Select(t => new List<Id<Team>> { t }));

        var units = groups.Select(group => new
        {
            Name = string.Join(", ", group.Select(t => teams[t].Name).Order(StringComparer.Ordinal)),
            teams[group[0]].Service,
            Teams = string.Join(' ', group),
            People = people.Where(p => p.Team is { } team && group.Contains(team.Id)).ToList(),
        }).OrderBy(u => u.Name, StringComparer.Ordinal).ToList();
        if (people.Any(p => p.Team is null))
            units.Add(new { Name = NoTeam, Service = "", Teams = "", People = people.Where(p => p.Team is null).ToList() });
        return
        [
            .. units.Select((u, at) => new RoundUnit(
                Id<RoundUnit>.New(), round, at + 1, u.Name, u.Service, u.Teams, u.People.Count, u.People.Count(IsUnreached))),
        ];
    }

    /// <summary>For people and carers: each team that has anybody in it, which is to say whoever it works with, of whom nobody is
    /// listed.</summary>
    public static IReadOnlyList<RoundUnit> OfPeople(Id<SurveyRound> round, IReadOnlyList<StaffMember> staff) =>
    [
        .. staff.Select(p => p.Team).OfType<Team>().DistinctBy(t => t.Id).OrderBy(t => t.Name, StringComparer.Ordinal)
            .Select((t, at) => new RoundUnit(Id<RoundUnit>.New(), round, at + 1, t.Name, t.Service, t.Id.ToString(), 0)),
    ];

    public static bool IsUnreached(StaffMember person) => string.IsNullOrWhiteSpace(person.Worker.Email);

    public static RoundUnit For(StaffMember person, IReadOnlyList<RoundUnit> units) => person.Team is { } team
        ? units.Single(u => u.TeamIds.Contains(team.Id)) : units.Single(u => u.Teams.Length == 0);

    public static IReadOnlyList<AskedPerson> Crossed(IReadOnlyList<StaffMember> people, IReadOnlyList<RoundUnit> units)
    {
        var byTeam = units.SelectMany(u => u.TeamIds.Select(t => (t, u.Name))).ToDictionary(p => p.t, p => p.Name);
        return [.. people.Select(p => new AskedPerson(p.Team is { } team ? byTeam[team.Id] : NoTeam, p.Values))];
    }
}
