using System.Globalization;

namespace Fairload.Core.Surveys;

/// <summary>What one person answered, by the code of the item, and what they said of themselves.</summary>
public sealed class Ballot(IReadOnlyDictionary<string, IReadOnlyList<string>> answers, IReadOnlyDictionary<string, string> background)
{
    public const string NotApplicable = "na";
    public const int MostText = 1500;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Answers { get; } = answers;

    public IReadOnlyDictionary<string, string> Background { get; } = background;

    /// <summary>Refuses what is not asked, an answer off its scale, and a text that is too long. The field of a problem is the code of the
    /// item.</summary>
    /// <param name="background">The options that can be chosen, by the code of the background question.</param>
    public static Result<Ballot> Read(
        Questionnaire asked, IReadOnlyDictionary<string, string[]> fields, IReadOnlyDictionary<string, IReadOnlyList<string>> background,
        BallotSlot slot)
    {
        var items = asked.Items.ToDictionary(i => i.Code);
        var (answers, said) = (new Dictionary<string, IReadOnlyList<string>>(), new Dictionary<string, string>());
        var problems = new List<Problem>();
        foreach (var (code, sent) in fields)
        {
            var given = sent.Where(v => !string.IsNullOrWhiteSpace(v)).ToList();
            if (given.Count == 0) continue;
            if (background.TryGetValue(code, out var options) && given.Count == 1 && options.Contains(given[0])) said[code] = given[0];
            else if (options is not null) problems.Add(new(code, $"Choose one of the answers shown"));
            else if (!items.TryGetValue(code, out var item))
                problems.Add(new(code, $"There is no such question in this survey. Open the page again"));
            else if (Fault(asked, item, given) is { } fault) problems.Add(fault);
            else answers[code] = given;
        }

        if (problems.Count > 0) return problems;
        return new Ballot(answers, said);
    }

    private static Problem? Fault(Questionnaire asked, SurveyItem item, List<string> given)
    {
        if (item.Kind == ItemKind.Text)
            return given[0].Length > MostText ? new(item.Code, $"Your answer has {given[0].Length} characters; shorten it to {MostText} or fewer") : null;
        if (item.Kind == ItemKind.Number)
        {
            var isWhole = int.TryParse(given[0], NumberStyles.Integer, CultureInfo.InvariantCulture, out var number);
            return isWhole && number >= (item.Least ?? int.MinValue) && number <= (item.Most ?? int.MaxValue)
                ? null : new(item.Code, $"Give a whole number, in figures");
        }

        var options = (item.Kind == ItemKind.Scale ? asked.ScaleOf(item).Options : item.Options!).Select(o => $"{o.Value}").ToHashSet();
        if (item.Kind == ItemKind.Scale && asked.ScaleOf(item).NotApplicable is not null) options.Add(NotApplicable);
        var isOne = item.Kind == ItemKind.AnyOf || given.Count == 1;
        return isOne && given.All(options.Contains) ? null : new(item.Code, $"Choose one of the answers shown");
    }
}
