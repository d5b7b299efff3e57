using System.Globalization;

namespace Fairload.Core.Surveys.Forms;

/// <summary>A list of answers of a form.</summary>
/// <param name="Scale">Code of the scale that the list is; null for a list without an order.</param>
/// <param name="Values">The number that stands for each answer, by its name in the form.</param>
internal sealed record FormList(
    string Name, string? Scale, IReadOnlyList<AnswerOption> Options, Wording? NotApplicable, IReadOnlyDictionary<string, int> Values);

/// <summary>Reads the lists of answers of a form.</summary>
internal static class FormChoices
{
    private static readonly HashSet<string> Known =
        ["list_name", "name", "value", "label", "label::en", "label::cy", "fairload::scale", "fairload::not_applicable"];

    /// <summary>In the order in which they begin.</summary>
    public static IReadOnlyList<FormList> Read(FormTable choices, List<FormLoss> losses, List<Problem> problems)
    {
        var lines = choices.Lines.Where(l => l["list_name"].Length > 0).ToList();
        foreach (var line in choices.Lines.Except(lines))
            losses.Add(line.Lost("list_name", $"The row names no list, so no question uses it."));
        losses.AddRange(lines.SelectMany(l => l.Left(Known)).GroupBy(l => l.Column).Select(g => g.First() with { Row = null }));
        return [.. lines.GroupBy(l => l["list_name"].Trim()).Select(g => List(g.Key, [.. g], losses, problems))];
    }

    public static string NameOf(FormLine line) => (line.Or("name") ?? line["value"]).Trim();

    private static FormList List(string name, List<FormLine> lines, List<FormLoss> losses, List<Problem> problems)
    {
        foreach (var twice in lines.GroupBy(NameOf).Where(g => g.Key.Length > 0 && g.Count() > 1))
        {
            var (first, second) = (twice.First().Number, twice.ElementAt(1).Number);
            problems.Add(new("Form", $"In the list {name} the answers of rows {first} and {second} have one name; give each its own"));
        }

        var scale = lines.Select(l => l.Or("fairload::scale")).FirstOrDefault(s => s is not null);
        var without = scale is null ? null : lines.FirstOrDefault(l => FormColumns.IsYes(l["fairload::not_applicable"]));
        var chosen = lines.Where(l => l != without).ToList();
        var values = Values(name, chosen, losses);
        var options = new List<AnswerOption>();
        foreach (var line in chosen) options.Add(new(values[NameOf(line)], Said(line, losses, problems)));
        return new(name, scale, options, without is null ? null : Said(without, losses, problems), values);
    }

    private static Wording Said(FormLine line, List<FormLoss> losses, List<Problem> problems)
    {
        if (line.Says("label", losses) is not { } says)
        {
            problems.Add(new("Form", $"In the sheet {line.Sheet}, row {line.Number} has no label; say the answer there"));
            return new("", "");
        }

        problems.AddRange(FormText.Faults(says, line));
        return says;
    }

    /// <summary>Whole numbers as they are; other names are numbered in their order.</summary>
    private static Dictionary<string, int> Values(string list, List<FormLine> lines, List<FormLoss> losses)
    {
        var names = lines.Select(NameOf).Distinct().ToList();
        var numbers = names.ConvertAll(Whole);
        if (numbers.TrueForAll(n => n is not null)) return names.Zip(numbers).ToDictionary(n => n.First, n => n.Second!.Value);

        losses.Add(lines[0].Lost("name", $"Answers are kept as numbers: those of {list} are {Numbered(names)}."));
        return names.Index().ToDictionary(n => n.Item, n => n.Index + 1);
    }

    private static string Numbered(List<string> names) => string.Join(", ", names.Select((n, at) => $"{at + 1} for {n}"));

    private static int? Whole(string name) =>
        int.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n)
        && n.ToString(CultureInfo.InvariantCulture) == name ? n : null;
}

/// <summary>What a text of a form may hold.</summary>
internal static class FormText
{
    /// <summary>An earlier answer put into a text would say it on the page of whoever looks.</summary>
    public static IEnumerable<Problem> Faults(Wording says, FormLine line)
    {
        if (HoldsAnswer(says))
        {
            yield return new("Form",
                $"In the sheet {line.Sheet}, row {line.Number}: an earlier answer is put into the text with ${{…}}, which is not done here. Take it out");
        }
    }

    public static bool HoldsAnswer(Wording says) => HoldsAnswer(says.En) || HoldsAnswer(says.Cy);

    private static bool HoldsAnswer(string text) =>
        text.IndexOf("${", StringComparison.Ordinal) is >= 0 and var at && text.IndexOf('}', at) > at;
}
