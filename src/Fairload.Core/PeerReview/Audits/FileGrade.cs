namespace Fairload.Core.PeerReview.Audits;

/// <summary>How good the work is that a case file shows. It is about the file, not about a person.</summary>
/// <remarks>The four steps that inspectors of social care in England use, so that an audit can be compared with what they find.</remarks>
public enum FileGrade
{
    Inadequate,
    RequiresImprovement,
    Good,
    Outstanding,
}

/// <summary>What of a case file is looked at.</summary>
/// <remarks>Sections that councils' audit tools have in common.</remarks>
public static class AuditSections
{
    /// <summary>In the order of the form.</summary>
    public static IReadOnlyList<string> Codes { get; } =
        ["details", "history", "assessment", "planning", "voice", "partners", "oversight", "recording"];
}

/// <summary>A section as an auditor saw it.</summary>
/// <param name="Grade">Null where nothing is said yet, or where the section does not apply.</param>
public sealed record AuditedSection(Id<AuditFile> FileId, string Code, FileGrade? Grade, bool DoesNotApply, string Note)
{
    public const int MostNote = 2000;

    public bool IsSaid => Grade is not null || DoesNotApply;
}
