using Fairload.App.Imports.Sheets;
using Fairload.Core.Actions;
using Fairload.Core.Imports;

namespace Fairload.App.Actions;

/// <summary>One row of a sheet of actions, as far as the sheet alone tells.</summary>
internal sealed record ActionRow(
    string Sheet, int Row, string What, string Why, string Owner, string OwnerRole, DateOnly Due, SourceKind Source,
    string SourceReference, string SourceWords, string Unit, string Measure, Direction? Direction);

internal sealed record ActionRead(
    IReadOnlyDictionary<string, int> Read, IReadOnlyList<ActionRow> Actions, IReadOnlyList<RowProblem> Problems);

/// <summary>Reads a list of actions: one row each, with an owner and a day.</summary>
internal static class ActionSheetReader
{
    private static readonly IReadOnlyList<SheetColumn> Columns =
    [
        new("what", ["Action", "What", "Recommendation", "What will be done"], IsKey: true),
        new("owner", ["Owner", "Lead", "Lead officer", "Responsible", "Who"], IsKey: true),
        new("due", ["Due", "Due date", "By when", "Deadline"], IsKey: true),
        new("why", ["Why", "Reason", "Purpose"], IsQuiet: true),
        new("role", ["Owner's role", "Role"], IsQuiet: true),
        new("source", ["Source", "Comes from"], IsQuiet: true),
        new("reference", ["Source reference", "Reference"], IsQuiet: true),
        new("words", ["Source words", "Finding"], IsQuiet: true),
        new("unit", ["Unit", "Team", "Service"], IsQuiet: true),
        new("measure", ["Measure", "Indicator"], IsQuiet: true),
        new("direction", ["Direction", "Up or down"], IsQuiet: true),
    ];

    public static Result<ActionRead> Read(IOpenedBook book) => SheetTrouble.Guard(book.FileName, () => ReadBook(book));

    private static Result<ActionRead> ReadBook(IOpenedBook book)
    {
        var problems = new List<RowProblem>();
        if (book.Sheets.Select(s => SheetTable.Find(s, Columns, problems)).FirstOrDefault(t => t is not null) is not { } table)
        {
            var seen = SheetTable.HeadersSeen(book.Sheets[0], Columns);
            return new Problem("file",
                $"{book.FileName} needs “Action”, “Owner” and “Due”. The columns of {book.Sheets[0].Name} are: {seen}.");
        }

        var (actions, count) = (new List<ActionRow>(), 0);
        foreach (var row in table.Rows())
        {
            count++;
            if (Row(row) is { } action) actions.Add(action);
        }

        return new ActionRead(new Dictionary<string, int> { [table.Sheet.Name] = count }, actions, problems);
    }

    private static ActionRow? Row(TableRow row)
    {
        if (row.Text("what").Length == 0) return LeftOut(() => row.Error("what", $"Nothing is said to be done. The row was left out."));
        if (row.Text("owner").Length == 0)
            return LeftOut(() => row.Error("owner", $"Nobody answers for it. What belongs to nobody is not kept, so the row was left out."));
        if (row.Date("due") is not { } due)
            return LeftOut(() => row.Error("due", $"There is no day by which it is due. The row was left out."));
        if (Source(row.Text("source")) is not { } source)
        {
            return LeftOut(() =>
                row.Error("source", $"“{Written.Brief(row.Text("source"))}” is no source of the list. The row was left out."));
        }

        return new(
            row.SheetName, row.Number, row.Text("what"), row.Text("why"), row.Text("owner"), row.Text("role"), due, source,
            row.Text("reference"), row.Text("words"), row.Text("unit"), row.Text("measure"), Towards(row.Text("direction")));
    }

    private static ActionRow? LeftOut(Action say)
    {
        say();
        return null;
    }

    /// <summary>Blank counts as other, which says in words where it comes from.</summary>
    private static SourceKind? Source(string written)
    {
        var folded = Written.FoldHeader(written).Replace(" ", "", StringComparison.Ordinal);
        if (folded.Length == 0) return SourceKind.Other;
        return Enum.GetValues<SourceKind>().Where(k => k != SourceKind.Resolution)
            .Select(k => (SourceKind?)k).FirstOrDefault(k => $"{k}".Equals(folded, StringComparison.OrdinalIgnoreCase));
    }

    private static Direction? Towards(string written) => Written.FoldHeader(written) switch
    {
        "up" or "more" or "i fyny" => Direction.Up,
        "down" or "less" or "i lawr" => Direction.Down,
        _ => null,
    };
}
