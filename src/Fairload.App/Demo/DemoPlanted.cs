using Fairload.Core.Caseload;

namespace Fairload.App.Demo;

/// <summary>A case in the name of somebody who is not at work.</summary>
public sealed record DemoPhantom(string Reference, string StaffNumber, DemoPhantomReason Why);

/// <summary>How an extract writes a name that the staff sheet writes otherwise.</summary>
public sealed record DemoNameVariant(string StaffNumber, string Name, string Written, string How);

public sealed record DemoTwoTeams(string StaffNumber, string First, string Second, decimal FirstShare);

public sealed record DemoMerged(IReadOnlyList<string> Teams, string Successor, DateOnly On);

public sealed record DemoReopened(string Reference, DateOnly ClosedOn, DateOnly ReopenedOn);

public sealed record DemoTransfer(string Reference, string From, string To, DateOnly On);

/// <summary>What was planted in the extract of a day: the truth against which an import and its pages can be checked.</summary>
/// <remarks>References of cases, staff numbers of people. A case is listed under the first of the waiting kinds that it is.</remarks>
public sealed record DemoPlanted(DateOnly On)
{
    public required IReadOnlyList<DemoPhantom> Phantoms { get; init; }
    public required IReadOnlyList<string> HeldByManager { get; init; }
    public required IReadOnlyList<string> TeamOnly { get; init; }
    public required IReadOnlyList<string> NeverAllocated { get; init; }

    /// <summary>Team and worker are the text "#N/A".</summary>
    public required IReadOnlyList<string> NotAvailable { get; init; }

    /// <summary>At 110 per cent and over by the made-up council's own points.</summary>
    public required IReadOnlyList<string> OverCeiling { get; init; }
    public required IReadOnlyList<string> PartTime { get; init; }
    public required IReadOnlyList<string> NewlyQualified { get; init; }
    public required IReadOnlyList<string> Agency { get; init; }
    public required IReadOnlyList<string> Bank { get; init; }
    public required IReadOnlyList<string> UnknownHours { get; init; }
    public required IReadOnlyList<DemoTwoTeams> TwoTeams { get; init; }

    /// <summary>The agreed score is more than a year old, or older than the type of work the case is in now.</summary>
    public required IReadOnlyList<string> StaleScores { get; init; }
    public required IReadOnlyList<string> MissingScores { get; init; }

    /// <summary>The latest agreed score lacks a factor.</summary>
    public required IReadOnlyList<string> PartialScores { get; init; }
    public required IReadOnlyList<DemoNameVariant> NameVariants { get; init; }

    /// <summary>Written so that nobody on the staff sheet has the name.</summary>
    public required IReadOnlyList<DemoNameVariant> UnmatchedNames { get; init; }

    /// <summary>Staff numbers of people who share one name.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> SameName { get; init; }
    public required DemoMerged Merged { get; init; }

    /// <summary>Left between the first and the second extract, their cases still in their name.</summary>
    public required IReadOnlyList<string> LeftHoldingCases { get; init; }
    public required IReadOnlyList<DemoReopened> Reopened { get; init; }
    public required IReadOnlyList<DemoTransfer> Transfers { get; init; }

    /// <summary>Open in an earlier extract, closed since, and in no list any more.</summary>
    public required IReadOnlyList<string> Vanished { get; init; }

    /// <summary>Open in list 7 or 8 but absent from list 6.</summary>
    public required IReadOnlyList<string> AbsentFromList6 { get; init; }
    public required IReadOnlyList<string> TwiceInList6 { get; init; }

    /// <summary>Their start date in list 6 is no date.</summary>
    public required IReadOnlyList<string> ImpossibleDates { get; init; }

    /// <summary>Still written under a team that has been followed by another.</summary>
    public required IReadOnlyList<string> OldTeamName { get; init; }

