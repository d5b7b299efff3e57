using Fairload.Core.Imports;
using Fairload.Core.Workforce;

namespace Fairload.Core.Workplace;

/// <summary>What happened at work.</summary>
public enum IncidentKind { Violence, Threat, Abuse, NearMiss, Accident, LoneWorkingAlarm }

/// <summary>What came of it, as a code: nothing is written about a person.</summary>
public enum IncidentOutcome { NotKnown, NothingMore, WayOfWorkingChanged, PlaceMadeSafer, PoliceTold, ReportedToRegulator, Other }

/// <summary>What is reported of an incident.</summary>
/// <param name="WorkerId">To whom it happened, where they choose to be named; null where they do not.</param>
public sealed record IncidentFacts(IncidentKind Kind, DateOnly HappenedOn, Id<Team> TeamId, Id<Worker>? WorkerId);

/// <summary>What came of an incident.</summary>
/// <param name="Support">Whether support was offered to the worker.</param>
public sealed record IncidentFollowUp(DateOnly On, IncidentOutcome Outcome, bool Support);

/// <summary>Violence, threat, abuse, a near miss, an accident or an alarm: what happened, and whether somebody saw to it.</summary>
public sealed class Incident
{
    /// <summary>What happened longer ago than so many years is a slip of the pen.</summary>
    public const int MostYears = 10;

    private Incident() { }

    public Id<Incident> Id { get; private init; }
    public IncidentKind Kind { get; private init; }
    public DateOnly HappenedOn { get; private init; }
    public Id<Team> TeamId { get; private init; }
    public Id<Worker>? WorkerId { get; private init; }
    public DateOnly ReportedOn { get; private init; }

    /// <summary>Empty where whoever reported it does not want to be named.</summary>
    public string ReportedBy { get; private init; } = "";

    /// <summary>The council's own number of the report in another system; empty for none.</summary>
    public string Reference { get; private init; } = "";
    public DateOnly? FollowedUpOn { get; private set; }
    public string FollowedUpBy { get; private set; } = "";
    public IncidentOutcome Outcome { get; private set; }

    /// <summary>Null where nothing is known of it.</summary>
    public bool? SupportOffered { get; private set; }
    public Id<ImportRun>? BroughtBy { get; private init; }
    public int Version { get; private set; }

    public bool IsFollowedUp => FollowedUpOn is not null;

    /// <summary>Whether it had been followed up by a day: what was done later does not count for it.</summary>
    public bool WasFollowedUpBy(DateOnly day) => FollowedUpOn is { } on && on <= day;

    public static Result<Incident> Report(IncidentFacts facts, RegisterDeed deed) => Report(facts, deed, "", null, null, null);

    /// <summary>One of a sheet, which may tell what came of it too.</summary>
    /// <param name="reference">The number under which the sheet knows it.</param>
    public static Result<Incident> Bring(
        IncidentFacts facts, IncidentFollowUp? what, bool? support, string reference, RegisterDeed deed, Id<ImportRun> broughtBy) =>
        Report(facts, deed, reference, broughtBy, what, support);

    private static Result<Incident> Report(
        IncidentFacts facts, RegisterDeed deed, string reference, Id<ImportRun>? broughtBy, IncidentFollowUp? what, bool? support)
    {
        if (facts.HappenedOn > deed.Today)
            return new Problem("HappenedOn", $"The day on which it happened lies in the future; enter today or an earlier day");
        if (facts.HappenedOn < deed.Today.AddYears(-MostYears))
            return new Problem("HappenedOn", $"It happened more than {MostYears} years ago; check the year");
        return new Incident
        {
            Id = Id<Incident>.New(),
            Kind = facts.Kind,
            HappenedOn = facts.HappenedOn,
            TeamId = facts.TeamId,
            WorkerId = facts.WorkerId,
            ReportedOn = deed.Today,
            ReportedBy = facts.WorkerId is null ? "" : deed.By,
            Reference = reference,
            FollowedUpOn = what?.On,
            FollowedUpBy = what is null ? "" : deed.By,
            Outcome = what?.Outcome ?? IncidentOutcome.NotKnown,
            SupportOffered = support,
            BroughtBy = broughtBy,
        };
    }

    /// <summary>Somebody has seen to it. Can be put right later by whoever read what stands.</summary>
    public Result<Done> FollowUp(IncidentFollowUp what, int version, RegisterDeed deed)
    {
        if ((FollowedUpOn, Outcome, SupportOffered) == (what.On, what.Outcome, what.Support)) return default(Done);
        if (version != Version) return Overtaken.By(FollowedUpBy);
        if (what.On < HappenedOn) return new Problem("On", $"It was followed up before it happened; enter {HappenedOn} or a later day");
        if (what.On > deed.Today) return new Problem("On", $"The day on which it was followed up lies in the future; enter today or an earlier day");
        (FollowedUpOn, Outcome, SupportOffered, FollowedUpBy) = (what.On, what.Outcome, what.Support, deed.By);
        Version++;
        return default(Done);
    }

    /// <summary>What a sheet says of it now; true when that is something else.</summary>
    public bool Learn(DateOnly? on, IncidentOutcome outcome, bool? support, string by)
    {
        if ((FollowedUpOn, Outcome, SupportOffered) == (on, outcome, support)) return false;
        (FollowedUpOn, Outcome, SupportOffered, FollowedUpBy) = (on, outcome, support, on is null ? "" : by);
        Version++;
        return true;
    }
}
