using System.Globalization;
using System.Text;

namespace Fairload.Core.Surveys;

/// <summary>From the fields of a form to a ballot, or to all that is wrong with them. What reaches it may have been made by
/// anybody.</summary>
internal sealed class BallotReading(
    Questionnaire asked, IReadOnlyDictionary<string, string[]> fields, IReadOnlyDictionary<string, IReadOnlyList<string>> background)
{
    private readonly Dictionary<string, BallotAnswer> _answers = [];
    private readonly Dictionary<string, string> _background = [];
    private readonly List<Problem> _problems = [];

    public Result<Ballot> Read(BallotSlot slot)
    {
        var items = asked.Items.ToList();
        foreach (var item in items) Answer(item, Given(item.Code));
        foreach (var (code, options) in background) Say(code, options, Given(code));
        foreach (var code in fields.Keys.Where(f => !background.ContainsKey(f) && items.All(i => i.Code != f)))
            _problems.Add(new(code, $"There is no such question in this survey. Open the page again"));
        if (_problems.Count > 0) return _problems;

        var ballot = new Ballot(_answers, _background);
        var over = BallotBytes.Write(ballot).Length - slot.Room;
        var longest = Longest();
        if (over > 0) return new Problem(longest, $"What you wrote is too long altogether; shorten it by about {over} characters");
        return ballot;
    }

    private List<string> Given(string code) =>
        fields.TryGetValue(code, out var given) ? [.. given.Where(g => !string.IsNullOrWhiteSpace(g))] : [];

    private void Answer(SurveyItem item, IReadOnlyList<string> given)
    {
        if (given.Count == 0) return;
        if (!IsAsked(item))
        {
            _problems.Add(new(item.Code, $"This question is not asked after the answers you gave; take its answer out"));
            return;
        }

        if (Of(item, given).Try(out var answer, out var problems)) _answers[item.Code] = answer;
        else _problems.AddRange(problems);
    }

    /// <summary>Items come in the order in which they are asked, so what this one follows is read already.</summary>
    private bool IsAsked(SurveyItem item) => item.AskWhen is not { } when || _answers.GetValueOrDefault(when.Item) switch
    {
        BallotAnswer.Chosen one => when.Is.Contains(one.Value),
        BallotAnswer.ChosenAmong many => many.Values.Any(when.Is.Contains),
        // Whoever is told that the earlier answer is wrong need not hear of what follows from it.
        _ => _problems.Any(p => p.Field == when.Item),
    };

    private Result<BallotAnswer> Of(SurveyItem item, IReadOnlyList<string> given)
    {
        if (item.Kind == ItemKind.AnyOf) return Among(item, given);
        if (given.Count > 1) return new Problem(item.Code, $"Choose one answer, not several");
        return item.Kind switch
        {
            ItemKind.Scale => OnScale(item, given[0]),
            ItemKind.OneOf => Whole(given[0]) is { } value && Has(item, value) ? new BallotAnswer.Chosen(value) : NotShown(item),
            ItemKind.Number => Number(item, given[0]),
            _ => Words(item, given[0]),
        };
    }

    private Result<BallotAnswer> OnScale(SurveyItem item, string given)
    {
        var scale = asked.ScaleOf(item);
        if (given == Ballot.NotApplicable && scale.NotApplicable is not null) return new BallotAnswer.DoesNotApply();
        return Whole(given) is { } value && scale.Has(value) ? new BallotAnswer.Chosen(value) : NotShown(item);
    }

    private static Result<BallotAnswer> Among(SurveyItem item, IReadOnlyList<string> given)
    {
        var values = given.Select(Whole).Distinct().ToList();
        if (values.Any(v => v is not { } value || !Has(item, value))) return NotShown(item);
        return new BallotAnswer.ChosenAmong([.. values.OfType<int>().Order()]);
    }

    private static Result<BallotAnswer> Number(SurveyItem item, string given)
    {
        if (Whole(given.Trim()) is not { } number) return new Problem(item.Code, $"Give a whole number, in figures");
        if (number < item.Least) return new Problem(item.Code, $"Give a number of {item.Least} or more");
        if (number > item.Most) return new Problem(item.Code, $"Give a number of {item.Most} or less");
        return new BallotAnswer.Counted(number);
    }

    private static Result<BallotAnswer> Words(SurveyItem item, string given)
    {
        var text = Clean(given);
        if (text.Length > Ballot.MostText)
            return new Problem(item.Code, $"Your answer has {text.Length} characters; shorten it to {Ballot.MostText} or fewer");
        return new BallotAnswer.Said(text);
    }

    private void Say(string code, IReadOnlyList<string> options, IReadOnlyList<string> given)
    {
        if (given.Count == 0) return;
        if (given.Count > 1) _problems.Add(new(code, $"Choose one answer, not several"));
        else if (!options.Contains(given[0])) _problems.Add(new(code, $"Choose one of the answers shown"));
        else _background[code] = given[0];
    }

    private string Longest() =>
        _answers.Where(a => a.Value is BallotAnswer.Said).OrderByDescending(a => ((BallotAnswer.Said)a.Value).Text.Length)
            .Select(a => a.Key).FirstOrDefault("");

    private static Problem NotShown(SurveyItem item) => new(item.Code, $"Choose one of the answers shown");

    private static bool Has(SurveyItem item, int value) => item.Options!.Any(o => o.Value == value);

    private static int? Whole(string given) =>
        int.TryParse(given, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Line ends as one sign, no other control signs, and nothing that is no letter at all.</summary>
    private static string Clean(string given)
    {
        var clean = new StringBuilder(given.Length);
        foreach (var rune in given.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\n' || !Rune.IsControl(rune)) clean.Append(rune);
        }

        return clean.ToString().Trim();
    }
}
