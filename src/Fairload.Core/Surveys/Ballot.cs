namespace Fairload.Core.Surveys;

/// <summary>
/// What one person answered to one frozen questionnaire: answers by the code of the item, and what they said of themselves by the code of
/// the background question. It knows no person, no time and no language.
/// </summary>
public sealed class Ballot(IReadOnlyDictionary<string, BallotAnswer> answers, IReadOnlyDictionary<string, string> background)
{
    /// <summary>Most characters of one answer in words.</summary>
    public const int MostText = 1500;

    /// <summary>What a form sends where the statement does not apply.</summary>
    public const string NotApplicable = "na";

    public IReadOnlyDictionary<string, BallotAnswer> Answers { get; } = answers;

    public IReadOnlyDictionary<string, string> Background { get; } = background;

    /// <summary>What counts for scores: the chosen values, as <see cref="Scoring.Of"/> takes them.</summary>
    public IReadOnlyDictionary<string, int> Chosen =>
        Answers.Where(a => a.Value is BallotAnswer.Chosen).ToDictionary(a => a.Key, a => ((BallotAnswer.Chosen)a.Value).Value);

    /// <summary>Reads what a form sent, for a round that asks for no background.</summary>
    public static Result<Ballot> Read(Questionnaire asked, IReadOnlyDictionary<string, string[]> fields) =>
        Read(asked, fields, new Dictionary<string, IReadOnlyList<string>>(), BallotSlot.Usual);

    /// <summary>Reads what a form sent: the items and the background questions alone, by their codes; nothing for what was left
    /// out.</summary>
    /// <param name="background">The options that can be chosen, by the code of the background question.</param>
    /// <param name="slot">How large every ballot of the round is.</param>
    /// <returns>Or all that is wrong with it, each by the code of the item.</returns>
    public static Result<Ballot> Read(
        Questionnaire asked, IReadOnlyDictionary<string, string[]> fields,
        IReadOnlyDictionary<string, IReadOnlyList<string>> background, BallotSlot slot) =>
        new BallotReading(asked, fields, background).Read(slot);

    /// <summary>The ballot as it is kept after the close: without words, which stand apart.</summary>
    public Ballot WithoutWords() => new(
        Answers.Where(a => a.Value is not BallotAnswer.Said).ToDictionary(a => a.Key, a => a.Value), Background);

    /// <summary>The words alone, each by itself, with nothing of the background but the service that the rules name.</summary>
    public IReadOnlyList<BallotComment> Comments(BallotRules rules)
    {
        var service = rules.ServiceOf(Background);
        return [.. Answers.Where(a => a.Value is BallotAnswer.Said)
            .Select(a => new BallotComment(a.Key, service, ((BallotAnswer.Said)a.Value).Text))];
    }
}

/// <summary>What somebody wrote, apart from everything else that they answered.</summary>
/// <param name="Item">Code of the item.</param>
/// <param name="Service">Null where the round does not ask for it, or it was not said.</param>
public sealed record BallotComment(string Item, string? Service, string Text);
