using Fairload.App.Imports.Sheets;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;

namespace Fairload.App.Caseload;

/// <summary>One row of a sheet of supplements, as written. Of each text null leaves what is held as it is, and empty clears it.</summary>
/// <param name="Must">Null leaves it as it is.</param>
public sealed record SupplementRow(int Row, string Reference, IReadOnlyDictionary<string, string?> Texts, bool? Must)
{
    public string? Text(string key) => Texts.GetValueOrDefault(key);

    public DateOnly? Hearing { get; init; }

    /// <summary>In hundredths; null for not written.</summary>
    public decimal? Share { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public bool ConflictIsOver { get; init; }
}

public sealed record SupplementRead(
    string Sheet, IReadOnlyDictionary<string, int> Read, IReadOnlyList<SupplementRow> Rows, IReadOnlyList<RowProblem> Problems);

/// <summary>Reads a sheet of what no extract tells of cases: one row a case, and further rows for further co-workers or
/// conflicts.</summary>
public static class SupplementSheetReader
{
    internal static IReadOnlyList<SheetColumn> Columns { get; } =
    [
        new("reference", ["Case reference", "Case", "Reference", "Case number", "Case ID"], IsKey: true),
        new("family", ["Family group", "Family", "Household"], IsQuiet: true),
        new("language", ["Language"], IsQuiet: true),
        new("must", ["Language must", "Must"], IsQuiet: true),
        new("wish", ["Wish", "Their wish"], IsQuiet: true),
        new("about", ["Wish about", "Wish about staff number"], IsQuiet: true),
        new("area", ["Area", "Locality"], IsQuiet: true),
        new("court", ["Court", "Proceedings"], IsQuiet: true),
        new("hearing", ["Next hearing", "Hearing"], IsQuiet: true),
        new("travel", ["Travel", "Travel band"], IsQuiet: true),
        new("label", ["Label"], IsQuiet: true),
        new("coworker", ["Co-worker", "Co-worker staff number", "Second worker"], IsQuiet: true),
        new("share", ["Co-worker share", "Share", "Share %"], IsQuiet: true),
        new("from", ["Co-worker from", "From"], IsQuiet: true),
        new("to", ["Co-worker to", "To"], IsQuiet: true),
        new("conflict", ["Conflict with", "Conflict with staff number"], IsQuiet: true),
        new("reason", ["Kind of conflict", "Conflict"], IsQuiet: true),
        new("over", ["Conflict is over", "Conflict over"], IsQuiet: true),
    ];

    private static readonly string[] Texts =
        ["family", "language", "wish", "about", "area", "court", "hearing", "travel", "label", "coworker", "conflict", "reason"];

    public static Result<SupplementRead> Read(IOpenedBook book) => SheetTrouble.Guard(book.FileName, () => ReadBook(book));

    private static Result<SupplementRead> ReadBook(IOpenedBook book)
    {
        var problems = new List<RowProblem>();
        if (book.Sheets.Select(s => SheetTable.Find(s, Columns, problems)).FirstOrDefault(t => t is not null) is not { } table)
        {
            var seen = SheetTable.HeadersSeen(book.Sheets[0], Columns);
            return new Problem("file",
                $"{book.FileName} needs the column “Case reference”. The columns of {book.Sheets[0].Name} are: {seen}.");
        }

        if (Columns.All(c => c.IsKey || !table.Has(c.Key)))
            return new Problem("file", $"{book.FileName} has no column of the supplement beside the reference, so it says nothing. Take the template.");

        var (rows, count) = (new List<SupplementRow>(), 0);
        foreach (var row in table.Rows())
        {
            count++;
            if (Row(row) is { } read) rows.Add(read);
        }

        return new SupplementRead(table.Sheet.Name, new Dictionary<string, int> { [table.Sheet.Name] = count }, rows, problems);
    }

    /// <summary>A row in which anything can not be read is left out whole.</summary>
    private static SupplementRow? Row(TableRow row)
    {
        var reference = row.Id("reference");
        if (reference.Length == 0)
        {
            row.Error("reference", $"There is no case reference. The row was left out.");
            return null;
        }

        var hearing = IsNone(row.Text("hearing")) ? null : Day(row, "hearing");
        var (from, to, share) = (Day(row, "from"), Day(row, "to"), row.Hundredths("share"));
        bool?[] answers = [Answer(row, "must"), Answer(row, "over")];
        var isWrong = (row.Text("hearing").Length > 0 && !IsNone(row.Text("hearing")) && hearing is null)
            || (row.Text("from").Length > 0 && from is null) || (row.Text("to").Length > 0 && to is null)
            || (row.Text("share").Length > 0 && share is null)
            || (row.Text("must").Length > 0 && answers[0] is null) || (row.Text("over").Length > 0 && answers[1] is null);
        if (isWrong)
        {
            row.Error("", $"The row of case {reference} was left out: something in it can not be read.");
            return null;
        }

        return new(row.Number, reference, Texts.ToDictionary(t => t, t => Text(row, t)), answers[0])
        {
            Hearing = hearing,
            Share = share,
            From = from,
            To = to,
            ConflictIsOver = answers[1] == true,
        };
    }

    private static DateOnly? Day(TableRow row, string key) => row.Text(key).Length == 0 ? null : row.Date(key);

    private static bool? Answer(TableRow row, string key) => row.Text(key).Length == 0 ? null : row.YesNo(key);

    private static string? Text(TableRow row, string key)
    {
        var text = row.Id(key);
        return text.Length == 0 ? null : IsNone(text) ? "" : text;
    }

    /// <summary>The word that clears, in either language.</summary>
    internal static bool IsNone(string text) => Written.Fold(text) is PracticeWords.None or "dim" or "clear";
}

/// <summary>The words that such a sheet uses beside the council's lists, in English and Welsh.</summary>
internal static class SupplementSheetWords
{
    public static OwnWish? Wish(string written) => Written.FoldHeader(written) switch
    {
        "keep" or "same worker" or "cadw" => OwnWish.Keep,
        "change" or "other worker" or "another worker" or "newid" => OwnWish.Change,
        "" => OwnWish.NotStated,
        _ => null,
    };

    public static ConflictReason? Reason(string written) => Written.FoldHeader(written) switch
    {
        "related" or "same family" or "of the same family" or "perthynas" => ConflictReason.Related,
        "known privately" or "friends" or "neighbours" or "adnabod" => ConflictReason.KnownPrivately,
        "other work" or "arall gwaith" or "gwaith arall" => ConflictReason.OtherWork,
        "dispute" or "complaint" or "anghydfod" => ConflictReason.Dispute,
        "other" or "arall" => ConflictReason.Other,
        _ => null,
    };
}
