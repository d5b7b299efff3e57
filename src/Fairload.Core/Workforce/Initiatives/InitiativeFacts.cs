using Fairload.Core.Imports;

namespace Fairload.Core.Workforce.Initiatives;

/// <summary>What is asked of teams beside casework.</summary>
public enum InitiativeKind { Initiative, Return, Reorganisation, Inspection, Project }

/// <summary>Whether staff were told why.</summary>
public enum StaffTold { NotKnown, No, Yes }

/// <summary>Of whom the hours are asked.</summary>
public enum EffortPer { Team, Person }

/// <summary>Whom it reaches.</summary>
public enum InitiativeReach { Council, Services, Teams }

/// <summary>Who did something to the register, and when.</summary>
public sealed record InitiativeDeed(string By, DateTime At, DateOnly Today);

/// <summary>Something that is asked of teams beside casework, as entered.</summary>
/// <param name="AskedBy">Who asked for it: a job, a body or a committee.</param>
/// <param name="Why">Empty where no reason is stated.</param>
/// <param name="ToldOn">When staff were told why; null where they were not, or the day is not known.</param>
/// <param name="Hours">A month; null where nobody knows, and never 0 for that.</param>
/// <param name="Services">Names; only where it reaches services.</param>
/// <param name="Teams">Only where it reaches teams.</param>
/// <param name="ExpectedOn">The last day, as expected; null where none is.</param>
/// <remarks>Social Work Task Force health check, 2009, workload management: what else is asked of social workers, and why, belongs to
/// the picture of their load.</remarks>
public sealed record InitiativeFacts(
    string Name, InitiativeKind Kind, string AskedBy, string Why, StaffTold Told, DateOnly? ToldOn, decimal? Hours, EffortPer Per,
    InitiativeReach Reach, IReadOnlyList<string> Services, IReadOnlyList<Id<Team>> Teams, DateOnly? StartsOn, DateOnly? ExpectedOn)
{
    public const int LongestName = 120;
    public const int LongestWhy = 1_000;
    public const decimal MostHours = 10_000;
    private const int MostYears = 10;
    private const char Between = '\n';

    /// <summary>Whom it reaches, as one text: nothing for the whole council.</summary>
    public string Places => Reach switch
    {
        InitiativeReach.Services => string.Join(Between, Services.Distinct().Order(StringComparer.Ordinal)),
        InitiativeReach.Teams => string.Join(Between, Teams.Select(t => t.ToString()).Distinct().Order(StringComparer.Ordinal)),
        _ => "",
    };

    internal static IReadOnlyList<string> ServicesIn(InitiativeReach reach, string places) =>
        reach == InitiativeReach.Services ? places.Split(Between) : [];

    internal static IReadOnlyList<Id<Team>> TeamsIn(InitiativeReach reach, string places) => reach != InitiativeReach.Teams ? []
        : [.. places.Split(Between).Select(p => Id<Team>.TryParse(p, out var team) ? team : default)];

    /// <summary>Refuses what is not named, asked by nobody, contradicts itself, or can not be.</summary>
    public static Result<InitiativeFacts> Read(InitiativeFacts written, DateOnly today)
    {
        var facts = written with
        {
            Name = Written.Clean(written.Name),
            AskedBy = Written.Clean(written.AskedBy),
            Why = written.Why.Trim(),
            ToldOn = written.Told == StaffTold.Yes ? written.ToldOn : null,
        };
        var problems = Words(facts);
        if (facts.Hours is <= 0 or > MostHours)
            problems.Add(new("Hours", $"Enter the hours a month, over 0 and up to {MostHours}, or leave them out where nobody knows"));
        if (facts is { Reach: InitiativeReach.Services, Services.Count: 0 })
            problems.Add(new("Services", $"Choose the services that it reaches, or say that it reaches the whole council"));
        if (facts is { Reach: InitiativeReach.Teams, Teams.Count: 0 })
            problems.Add(new("Teams", $"Choose the teams that it reaches"));
        problems.AddRange(Days(facts, today));
        return problems.Count > 0 ? problems : facts;
    }

    private static List<Problem> Words(InitiativeFacts facts)
    {
        var problems = new List<Problem>();
        if (facts.Name.Length is 0 or > LongestName)
            problems.Add(new("Name", $"Say in {LongestName} characters or fewer what it is called"));
        if (facts.AskedBy.Length is 0 or > LongestName)
            problems.Add(new("AskedBy", $"Say in {LongestName} characters or fewer who asked for it: a job, a body or a committee"));
        if (facts.Why.Length > LongestWhy) problems.Add(new("Why", $"Say why in {LongestWhy} characters or fewer"));
        return problems;
    }

    private static IEnumerable<Problem> Days(InitiativeFacts facts, DateOnly today)
    {
        if (facts.StartsOn is not { } starts)
        {
            yield return new("StartsOn", $"Enter the day on which it starts");
            yield break;
        }

        if (IsFar(starts)) yield return new("StartsOn", $"This day lies more than {MostYears} years away. Check the year");
        if (facts.ExpectedOn is { } expected && IsFar(expected))
            yield return new("ExpectedOn", $"This day lies more than {MostYears} years away. Check the year");
        if (facts.ExpectedOn < starts) yield return new("ExpectedOn", $"It can not be expected to end before it starts");
        if (facts.ToldOn > today) yield return new("ToldOn", $"The day on which staff were told lies in the future. Enter today or an earlier day");

        bool IsFar(DateOnly day) => day < today.AddYears(-MostYears) || day > today.AddYears(MostYears);
    }

    /// <summary>Lists are the same when they name the same, in whichever order.</summary>
    public bool IsSame(InitiativeFacts other) =>
        this with { Services = other.Services, Teams = other.Teams } == other && Places == other.Places;
}
