using System.Diagnostics;
using System.Text.Json;
using Fairload.Core.Disclosure;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Results;

namespace Fairload.Bench;

/// <summary>5,000 ballots of 60 items from 120 units: decided, proved and counted, and the document of it read again as each page reads
/// it. Without a database.</summary>
internal static class ResultsBench
{
    private const int Runs = 5;
    private const int Ballots = 5_000;
    private const int Items = 60;
    private const int Units = 120;
    private static readonly Wording Any = new("any", "unrhyw");
    private static readonly Scale Five = new("five", [.. Enumerable.Range(1, 5).Select(v => new AnswerOption(v, Any))], Any);

    public static int Run()
    {
        var (makes, reads, text) = (new List<double>(), new List<double>(), "");
        for (var run = -1; run < Runs; run++)
        {
            var round = new Round();
            var watch = Stopwatch.StartNew();
            text = JsonSerializer.Serialize(round.LetOut());
            var made = watch.Elapsed.TotalMilliseconds;
            watch.Restart();
            _ = JsonSerializer.Deserialize<RoundResult>(text);
            if (run < 0) continue;
            makes.Add(made);
            reads.Add(watch.Elapsed.TotalMilliseconds);
        }

        Console.WriteLine($"document {text.Length / 1024:n0} KiB\n| What | Median | 95th | Range | Runs |\n|---|---|---|---|---|");
        Console.WriteLine(new Sample(makes).Line("Decided, proved, counted, written", "ms"));
        Console.WriteLine(new Sample(reads).Line("Read again", "ms"));
        return 0;
    }

    /// <summary>The questionnaire and what was let out.</summary>
    public static (Questionnaire Asked, RoundResult Result) MadeUp()
    {
        var round = new Round();
        return (round.Asked, round.LetOut());
    }

    private static T Made<T>(Core.Result<T> result) where T : notnull =>
        result.Try(out var value, out var problems) ? value : throw new InvalidOperationException(problems[0].Message);

    /// <summary>The same in every run.</summary>
    private sealed class Round
    {
        private readonly List<ResultUnit> _units = [.. Enumerable.Range(0, Units)
            .Select(u => new ResultUnit($"{u + 1}", $"Team {u:000}", $"Service {u / 10:00}", 64))];

        private readonly List<Ballot> _ballots;

        public Round()
        {
            var dice = new Random(1);
            _ballots = [.. Enumerable.Range(0, Ballots).Select(_ => new Ballot(
                Enumerable.Range(0, Items).ToDictionary(i => $"W{i}", BallotAnswer (_) => new BallotAnswer.Chosen(dice.Next(1, 6))),
                new Dictionary<string, string>
                {
                    ["unit"] = $"{dice.Next(Units) + 1}",
                    ["role-group"] = dice.Next(8) == 0 ? "manager" : "social-worker",
                }))];
        }

        public Questionnaire Asked { get; } = new(
            "q", 1, Any, Respondents.Practitioners, Any, [Five],
            [.. Enumerable.Range(0, 12).Select(t => new SurveyTheme($"t{t}", Any, [], [], ThemeScoring.Mean100))],
            [new("s", Any, null, [.. Enumerable.Range(0, Items).Select(i =>
                new SurveyItem($"W{i}", ItemKind.Scale, "five", null, Any, null, false, $"t{i % 12}", null, null, null, null))])]);

        public RoundResult LetOut()
        {
            var structure = Made(RoundStructure.Of("r", _units, _ballots, ["role-group"], [], DisclosureRule.Usual));
            var release = Made(Protection.Of(structure.Population, [], structure.Wanted, DisclosureRule.Usual));
            release = Made(CountProtection.Of(structure.Population, [], release, null, default));
            return RoundResult.From(structure, release, new(Asked));
        }
    }
}
