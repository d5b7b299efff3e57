using Fairload.Core.Access;

namespace Fairload.Core.PeerReview.Audits;

/// <summary>How many files have which grade. Files are counted, not people.</summary>
public sealed record GradeCounts(int Inadequate, int RequiresImprovement, int Good, int Outstanding)
{
    public int All => Inadequate + RequiresImprovement + Good + Outstanding;

    public int With(FileGrade grade) => grade switch
    {
        FileGrade.Inadequate => Inadequate,
        FileGrade.RequiresImprovement => RequiresImprovement,
        FileGrade.Good => Good,
        _ => Outstanding,
    };

    public static GradeCounts Of(IEnumerable<FileGrade> grades)
    {
        var counts = grades.CountBy(g => g).ToDictionary();
        return new(
            counts.GetValueOrDefault(FileGrade.Inadequate), counts.GetValueOrDefault(FileGrade.RequiresImprovement),
            counts.GetValueOrDefault(FileGrade.Good), counts.GetValueOrDefault(FileGrade.Outstanding));
    }
}

/// <summary>What audits came to, before and after moderation.</summary>
/// <param name="Files">That were to be audited.</param>
/// <param name="Original">Auditors' own grades of finished files.</param>
/// <param name="After">Grades of moderated files, after moderation.</param>
/// <param name="Raised">Files that a moderator graded higher than the auditor.</param>
public sealed record AuditResults(int Files, int Finished, int Moderated, GradeCounts Original, GradeCounts After, int Raised, int Lowered,
    int Same)
{
    /// <summary>Of fewer files no share is told: one file would turn it.</summary>
    public const int FewestForShares = 5;

    /// <summary>The share of moderated files that are good or better after moderation; null under the fewest.</summary>
    public Percent? GoodOrBetter => ShareOf(After);

    /// <summary>The same of finished files as auditors graded them.</summary>
    public Percent? GoodOrBetterAtFirst => ShareOf(Original);

    public static AuditResults Of(IReadOnlyCollection<AuditFile> files)
    {
        var (finished, shifts) = (files.Where(f => f.IsFinished).ToList(), files.Select(f => f.Shift).OfType<int>().ToList());
        return new(
            files.Count, finished.Count, shifts.Count, GradeCounts.Of(finished.Select(f => f.Overall!.Value)),
            GradeCounts.Of(files.Select(f => f.Moderated).OfType<FileGrade>()), shifts.Count(s => s > 0), shifts.Count(s => s < 0),
            shifts.Count(s => s == 0));
    }

    private static Percent? ShareOf(GradeCounts counts) =>
        counts.All < FewestForShares ? null : Percent.Of(counts.Good + counts.Outstanding, counts.All);
}

/// <summary>How far a moderator's grades lie from an auditor's. Shown to that auditor and to moderators, and to nobody else.</summary>
public sealed record AuditorShift(Id<Account> Auditor, string Name, int Moderated, int Raised, int Lowered)
{
    /// <summary>In name order, never by a figure.</summary>
    public static IReadOnlyList<AuditorShift> Of(IEnumerable<AuditFile> files) =>
    [
        .. files.GroupBy(f => f.AuditorId)
            .Select(g => new AuditorShift(
                g.Key, g.First().AuditorName, g.Count(f => f.Shift is not null), g.Count(f => f.Shift > 0), g.Count(f => f.Shift < 0)))
            .OrderBy(s => s.Name, StringComparer.CurrentCulture).ThenBy(s => s.Auditor.ToString(), StringComparer.Ordinal),
    ];
}
