namespace Fairload.Core.Workforce.Reorganisations;

/// <summary>How far a reorganisation is. What was done is not taken back: it is undone by another.</summary>
public enum ReorganisationState { Prepared, Applied, Withdrawn }

/// <summary>A change to teams, or to who employs a service: prepared for a day, done on it as a whole, or taken back before.</summary>
public sealed class Reorganisation
{
    private Reorganisation() { }

    public Id<Reorganisation> Id { get; private init; }
    public ReorganisationState State { get; private set; }

    /// <summary>The same day as in the plan, to be asked for.</summary>
    public DateOnly DueOn { get; private init; }
    public ReorganisationPlan Plan { get; private set; } = null!;
    public string PreparedBy { get; private init; } = "";
    public DateTime PreparedAt { get; private init; }

    /// <summary>Who did it or took it back; empty while neither.</summary>
    public string SettledBy { get; private set; } = "";
    public DateTime? SettledAt { get; private set; }

    /// <summary>Memberships of teams that it changed.</summary>
    public int People { get; private set; }

    /// <summary>Cases that it took along.</summary>
    public int Cases { get; private set; }
    public int Version { get; private set; }

    public bool IsPrepared => State == ReorganisationState.Prepared;

    public bool IsDue(DateOnly today) => IsPrepared && DueOn <= today;

    public static Reorganisation Prepare(ReorganisationPlan plan, string by, DateTime at) => new()
    {
        Id = Id<Reorganisation>.New(),
        DueOn = plan.On,
        Plan = plan,
        PreparedBy = by,
        PreparedAt = at,
    };

    /// <summary>Somebody has looked at the teams as they are now, and the plan holds.</summary>
    public Result<Done> LookAgain(ReorganisationPlan plan, int seen)
    {
        if (Overtaken(seen) is { } problem) return problem;
        Plan = plan;
        Version++;
        return default(Done);
    }

    public Result<Done> Apply(int people, int cases, string by, DateTime at, int seen)
    {
        if (Overtaken(seen) is { } problem) return problem;
        (State, People, Cases, SettledBy, SettledAt) = (ReorganisationState.Applied, people, cases, by, at);
        Version++;
        return default(Done);
    }

    public Result<Done> Withdraw(string by, DateTime at, int seen)
    {
        if (Overtaken(seen) is { } problem) return problem;
        (State, SettledBy, SettledAt) = (ReorganisationState.Withdrawn, by, at);
        Version++;
        return default(Done);
    }

    private Problem? Overtaken(int seen) => State switch
    {
        ReorganisationState.Applied => new("", $"{SettledBy} has already done this reorganisation. Another one can undo it"),
        ReorganisationState.Withdrawn => new("", $"{SettledBy} has already taken this reorganisation back. Prepare it anew"),
        _ => seen == Version ? null
            : new("", $"Somebody has looked at this reorganisation anew meanwhile. Read what stands here now, and send it again"),
    };
}
