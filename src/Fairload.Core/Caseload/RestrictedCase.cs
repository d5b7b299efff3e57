using Fairload.Core.Access;

namespace Fairload.Core.Caseload;

/// <summary>Why a case is kept from all but named people.</summary>
public enum RestrictionKind { StaffRelative, Adoption, NamedPerson, Other }

/// <summary>
/// A case that is shown to nobody but named people: a relative of staff, an adoption, somebody on a list of names. It still counts in
/// every load and total, as a restricted case with its points.
/// </summary>
/// <remarks>UK GDPR article 25: by default personal data are not made accessible without the individual's intervention to an indefinite
/// number of people. The names of cases lie here and nowhere else, so that a new page can not show one by mistake.</remarks>
public sealed class RestrictedCase
{
    public const int LongestReason = 500;

    private RestrictedCase() { }

    public Id<Case> CaseId { get; private init; }

    /// <summary>By which everybody else knows it.</summary>
    public int Number { get; private init; }

    /// <summary>What the council calls the case.</summary>
    public string Reference { get; private init; } = "";
    public RestrictionKind Why { get; private init; }
    public string Reason { get; private init; } = "";
    public Id<Account> RestrictedBy { get; private init; }
    public DateTime RestrictedAt { get; private init; }
    public int Version { get; private set; }

    /// <summary>What stands wherever the reference stood.</summary>
    public string Name => $"Restricted {Number}";

    /// <summary>Takes the case's name and kind away from it. Refuses a case that is restricted already, and one without a reason.</summary>
    public static Result<RestrictedCase> Restrict(
        Case one, int number, RestrictionKind? why, string? reason, Id<Account> by, DateTime at)
    {
        var said = reason?.Trim() ?? "";
        var problems = new List<Problem>();
        if (one.IsRestricted) problems.Add(new("", $"The case has been restricted by somebody else meanwhile"));
        if (why is null) problems.Add(new("Why", $"Choose why the case is restricted"));
        if (said.Length == 0) problems.Add(new("Reason", $"Say why the case is restricted, without a word about the person"));
        if (said.Length > LongestReason) problems.Add(new("Reason", $"Say why the case is restricted in {LongestReason} characters or fewer"));
        if (problems.Count > 0) return problems;

        var restricted = new RestrictedCase
        {
            CaseId = one.Id,
            Number = number,
            Reference = one.Reference,
            Why = why!.Value,
            Reason = said,
            RestrictedBy = by,
            RestrictedAt = at,
        };
        one.Restrict(restricted.Name);
        return restricted;
    }

    /// <summary>A later episode of the same person's is restricted like the one before it.</summary>
    public RestrictedCase For(Case later, int number, DateTime at)
    {
        var restricted = new RestrictedCase
        {
            CaseId = later.Id,
            Number = number,
            Reference = later.Reference,
            Why = Why,
            Reason = Reason,
            RestrictedBy = RestrictedBy,
            RestrictedAt = at,
        };
        later.Restrict(restricted.Name);
        return restricted;
    }

    /// <summary>Somebody changed who may open it.</summary>
    public void ReadersChanged() => Version++;
}

/// <summary>Somebody who may open a restricted case without saying why.</summary>
public sealed record RestrictedReader(Id<Case> CaseId, Id<Account> AccountId, DateTime NamedAt);

/// <summary>Somebody opened a restricted case without being named, by a reason, for an hour.</summary>
public sealed class RestrictedOpening
{
    /// <summary>How long it stays open to whoever gave a reason.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    public const int ShortestReason = 10;

    private RestrictedOpening() { }

    public Id<RestrictedOpening> Id { get; private init; }
    public Id<Case> CaseId { get; private init; }
    public Id<Account> AccountId { get; private init; }
    public string Reason { get; private init; } = "";
    public DateTime OpenedAt { get; private init; }
    public DateTime EndsAt { get; private init; }

    /// <summary>Refuses an opening for which nobody could answer later.</summary>
    public static Result<RestrictedOpening> Open(Id<Case> one, Id<Account> by, string? reason, DateTime at)
    {
        var said = reason?.Trim() ?? "";
        if (said.Length < ShortestReason)
            return new Problem("Reason", $"Say why you need to open it, in at least {ShortestReason} characters: it is told to those who restricted it");
        if (said.Length > RestrictedCase.LongestReason)
            return new Problem("Reason", $"Say why you need to open it in {RestrictedCase.LongestReason} characters or fewer");
        return new RestrictedOpening
        {
            Id = Id<RestrictedOpening>.New(),
            CaseId = one,
            AccountId = by,
            Reason = said,
            OpenedAt = at,
            EndsAt = at + Lasts,
        };
    }

    /// <summary>Half-open. A clock that was set back to before the opening shuts it.</summary>
    public bool IsOpen(DateTime now) => OpenedAt <= now && now < EndsAt;
}
