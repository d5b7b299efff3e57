using Fairload.Core.Imports;
using Fairload.Core.Workforce;

namespace Fairload.Core.Workplace;

/// <summary>What a risk assessment looks at. The first four are asked of every team (DfE guide to standard 4: violence, lone work,
/// workplace; HSE: stress).</summary>
public enum RiskKind { LoneWorking, Violence, Stress, Workplace, Other }

/// <summary>What it is about. One about a person names the worker and the kind, and nothing of their health.</summary>
public enum RiskAbout { Team, Place, Role, Worker }

/// <summary>Where it stands on a day. A team without one is not known, which is not the same as overdue.</summary>
public enum RiskState { InDate, Due, Overdue }

/// <summary>What is entered of an assessment.</summary>
/// <param name="Subject">Name of the place or the role; empty for a team and for a worker.</param>
/// <param name="DoneBy">Name or job title of who did it.</param>
/// <param name="ReviewOn">The last day on which it is in date; after <paramref name="DoneOn"/>.</param>
public sealed record RiskFacts(
    RiskKind Kind, RiskAbout About, string Subject, Id<Team> TeamId, Id<Worker>? WorkerId, DateOnly DoneOn, string DoneBy,
    DateOnly ReviewOn);

/// <summary>That the risks of a team, a place, a role or for one worker were assessed, and until when that holds.</summary>
public sealed class RiskAssessment
{
    public const int LongestText = 120;

    /// <summary>So many days before its review an assessment counts as due.</summary>
    public const int DueDays = 28;

    /// <summary>A review later than so many years is a slip of the pen.</summary>
    public const int MostYears = 3;

    private RiskAssessment() { }

    public Id<RiskAssessment> Id { get; private init; }
    public RiskKind Kind { get; private set; }
    public RiskAbout About { get; private set; }
    public string Subject { get; private set; } = "";
    public Id<Team> TeamId { get; private set; }
    public Id<Worker>? WorkerId { get; private set; }
    public DateOnly DoneOn { get; private set; }
    public string DoneBy { get; private set; } = "";
    public DateOnly ReviewOn { get; private set; }

    /// <summary>The last day on which it was needed; null while it is.</summary>
    public DateOnly? EndedOn { get; private set; }
    public string EnteredBy { get; private set; } = "";
    public DateTime EnteredAt { get; private set; }
    public Id<ImportRun>? BroughtBy { get; private init; }
    public int Version { get; private set; }

    public RiskFacts Facts => new(Kind, About, Subject, TeamId, WorkerId, DoneOn, DoneBy, ReviewOn);

    public static Result<RiskAssessment> Enter(RiskFacts facts, RegisterDeed deed, Id<ImportRun>? broughtBy = null)
    {
        if (!Sound(facts, deed.Today).Try(out var sound, out var problems)) return problems.ToList();
        var made = new RiskAssessment { Id = Id<RiskAssessment>.New(), BroughtBy = broughtBy };
        made.Take(sound, deed);
        return made;
    }

    /// <summary>Puts a slip right. What is found anew is another assessment.</summary>
    /// <param name="version">As it was read.</param>
    public Result<Done> Amend(RiskFacts facts, int version, RegisterDeed deed)
    {
        if (!Sound(facts, deed.Today).Try(out var sound, out var problems)) return problems.ToList();
        if (sound == Facts) return default(Done);
        if (version != Version) return Overtaken.By(EnteredBy);
        Take(sound, deed);
        Version++;
        return default(Done);
    }

    /// <summary>What a sheet says of the same assessment; true when that is something else.</summary>
    /// <param name="sound">Of an assessment that was entered without a fault.</param>
    public bool Learn(RiskFacts sound, RegisterDeed deed)
    {
        if (sound == Facts) return false;
        Take(sound, deed);
        Version++;
        return true;
    }

    /// <summary>It is not needed any more: the place was given up, the role is gone.</summary>
    public Result<Done> End(int version, RegisterDeed deed)
    {
        if (EndedOn is not null) return default(Done);
        if (version != Version) return Overtaken.By(EnteredBy);
        (EndedOn, EnteredBy, EnteredAt) = (deed.Today, deed.By, deed.At);
        Version++;
        return default(Done);
    }

    public RiskState StateOn(DateOnly day) =>
        ReviewOn < day ? RiskState.Overdue : ReviewOn <= day.AddDays(DueDays) ? RiskState.Due : RiskState.InDate;

    /// <summary>Of each thing assessed the latest that was done by a day and is still needed on it.</summary>
    public static IReadOnlyList<RiskAssessment> Standing(IEnumerable<RiskAssessment> all, DateOnly day) =>
    [
        .. all.Where(r => r.DoneOn <= day).GroupBy(r => (r.Kind, r.About, Written.Fold(r.Subject), r.TeamId, r.WorkerId))
            .Select(g => g.OrderByDescending(r => r.DoneOn).ThenByDescending(r => r.EnteredAt).First())
            .Where(r => r.EndedOn is null || r.EndedOn >= day),
    ];

    private static Result<RiskFacts> Sound(RiskFacts facts, DateOnly today)
    {
        var named = facts.About is RiskAbout.Place or RiskAbout.Role;
        var sound = facts with
        {
            Subject = named ? Written.Clean(facts.Subject) : "",
            WorkerId = facts.About == RiskAbout.Worker ? facts.WorkerId : null,
            DoneBy = Written.Clean(facts.DoneBy),
        };
        var problems = new List<Problem>();
        if (named && sound.Subject.Length == 0) problems.Add(new("Subject", $"Name the place or the role that was assessed"));
        if (sound.Subject.Length > LongestText)
            problems.Add(new("Subject", $"The name is longer than {LongestText} letters; make it shorter"));
        if (facts.About == RiskAbout.Worker && sound.WorkerId is null)
            problems.Add(new("Worker", $"Choose the worker for whom it was done"));
        if (sound.DoneBy.Length == 0) problems.Add(new("DoneBy", $"Say who did the assessment"));
        if (sound.DoneBy.Length > LongestText)
            problems.Add(new("DoneBy", $"Who did it is longer than {LongestText} letters; make it shorter"));
        if (facts.DoneOn > today) problems.Add(new("DoneOn", $"The day on which it was done lies in the future; enter today or an earlier day"));
        if (facts.ReviewOn <= facts.DoneOn) problems.Add(new("ReviewOn", $"The review is not after the day on which it was done; enter a later day"));
        if (facts.ReviewOn > facts.DoneOn.AddYears(MostYears))
            problems.Add(new("ReviewOn", $"The review is more than {MostYears} years away; enter an earlier day"));
        return problems.Count > 0 ? problems : sound;
    }

    private void Take(RiskFacts f, RegisterDeed deed)
    {
        (Kind, About, Subject, TeamId, WorkerId, DoneOn, DoneBy, ReviewOn) =
            (f.Kind, f.About, f.Subject, f.TeamId, f.WorkerId, f.DoneOn, f.DoneBy, f.ReviewOn);
        (EnteredBy, EnteredAt) = (deed.By, deed.At);
    }
}
