namespace Fairload.Core.Surveys.Rounds;

/// <summary>
/// Whether questions that only some are asked would set those few apart. What people will answer is not known before, so each answer is
/// taken to be given as often as the others.
/// </summary>
public static class SkipLogic
{
    /// <summary>Codes of the items that fewer than the floor would be asked.</summary>
    /// <param name="answers">How many answer the questionnaire.</param>
    public static IReadOnlyList<string> Isolating(Questionnaire asked, int answers, int floor)
    {
        var (items, found) = (asked.Items.ToDictionary(i => i.Code), new List<string>());
        foreach (var item in asked.Items.Where(i => i.AskWhen is not null))
            if (answers * Share(item) < floor) found.Add(item.Code);

        return found;

        decimal Share(SurveyItem item)
        {
            if (item.AskWhen is not { } when) return 1;
            var before = items[when.Item];
            var options = before.Kind == ItemKind.Scale ? asked.ScaleOf(before).Options.Count : before.Options!.Count;
            return Share(before) * when.Is.Distinct().Count() / options;
        }
    }
}
