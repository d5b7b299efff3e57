using Fairload.App.Imports.Sheets;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;

namespace Fairload.App.Caseload;

/// <summary>Reads a council's Annex A workbook of 2019 or 2024, or one of its lists as a text file.</summary>
public static class AnnexAReader
{
    private static readonly Dictionary<string, bool> NoFurtherAction = new()
    {
        ["nfa"] = true,
        ["no further action"] = true,
        ["fa"] = false,
        ["further action"] = false,
        ["u"] = false,
    };

    /// <summary>Refuses the file only when none of the lists 3 to 9 can be read; any other fault is listed with its row.</summary>
    /// <param name="asOf">The day the file tells about.</param>
    public static Result<CaseRead> Read(IOpenedBook book, DateOnly asOf) => SheetTrouble.Guard(book.FileName, () => ReadLists(book, asOf));

    private static Result<CaseRead> ReadLists(IOpenedBook book, DateOnly asOf)
    {
        var problems = new List<RowProblem>();
        var counts = new Dictionary<string, int>();
        var lists = new Dictionary<int, IReadOnlyList<AnnexARow>>();
        var intake = new Dictionary<(IntakeKind Kind, DateOnly On), int>();
        var sheets = Sheets(book, problems);
        if (sheets.Count == 0)
            return new Problem("file", $"{book.FileName} has no sheet called List 1 to List 11. Its sheets are: {Names(book)}.");

        foreach (var read in SideBySide.Each(sheets, s => ReadList(s.List, s.Sheet)))
        {
            problems.AddRange(read.Problems);
            if (read.Count is { } count) counts[read.List.Name] = count;
            if (read.Rows is { } rows) lists[read.List.Number] = rows;
            foreach (var day in read.Came.CountBy(on => on))
                if (day.Key <= asOf) intake[(read.List.Intake!.Value, day.Key)] = day.Value;
        }

        if (lists.Count == 0)
        {
            return new Problem("file",
                $"None of the lists 3 to 9 in {book.FileName} has a column “Child Unique ID”, so there are no cases to read.");
        }

        foreach (var list in AnnexALists.All.Where(l => l.HoldsCases && !sheets.Exists(s => s.List == l)))
            problems.Add(new(list.Name, null, "", Severity.Warning, $"The file has no sheet for list {list.Number} ({list.Subject})."));

        var cases = AnnexAUnion.Of(lists, asOf);
        problems.AddRange(cases.Problems);
        return new CaseRead(counts, cases.Open, cases.Closed, problems) { Intake = intake };
    }

    private static ListRead ReadList(AnnexAList list, Sheet sheet)
    {
        var problems = new List<RowProblem>();
        var key = list.Columns[0].Name;
        if (SheetTable.Find(sheet, list.Columns, problems) is not { } table)
        {
            problems.Add(new(sheet.Name, null, key, Severity.Error,
                $"The list was not read: it has no column “{key}”. Its columns are: {SheetTable.HeadersSeen(sheet, list.Columns)}."));
            return new(list, null, null, [], problems);
        }

        if (list.HoldsCases)
        {
            var rows = table.Rows().Select(r => Row(list, r)).ToList();
            return new(list, rows.Count, rows, list.Intake is null ? [] : [.. rows.Select(r => r.Start).OfType<DateOnly>()], problems);
        }

        var days = table.Rows().Select(r => list.Intake is null ? null : r.Date(list.Start)).ToList();
        return new(list, days.Count, null, [.. days.OfType<DateOnly>()], problems);
    }

    /// <summary>One list as read. No count where it could not be read, no rows where it holds no cases.</summary>
    /// <param name="Came">The days on which something came to the door, one for each that came.</param>
    private sealed record ListRead(
        AnnexAList List, int? Count, IReadOnlyList<AnnexARow>? Rows, IReadOnlyList<DateOnly> Came, List<RowProblem> Problems);

    private static List<(AnnexAList List, Sheet Sheet)> Sheets(IOpenedBook book, List<RowProblem> problems)
    {
        var found = new List<(AnnexAList List, Sheet Sheet)>();
        foreach (var sheet in book.Sheets)
        {
            if (AnnexALists.ByName(sheet.Name) is not { } list) continue;
            var first = found.Find(f => f.List == list).Sheet;
            if (first is null)
            {
                found.Add((list, sheet));
                continue;
            }

            problems.Add(new(sheet.Name, null, "", Severity.Error,
                $"“{first.Name}” is list {list.Number} already. This sheet was not read."));
        }

        return found;
    }

    private static string Names(IOpenedBook book) =>
        string.Join(", ", book.Sheets.Take(15).Select(s => Written.Brief(s.Name))) + (book.Sheets.Count > 15 ? " …" : "");

    private static AnnexARow Row(AnnexAList list, TableRow row)
    {
        var dates = new Dictionary<string, DateOnly?>();
        DateOnly? Date(string key) => key.Length == 0 ? null : dates.TryGetValue(key, out var known) ? known : dates[key] = row.Date(key);

        var events = new Dictionary<CaseEventKind, DateOnly>();
        foreach (var (key, kind) in list.Events ?? [])
            if (Date(key) is { } day) events[kind] = day;

        return new AnnexARow(list.Number, row.SheetName, row.Number, row.Id(AnnexALists.Child))
        {
            Team = row.Text(AnnexALists.Team),
            Worker = row.Text(AnnexALists.Worker),
            Adviser = row.Text(AnnexALists.Adviser),
            Start = Date(list.Start),
            End = Date(list.End),
            EndReason = list.Reason.Length == 0 ? "" : row.Text(list.Reason),
            Refused = list.Number == 9 ? HasDied(row.Text("touch")) : list.Refused.Length == 0 ? null
                : row.YesNo(list.Refused, list.Number == 3 ? NoFurtherAction : null),
            Status = list.Number == 6 ? Status(row) : null,
            Events = events,
        };
    }

    private static bool HasDied(string inTouch) => Written.FoldHeader(inTouch).Split(' ').Any(w => w is "died" or "deceased" or "death");

    private static AnnexAStatus? Status(TableRow row)
    {
        var written = row.Text(AnnexALists.Status);
        if (written.Length == 0) return null;
        if (StatusOf(written) is { } status) return status;
        row.Warn(AnnexALists.Status, $"“{Written.Brief(written)}” is not a case status that we know.");
        return null;
    }

    /// <summary>By its letter where it stands alone, else by its words. Closed comes first ("Closed assessment"), then the first that
    /// applies.</summary>
    internal static AnnexAStatus? StatusOf(string written)
    {
        var bare = CodedValue.Bare(written);
        var words = Written.FoldHeader(bare).Split(' ');
        bool Has(params string[] any) => words.Any(any.Contains);

        return words switch
        {
            ["a"] => AnnexAStatus.LookedAfter,
            ["b"] => AnnexAStatus.ChildProtection,
            ["c"] => AnnexAStatus.ChildInNeed,
            ["d"] => AnnexAStatus.OpenAssessment,
            ["e"] => AnnexAStatus.Closed,
            _ when Has("closed", "closure", "leaver") => AnnexAStatus.Closed,
            _ when Has("cla", "lac", "looked", "clacp", "clacpp") => AnnexAStatus.LookedAfter,
            _ when Has("cp", "cpp", "protection") => AnnexAStatus.ChildProtection,
            _ when Has("cin", "need") => AnnexAStatus.ChildInNeed,
            _ when Has("assessment", "asmt", "assessments") => AnnexAStatus.OpenAssessment,
            _ => null,
        };
    }
}
