namespace Fairload.Core.HealthCheck.Cycles;

/// <summary>The steps of a year's health check, in their order.</summary>
public enum CycleStep
{
    Opened,
    Gathering,
    AskingStaff,
    Talking,
    Judging,
    Deciding,
    Reporting,
    Published,
    SixMonthsOn,
    Compared,
}

/// <summary>A step that was taken, forward or back.</summary>
/// <param name="Reason">Why something was left open, or why it went back; empty for neither.</param>
public sealed record StepTaken(Id<StepTaken> Id, Id<Cycle> CycleId, int Number, CycleStep Step, DateOnly TakenOn, string By, string Reason);

/// <summary>What is still open before the next step.</summary>
/// <param name="NotYetKnown">Measures of the framework that are not known and of which nobody has said who will know.</param>
/// <param name="NotTalkedAbout">Findings that lack a voice of the frontline, of managers or of people who use services.</param>
/// <param name="NotJudged">Parts of the framework without a judgement.</param>
/// <param name="IsProved">Everything let out in this year's editions is proved.</param>
public sealed record StillOpen(int NotYetKnown, int Findings, int NotTalkedAbout, int NotJudged, bool HasDecidedPublication, bool IsProved);

/// <summary>
/// A year's health check, from opening it to comparing it with the next. It goes on step by step; what is left open is named with a reason
/// that everybody can read, and nothing is published that is not proved.
/// </summary>
public sealed class Cycle
{
    public const int MostReason = 1000;
    private static readonly CycleStep Last = Enum.GetValues<CycleStep>().Max();

    private readonly List<StepTaken> _steps = [];

    private Cycle() { }

    public Id<Cycle> Id { get; private init; }

    /// <summary>By which people call it: the year in which it ends.</summary>
    public int Year { get; private init; }

    /// <summary>Code of the framework whose parts are judged.</summary>
    public string Framework { get; private init; } = "";

    /// <summary>The first and the last day that figures tell about.</summary>
    public DateOnly FromOn { get; private init; }
    public DateOnly ToOn { get; private init; }
    public CycleStep Step { get; private set; }
    public string OpenedBy { get; private init; } = "";
    public int Version { get; private set; }

    /// <summary>In the order in which they were taken.</summary>
    public IReadOnlyList<StepTaken> Steps => _steps;

    /// <summary>Figures move until the report is begun; then they stand.</summary>
    public bool IsFrozen => Step >= CycleStep.Reporting;

    /// <summary>The day on which a step was reached for the last time; null for one that was not.</summary>
    public DateOnly? ReachedOn(CycleStep step) => Step < step ? null
        : _steps.Where(s => s.Step == step).Select(s => (DateOnly?)s.TakenOn).LastOrDefault();

    public static Result<Cycle> Open(int year, string framework, DateOnly? from, DateOnly? to, string by, DateOnly today)
    {
        var problems = new List<Problem>();
        if (from is null) problems.Add(new("From", $"Enter the first day that figures shall tell about"));
        if (to is null) problems.Add(new("To", $"Enter the last day that figures shall tell about"));
        if (from > to) problems.Add(new("To", $"The last day lies before the first one. Change one of them"));
        if (from is { } f && to is { } t && t.DayNumber - f.DayNumber > 731)
            problems.Add(new("To", $"A health check looks at two years at most. Choose days that lie closer together"));
        if (year != to?.Year && to is not null) problems.Add(new("Year", $"The health check is called by the year in which it ends: {to.Value.Year}"));
        if (problems.Count > 0) return problems;
        var cycle = new Cycle
        {
            Id = Id<Cycle>.New(),
            Year = year,
            Framework = framework,
            FromOn = from!.Value,
            ToOn = to!.Value,
            OpenedBy = by,
        };
        cycle.Take(CycleStep.Opened, "", by, today);
        return cycle;
    }

    /// <summary>To the next step, or back to an earlier one with a reason.</summary>
    /// <param name="seen">The version that the reader saw.</param>
    public Result<Cycle> Go(CycleStep to, string reason, StillOpen open, int seen, string by, DateOnly today)
    {
        var because = reason.Trim();
        if (seen != Version)
            return new Problem("", $"Somebody has taken a step meanwhile. Look at where the health check stands now and choose again");
        if (to == Step || to > Step + 1 || to > Last)
            return new Problem("Step", $"From here the health check goes one step on, or back. Choose one of these");
        if (because.Length > MostReason) return new Problem("Reason", $"Shorten the reason to {MostReason} characters or fewer");
        if (to < Step && because.Length == 0) return new Problem("Reason", $"Say why it goes back. Everybody who reads the health check can read it");
        if (to > Step && Refused(to, open) is { } refused) return refused;
        if (to > Step && because.Length == 0 && Missing(to, open) is { } missing) return missing;
        Take(to, because, by, today);
        return this;
    }

    /// <summary>What no reason makes good.</summary>
    private static Problem? Refused(CycleStep to, StillOpen open) => to switch
    {
        CycleStep.Published when !open.HasDecidedPublication =>
            new("Step", $"Nobody has decided yet what is published, for whom and why. Write the publication record first"),
        CycleStep.Published when !open.IsProved =>
            new("Step", $"Not everything in the editions is proved safe, so nothing is published. Audit the releases and make the editions again"),
        _ => null,
    };

    /// <summary>What has to be done, or left open by name.</summary>
    private static Problem? Missing(CycleStep to, StillOpen open) => to switch
    {
        CycleStep.AskingStaff or CycleStep.Talking when open.NotYetKnown > 0 =>
            new("Reason", $"Of {open.NotYetKnown} measures nobody has said who will know them. Say it on their pages, or say here why that stays open"),
        CycleStep.Judging when open.Findings == 0 =>
            new("Reason", $"No finding has been written down. Write what was found, or say here why there is nothing to talk about"),
        CycleStep.Judging when open.NotTalkedAbout > 0 =>
            new("Reason", $"On {open.NotTalkedAbout} findings the frontline, managers or people who use services have not been heard. Hear them, or say here why that stays open"),
        CycleStep.Deciding when open.NotJudged > 0 =>
            new("Reason", $"There is no judgement on {open.NotJudged} parts. Judge them, or say here why that stays open"),
        _ => null,
    };

    private void Take(CycleStep step, string reason, string by, DateOnly on)
    {
        Step = step;
        Version++;
        _steps.Add(new(Id<StepTaken>.New(), Id, _steps.Count + 1, step, on, by, reason));
    }
}
