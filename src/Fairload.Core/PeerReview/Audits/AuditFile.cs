using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.Core.PeerReview.Audits;

/// <summary>What an auditor says of a file.</summary>
/// <param name="Family">What the family, or the person themselves, said when they were asked; empty where nobody asked.</param>
/// <param name="ReauditOn">By when the file is to be audited again; null for not.</param>
public sealed record FileSaid(
    IReadOnlyList<AuditedSection> Sections, FileGrade? Overall, string Summary, string Family, DateOnly? ReauditOn);

/// <summary>Who does something to a file, and when.</summary>
public sealed record AuditDeed(Id<Account>? Account, string Name, DateTime At);

/// <summary>A case file that was drawn, who audits it, and what they found. A moderator may grade it otherwise: the auditor's own grade
/// stays beside it.</summary>
/// <remarks>Where a council compared them, grades fell after moderation, so both are kept.</remarks>
public sealed class AuditFile
{
    public const int MostText = 4000;

    private AuditFile() { }

    public Id<AuditFile> Id { get; private init; }
    public Id<AuditRound> RoundId { get; private init; }

    /// <summary>1, 2, 3 … in the order in which they were drawn; those that are audited again come after.</summary>
    public int Number { get; private init; }
    public Id<Case> CaseId { get; private init; }
    public string Reference { get; private init; } = "";
    public Id<Team>? TeamId { get; private init; }
    public Id<Account> AuditorId { get; private init; }
    public string AuditorName { get; private init; } = "";

    /// <summary>The audit to which this one goes back; null for a drawn file.</summary>
    public Id<AuditFile>? ReauditOfId { get; private init; }
    public FileGrade? Overall { get; private set; }
    public string Summary { get; private set; } = "";
    public string Family { get; private set; } = "";
    public DateOnly? ReauditOn { get; private set; }
    public DateTime? FinishedAt { get; private set; }
    public FileGrade? Moderated { get; private set; }
    public string ModeratedWhy { get; private set; } = "";
    public Id<Account>? ModeratedById { get; private set; }
    public string ModeratedBy { get; private set; } = "";
    public DateTime? ModeratedAt { get; private set; }

    /// <summary>What can not wait for the end of the audit; empty for none.</summary>
    public string Urgent { get; private set; } = "";
    public DateTime? UrgentAt { get; private set; }
    public string UrgentAnswer { get; private set; } = "";
    public string UrgentAnsweredBy { get; private set; } = "";
    public DateTime? UrgentAnsweredAt { get; private set; }
    public int Version { get; private set; }

    public bool IsFinished => FinishedAt is not null;

    /// <summary>The moderated grade where there is one, else the auditor's.</summary>
    public FileGrade? Grade => Moderated ?? Overall;

    /// <summary>How many steps the moderator went up, or down under nought; null while not moderated.</summary>
    public int? Shift => Moderated - Overall;

    public static AuditFile Give(Id<AuditRound> round, int number, AuditorOf to, Id<AuditFile>? reauditOf = null) => new()
    {
        Id = Id<AuditFile>.New(),
        RoundId = round,
        Number = number,
        CaseId = to.File.CaseId,
        Reference = to.File.Reference,
        TeamId = to.File.TeamId,
        AuditorId = to.Auditor.Account,
        AuditorName = to.Auditor.Name,
        ReauditOfId = reauditOf,
    };

    /// <summary>Keeps what the auditor has so far, or finishes it: then every section and the whole need a grade, and the auditor changes
    /// nothing more.</summary>
    /// <param name="seen">The version that the auditor saw.</param>
    public Result<AuditFile> Write(FileSaid said, bool finish, int seen, DateOnly today, AuditDeed by)
    {
        if (by.Account != AuditorId) throw new InvalidOperationException("Only its auditor writes an audit.");
        if (seen != Version)
            return new Problem("", $"This audit was changed in another window meanwhile. What is stored stands below; what you entered is still here and not saved");
        if (IsFinished) return new Problem("", $"This audit is finished. A moderator can grade it otherwise");
        if (Wrong(said, finish, today) is { Count: > 0 } problems) return problems;
        (Overall, Summary, Family, ReauditOn) = (said.Overall, said.Summary.Trim(), said.Family.Trim(), said.ReauditOn);
        if (finish) FinishedAt = by.At;
        Version++;
        return this;
    }

