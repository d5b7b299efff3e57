namespace Fairload.Core.Workforce.Initiatives;

/// <summary>A team of which something may be asked.</summary>
/// <param name="Fte">Of those in it of whom it is known.</param>
public sealed record BurdenTeam(Id<Team> Team, string Service, int People, decimal Fte, int FteNotKnown);

/// <summary>What is asked of one team in one stretch of days.</summary>
/// <param name="Running">How many initiatives.</param>
/// <param name="Hours">A month, of those of which it is known.</param>
/// <param name="NotKnown">Of how many it is not known.</param>
/// <param name="PerFte">Null where the hours of the team's people are not all known, or nobody is in it.</param>
public sealed record Burden(DateOnly From, DateOnly To, int Running, decimal Hours, int NotKnown, decimal? PerFte)
{
    private const int MonthsAhead = 3;

    /// <summary>Today, and each of the next three months.</summary>
    public static IReadOnlyList<Burden> Of(BurdenTeam team, IReadOnlyList<Initiative> all, DateOnly today)
    {
        var asked = all.Where(i => i.Reaches(team.Team, team.Service)).ToList();
        return [.. Stretches(today).Select(s => Of(team, [.. asked.Where(i => i.Runs(s.From, s.To, today))], s.From, s.To))];
    }

    private static Burden Of(BurdenTeam team, List<Initiative> running, DateOnly from, DateOnly to)
    {
        var hours = running.Sum(i => (i.Hours ?? 0) * (i.Per == EffortPer.Person ? team.People : 1));
        decimal? perFte = team is { FteNotKnown: 0, Fte: > 0 } ? hours / team.Fte : null;
        return new(from, to, running.Count, hours, running.Count(i => i.Hours is null), perFte);
    }

    private static IEnumerable<(DateOnly From, DateOnly To)> Stretches(DateOnly today)
    {
        yield return (today, today);
        var first = new DateOnly(today.Year, today.Month, 1);
        for (var ahead = 1; ahead <= MonthsAhead; ahead++)
            yield return (first.AddMonths(ahead), first.AddMonths(ahead + 1).AddDays(-1));
    }
}
