using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Results;

namespace Fairload.Bench;

/// <summary>
/// A few hundred staff who are asked twice, a year apart: some leave, some join, a few move team; about two thirds answer, some without
/// saying
/// their role or their team. In a few teams nearly everybody thinks the same, which is what an attacker hopes for.
/// </summary>
/// <param name="isAlike">Whoever stays does the same in both rounds: what an attacker could at best suppose.</param>
internal sealed class MadeUpRounds(int seed, bool isAlike)
{
    public const int Items = 2;
    private static readonly Wording Any = new("any", "unrhyw");
    private static readonly Scale Five = new("five", [.. Enumerable.Range(1, 5).Select(v => new AnswerOption(v, Any))], Any);

    private readonly Random _dice = new(seed);
    private readonly Dictionary<(int Team, int Item), double> _moods = [];

    public sealed record Person(string Id, int Team, string Role, Ballot? Ballot);

    /// <summary>Names by number less 1.</summary>
    public required IReadOnlyList<(string Name, string Service)> Teams { get; init; }

    public static Questionnaire Asked { get; } = new(
        "q", 1, Any, Respondents.Practitioners, Any, [Five], [new("t", Any, [], [], ThemeScoring.Mean100)],
        [new("s", Any, null, [.. Enumerable.Range(1, Items).Select(i =>
            new SurveyItem($"W{i}", ItemKind.Scale, "five", null, Any, null, false, "t", null, null, null, null))])]);

    public static MadeUpRounds Of(int seed, bool isAlike)
    {
        var dice = new Random(seed ^ 0x7EA);
        var teams = Enumerable.Range(0, dice.Next(3, 7)).SelectMany(s =>
            Enumerable.Range(0, dice.Next(3, 7)).Select(t => ($"Team {s}{t}", $"Service {s}")));
        return new(seed, isAlike) { Teams = [.. teams] };
    }

    public (List<Person> First, List<Person> Second) Both()
    {
        var first = new List<Person>();
        for (var team = 0; team < Teams.Count; team++)
            for (var n = _dice.Next(5, 17); n > 0; n--) first.Add(Joined(team, $"{first.Count:0000}"));
        var second = first.Where(_ => _dice.Next(100) >= 14).Select(Stayed).ToList();
        for (var n = first.Count / 6; n > 0; n--) second.Add(Joined(_dice.Next(Teams.Count), $"n{n:0000}"));
        return (first, second);
    }

    public ResultUnit[] Units(IReadOnlyCollection<Person> people) =>
        [.. Teams.Select((t, at) => new ResultUnit($"{at + 1}", t.Name, t.Service, people.Count(p => p.Team == at)))];

    private Person Joined(int team, string id)
    {
        var role = _dice.Next(100) switch { < 12 => "manager", < 72 => "social-worker", _ => "other" };
        return new(id, team, role, Answers(team, role));
    }

    private Person Stayed(Person was)
    {
        var team = _dice.Next(25) == 0 ? _dice.Next(Teams.Count) : was.Team;
        if (!isAlike) return was with { Team = team, Ballot = Answers(team, was.Role) };
        return was with { Team = team, Ballot = was.Ballot is { } same ? new(same.Answers, Said(team, same.Background)) : null };
    }

    private static Dictionary<string, string> Said(int team, IReadOnlyDictionary<string, string> was) => new(was)
    {
        ["unit"] = was["unit"] == "not-said" ? "not-said" : $"{team + 1}",
    };

    private Ballot? Answers(int team, string role)
    {
        if (_dice.Next(100) >= 66) return null;
        var answers = new Dictionary<string, BallotAnswer>();
        for (var item = 1; item <= Items; item++)
        {
            if (_dice.Next(20) == 0) continue;
            var felt = Mood(team, item) + _dice.NextDouble() - _dice.NextDouble();
            answers[$"W{item}"] = new BallotAnswer.Chosen(Math.Clamp((int)Math.Round(felt), 1, 5));
        }

        return new(answers, new Dictionary<string, string>
        {
            ["unit"] = _dice.Next(25) == 0 ? "not-said" : $"{team + 1}",
            ["role-group"] = _dice.Next(25) == 0 ? "not-said" : role,
        });
    }

    /// <summary>From 0.5 to 5.5: at both ends everybody says the same.</summary>
    private double Mood(int team, int item)
    {
        if (!_moods.TryGetValue((team, item), out var mood)) _moods[(team, item)] = mood = 0.5 + (5 * _dice.NextDouble());
        return mood;
    }
}
