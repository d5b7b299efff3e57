namespace Fairload.Core.HealthCheck.Report;

/// <summary>Why somebody says that a part need not be published. The program says nothing about whether that holds.</summary>
/// <param name="Section">Of the law, as the person wrote it.</param>
public sealed record Exemption(string Section, string Reason, string ClaimedBy, DateOnly ClaimedOn);

/// <summary>A person's claim that a part of the report is exempt from publication, until they or somebody else gives it up.</summary>
/// <remarks>Whether an exemption holds is for the information officer and, after them, the Commissioner; Freedom of Information Act 2000,
/// part II, and Local Government Act 1972, schedule 12A.</remarks>
public sealed class ExemptionClaim
{
    public const int MostSection = 200;
    public const int MostReason = 1000;

    private ExemptionClaim() { }

    public Id<ExemptionClaim> Id { get; private init; }
    public Guid CycleId { get; private init; }

    /// <summary>Code of the part.</summary>
    public string Part { get; private init; } = "";
    public string Section { get; private init; } = "";
    public string Reason { get; private init; } = "";
    public string ClaimedBy { get; private init; } = "";
    public DateOnly ClaimedOn { get; private init; }
    public string GivenUpBy { get; private set; } = "";
    public DateOnly? GivenUpOn { get; private set; }

    public bool Stands => GivenUpOn is null;

    public Exemption Claimed => new(Section, Reason, ClaimedBy, ClaimedOn);

    /// <param name="person">Who claims it, by name: not always who enters it.</param>
    public static Result<ExemptionClaim> Claim(Guid cycle, string part, string section, string reason, string person, DateOnly today)
    {
        var problems = new List<Problem>();
        if (section.Trim().Length is 0 or > MostSection)
            problems.Add(new("Section", $"Say which section or paragraph of the law is claimed, in {MostSection} characters or fewer"));
        if (reason.Trim().Length is 0 or > MostReason)
            problems.Add(new("Reason", $"Say why it is claimed, in {MostReason} characters or fewer"));
        if (person.Trim().Length is 0 or > MostSection) problems.Add(new("Person", $"Enter the name of the person who claims it"));
        if (problems.Count > 0) return problems;
        return new ExemptionClaim
        {
            Id = Id<ExemptionClaim>.New(),
            CycleId = cycle,
            Part = part,
            Section = section.Trim(),
            Reason = reason.Trim(),
            ClaimedBy = person.Trim(),
            ClaimedOn = today,
        };
    }

    public Result<ExemptionClaim> GiveUp(string by, DateOnly today)
    {
        if (!Stands) return new Problem("", $"This claim was given up already, by {GivenUpBy}");
        (GivenUpBy, GivenUpOn) = (by, today);
        return this;
    }
}
