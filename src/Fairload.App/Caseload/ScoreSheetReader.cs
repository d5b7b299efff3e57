using Fairload.App.Imports.Sheets;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;

namespace Fairload.App.Caseload;

/// <param name="Factors">Six, in the set's order, each 1 to 3 or null for not given.</param>
/// <param name="ScoredBy">Name or staff number; empty when the sheet does not say.</param>
public sealed record ScoreRow(int Row, string Reference, ScoreBy By, IReadOnlyList<int?> Factors, DateOnly ScoredOn, string ScoredBy);

public sealed record ScoreRead(IReadOnlyDictionary<string, int> Read, IReadOnlyList<ScoreRow> Scores, IReadOnlyList<RowProblem> Problems);

/// <summary>Reads a sheet of complexity scores: one row a case and scorer, six columns of factors.</summary>
public static class ScoreSheetReader
{
    /// <summary>Headers that are no factors; the first of each is the template's.</summary>
    internal static IReadOnlyList<SheetColumn> Fixed { get; } =
    [
        new("reference",
            ["Case reference", "Reference", "Case", "Case ID", "Case number", "Child Unique ID", "Child ID", "Person ID", "Client ID",
            "LA_Person_Unique_Identifier"], IsKey: true),
        new("by", ["Scored by", "Score by", "View", "Whose score", "Score type", "Scored as"], IsKey: true),
        new("scorer", ["Scorer", "Scorer name", "Name of scorer", "Given by", "Entered by", "Worker name"]),
        new("on", ["Scored on", "Date scored", "Score date", "Date of score", "Date"], IsKey: true),
    ];

    /// <param name="factorNames">The names of each factor set in its order; "Factor 1" to "Factor 6" are understood beside them.</param>
    public static Result<ScoreRead> Read(IOpenedBook book, params IReadOnlyList<IReadOnlyList<string>> factorNames)
    {
        if (factorNames.Any(set => set.Count != 6)) throw new ArgumentException("A factor set has six factors.", nameof(factorNames));
        return SheetTrouble.Guard(book.FileName, () => ReadBook(book, factorNames));
    }

    private static Result<ScoreRead> ReadBook(IOpenedBook book, IReadOnlyList<IReadOnlyList<string>> factorNames)
    {
        List<SheetColumn> columns = [.. Fixed, .. Enumerable.Range(0, 6).Select(i => new SheetColumn($"f{i}", Headers(i, factorNames)))];
        var problems = new List<RowProblem>();
        var table = book.Sheets.Select(s => SheetTable.Find(s, columns, problems)).FirstOrDefault(t => t is not null);
        if (table is null || !Enumerable.Range(0, 6).Any(i => table.Has($"f{i}")))
        {
            var sheet = table?.Sheet ?? book.Sheets[0];
            var seen = SheetTable.HeadersSeen(sheet, columns);
            return new Problem("file",
                $"{book.FileName} needs “Case reference”, “Scored by”, “Scored on” and factors. The columns of {sheet.Name} are: {seen}.");
        }

        var scores = new List<ScoreRow>();
        var count = 0;
        foreach (var row in table.Rows())
        {
            count++;
            if (Row(row) is { } score) scores.Add(score);
        }

        return new ScoreRead(new Dictionary<string, int> { [table.Sheet.Name] = count }, scores, problems);
    }

    private static IReadOnlyList<string> Headers(int factor, IReadOnlyList<IReadOnlyList<string>> factorNames) =>
    [
        .. factorNames.SelectMany(set => new[] { set[factor], $"{factor + 1}. {set[factor]}" }).Append($"Factor {factor + 1}")
            .Append($"F{factor + 1}").Distinct(),
    ];

    private static ScoreRow? Row(TableRow row)
    {
        var reference = row.Id("reference");
        if (reference.Length == 0)
        {
            row.Error("reference", $"There is no case reference. The row was left out.");
            return null;
        }

        if (By(row.Text("by")) is not { } by)
        {
            row.Error("by", $"“{Written.Brief(row.Text("by"))}” is not practitioner, supervisor or agreed. The row was left out.");
            return null;
        }

        if (row.Date("on") is not { } on)
        {
            row.Error("on", $"There is no day of scoring. The row was left out.");
            return null;
        }

        var factors = Enumerable.Range(0, 6).Select(i => Factor(row, $"f{i}")).ToList();
        if (factors.TrueForAll(f => f is null))
        {
            row.Error("", $"No factor is scored. The row was left out.");
            return null;
        }

        return new(row.Number, reference, by, factors, on, row.Text("scorer"));
    }

    private static ScoreBy? By(string written) => Written.FoldHeader(written) switch
    {
        "practitioner" or "worker" or "social worker" or "allocated worker" or "practitioner score" or "p" => ScoreBy.Practitioner,
        "supervisor" or "manager" or "team manager" or "supervisor score" or "s" => ScoreBy.Supervisor,
        "agreed" or "agreed score" or "both" or "joint" or "agreed in supervision" or "final" or "a" => ScoreBy.Agreed,
        _ => null,
    };

    /// <summary>1 to 3, also with its word behind it: "2 - Medium".</summary>
    private static int? Factor(TableRow row, string key)
    {
        var text = row.Text(key);
        if (text.Length == 0 || text == "-") return null;
        if (text[0] is >= '1' and <= '3' && (text.Length == 1 || (!char.IsLetterOrDigit(text[1]) && text[1] is not ('.' or ','))))
            return text[0] - '0';
        row.Error(key, $"“{Written.Brief(text)}” is not 1, 2 or 3. The factor was read as not given.");
        return null;
    }
}
