using Fairload.Core.Workforce;

namespace Fairload.Core.Allocation.Scenarios;

/// <summary>Somebody away from a day to another, both days included.</summary>
public sealed record Leave(Id<Worker> Worker, DateOnly From, DateOnly To)
{
    public int Days => To.DayNumber - From.DayNumber + 1;
}

/// <summary>People who are not there yet.</summary>
/// <param name="Fte">Of each.</param>
public sealed record NewPeople(int Count, WorkLevel Level, decimal Fte);

/// <summary>
/// What is otherwise on a copy. Nothing of it changes anything real.
/// </summary>
/// <param name="Gone">Who is not there: their cases wait.</param>
/// <param name="LevelGone">Everybody of this level is not there; null for nobody.</param>
/// <param name="Weights">Code of other weights; null for those in force.</param>
/// <param name="OverFrom">Per cent of capacity that new work may not pass; null for the council's own.</param>
/// <param name="NewCasesAWeek">Null for the council's own.</param>
public sealed record WhatIf(IReadOnlyList<Id<Worker>> Gone, WorkLevel? LevelGone, Leave? Leave, NewPeople? New, string? Weights,
    decimal? OverFrom, int? NewCasesAWeek)
{
    private const int MostNew = 50;
    private const decimal MostPercent = 300;

    /// <summary>As it is.</summary>
    public static WhatIf Nothing { get; } = new([], null, null, null, null, null, null);

    /// <summary>Refuses what changes nothing, a leave that ends before it begins, and numbers that no team has.</summary>
    public static Result<WhatIf> Read(WhatIf asked)
    {
        var problems = new List<Problem>();
        if (asked is { Gone.Count: 0, LevelGone: null, Leave: null, New: null, Weights: null, OverFrom: null, NewCasesAWeek: null })
            problems.Add(new("", $"Change something: name who is away or gone, add people, or take other weights or limits"));
        if (asked.Leave is { Days: <= 0 }) problems.Add(new("LeaveTo", $"The last day of the leave is before the first"));
        if (asked.New is { Count: < 1 or > MostNew })
            problems.Add(new("NewCount", $"Enter how many new people there are, from 1 to {MostNew}"));
        if (asked.New is { Fte: <= 0 or > 1 }) problems.Add(new("NewFte", $"Enter the FTE of each new person, over 0 and up to 1"));
        if (asked.New is { Level: WorkLevel.Approved })
            problems.Add(new("NewLevel", $"Choose whether the new people are experienced, newly qualified or not registered"));
        if (asked.OverFrom is <= 0 or > MostPercent)
            problems.Add(new("OverFrom", $"Enter the ceiling in per cent of capacity, over 0 and up to {MostPercent}"));
        if (asked.NewCasesAWeek < 0) problems.Add(new("NewCasesAWeek", $"Enter the most new cases a week as 0 or more"));
        return problems.Count > 0 ? problems : asked;
    }

    /// <summary>Whether the person's cases wait on the copy: gone, or on leave so long that it counts as long.</summary>
    public bool LeavesCases(Id<Worker> worker, InHandOf level, int longLeaveDays) =>
        Gone.Contains(worker) || (LevelGone is { } gone && IsOf(level, gone))
            || (Leave is { } leave && leave.Worker == worker && leave.Days >= longLeaveDays);

    /// <summary>Whether the person keeps their cases and takes nothing new: on a leave that is not long.</summary>
    public bool TakesNothing(Id<Worker> worker, int longLeaveDays) =>
        Leave is { } leave && leave.Worker == worker && leave.Days < longLeaveDays;

    private static bool IsOf(InHandOf level, WorkLevel gone) => (level, gone) is
        (InHandOf.Experienced, WorkLevel.Experienced) or (InHandOf.NewlyQualified, WorkLevel.NewlyQualified)
        or (InHandOf.NotRegistered, WorkLevel.NotRegistered);
}

/// <summary>A what-if that was kept by name, so that it can be opened again and laid beside another.</summary>
public sealed class Scenario
{
    private const int LongestName = 80;

    private Scenario() { }

    public Id<Scenario> Id { get; private init; }
    public string Name { get; private init; } = "";

    /// <summary>Of one team; null for a service.</summary>
    public Id<Team>? TeamId { get; private init; }

    /// <summary>Of a service; empty for a team.</summary>
    public string Service { get; private init; } = "";

    /// <summary>What is otherwise, written down.</summary>
    public string Document { get; private init; } = "";
    public string MadeBy { get; private init; } = "";
    public DateTime MadeAt { get; private init; }

    /// <summary>Refuses a scenario without a name.</summary>
    public static Result<Scenario> Keep(string? name, Id<Team>? team, string service, string document, string by, DateTime at)
    {
        var called = name?.Trim() ?? "";
        if (called.Length is 0 or > LongestName)
            return new Problem("Name", $"Give it a name of up to {LongestName} letters, for example: without Grace");
        return new Scenario
        {
            Id = Id<Scenario>.New(),
            Name = called,
            TeamId = team,
            Service = service,
            Document = document,
            MadeBy = by,
            MadeAt = at,
        };
    }
}