    /// <summary>Another person grades a finished file, with why. The auditor's grade stays.</summary>
    /// <param name="seen">The version that the moderator saw.</param>
    public Result<AuditFile> Moderate(FileGrade? grade, string why, int seen, AuditDeed by)
    {
        if (seen != Version)
            return new Problem("", $"Somebody has changed this audit meanwhile. What is stored stands below; what you entered is still here and not saved");
        if (!IsFinished) return new Problem("", $"The auditor has not finished this audit. It can be moderated then");
        if (by.Account == AuditorId) return new Problem("", $"You audited this file. Somebody else has to moderate it");
        var problems = new List<Problem>();
        if (grade is null) problems.Add(new("Moderated", $"Choose the grade after moderation"));
        if (why.Trim().Length is 0 or > MostText) problems.Add(new("Why", $"Enter why, in {MostText} characters or fewer"));
        if (problems.Count > 0) return problems;
        (Moderated, ModeratedWhy, ModeratedById, ModeratedBy, ModeratedAt) = (grade, why.Trim(), by.Account, by.Name, by.At);
        Version++;
        return this;
    }

    /// <summary>What can not wait. It is raised once, at any time.</summary>
    public Result<AuditFile> Raise(string concern, AuditDeed by)
    {
        if (UrgentAt is not null) return new Problem("", $"An urgent concern was raised about this file already, and its manager was told");
        if (concern.Trim().Length is 0 or > MostText)
            return new Problem("Concern", $"Enter what can not wait, in {MostText} characters or fewer");
        (Urgent, UrgentAt) = (concern.Trim(), by.At);
        Version++;
        return this;
    }

    /// <summary>The manager says what was done.</summary>
    public Result<AuditFile> Answer(string done, AuditDeed by)
    {
        if (UrgentAt is null) throw new InvalidOperationException("No urgent concern was raised.");
        if (UrgentAnsweredAt is not null) return new Problem("", $"{UrgentAnsweredBy} has said meanwhile what was done. Nothing was changed");
        if (done.Trim().Length is 0 or > MostText) return new Problem("Done", $"Enter what was done, in {MostText} characters or fewer");
        (UrgentAnswer, UrgentAnsweredBy, UrgentAnsweredAt) = (done.Trim(), by.Name, by.At);
        Version++;
        return this;
    }

    private static List<Problem> Wrong(FileSaid said, bool finish, DateOnly today)
    {
        var problems = new List<Problem>();
        foreach (var section in said.Sections)
        {
            if (section is { Grade: not null, DoesNotApply: true }) throw new ArgumentException("It applies or it does not.", nameof(said));
            if (section.Note.Trim().Length > AuditedSection.MostNote)
                problems.Add(new($"Note.{section.Code}", $"Shorten the note to {AuditedSection.MostNote} characters or fewer"));
            if (finish && !section.IsSaid)
                problems.Add(new($"Section.{section.Code}", $"Choose a grade for this section, or that it does not apply"));
        }

        if (finish && said.Overall is null) problems.Add(new("Overall", $"Choose a grade for the whole file"));
        if (said.Summary.Trim().Length > MostText) problems.Add(new("Summary", $"Shorten this to {MostText} characters or fewer"));
        if (said.Family.Trim().Length > MostText) problems.Add(new("Family", $"Shorten this to {MostText} characters or fewer"));
        if (said.ReauditOn <= today) problems.Add(new("ReauditOn", $"Enter a day in the future, or leave it empty"));
        return problems;
    }
}
