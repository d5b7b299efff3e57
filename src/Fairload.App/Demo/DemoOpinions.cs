using System.Globalization;
using Fairload.Core.Surveys;

namespace Fairload.App.Demo;

/// <summary>
/// What the staff of the made-up council think. Each theme has a mood of its own in the whole council and in each team, and each person is
/// more or less content with everything: so answers of a person hang together, and teams differ.
/// </summary>
/// <param name="seed">The same seed draws the same moods, in the order in which teams and people are asked about.</param>
internal sealed class DemoOpinions(int seed)
{
    private const double Middle = 3.3;
    private const double MostOfTheme = 0.7;
    private const double MostOfTeam = 0.8;
    private const double MostOfPerson = 0.9;
    private const double MostOfAnswer = 1.2;

    private readonly Random _dice = new(seed);
    private readonly Dictionary<(string Of, string Theme), double> _moods = [];

    /// <summary>What one person sends but for words of their own, by the code of the item.</summary>
    /// <param name="since">How much better everything has become since the first round, in steps of a scale of five.</param>
    public Dictionary<string, string[]> Of(string person, string team, Questionnaire asked, double since)
    {
        var answers = new Dictionary<string, string[]>();
        foreach (var item in asked.Items)
        {
            if (Answer(person, team, asked, item, since) is { } answer) answers[item.Code] = [answer];
        }

        return answers;
    }

    private string? Answer(string person, string team, Questionnaire asked, SurveyItem item, double since) => item.Kind switch
    {
        ItemKind.Scale when _dice.Next(20) > 0 => Value(person, team, asked.ScaleOf(item), item, since),
        ItemKind.OneOf when _dice.Next(10) > 0 => Text(item.Options![_dice.Next(item.Options.Count)].Value),
        ItemKind.Number when _dice.Next(10) > 0 => Text((item.Least ?? 0) + _dice.Next(5)),
        _ => null,
    };

    private string Value(string person, string team, Scale scale, SurveyItem item, double since)
    {
        var theme = item.Theme ?? "";
        var content = Middle + since + Mood("", theme, MostOfTheme) + Mood(team, theme, MostOfTeam) + Mood(person, "", MostOfPerson)
            + (MostOfAnswer * Spread());
        // From a scale of five to the one that is asked with.
        var steps = scale.Highest - scale.Lowest;
        var value = scale.Lowest + (int)Math.Clamp(Math.Round((content - 1) / 4 * steps), 0, steps);
        return Text(item.Reverse ? scale.Lowest + scale.Highest - value : value);
    }

    private double Mood(string of, string theme, double most)
    {
        if (!_moods.TryGetValue((of, theme), out var mood)) _moods[(of, theme)] = mood = most * Spread();
        return mood;
    }

    /// <summary>From -1 to 1, rather in the middle.</summary>
    private double Spread() => _dice.NextDouble() - _dice.NextDouble();

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
