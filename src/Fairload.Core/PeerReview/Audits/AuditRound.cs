using Fairload.Core.Workforce;

namespace Fairload.Core.PeerReview.Audits;

/// <summary>What somebody plans a round of audits with.</summary>
/// <param name="FromOn">First day of the period in which cases were held.</param>
/// <param name="LastOn">Its last day.</param>
/// <param name="Team">Of which team; null for a service or the whole council.</param>
/// <param name="Service">Of which service; empty for a team or the whole council.</param>
/// <param name="Wanted">How many files are drawn.</param>
/// <param name="DueOn">By when the audits are to be done.</param>
public sealed record RoundPlanned(DateOnly? FromOn, DateOnly? LastOn, Id<Team>? Team, string Service, int? Wanted, DateOnly? DueOn);

/// <summary>A round of case file audits: a sample that can be drawn again, and what was learnt from it.</summary>
public sealed class AuditRound
{
    public const int MostFiles = 200;
    public const int MostLearning = 4000;

    private AuditRound() { }

    public Id<AuditRound> Id { get; private init; }

    /// <summary>By which people call it: 1, 2, 3 …</summary>
    public int Number { get; private init; }
    public DateOnly FromOn { get; private init; }
    public DateOnly LastOn { get; private init; }
    public Id<Team>? TeamId { get; private init; }
    public string Service { get; private init; } = "";
    public DateOnly DueOn { get; private init; }
    public DateOnly DrawnOn { get; private init; }
    public string DrawnBy { get; private init; } = "";
    public string Seed { get; private init; } = "";

    /// <summary>How many files the sample was drawn from.</summary>
    public int ListCount { get; private init; }
    public string ListHash { get; private init; } = "";

    /// <summary>How many of the files were drawn, and not taken in to be audited again.</summary>
    public int Drawn { get; private init; }

    /// <summary>What was learnt, as key messages that name nobody; empty while nothing is written.</summary>
    public string Learning { get; private set; } = "";
    public string WrittenBy { get; private set; } = "";
    public DateOnly? WrittenOn { get; private set; }
    public int Version { get; private set; }

    public static List<Problem> Wrong(RoundPlanned plan, DateOnly today)
    {
        var problems = new List<Problem>();
        if (plan.FromOn is null) problems.Add(new("FromOn", $"Enter the first day of the period"));
        if (plan.LastOn is null) problems.Add(new("LastOn", $"Enter the last day of the period"));
        if (plan.LastOn < plan.FromOn || plan.LastOn > today)
            problems.Add(new("LastOn", $"The last day of the period has to be its first day or later, and not in the future"));
        if (plan is { Team: not null, Service.Length: > 0 }) problems.Add(new("Where", $"Choose a team or a service, not both"));
        if (plan.Wanted is null or < 1 or > MostFiles)
            problems.Add(new("Wanted", $"Enter how many files are drawn, from 1 to {MostFiles}"));
        if (plan.DueOn is null) problems.Add(new("DueOn", $"Enter by when the audits are to be done"));
        if (plan.DueOn < today) problems.Add(new("DueOn", $"Enter a day by when the audits are to be done, today or later"));
        return problems;
    }

    public static Result<AuditRound> Draw(int number, RoundPlanned plan, SampleDraw sample, string by, DateOnly today)
    {
        if (Wrong(plan, today) is { Count: > 0 } problems) return problems;
        return new AuditRound
        {
            Id = Id<AuditRound>.New(),
            Number = number,
            FromOn = plan.FromOn!.Value,
            LastOn = plan.LastOn!.Value,
            TeamId = plan.Team,
            Service = plan.Service,
            DueOn = plan.DueOn!.Value,
            DrawnOn = today,
            DrawnBy = by,
            Seed = sample.Seed,
            ListCount = sample.Count,
            ListHash = sample.ListHash,
            Drawn = sample.Drawn.Count,
        };
    }

    /// <param name="staff">Names of people at work here: key messages name nobody of them.</param>
    /// <param name="seen">The version that the reader saw.</param>
    public Result<AuditRound> Learn(string learning, IReadOnlyList<string> staff, int seen, string by, DateOnly today)
    {
        var said = learning.Trim();
        if (seen != Version)
            return new Problem("", $"{WrittenBy} has changed the key messages meanwhile. Their words stand below; what you entered is still here and not saved");
        if (said.Length is 0 or > MostLearning)
            return new Problem("Learning", $"Enter what was learnt, in {MostLearning} characters or fewer");
        if (Attribution.Named(said, staff) is { } name)
            return new Problem("Learning", $"This names {name}. Write what was learnt, and not from whose work");
        (Learning, WrittenBy, WrittenOn) = (said, by, today);
        Version++;
        return this;
    }
}
