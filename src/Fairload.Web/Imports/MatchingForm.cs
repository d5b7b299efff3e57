using Fairload.App.Caseload;
using Fairload.App.Imports;
using Fairload.Core.Caseload;

namespace Fairload.Web.Imports;

/// <summary>The matching of a sheet as a form holds it: two lists of pairs, side by side.</summary>
internal sealed class MatchingForm
{
    private const int BlankWords = 3;

    public string? Name { get; set; }
    public string? Sheet { get; set; }

    /// <summary>The service of all cases; empty where the sheet or the kind of case says it.</summary>
    public string? Area { get; set; }
    public List<string?> Headers { get; set; } = [];

    /// <summary>Beside each header our field; empty for a column that is not read.</summary>
    public List<string?> Fields { get; set; } = [];
    public List<string?> Words { get; set; } = [];

    /// <summary>Beside each word the code of a case type; empty for none yet.</summary>
    public List<string?> Types { get; set; } = [];

    public static MatchingForm Of(MatchingSample sample) => new()
    {
        Sheet = sample.Guess.Sheet,
        Area = sample.Guess.Area?.ToString(),
        Headers = [.. sample.Headers],
        Fields = [.. sample.Headers.Select(h => sample.Guess.Columns.FirstOrDefault(c => c.Value == h).Key ?? "")],
        Words = [.. sample.UnknownTypes, .. Enumerable.Repeat("", BlankWords)],
        Types = [.. Enumerable.Repeat("", sample.UnknownTypes.Count + BlankWords)],
    };

    public static MatchingForm Of(CaseMatching saved) => new()
    {
        Name = saved.Name,
        Sheet = saved.Sheet,
        Area = saved.Area?.ToString(),
        Headers = [.. saved.Columns.Values],
        Fields = [.. saved.Columns.Keys],
        Words = [.. saved.Types.Keys, .. Enumerable.Repeat("", BlankWords)],
        Types = [.. saved.Types.Values, .. Enumerable.Repeat("", BlankWords)],
    };

    /// <summary>A field for two columns or a word without a type is a mistake; a word or column left alone is not.</summary>
    public Result<CaseMatching> Read(Catalogue T)
    {
        var problems = new List<Problem>();
        var columns = new Dictionary<string, string>();
        foreach (var (header, field) in Headers.Zip(Fields).Where(pair => pair is { First.Length: > 0, Second.Length: > 0 }))
        {
            if (!CaseMatching.Fields.Contains(field!)) problems.Add(new("", $"Choose what the column {header} holds"));
            else if (!columns.TryAdd(field!, header!)) problems.Add(new("", $"Both {columns[field!]} and {header} are chosen as {FieldWords.Of(T, field!)}. Choose one of them"));
        }

        var types = new Dictionary<string, string>();
        foreach (var (word, code) in Words.Zip(Types).Where(pair => pair is { First.Length: > 0, Second.Length: > 0 }))
            types[word!] = code!;
        Area? area = Enum.TryParse<Area>(Area, out var one) ? one : null;
        return problems.Count > 0 ? problems : new CaseMatching(Name?.Trim() ?? "", columns, types, area, Sheet ?? "");
    }
}