    internal static DemoPlanted In(DemoCouncil council, DateOnly day)
    {
        var open = council.Cases.Where(c => c.IsOpen(day) && c.Spells.Count > 0).ToList();
        var staff = council.Workers.Where(w => w.Start <= day && !w.HasLeft(day)).ToList();
        var traps = council.Traps;
        var unmatched = traps.UnmatchedNames.Select(w => w.StaffNumber).ToHashSet();
        var merged = council.Teams.Where(t => t.Successor is not null).ToList();
        bool Waits(DemoCase c) => c.HeldOn(day)?.Worker is null;

        return new(day)
        {
            Phantoms = [.. open.Select(c => (Case: c, c.HeldOn(day)?.Worker))
                .Where(h => h.Worker?.PhantomFrom <= day && !h.Worker.IsAtWork(day))
                .Select(h => new DemoPhantom(h.Case.Reference, h.Worker!.StaffNumber, h.Worker.Phantom!.Value))],
            HeldByManager = References(open.Where(c => c.HeldOn(day)?.Worker is { IsManager: true })),
            TeamOnly = References(open.Where(c => Waits(c) && c.HeldOn(day)?.Team is not null)),
            NeverAllocated = References(open.Where(c => Waits(c) && c.HeldOn(day)?.Team is null && !c.WritesNotAvailable)),
            NotAvailable = References(open.Where(c => Waits(c) && c.HeldOn(day)?.Team is null && c.WritesNotAvailable)),
            OverCeiling = Numbers(OverCeilingOn(council, open, day)),
            PartTime = Numbers(staff.Where(w => w.Fte is > 0 and < 1)),
            NewlyQualified = Numbers(staff.Where(w => w.IsNewlyQualified(day))),
            Agency = Numbers(staff.Where(w => w.IsAgency)),
            Bank = Numbers(staff.Where(w => w.EmploymentType == "Bank")),
            UnknownHours = Numbers(staff.Where(w => w.Fte is null && w.Hours is null)),
            TwoTeams = [.. staff.Where(w => w.SecondTeam is not null)
                .Select(w => new DemoTwoTeams(w.StaffNumber, w.Team!.On(day).Name, w.SecondTeam!.On(day).Name, w.FirstShare))],
            StaleScores = References(open.Where(c => Agreed(c, day) is { } s && (s.On < day.AddYears(-1) || s.On < c.StageSince(day)))),
            MissingScores = References(open.Where(c => Agreed(c, day) is null)),
            PartialScores = References(open.Where(c => Agreed(c, day) is { IsWhole: false })),
            NameVariants = [.. traps.Names.Where(n => !unmatched.Contains(n.StaffNumber))],
            UnmatchedNames = [.. traps.Names.Where(n => unmatched.Contains(n.StaffNumber))],
            SameName = [.. traps.SameNames.Select(Numbers)],
            Merged = new([.. merged.Select(t => t.Name)], merged[0].Successor!.Name, merged[0].Successor!.From),
            LeftHoldingCases = Numbers(traps.LeftBetween.Where(w => w.HasLeft(day))),
            Reopened = [.. traps.Reopened.Where(r => r.After.Opened <= day)
                .Select(r => new DemoReopened(r.Before.Reference, r.Before.ClosedOn!.Value, r.After.Opened))],
            Transfers = [.. open.SelectMany(c => TransfersOf(c, council.Dates.First, day))],
            Vanished = References(council.Cases.Where(c => c.Vanishes && c.ClosedOn <= day)),
            AbsentFromList6 = References(open.Where(c => c.NotInList6)),
            TwiceInList6 = References(open.Where(c => c.TwiceInList6)),
            ImpossibleDates = References(open.Where(c => c.ImpossibleDate is not null)),
            OldTeamName = References(open.Where(c => c.KeepsOldTeamName && c.HeldOn(day)?.Team?.To < day)),
        };
    }

    private static IReadOnlyList<string> References(IEnumerable<DemoCase> cases) => [.. cases.Select(c => c.Reference)];

    private static IReadOnlyList<string> Numbers(IEnumerable<DemoWorker> workers) => [.. workers.Select(w => w.StaffNumber)];

    private static DemoScore? Agreed(DemoCase @case, DateOnly day) => @case.Scores.FindLast(s => s.By == ScoreBy.Agreed && s.On <= day);

    private static IEnumerable<DemoWorker> OverCeilingOn(DemoCouncil council, List<DemoCase> open, DateOnly day)
    {
        var loads = DemoLoad.On(open, day);
        return council.Workers.Where(w => w.IsAtWork(day) && loads.TryGetValue(w, out var load) && load.Percent >= 110);
    }

    private static IEnumerable<DemoTransfer> TransfersOf(DemoCase @case, DateOnly after, DateOnly day)
    {
        for (var i = 1; i < @case.Spells.Count; i++)
        {
            var (before, now) = (@case.Spells[i - 1], @case.Spells[i]);
            if (now.From <= after || now.From > day || before.Team is not { } from || now.Team is not { } to || from == to) continue;
            yield return new(@case.Reference, from.Name, to.Name, now.From);
        }
    }
}

/// <summary>What a person of the made-up council holds by its own points; no import is needed to know it.</summary>
public sealed record DemoLoad(double Points, double Capacity, int Cases)
{
    public double Percent => Capacity > 0 ? Points / Capacity * 100 : double.PositiveInfinity;

    public static IReadOnlyDictionary<DemoWorker, DemoLoad> On(IEnumerable<DemoCase> cases, DateOnly day)
    {
        var loads = new Dictionary<DemoWorker, DemoLoad>();
        foreach (var @case in cases)
        {
            if (!@case.IsOpen(day) || @case.HeldOn(day)?.Worker is not { } worker) continue;
            var held = loads.GetValueOrDefault(worker) ?? new(worker.Duties.Where(d => d.From <= day && (d.To is null || day <= d.To))
                .Sum(d => (double)d.Points), worker.Capacity(day), 0);
            loads[worker] = held with { Points = held.Points + @case.Points(day), Cases = held.Cases + 1 };
        }

        return loads;
    }
}
