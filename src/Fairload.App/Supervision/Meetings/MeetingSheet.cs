using Fairload.App.Imports.Sheets;
using Fairload.App.Supervision.Sessions;
using Fairload.Core.Imports;
using Fairload.Core.Supervision.Meetings;
using Fairload.Core.Supervision.Sessions;

namespace Fairload.App.Supervision.Meetings;

/// <summary>One row of a log of meetings.</summary>
/// <param name="Team">Its name; empty for none.</param>
public sealed record MeetingRow(
    int Row, MeetingKind Kind, string Team, string Service, DateOnly On, bool IsHeld, int? Minutes, int? Attended,
        CancelledBecause? Because);

public sealed record MeetingRead(
    string Sheet, IReadOnlyDictionary<string, int> Read, IReadOnlyList<MeetingRow> Rows, IReadOnlyList<RowProblem> Problems);

/// <summary>Reads a log of meetings: one row a meeting.</summary>
public static class MeetingSheetReader
{
    internal static IReadOnlyList<SheetColumn> Columns { get; } =
    [
        new("kind", ["Kind", "Type", "Kind of meeting", "Meeting"], IsKey: true),
        new("on", ["Date", "Held on", "Meeting date", "Date of meeting"], IsKey: true),
        new("outcome", ["Outcome", "State", "Status", "Held or cancelled"], IsKey: true),
        new("team", ["Team", "Team name"]),
        new("service", ["Service", "Division", "Service area"], IsQuiet: true),
        new("minutes", ["Minutes", "Length", "Length in minutes", "Duration"]),
        new("attended", ["Attended", "Number present", "Attendance", "Present"]),
        new("because", ["Why cancelled", "Reason", "Reason cancelled"], IsQuiet: true),
    ];

    public static Result<MeetingRead> Read(IOpenedBook book) => SheetTrouble.Guard(book.FileName, () => ReadBook(book));

    private static Result<MeetingRead> ReadBook(IOpenedBook book)
    {
        var problems = new List<RowProblem>();
        if (book.Sheets.Select(s => SheetTable.Find(s, Columns, problems)).FirstOrDefault(t => t is not null) is not { } table)
        {
            var seen = SheetTable.HeadersSeen(book.Sheets[0], Columns);
            return new Problem("file",
                $"{book.FileName} needs the columns “Kind”, “Date” and “Outcome”. The columns of {book.Sheets[0].Name} are: {seen}.");
        }

        var (rows, count) = (new List<MeetingRow>(), 0);
        foreach (var row in table.Rows())
        {
            count++;
            if (Row(row) is { } read) rows.Add(read);
        }

        return new MeetingRead(table.Sheet.Name, new Dictionary<string, int> { [table.Sheet.Name] = count }, rows, problems);
    }

    private static MeetingRow? Row(TableRow row)
    {
        var (kind, on, outcome) = (Kind(row.Text("kind")), row.Date("on"), LogWords.State(row.Text("outcome")));
        if (kind is null) row.Error("kind", $"“{Written.Brief(row.Text("kind"))}” is not team, division or reflective group. The row was left out.");
        else if (on is null) row.Error("on", $"There is no day of the meeting. The row was left out.");
        else if (outcome is null or SessionState.Planned)
            row.Error("outcome", $"“{Written.Brief(row.Text("outcome"))}” is neither held nor cancelled. The row was left out.");
        if (kind is null || on is not { } day || outcome is not (SessionState.Held or SessionState.Cancelled)) return null;
        if (!Whole(row, "minutes", out var minutes) || !Whole(row, "attended", out var attended)) return null;

        var because = LogWords.Because(row.Text("because"));
        if (because is null)
            row.Warn("because", $"“{Written.Brief(row.Text("because"))}” is no reason of the list. It was read as another reason.");
        var isHeld = outcome == SessionState.Held;
        return new(
            row.Number, kind.Value, row.Text("team"), row.Text("service"), day, isHeld, isHeld ? minutes : null, isHeld ? attended : null,
            isHeld ? null : because ?? CancelledBecause.Other);
    }

    private static bool Whole(TableRow row, string key, out int? number)
    {
        number = null;
        var text = row.Text(key);
        if (text.Length == 0 || text == "-") return true;
        if (row.Amount(key) is { } amount && amount == Math.Floor(amount) && amount is >= 0 and <= TeamMeeting.MostPeople)
        {
            number = (int)amount;
            return true;
        }

        row.Error(key, $"“{Written.Brief(text)}” is no whole number that can be. The row was left out.");
        return false;
    }

    private static MeetingKind? Kind(string written) => Written.FoldHeader(written) switch
    {
        "team" or "team meeting" or "tim" or "cyfarfod tim" => MeetingKind.Team,
        "division" or "divisional" or "divisional meeting" or "service" or "adran" => MeetingKind.Division,
        "reflective group" or "reflective" or "reflective session" or "group" or "grwp myfyriol" => MeetingKind.ReflectiveGroup,
        _ => null,
    };
}
