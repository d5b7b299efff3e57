using Fairload.App.Imports.Sheets;
using Fairload.Core.Imports;
using Fairload.Core.Supervision.Sessions;

namespace Fairload.App.Supervision.Sessions;

/// <summary>One row of a supervision log.</summary>
/// <param name="Held">What came of it; null unless it was held.</param>
/// <param name="By">With <paramref name="Because"/> where it was cancelled, and only then.</param>
public sealed record SupervisionRow(
    int Row, string StaffNumber, string Supervisor, SessionPlan Plan, SessionHeld? Held, CancelledBy? By, CancelledBecause? Because);

public sealed record SupervisionRead(
    string Sheet, IReadOnlyDictionary<string, int> Read, IReadOnlyList<SupervisionRow> Rows, IReadOnlyList<RowProblem> Problems);

/// <summary>Reads a log of supervision: one row a session and worker.</summary>
public static class SupervisionSheetReader
{
    internal static IReadOnlyList<SheetColumn> Columns { get; } =
    [
        new("number", ["Staff number", "Staff no", "Employee number", "Payroll number", "Worker number"], IsKey: true),
        new("planned", ["Planned for", "Date", "Session date", "Supervision date", "Planned date"], IsKey: true),
        new("outcome", ["Outcome", "State", "Status", "Held or cancelled"], IsKey: true),
        new("held", ["Held on", "Date held"], IsQuiet: true),
        new("minutes", ["Minutes", "Length", "Length in minutes", "Duration"]),
        new("kind", ["Kind", "Type", "Type of supervision"]),
        new("case", ["Case minutes", "Minutes about cases"], IsQuiet: true),
        new("reflective", ["Reflective minutes", "Minutes of reflection"], IsQuiet: true),
        new("interrupted", ["Interrupted"], IsQuiet: true),
        new("by", ["Cancelled by", "Who cancelled"]),
        new("because", ["Why cancelled", "Reason", "Reason cancelled"]),
        new("supervisor", ["Supervisor's staff number", "Supervisor staff number", "Supervisor number"], IsQuiet: true),
        new("place", ["Place", "Where", "Room"], IsQuiet: true),
    ];

    public static Result<SupervisionRead> Read(IOpenedBook book) => SheetTrouble.Guard(book.FileName, () => ReadBook(book));

    private static Result<SupervisionRead> ReadBook(IOpenedBook book)
    {
        var problems = new List<RowProblem>();
        if (book.Sheets.Select(s => SheetTable.Find(s, Columns, problems)).FirstOrDefault(t => t is not null) is not { } table)
        {
            var seen = SheetTable.HeadersSeen(book.Sheets[0], Columns);
            return new Problem("file",
                $"{book.FileName} needs the columns “Staff number”, “Planned for” and “Outcome”. The columns of {book.Sheets[0].Name} are: {seen}.");
        }

        var (rows, count) = (new List<SupervisionRow>(), 0);
        foreach (var row in table.Rows())
        {
            count++;
            if (Row(row) is { } read) rows.Add(read);
        }

        return new SupervisionRead(table.Sheet.Name, new Dictionary<string, int> { [table.Sheet.Name] = count }, rows, problems);
    }

    private static SupervisionRow? Row(TableRow row)
    {
        var (number, planned, outcome) = (row.Id("number"), row.Date("planned"), LogWords.State(row.Text("outcome")));
        if (number.Length == 0) row.Error("number", $"There is no staff number. The row was left out.");
        else if (planned is null) row.Error("planned", $"There is no day for which it was planned. The row was left out.");
        else if (outcome is null)
            row.Error("outcome", $"“{Written.Brief(row.Text("outcome"))}” is not held, cancelled or planned. The row was left out.");
        if (number.Length == 0 || planned is not { } on || outcome is null) return null;

        var kind = LogWords.Kind(row.Text("kind"));
        if (kind is null && row.Text("kind").Length > 0)
            row.Warn("kind", $"“{Written.Brief(row.Text("kind"))}” is not case, reflective, mixed or group. It was read as not known.");
        var plan = new SessionPlan(on, null, row.Text("place"), kind);
        return outcome switch
        {
            SessionState.Held => Held(row, new(row.Number, number, row.Id("supervisor"), plan, null, null, null)),
            SessionState.Cancelled => Cancelled(row, new(row.Number, number, row.Id("supervisor"), plan, null, null, null)),
            _ => new(row.Number, number, row.Id("supervisor"), plan, null, null, null),
        };
    }

