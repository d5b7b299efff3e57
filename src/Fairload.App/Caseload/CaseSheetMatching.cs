using System.Text.Json;
using System.Text.Json.Serialization;
using Fairload.App.Imports.Sheets;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;

namespace Fairload.App.Caseload;

/// <summary>How the columns and words of one council's case sheet are to be read. Saved under a name and used for every later
/// sheet.</summary>
/// <param name="Columns">Our field → the sheet's header: reference, type, area, start, end, reason, team, worker, allocated, coworkers,
/// family, travel,
/// court, and <c>event:</c> with the name of a <see cref="CaseEventKind"/>.</param>
/// <param name="Types">The sheet's word for a kind of case → our code. Comes before the words that ship.</param>
/// <param name="Area">The service that all cases of the sheet belong to; null where the kind of case, or a column, says it.</param>
/// <param name="Sheet">The name of the sheet; empty for the first that fits.</param>
public sealed record CaseMatching(string Name, IReadOnlyDictionary<string, string> Columns, IReadOnlyDictionary<string, string> Types,
    Area? Area = null, string Sheet = "")
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    /// <summary>The fields that a matching may name, in the order in which a page shows them.</summary>
    public static IReadOnlyList<string> Fields { get; } = [.. CaseSheetWords.Columns.Select(c => c.Key)];

    /// <summary>What the usual headers tell: the fields found, and nothing for the others.</summary>
    public static CaseMatching Guess(IReadOnlyList<string> headers)
    {
        var columns = new Dictionary<string, string>();
        foreach (var column in CaseSheetWords.Columns)
        {
            if (headers.FirstOrDefault(h => column.IsNamed(Written.FoldHeader(h))) is { } header && !columns.ContainsValue(header))
                columns[column.Key] = header;
        }

        var isChildren = columns.TryGetValue("reference", out var key)
            && Written.FoldHeader(key).Contains("child", StringComparison.Ordinal);
        return new("", columns, new Dictionary<string, string>(), isChildren ? Core.Caseload.Area.Children : null);
    }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Refuses text that is no matching, a field that there is not, and a kind of case without a code.</summary>
    public static Result<CaseMatching> FromJson(string json)
    {
        CaseMatching? read;
        try
        {
            read = JsonSerializer.Deserialize<CaseMatching>(json, Json);
        }
        catch (JsonException)
        {
            return new Problem("matching", $"This is not a saved matching. Match the columns again.");
        }

        if (read?.Columns is null) return new Problem("matching", $"This is not a saved matching. Match the columns again.");
        read = read with { Name = read.Name ?? "", Types = read.Types ?? new Dictionary<string, string>(), Sheet = read.Sheet ?? "" };

        var problems = read.Columns.Keys.Where(k => !Fields.Contains(k))
            .Select(k => new Problem("matching", $"There is no field “{k}”.")).ToList();
        problems.AddRange(read.Types.Where(t => string.IsNullOrWhiteSpace(t.Value))
            .Select(t => new Problem("matching", $"The word “{t.Key}” has no case type.")));
        return problems.Count > 0 ? problems : read;
    }

    /// <summary>The columns to look for: those of the matching where it names them, the usual ones where there is no matching.</summary>
    internal IReadOnlyList<SheetColumn> Wanted() =>
        [.. CaseSheetWords.Columns.Where(c => c.IsKey || Columns.ContainsKey(c.Key))
            .Select(c => Columns.TryGetValue(c.Key, out var header) ? c with { Names = [header] } : c)];
}
