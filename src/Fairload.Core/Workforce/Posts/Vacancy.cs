namespace Fairload.Core.Workforce.Posts;

/// <summary>How far a vacant post is on its way to somebody.</summary>
public enum VacancyStage { NotAdvertised, Advertised, Interviews, Expected, Late }

/// <summary>How a vacancy ended.</summary>
public enum VacancyEnd { Filled, GivenUp }

/// <summary>Who did something about a post, and when.</summary>
public sealed record PostDeed(string By, DateTime At, DateOnly Today);

/// <summary>What is entered about a vacant post. Nothing about whoever applied.</summary>
/// <param name="ExpectedOn">The first day on which somebody is expected in it.</param>
public sealed record VacancyFacts(
    Id<Team> TeamId, string Level, decimal Fte, DateOnly? AdvertisedOn, DateOnly? ClosesOn, DateOnly? InterviewOn, DateOnly? ExpectedOn);

/// <summary>A vacant post and what becomes of it: advertised, interviews, somebody expected.</summary>
public sealed class Vacancy
{
    public const int LongestLevel = 100;
    public const decimal MostFte = 20;
    private const int MostYears = 5;

    private Vacancy() { }

    public Id<Vacancy> Id { get; private init; }
    public Id<Team> TeamId { get; private set; }
    public string Level { get; private set; } = "";
    public decimal Fte { get; private set; }
    public DateOnly? AdvertisedOn { get; private set; }
    public DateOnly? ClosesOn { get; private set; }
    public DateOnly? InterviewOn { get; private set; }
    public DateOnly? ExpectedOn { get; private set; }
    public VacancyEnd? Ending { get; private set; }
    public DateOnly? EndedOn { get; private set; }
    public string EnteredBy { get; private init; } = "";
    public DateTime EnteredAt { get; private init; }
    public string ChangedBy { get; private set; } = "";
    public DateTime ChangedAt { get; private set; }
    public int Version { get; private set; }

    public bool IsOpen => Ending is null;

    public VacancyFacts Facts => new(TeamId, Level, Fte, AdvertisedOn, ClosesOn, InterviewOn, ExpectedOn);

    public static Result<Vacancy> Enter(VacancyFacts facts, PostDeed deed)
    {
        if (Wrong(facts, deed.Today) is { Count: > 0 } problems) return problems;
        var vacancy = new Vacancy
        {
            Id = Id<Vacancy>.New(),
            EnteredBy = deed.By,
            EnteredAt = deed.At,
            ChangedBy = deed.By,
            ChangedAt = deed.At,
        };
        vacancy.Take(facts);
        return vacancy;
    }

    /// <param name="seen">The version that whoever changes it has read.</param>
    public Result<Done> Amend(VacancyFacts facts, int seen, PostDeed deed)
    {
        if (Overtaken(seen) is { } problem) return problem;
        if (Wrong(facts, deed.Today) is { Count: > 0 } problems) return problems;
        if (Trimmed(facts) == Facts) return default(Done);
        Take(facts);
        Stamp(deed);
        return default(Done);
    }

    public Result<Done> End(VacancyEnd how, int seen, PostDeed deed)
    {
        if (Overtaken(seen) is { } problem) return problem;
        (Ending, EndedOn) = (how, deed.Today);
        Stamp(deed);
        return default(Done);
    }

    /// <summary>A reorganisation takes the posts of a team along.</summary>
    public void GoesTo(Id<Team> team)
    {
        TeamId = team;
        Version++;
    }

    /// <summary>By the latest of its days that has come; late once somebody was expected before today and it is still open.</summary>
    public VacancyStage StageOn(DateOnly day)
    {
        if (ExpectedOn is { } expected) return expected < day ? VacancyStage.Late : VacancyStage.Expected;
        if (InterviewOn <= day) return VacancyStage.Interviews;
        return AdvertisedOn <= day ? VacancyStage.Advertised : VacancyStage.NotAdvertised;
    }

    private static List<Problem> Wrong(VacancyFacts facts, DateOnly today)
    {
        var problems = new List<Problem>();
        if (facts.Level.Trim().Length is 0 or > LongestLevel)
            problems.Add(new("Level", $"Enter the grade or level of the post, in {LongestLevel} characters or fewer"));
        if (facts.Fte is <= 0 or > MostFte) problems.Add(new("Fte", $"Enter how many full-time equivalents are vacant, over 0 and up to {MostFte}"));
        if (facts.AdvertisedOn is null && facts.ClosesOn is not null)
            problems.Add(new("AdvertisedOn", $"Enter the day on which it was advertised, because it has a closing day"));
        if (facts.ClosesOn < facts.AdvertisedOn)
            problems.Add(new("ClosesOn", $"The closing day must not be before the day of the advertisement"));
        if (facts.InterviewOn < facts.AdvertisedOn)
            problems.Add(new("InterviewOn", $"The interviews must not be before the advertisement"));
        if (facts.ExpectedOn < (facts.InterviewOn ?? facts.AdvertisedOn))
            problems.Add(new("ExpectedOn", $"Nobody can be expected before the interviews or the advertisement"));
        (string Field, DateOnly? Day)[] days =
        [
            ("AdvertisedOn", facts.AdvertisedOn), ("ClosesOn", facts.ClosesOn), ("InterviewOn", facts.InterviewOn),
                ("ExpectedOn", facts.ExpectedOn),
        ];
        foreach (var (field, _) in days.Where(d => d.Day < today.AddYears(-MostYears) || d.Day > today.AddYears(MostYears)))
            problems.Add(new(field, $"This day lies more than {MostYears} years away. Check the year"));

        return problems;
    }

    private static VacancyFacts Trimmed(VacancyFacts facts) => facts with { Level = facts.Level.Trim() };

    private void Take(VacancyFacts facts) => (TeamId, Level, Fte, AdvertisedOn, ClosesOn, InterviewOn, ExpectedOn) =
        (facts.TeamId, facts.Level.Trim(), facts.Fte, facts.AdvertisedOn, facts.ClosesOn, facts.InterviewOn, facts.ExpectedOn);

    private void Stamp(PostDeed deed)
    {
        (ChangedBy, ChangedAt) = (deed.By, deed.At);
        Version++;
    }

    private Problem? Overtaken(int seen) => !IsOpen
        ? new("", $"{ChangedBy} has already ended this vacancy. Enter another where the post is vacant again")
        : seen == Version ? null
        : new("", $"{ChangedBy} has changed this meanwhile. Above stands what is stored now; below stands what you entered. Store it again if yours is right");
}
