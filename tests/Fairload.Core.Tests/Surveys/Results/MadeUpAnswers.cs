using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Results;

namespace Fairload.Core.Tests.Surveys.Results;

/// <summary>A questionnaire of one statement, and groups whose answers are given as counts.</summary>
internal static class MadeUpAnswers
{
    private static readonly Wording Any = new("any", "unrhyw");
    private static readonly Scale Three = new("three", [.. Enumerable.Range(1, 3).Select(v => new AnswerOption(v, Any))], Any);

    public static TallyForm Form { get; } = new(new(
        "q", 1, Any, Respondents.Practitioners, Any, [Three], [new("t", Any, [], [], ThemeScoring.Mean100)],
        [new("s", Any, null, [new("W1", ItemKind.Scale, "three", null, Any, null, false, "t", null, null, null, null)])]));

    /// <summary>So many who answered 1, 2 and 3.</summary>
    public static Tally Answered(IReadOnlyList<int> counts) =>
        Tally.Of(Form, counts.SelectMany((count, at) => Enumerable.Repeat(One(at + 1), count)));

    /// <summary>A whole with two services of two units each.</summary>
    public static ResultGroup Council(IReadOnlyList<int[]> units) => Group("whole", [
        Group("service 1", [Unit("unit 1", units[0]), Unit("unit 2", units[1])]),
        Group("service 2", [Unit("unit 3", units[2]), Unit("unit 4", units[3])])]);

    private static Ballot One(int value) =>
        new(new Dictionary<string, BallotAnswer> { ["W1"] = new BallotAnswer.Chosen(value) }, new Dictionary<string, string>());

    private static ResultGroup Unit(string name, int[] counts) => new(name, name, Answered(counts), counts.Sum() + 1, true, []);

    private static ResultGroup Group(string name, IReadOnlyList<ResultGroup> parts)
    {
        var all = new Tally(Form);
        foreach (var part in parts) all.Add(part.Tally);
        return new(name, name, all, parts.Sum(p => p.Asked), true, parts);
    }
}
