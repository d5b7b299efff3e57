using Fairload.App.Caseload;
using Fairload.App.Imports.Sheets;
using Fairload.App.Supervision;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;

namespace Fairload.App.Imports;

/// <summary>Empty workbooks to fill in: the sheets with the headers that their readers know, and notes that explain every column.</summary>
public static class Templates
{
    public static void Staff(Stream to) => Write(to, TemplatesNotes.Staff);

    public static void Cases(Stream to) => Write(to, TemplatesNotes.Cases);

    /// <param name="factorNames">The six names of the factor set in force, in its order.</param>
    public static void Scores(Stream to, IReadOnlyList<string> factorNames) => Write(to, TemplatesNotes.Scores(factorNames));

    public static void Measures(Stream to) => Write(to, TemplatesNotes.Measures);

    public static void Actions(Stream to) => Write(to, TemplatesNotes.Actions);

    /// <summary>A log of supervision sessions.</summary>
    public static void Supervision(Stream to) => Write(to, LogTemplates.Supervision);

    /// <summary>A log of meetings.</summary>
    public static void Meetings(Stream to) => Write(to, LogTemplates.Meetings);

    /// <summary>What no extract tells of cases.</summary>
    /// <param name="words">The council's lists, which the notes name.</param>
    public static void Supplement(Stream to, PracticeWords words) => Write(to, SupplementTemplate.Notes(words));

    /// <param name="kind">Risks, incidents or feedback.</param>
    public static void Log(Stream to, ImportKind kind) => Write(to, kind switch
    {
        ImportKind.Risks => TemplatesOfLogs.Risks,
        ImportKind.Incidents => TemplatesOfLogs.Incidents,
        ImportKind.Feedback => TemplatesOfLogs.Feedback,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    });

    private static void Write(Stream to, IReadOnlyList<TemplateNote> notes)
    {
        var sheets = notes.GroupBy(n => n.Sheet).Select(s => new SheetOut(s.Key, [.. s.Select(n => n.Column)], [])).ToList();
        sheets.Add(
            new("Notes", ["Sheet", "Column", "What it means", "Example"], notes
            .Select(n => (IReadOnlyList<object?>)[n.Sheet, n.Column, n.Meaning, n.Example])));
        WorkbookWriter.Write(to, sheets);
    }
}
