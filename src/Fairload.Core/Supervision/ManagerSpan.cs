using Fairload.Core.Supervision.Sessions;

namespace Fairload.Core.Supervision;

/// <summary>Somebody who names a manager as theirs.</summary>
/// <param name="Fte">Null for not known.</param>
/// <param name="Now">The window of supervision in which today lies; null where nothing is known of it.</param>
/// <param name="LateSince">Since when they have gone without supervision; null where nothing is late.</param>
public sealed record Managed(
    decimal? Fte, bool IsNewlyQualified, bool IsAgency, bool IsStudent, DueWindow? Now, DateOnly? LateSince);

/// <summary>For whom a manager answers, and the supervision that this asks of them. Counts, and no score.</summary>
/// <param name="Fte">Of those of whom it is known.</param>
/// <param name="Due">People whose session falls due in a window that is not over.</param>
/// <param name="Late">People who have gone without.</param>
/// <param name="SessionsAMonth">How many sessions the standard asks for in a month, as things stand today.</param>
/// <param name="SessionsNotKnown">People of whom it is not known how often.</param>
public sealed record ManagerSpan(
    int People, decimal Fte, int FteNotKnown, int NewlyQualified, int Agency, int Students, int Due, int Late, decimal SessionsAMonth,
    int SessionsNotKnown)
{
    /// <summary>Published yardstick: one supervisor to five who hold cases. It stands beside, and judges nobody.</summary>
    /// <remarks>Child Welfare League of America, standards of caseloads: supervisor to social workers 1 to 5.</remarks>
    public const int Yardstick = 5;

    private const decimal WeeksAYear = 52;
    private const decimal MonthsAYear = 12;

    public static ManagerSpan Of(IReadOnlyCollection<Managed> people) => new(
        people.Count, people.Sum(p => p.Fte ?? 0), people.Count(p => p.Fte is null), people.Count(p => p.IsNewlyQualified),
        people.Count(p => p.IsAgency), people.Count(p => p.IsStudent), people.Count(p => p.Now?.State == DueState.Open),
        people.Count(p => p.LateSince is not null), people.Sum(p => AMonth(p) ?? 0), people.Count(p => AMonth(p) is null));

    /// <summary>None for whoever is on long leave; null where it is not known how often.</summary>
    /// <remarks>Standards for employers of social workers in England, standard 5: weekly to week six of a newly qualified social worker,
    /// fortnightly to month six, then monthly.</remarks>
    private static decimal? AMonth(Managed person) => person.Now switch
    {
        null => null,
        { State: DueState.Suspended } => 0,
        { Every: Frequency.Weekly } => WeeksAYear / MonthsAYear,
        { Every: Frequency.Fortnightly } => WeeksAYear / 2 / MonthsAYear,
        { Every: Frequency.FourWeekly } => WeeksAYear / 4 / MonthsAYear,
        { Every: Frequency.Monthly } => 1,
        _ => null,
    };
}
