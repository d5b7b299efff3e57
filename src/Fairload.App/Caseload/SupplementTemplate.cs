using Fairload.App.Imports;
using Fairload.Core.Workforce;

namespace Fairload.App.Caseload;

/// <summary>What the notes of the template of supplements say, with the council's own lists.</summary>
internal static class SupplementTemplate
{
    private const string Sheet = "Supplement";

    public static IReadOnlyList<TemplateNote> Notes(PracticeWords words) =>
    [
        new(Sheet, "Case reference", "Needed. As the case system writes it. An empty cell in a row leaves what is held as it is; the word none clears it.", "R-20417"),
        new(Sheet, "Family group", "A mark that the cases of one family or household share. Never a name.", "F-204"),
        new(Sheet, "Language", $"One of the list: {Listed(words.Languages)}.", "Somali"),
        new(Sheet, "Language must", "Yes where nobody who does not speak it may hold the case; no where it is a wish.", "No"),
        new(Sheet, "Wish", "Keep, change or none: what the person or family has said about their worker.", "Keep"),
        new(Sheet, "Wish about", "Staff number of the worker of whom the wish speaks: somebody who holds the case or has held it.", "10042"),
        new(Sheet, "Area", "The council's own short label, such as a postcode district. No address.", "KT3"),
        new(Sheet, "Court", $"No, or one of the list: {Listed(words.Proceedings)}. None lets the case system say it.", "No"),
        new(Sheet, "Next hearing", "Day before month.", "03/12/2026"),
        new(Sheet, "Travel", $"One of the list: {Listed(words.Travel)}. None where it is not known.", "Up to 30 minutes"),
        new(Sheet, "Label", $"One of the list: {Listed(words.Labels)}.", ""),
        new(Sheet, "Co-worker", "Staff number of somebody who works on it beside the holder. A row each where there are several; none ends all.", "10051"),
        new(Sheet, "Co-worker share", "Which part of the effort, in per cent. The holder has the rest.", "20%"),
        new(Sheet, "Co-worker from", "Blank for today.", "05/10/2026"),
        new(Sheet, "Co-worker to", "Only where they are no co-worker any more: the first day without.", ""),
        new(Sheet, "Conflict with", "Staff number of somebody who must not be offered the case. A row each where there are several; none ends all.", ""),
        new(Sheet, "Kind of conflict", "Related, known privately, other work, dispute or other. Never more than that.", ""),
        new(Sheet, "Conflict is over", "Yes where it is none any more.", ""),
    ];

    private static string Listed(IEnumerable<ListedWord> list) => string.Join(", ", list.Select(w => w.Name));
}
