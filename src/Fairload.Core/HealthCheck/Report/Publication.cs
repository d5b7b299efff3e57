using Fairload.Core.Surveys.Results;

namespace Fairload.Core.HealthCheck.Report;

/// <summary>An edition as it was on the day on which it was frozen. Nothing of it is ever changed; its name is what it holds.</summary>
/// <param name="Hash">SHA-256 of the document, in lower-case hexadecimal.</param>
/// <param name="Document">The report as canonical JSON.</param>
public sealed record FrozenEdition(
    Id<FrozenEdition> Id, Guid CycleId, int Year, Edition Edition, string Language, string Hash, string Document, string MadeBy,
    DateTime MadeAt);

/// <summary>What somebody decides about a frozen edition.</summary>
/// <param name="Level">For whom: staff, members, everybody.</param>
/// <param name="Consulted">How staff were consulted.</param>
/// <param name="EmbargoUntil">Not shown before; null for at once.</param>
public sealed record PublicationAsked(Edition Level, string Why, string Consulted, DateTime? EmbargoUntil);

/// <summary>The record that a frozen edition is published: for whom, who decided it, why, and how staff were consulted. It stays, also when
/// the edition is withdrawn.</summary>
public sealed class Publication
{
    public const int MostText = 1000;

    private Publication() { }

    public Id<Publication> Id { get; private init; }
    public Id<FrozenEdition> FrozenId { get; private init; }
    public Edition Level { get; private init; }
    public string Why { get; private init; } = "";
    public string Consulted { get; private init; } = "";
    public string DecidedBy { get; private init; } = "";
    public DateTime DecidedAt { get; private init; }
    public DateTime? EmbargoUntil { get; private init; }
    public string WithdrawnBy { get; private set; } = "";
    public DateTime? WithdrawnAt { get; private set; }
    public string WithdrawnBecause { get; private set; } = "";

    public bool IsWithdrawn => WithdrawnAt is not null;

    /// <summary>From when it is to be seen.</summary>
    public DateTime From => EmbargoUntil ?? DecidedAt;

    /// <param name="isProved">Everything let out in this year's editions is proved safe.</param>
    public static Result<Publication> Decide(FrozenEdition frozen, PublicationAsked asked, bool isProved, string by, DateTime now)
    {
        var problems = new List<Problem>();
        if (!isProved)
            problems.Add(new("", $"Nothing was published: the audit of what was let out has not passed. The principal social worker holds it under “What was let out”; decide again after that"));
        if (asked.Level > frozen.Edition)
            problems.Add(new("Level", $"This edition was made for fewer readers. Freeze the edition for the readers you want, and publish that"));
        if (asked.Why.Trim().Length is 0 or > MostText)
        {
            problems.Add(new("Why", $"Say why it is published, in {MostText} characters or fewer"));
        }

        if (asked.Consulted.Trim().Length is 0 or > MostText)
            problems.Add(new("Consulted", $"Say how staff were consulted, in {MostText} characters or fewer. Where they were not, say that"));
        if (asked.EmbargoUntil <= now) problems.Add(new("Embargo", $"The embargo has ended already. Choose a later day and time, or leave it empty"));
        if (problems.Count > 0) return problems;
        return new Publication
        {
            Id = Id<Publication>.New(),
            FrozenId = frozen.Id,
            Level = asked.Level,
            Why = asked.Why.Trim(),
            Consulted = asked.Consulted.Trim(),
            DecidedBy = by,
            DecidedAt = now,
            EmbargoUntil = asked.EmbargoUntil,
        };
    }

    public Result<Publication> Withdraw(string because, string by, DateTime now)
    {
        if (IsWithdrawn) return new Problem("", $"This edition was withdrawn already, by {WithdrawnBy}");
        if (because.Trim().Length is 0 or > MostText)
            return new Problem("Because", $"Say why it is withdrawn, in {MostText} characters or fewer. Everybody who could read it can read that");
        (WithdrawnBy, WithdrawnAt, WithdrawnBecause) = (by, now, because.Trim());
        return this;
    }

    /// <summary>Readers could see it at some time up to now, embargo and all.</summary>
    public bool HasBeenSeen(DateTime now) => From <= now && (WithdrawnAt is null || From <= WithdrawnAt);

    /// <summary>Which of several counts for its readers: the one decided last of those seen. That it was withdrawn brings no earlier one
    /// back.</summary>
    public static Publication? InForce(IEnumerable<Publication> all, DateTime now) =>
        all.Where(p => p.HasBeenSeen(now)).OrderBy(p => p.From).ThenBy(p => p.DecidedAt).LastOrDefault();
}
