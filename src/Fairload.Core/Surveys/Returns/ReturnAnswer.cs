using System.Globalization;

namespace Fairload.Core.Surveys.Returns;

/// <summary>What the employer said to one item of the return.</summary>
/// <param name="Item">Its code.</param>
/// <param name="Value">On the scale of the item; null where nothing was chosen, where it is not known, and for words. It is never taken for
/// the lowest.</param>
/// <param name="IsNotKnown">The employer says that it does not know.</param>
/// <param name="Text">What shows it, or what is missing; empty for none.</param>
public sealed record ReturnAnswer(string Item, int? Value, bool IsNotKnown, string Text)
{
    /// <summary>In characters.</summary>
    public const int MostText = 2000;

    /// <summary>What a form sends for a scale's "not known".</summary>
    public const string NotKnown = Ballot.NotApplicable;

    /// <summary>The items of a section that a return asks: statements, and what shows them in words.</summary>
    public static IEnumerable<SurveyItem> Asked(SurveySection section) =>
        section.Items.Where(i => i.Kind is ItemKind.Scale or ItemKind.Text);

    /// <summary>From what was sent of a section. What was left out is in no answer, and everything that is wrong is told at once.</summary>
    /// <param name="given">By the code of the item.</param>
    public static Result<IReadOnlyList<ReturnAnswer>> Read(
        Questionnaire asked, SurveySection section, IReadOnlyDictionary<string, string> given)
    {
        var (answers, problems) = (new List<ReturnAnswer>(), new List<Problem>());
        foreach (var item in Asked(section))
        {
            var said = given.GetValueOrDefault(item.Code, "").Trim();
            if (said.Length == 0) continue;
            if (item.Kind == ItemKind.Scale) Choose(asked.ScaleOf(item), item.Code, said);
            else if (said.Length > MostText)
                problems.Add(new(item.Code, $"This text has {said.Length} characters; shorten it to {MostText} or fewer. Nothing was saved yet"));
            else answers.Add(new(item.Code, null, false, said));
        }

        if (problems.Count > 0) return problems;
        return answers;

        void Choose(Scale scale, string code, string said)
        {
            if (said == NotKnown && scale.NotApplicable is not null) answers.Add(new(code, null, true, ""));
            else if (int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && scale.Has(value))
                answers.Add(new(code, value, false, ""));
            else problems.Add(new(code, $"Choose one of the answers shown, or none. Nothing was saved yet"));
        }
    }
}
