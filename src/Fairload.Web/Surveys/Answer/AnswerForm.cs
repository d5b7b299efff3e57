using Fairload.Core.Surveys.Rounds;

namespace Fairload.Web.Surveys.Answer;

/// <summary>
/// Everything that one page of the survey sends: the code, where one stands, and every answer so far. Nothing of it is kept on the server
/// between pages, so all of it comes along each time and is looked at anew.
/// </summary>
/// <param name="Step">The page that was shown.</param>
/// <param name="Go">The button that was pressed.</param>
/// <param name="Answers">By the code of the item.</param>
/// <param name="Background">By the code of the question.</param>
internal sealed record AnswerForm(
    string Code, string Nonce, string Step, string Go, IReadOnlyDictionary<string, string[]> Answers,
    IReadOnlyDictionary<string, string> Background)
{
    public const string AnswerField = "a.";
    public const string BackgroundField = "b.";

    public static AnswerForm Empty { get; } = new(
        "", "", Steps.Code, "", new Dictionary<string, string[]>(), new Dictionary<string, string>());

    /// <summary>The first number of the step that is a page of the questionnaire; 0 for the others.</summary>
    public int Page => int.TryParse(Step, out var page) ? page : 0;

    public static AnswerForm Read(IFormCollection form) => new(
        form["Code"].ToString(), form["Nonce"].ToString(), form["Step"].ToString(), form["Go"].ToString(),
        Fields(form, AnswerField).ToDictionary(f => f.Key, f => f.Value),
        Fields(form, BackgroundField).ToDictionary(f => f.Key, f => f.Value[0]));

    public IReadOnlyList<string> Given(string item) => Answers.GetValueOrDefault(item) ?? [];

    public string Said(string question) => Background.GetValueOrDefault(question) ?? "";

    private static IEnumerable<KeyValuePair<string, string[]>> Fields(IFormCollection form, string prefix) =>
        form.Where(f => f.Key.StartsWith(prefix, StringComparison.Ordinal) && f.Value.Count > 0)
            .Select(f => KeyValuePair.Create(f.Key[prefix.Length..], f.Value.Select(v => v ?? "").ToArray()));
}

/// <summary>The pages of a survey beside those with its questions.</summary>
internal static class Steps
{
    public const string Code = "code";
    public const string Promise = "promise";
    public const string About = "about";
    public const string Check = "check";
    public const string Sent = "sent";

    /// <summary>The one after this, after what was answered so far.</summary>
    public static string After(string step, Core.Surveys.Questionnaire asked, IReadOnlyDictionary<string, string[]> given) => step switch
    {
        Code => Promise,
        About => Check,
        _ => AnswerPages.After(asked, Number(step), given) is { } page ? Written(page) : About,
    };

    /// <summary>The one before.</summary>
    public static string Before(string step, Core.Surveys.Questionnaire asked, IReadOnlyDictionary<string, string[]> given) => step switch
    {
        Check => About,
        About => AnswerPages.Before(asked, int.MaxValue, given) is { } last ? Written(last) : Promise,
        _ => AnswerPages.Before(asked, Number(step), given) is { } page ? Written(page) : Promise,
    };

    public static string Written(AnswerPage page) => page.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static int Number(string step) => int.TryParse(step, out var number) ? number : 0;
}
