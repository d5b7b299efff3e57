using Fairload.Core.Workforce;

namespace Fairload.Core.Supervision.Sessions;

/// <summary>What a worker and a supervisor agree.</summary>
/// <param name="Minutes">How long a session is meant to take, 30 to 240.</param>
/// <param name="Professional">Who gives professional supervision beside the line manager; null for nobody.</param>
/// <param name="WorkerBrings">What the worker prepares, in a few lines.</param>
/// <param name="ReviewBy">The day by which both look at it again.</param>
public sealed record AgreementTerms(
    Id<Worker> Supervisor, Frequency Every, int Minutes, string Place, Id<Worker>? Professional, string WorkerBrings,
    string SupervisorBrings, DateOnly ReviewBy);

/// <summary>One version of a worker's supervision agreement. Versions are kept; the one that the worker agreed to last is in
/// force.</summary>
/// <remarks>Standards for employers of social workers in England, standard 5: a registered social worker gives professional supervision
/// where the line manager is none.</remarks>
public sealed class SupervisionAgreement
{
    public const int LongestText = 600;
    public const int LeastMinutes = 30;
    public const int MostMinutes = 240;

    private SupervisionAgreement() { }

    public Id<SupervisionAgreement> Id { get; private init; }
    public Id<Worker> WorkerId { get; private init; }

    /// <summary>The first version is 1.</summary>
    public int Number { get; private init; }
    public Id<Worker> SupervisorId { get; private init; }
    public Frequency Every { get; private init; }
    public int Minutes { get; private init; }
    public string Place { get; private init; } = "";
    public Id<Worker>? ProfessionalId { get; private init; }
    public string WorkerBrings { get; private init; } = "";
    public string SupervisorBrings { get; private init; } = "";
    public DateOnly ReviewBy { get; private init; }
    public string WrittenBy { get; private init; } = "";
    public DateTime WrittenAt { get; private init; }

    /// <summary>The day on which the worker agreed; null while they have not.</summary>
    public DateOnly? AgreedOn { get; private set; }
    public int Version { get; private set; }

    public bool IsAgreed => AgreedOn is not null;

    public AgreementTerms Terms => new(SupervisorId, Every, Minutes, Place, ProfessionalId, WorkerBrings, SupervisorBrings, ReviewBy);

    public bool IsDueForReview(DateOnly today) => IsAgreed && ReviewBy < today;

    /// <summary>Refuses a supervisor of oneself, a length or a day that can not be, and a professional supervisor who is not
    /// registered.</summary>
    /// <param name="isRegistered">Whether the professional supervisor has a registration number on the staff list.</param>
    public static Result<SupervisionAgreement> Write(
        Id<Worker> worker, int number, AgreementTerms terms, bool isRegistered, SessionDeed deed)
    {
        var problems = new List<Problem>();
        if (terms.Supervisor == worker) problems.Add(new("Supervisor", $"Nobody supervises themselves; choose somebody else"));
        if (terms.Minutes is < LeastMinutes or > MostMinutes)
            problems.Add(new("Minutes", $"A session takes {LeastMinutes} to {MostMinutes} minutes"));
        if (terms.Professional == worker) problems.Add(new("Professional", $"Nobody supervises themselves; choose somebody else"));
        else if (terms.Professional is not null && !isRegistered)
            problems.Add(new("Professional", $"Professional supervision is given by a registered social worker; the staff list has no registration number of this person"));
        if (terms.ReviewBy <= deed.Today) problems.Add(new("ReviewBy", $"The day of the review lies ahead; enter a later one"));
        else if (terms.ReviewBy > deed.Today.AddYears(2))
            problems.Add(new("ReviewBy", $"That is more than two years away; check the year"));
        foreach (var (field, text) in new[]
            { ("Place", terms.Place), ("WorkerBrings", terms.WorkerBrings), ("SupervisorBrings", terms.SupervisorBrings) })
        {
            if (text.Trim().Length > LongestText) problems.Add(new(field, $"This is longer than {LongestText} letters; make it shorter"));
        }

        if (problems.Count > 0) return problems;

        return new SupervisionAgreement
        {
            Id = Id<SupervisionAgreement>.New(),
            WorkerId = worker,
            Number = number,
            SupervisorId = terms.Supervisor,
            Every = terms.Every,
            Minutes = terms.Minutes,
            Place = terms.Place.Trim(),
            ProfessionalId = terms.Professional,
            WorkerBrings = terms.WorkerBrings.Trim(),
            SupervisorBrings = terms.SupervisorBrings.Trim(),
            ReviewBy = terms.ReviewBy,
            WrittenBy = deed.By,
            WrittenAt = deed.At,
        };
    }

    /// <summary>The worker agrees. A second time changes nothing.</summary>
    public void Agree(DateOnly today)
    {
        if (IsAgreed) return;
        AgreedOn = today;
        Version++;
    }

    /// <summary>The version that the worker agreed to last, up to a day; null for none.</summary>
    public static SupervisionAgreement? InForce(IEnumerable<SupervisionAgreement> versions, DateOnly day) =>
        versions.Where(v => v.AgreedOn <= day).MaxBy(v => v.Number);
}
