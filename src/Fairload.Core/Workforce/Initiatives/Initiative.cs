using Fairload.Core.Workforce.Reorganisations;

namespace Fairload.Core.Workforce.Initiatives;

/// <summary>One version of an entry in the register of what is asked of teams. It is never changed: the next version takes its place and
/// it is kept.</summary>
public sealed class Initiative
{
    private Initiative() { }

    public Id<Initiative> Id { get; private init; }

    /// <summary>The same for every version of one initiative: the id of its first.</summary>
    public Id<Initiative> FirstId { get; private init; }

    /// <summary>From 1 for each initiative.</summary>
    public int Number { get; private init; }
    public string Name { get; private init; } = "";
    public InitiativeKind Kind { get; private init; }
    public string AskedBy { get; private init; } = "";
    public string Why { get; private init; } = "";
    public StaffTold Told { get; private init; }
    public DateOnly? ToldOn { get; private init; }
    public decimal? Hours { get; private init; }
    public EffortPer Per { get; private init; }
    public InitiativeReach Reach { get; private init; }

    /// <summary>Names of services or ids of teams, a line each; empty for the whole council.</summary>
    public string Places { get; private init; } = "";
    public DateOnly StartsOn { get; private init; }
    public DateOnly? ExpectedOn { get; private init; }

    /// <summary>The last day; null while it runs.</summary>
    public DateOnly? EndedOn { get; private init; }

    /// <summary>What came of it; empty while it runs.</summary>
    public string Outcome { get; private init; } = "";
    public string EnteredBy { get; private init; } = "";
    public DateTime EnteredAt { get; private init; }

    /// <summary>Null for the version that counts.</summary>
    public DateTime? ReplacedAt { get; private set; }
    public int Version { get; private set; }

    public InitiativeFacts Facts => new(
        Name, Kind, AskedBy, Why, Told, ToldOn, Hours, Per, Reach, InitiativeFacts.ServicesIn(Reach, Places),
        InitiativeFacts.TeamsIn(Reach, Places), StartsOn, ExpectedOn);

    /// <summary>Nobody has stated why.</summary>
    public bool HasNoReason => EndedOn is null && Why.Length == 0;

    /// <summary>It was expected to be over by now.</summary>
    public bool IsOverItsEnd(DateOnly today) => EndedOn is null && ExpectedOn < today;

    /// <summary>It asks something of people on one of these days, as far as is known today: until it ends where it is over its end, and
    /// until its expected end where that lies ahead.</summary>
    public bool Runs(DateOnly from, DateOnly to, DateOnly today)
    {
        if (StartsOn > to || EndedOn < from) return false;
        return EndedOn is not null || ExpectedOn is not { } expected || expected < today || expected >= from;
    }

    public bool Reaches(Id<Team> team, string service) => Reach switch
    {
        InitiativeReach.Services => Facts.Services.Contains(service),
        InitiativeReach.Teams => Facts.Teams.Contains(team),
        _ => true,
    };

    public static Result<Initiative> Enter(InitiativeFacts written, InitiativeDeed deed) =>
        InitiativeFacts.Read(written, deed.Today).Try(out var facts, out var problems) ? Next(null, facts, null, "", deed)
            : problems.ToList();

    /// <summary>The next version. Refuses what Core refuses, and a version that is not the one that was seen.</summary>
    /// <param name="seen">The number of the version that whoever changes it has read.</param>
    public Result<Initiative> Amend(InitiativeFacts written, int seen, InitiativeDeed deed)
    {
        if (Overtaken(seen) is { } overtaken) return overtaken;
        if (!InitiativeFacts.Read(written, deed.Today).Try(out var facts, out var problems)) return problems.ToList();
        return facts.IsSame(Facts) ? this : Next(this, facts, null, "", deed);
    }

    /// <summary>The version that says that it is over and what came of it.</summary>
    /// <param name="on">The last day.</param>
    public Result<Initiative> End(DateOnly? on, string outcome, int seen, InitiativeDeed deed)
    {
        if (Overtaken(seen) is { } overtaken) return overtaken;
        var problems = new List<Problem>();
        var said = outcome.Trim();
        if (on is not { } last) problems.Add(new("EndedOn", $"Enter the last day on which it asked something of anybody"));
        else if (last > deed.Today) problems.Add(new("EndedOn", $"The last day lies in the future. Change the expected end instead"));
        else if (last < StartsOn) problems.Add(new("EndedOn", $"It can not end before it starts"));
        if (said.Length is 0 or > InitiativeFacts.LongestWhy)
            problems.Add(new("Outcome", $"Say in {InitiativeFacts.LongestWhy} characters or fewer what came of it"));
        return problems.Count > 0 ? problems : Next(this, Facts, on, said, deed);
    }

    /// <summary>The version that counts once teams have been reorganised: where some of those that it reaches end, it reaches those that
    /// follow. Null where that changes nothing: it has ended, none of its teams ends, or nothing follows.</summary>
    public Initiative? Follow(ReorganisationPlan plan, InitiativeDeed deed)
    {
        var facts = Facts;
        var teams = facts.Teams.SelectMany(plan.FollowedBy).Distinct().ToList();
        if (EndedOn is not null || teams.Count == 0 || teams.ToHashSet().SetEquals(facts.Teams)) return null;
        return Next(this, facts with { Teams = teams }, null, "", deed);
    }

    private static Initiative Next(Initiative? before, InitiativeFacts facts, DateOnly? endedOn, string outcome, InitiativeDeed deed)
    {
        var id = Id<Initiative>.New();
        if (before is not null) (before.ReplacedAt, before.Version) = (deed.At, before.Version + 1);
        return new()
        {
            Id = id,
            FirstId = before?.FirstId ?? id,
            Number = (before?.Number ?? 0) + 1,
            Name = facts.Name,
            Kind = facts.Kind,
            AskedBy = facts.AskedBy,
            Why = facts.Why,
            Told = facts.Told,
            ToldOn = facts.ToldOn,
            Hours = facts.Hours,
            Per = facts.Per,
            Reach = facts.Reach,
            Places = facts.Places,
            StartsOn = facts.StartsOn!.Value,
            ExpectedOn = facts.ExpectedOn,
            EndedOn = endedOn,
            Outcome = outcome,
            EnteredBy = deed.By,
            EnteredAt = deed.At,
        };
    }

    private Problem? Overtaken(int seen) => EndedOn is not null
        ? new("", $"{EnteredBy} has already ended this. Enter another where it begins anew")
        : seen == Number ? null
        : new("", $"{EnteredBy} has changed this meanwhile. Above stands what is stored now; below stands what you entered. Store it again if yours is right");
}
