namespace Fairload.Core.Caseload.Calibration;

/// <summary>One running of a calibration: the same vignettes for everybody, by one factor set, until a day.</summary>
public sealed class CalibrationRound
{
    /// <summary>Of fewer an agreement beyond chance says nothing.</summary>
    public const int FewestVignettes = 5;

    private CalibrationRound() { }

    public Id<CalibrationRound> Id { get; private init; }
    public Area Area { get; private init; }

    /// <summary>Code of the factor set, with its version.</summary>
    public string FactorSet { get; private init; } = "";

    /// <summary>Codes of the vignettes, parted by blanks.</summary>
    public string Vignettes { get; private init; } = "";
    public DateOnly OpenedOn { get; private init; }

    /// <summary>The last day on which it can be scored.</summary>
    public DateOnly ClosesOn { get; private set; }
    public string OpenedBy { get; private init; } = "";

    /// <summary>Ended before its day by whoever may; null otherwise.</summary>
    public DateOnly? EndedOn { get; private set; }
    public int Version { get; private set; }

    public IReadOnlyList<string> Codes => Vignettes.Split(' ');

    /// <summary>Refuses a day that is not after today, and fewer vignettes than five.</summary>
    public static Result<CalibrationRound> Open(
        FactorSet set, IReadOnlyList<Vignette> vignettes, DateOnly? closesOn, DateOnly today, string by)
    {
        var problems = new List<Problem>();
        if (vignettes.Any(v => v.Area != set.Area)) throw new ArgumentException("These are of the other area.", nameof(vignettes));
        if (vignettes.Count < FewestVignettes)
            problems.Add(new("Vignettes", $"Choose at least {FewestVignettes} vignettes: of fewer an agreement says nothing"));
        if (closesOn is null) problems.Add(new("ClosesOn", $"Enter the last day on which it can be scored"));
        else if (closesOn <= today) problems.Add(new("ClosesOn", $"The last day has to be after today, so that people have time to score"));
        if (problems.Count > 0) return problems;

        return new CalibrationRound
        {
            Id = Id<CalibrationRound>.New(),
            Area = set.Area,
            FactorSet = set.Code,
            Vignettes = string.Join(' ', vignettes.Select(v => v.Code)),
            OpenedOn = today,
            ClosesOn = closesOn!.Value,
            OpenedBy = by,
        };
    }

    /// <summary>Can be scored on this day. Until it ends nobody sees what others gave.</summary>
    public bool IsOpen(DateOnly day) => EndedOn is null && day <= ClosesOn;

    /// <summary>No more answers. A second time changes nothing.</summary>
    public void End(DateOnly on)
    {
        if (!IsOpen(on)) return;
        EndedOn = on;
        Version++;
    }
}

/// <summary>One person's score of one vignette in one round. It can be changed until the person says that they have finished.</summary>
public sealed class CalibrationAnswer
{
    private CalibrationAnswer() { }

    public Id<CalibrationAnswer> Id { get; private init; }
    public Id<CalibrationRound> RoundId { get; private init; }

    /// <summary>The account of whoever scores.</summary>
    public Guid Scorer { get; private init; }
    public string Vignette { get; private init; } = "";

    /// <summary>Six characters, one a factor in the set's order: <c>1</c>, <c>2</c> or <c>3</c>.</summary>
    public string Factors { get; private set; } = "";
    public int Version { get; private set; }

    public IReadOnlyList<int> Values => [.. Factors.Select(c => c - '0')];

    /// <summary>By the rule of real scores.</summary>
    public int Tier => Caseload.FactorSet.TierOf([.. Values.Select(v => (int?)v)])!.Value;

    /// <summary>Refuses a score that is not whole: what nobody can decide from the text is scored as it reads.</summary>
    public static Result<CalibrationAnswer> Give(Id<CalibrationRound> round, Guid scorer, string vignette, IReadOnlyList<int?> factors)
    {
        if (Whole(factors) is { } problem) return problem;
        return new CalibrationAnswer
        {
            Id = Id<CalibrationAnswer>.New(),
            RoundId = round,
            Scorer = scorer,
            Vignette = vignette,
            Factors = Written(factors),
        };
    }

    public Result<Done> Change(IReadOnlyList<int?> factors)
    {
        if (Whole(factors) is { } problem) return problem;
        if (Factors == Written(factors)) return default(Done);
        Factors = Written(factors);
        Version++;
        return default(Done);
    }

    private static Problem? Whole(IReadOnlyList<int?> factors) =>
        factors.Count == Caseload.FactorSet.Size && factors.All(f => f is >= 1 and <= 3) ? null
            : new("Factors", $"Give all six factors 1, 2 or 3: what the text leaves open is scored as it reads");

    private static string Written(IReadOnlyList<int?> factors) => string.Concat(factors.Select(f => f!.Value));
}

/// <summary>Somebody has scored every vignette and changes nothing more.</summary>
public sealed record CalibrationFinish(Id<CalibrationFinish> Id, Id<CalibrationRound> RoundId, Guid Scorer, DateTime FinishedAt);
