using Fairload.Core.Disclosure;

namespace Fairload.Core.Supervision.Reflection;

/// <summary>One answer with where its giver works.</summary>
/// <param name="Team">Empty for none.</param>
public sealed record UsefulnessOf(string Service, string Team, int Speak, int Helped);

/// <summary>A part of a group that agrees, as it is let out: in whole tens, open at both ends.</summary>
/// <param name="Tens">20 stands for twenty per cent or less, 80 for eighty or more.</param>
public readonly record struct AgreeingPart(int Tens)
{
    public const int Least = 20;
    public const int Most = 80;

    /// <summary>So that "nobody" and "everybody" are never said: then each single answer would be known.</summary>
    public static AgreeingPart Of(int agreeing, int people) =>
        new(Math.Clamp((int)Math.Round(agreeing * 10m / people, MidpointRounding.AwayFromZero) * 10, Least, Most));
}

/// <summary>What may be read of one group.</summary>
/// <param name="Service">Empty with an empty team for the whole council.</param>
/// <param name="Hidden">Null when it is shown; otherwise every figure is null.</param>
public sealed record UsefulnessLine(
    string Service, string Team, HiddenBecause? Hidden, int? People, AgreeingPart? Speak, AgreeingPart? Helped);

/// <summary>How useful supervision was in one half-year, as it was let out once.</summary>
/// <param name="Lines">The council, then each service with its teams, by name.</param>
public sealed record UsefulnessFigures(DateOnly HalfYear, int Floor, IReadOnlyList<UsefulnessLine> Lines);

/// <summary>
/// Lets the answers of one half-year out: the council, services and teams, held against each other, and never fewer than ten people. Where
/// people work alone decides what is shown, and never what they said.
/// </summary>
public static class UsefulnessRelease
{
    private const string Whole = "all";

    public static Result<Population> Population(string round, IEnumerable<UsefulnessOf> answers) => Disclosure.Population.Of(
        answers.GroupBy(Cell).Select(cell => new Atom(cell.Count(), [new(round, cell.Key)])));

    /// <summary>What is wanted: the whole first, then services, then teams.</summary>
    public static IReadOnlyList<Group> Wanted(string round, IReadOnlyList<UsefulnessOf> answers) =>
    [
        new(round, Whole, Cells(answers)),
        .. answers.Where(a => a.Service.Length > 0).GroupBy(a => a.Service).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Group(round, Name(g.Key, ""), Cells(g), 1)),
        .. answers.Where(a => a.Team.Length > 0).GroupBy(a => (a.Service, a.Team))
            .OrderBy(g => g.Key.Service, StringComparer.Ordinal).ThenBy(g => g.Key.Team, StringComparer.Ordinal)
            .Select(g => new Group(round, Name(g.Key.Service, g.Key.Team), Cells(g), 2)),
    ];

    /// <summary>Null where not even the whole may be shown.</summary>
    public static UsefulnessFigures? Of(Release release, DateOnly halfYear, IReadOnlyList<UsefulnessOf> answers)
    {
        var outcomes = release.Groups.ToDictionary(o => o.Group.Name);
        if (!outcomes[Whole].IsShown) return null;

        var lines = new List<UsefulnessLine> { Line(outcomes[Whole], "", "", answers) };
        foreach (var service in answers.GroupBy(a => a.Service).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (service.Key.Length > 0) lines.Add(Line(outcomes[Name(service.Key, "")], service.Key, "", [.. service]));
            lines.AddRange(service.Where(a => a.Team.Length > 0).GroupBy(a => a.Team).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(t => Line(outcomes[Name(service.Key, t.Key)], service.Key, t.Key, [.. t])));
        }

        return new(halfYear, release.Rule.Floor, lines);
    }

    private static UsefulnessLine Line(GroupOutcome outcome, string service, string team, IReadOnlyList<UsefulnessOf> answers) =>
        !outcome.IsShown ? new(service, team, outcome.Hidden, null, null, null)
            : new(service, team, null, outcome.People.Count, Part(answers, a => a.Speak), Part(answers, a => a.Helped));

    private static AgreeingPart Part(IReadOnlyList<UsefulnessOf> answers, Func<UsefulnessOf, int> said) =>
        AgreeingPart.Of(answers.Count(a => said(a) >= Usefulness.Agrees), answers.Count);

    private static List<string> Cells(IEnumerable<UsefulnessOf> answers) =>
        [.. answers.Select(Cell).Distinct().Order(StringComparer.Ordinal)];

    private static string Cell(UsefulnessOf answer) => $"{answer.Service}/{answer.Team}";

    private static string Name(string service, string team) => team.Length == 0 ? $"service:{service}" : $"team:{service}/{team}";
}
