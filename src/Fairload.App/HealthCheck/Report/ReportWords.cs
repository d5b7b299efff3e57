using System.Globalization;
using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Surveys.Results;

namespace Fairload.App.HealthCheck.Report;

/// <summary>What files of a report say beside the report itself, in its language. Numbers in braces are filled in.</summary>
public sealed record ReportWords
{
    /// <summary>For staff, for members, for the public.</summary>
    public required string ForStaff { get; init; }
    public required string ForMembers { get; init; }
    public required string ForPublic { get; init; }

    /// <summary>{0}: the edition, {1}: the day.</summary>
    public required string Lead { get; init; }
    public required string AsOf { get; init; }
    public required string Base { get; init; }
    public required string Protection { get; init; }
    public required string Note { get; init; }
    public required string Notes { get; init; }
    public required string Unit { get; init; }
    public required string Signs { get; init; }
    public required string Hidden { get; init; }
    public required string NotAvailable { get; init; }
    public required string Low { get; init; }
    public required string Contents { get; init; }
    public required string Sheet { get; init; }
    public required string Table { get; init; }
    public required string Council { get; init; }
    public required string Licence { get; init; }
    public required string OpenLicence { get; init; }
    public required string NotLicensed { get; init; }
    public required string Sign { get; init; }
    public required string Means { get; init; }
    public required string SameAsTable { get; init; }
    public required string ExemptAppendix { get; init; }

    /// <summary>{0}: section, {1}: person, {2}: day.</summary>
    public required string ExemptApart { get; init; }

    /// <summary>{0}: title of the report.</summary>
    public required string ExemptTitle { get; init; }

    /// <summary>{0}: section, {1}: reason, {2}: person, {3}: day.</summary>
    public required string ExemptClaim { get; init; }

    public string For(Edition edition) => edition switch
    {
        Edition.Internal => ForStaff,
        Edition.Members => ForMembers,
        _ => ForPublic,
    };

    public string SignMeans(string sign) => sign switch
    {
        CellSigns.Hidden => Hidden,
        CellSigns.NotAvailable => NotAvailable,
        _ => Low,
    };

    /// <summary>As of a day, with base and protection: one line under a table.</summary>
    public string Says(NumberNote note, string language)
    {
        var says = $"{Filled(AsOf, Date(note.On, language))}. {Ended(Filled(Base, note.Base))}";
        return note.Protection.Length == 0 ? says : $"{says} {Ended(Filled(Protection, note.Protection))}";
    }

    /// <summary>The notes of a table: one plain line, or numbered ones where figures differ in what belongs to them.</summary>
    public IReadOnlyList<string> NotesOf(TableBlock table, string language)
    {
        var notes = table.Notes;
        return notes.Count == 1 ? [Says(notes[0], language)]
            : [.. notes.Select((n, at) => $"[{Filled(Note, at + 1)}] {Says(n, language)}")];
    }

    /// <summary>The text of a cell, with the number of its note where a table has several.</summary>
    /// <param name="notes">Those of the table, in their order.</param>
    public string Marked(IReadOnlyList<NumberNote> notes, ReportCell cell)
    {
        if (cell.Number is not { } number || notes.Count < 2) return cell.Text;
        return $"{cell.Text} [{Filled(Note, notes.ToList().IndexOf(number.Note) + 1)}]";
    }

    public static string Date(DateOnly day, string language) => day.ToString("d MMMM yyyy", Culture(language));

    public static CultureInfo Culture(string language) =>
        CultureInfo.GetCultureInfo(language == ReportDocument.Welsh ? "cy-GB" : "en-GB");

    internal static string Filled(string format, params object[] holes) => string.Format(CultureInfo.InvariantCulture, format, holes);

    private static string Ended(string sentence) => sentence is [.., '.' or '?' or '!'] ? sentence : sentence + ".";
}