    private static SupervisionRow? Held(TableRow row, SupervisionRow read)
    {
        if (!Minutes(row, "minutes", out var minutes) || !Minutes(row, "case", out var cases)
            || !Minutes(row, "reflective", out var reflective))
        {
            return null;
        }

        return read with
        {
            Held = new(row.Date("held") ?? read.Plan.On, read.Plan.Kind, minutes, cases, reflective, row.YesNo("interrupted"), "", ""),
        };
    }

    private static SupervisionRow? Cancelled(TableRow row, SupervisionRow read)
    {
        var (by, because) = (LogWords.By(row.Text("by")), LogWords.Because(row.Text("because")));
        if (by is null) row.Error("by", $"“{Written.Brief(row.Text("by"))}” does not say who cancelled: worker, supervisor or other. The row was left out.");
        else if (because is null)
            row.Warn("because", $"“{Written.Brief(row.Text("because"))}” is no reason of the list. It was read as another reason.");
        return by is null ? null : read with { By = by, Because = because ?? CancelledBecause.Other };
    }

    /// <summary>A whole number or nothing; false where the row is left out.</summary>
    private static bool Minutes(TableRow row, string key, out int? minutes)
    {
        minutes = null;
        var text = row.Text(key);
        if (text.Length == 0 || text == "-") return true;
        if (row.Amount(key) is { } amount && amount == Math.Floor(amount) && amount is >= 0 and <= SupervisionSession.MostMinutes)
        {
            minutes = (int)amount;
            return true;
        }

        row.Error(key, $"“{Written.Brief(text)}” is no length in whole minutes up to {SupervisionSession.MostMinutes}. The row was left out.");
        return false;
    }
}

/// <summary>The words that logs use, in English and Welsh.</summary>
internal static class LogWords
{
    public static SessionState? State(string written) => Written.FoldHeader(written) switch
    {
        "held" or "yes" or "took place" or "completed" or "done" or "cynhaliwyd" => SessionState.Held,
        "cancelled" or "canceled" or "no" or "did not take place" or "not held" or "canslwyd" => SessionState.Cancelled,
        "planned" or "booked" or "to come" or "cynlluniwyd" => SessionState.Planned,
        _ => null,
    };

    public static SessionKind? Kind(string written) => Written.FoldHeader(written) switch
    {
        "case" or "cases" or "case management" or "caseload" or "achosion" => SessionKind.Case,
        "reflective" or "reflection" or "myfyriol" => SessionKind.Reflective,
        "mixed" or "both" or "cymysg" => SessionKind.Mixed,
        "group" or "group supervision" or "grwp" => SessionKind.Group,
        _ => null,
    };

    public static CancelledBy? By(string written) => Written.FoldHeader(written) switch
    {
        "worker" or "supervisee" or "social worker" or "practitioner" or "gweithiwr" => CancelledBy.Worker,
        "supervisor" or "manager" or "team manager" or "goruchwyliwr" => CancelledBy.Supervisor,
        "other" or "both" or "arall" => CancelledBy.Other,
        _ => null,
    };

    public static CancelledBecause? Because(string written) => Written.FoldHeader(written) switch
    {
        "sickness" or "sick" or "illness" or "ill" or "salwch" => CancelledBecause.Sickness,
        "leave" or "annual leave" or "holiday" or "gwyliau" => CancelledBecause.Leave,
        "duty" or "crisis" or "emergency" or "duty or crisis" or "dyletswydd" => CancelledBecause.Duty,
        "court" or "llys" => CancelledBecause.Court,
        "no cover" or "cover" or "dim cyflenwi" => CancelledBecause.NoCover,
        "other" or "arall" or "" => CancelledBecause.Other,
        _ => null,
    };
}
