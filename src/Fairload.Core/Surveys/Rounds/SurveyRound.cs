namespace Fairload.Core.Surveys.Rounds;

/// <summary>
/// One running of a questionnaire: planned, open, closed, or cancelled before the first invitation. What protects whoever answers is fixed
/// when it opens: from then on it can only become stricter, which the database holds too.
/// </summary>
public sealed class SurveyRound
{
    /// <summary>More would tell people that they are watched.</summary>
    public const int MostReminders = 2;

    private SurveyRound() { }

    public Id<SurveyRound> Id { get; private init; }

    /// <summary>Two letters or digits with which every code of the round begins, so that a typed code says which round it is for.</summary>
    public string Mark { get; private init; } = "";
    public string Questionnaire { get; private set; } = "";
    public int QuestionnaireVersion { get; private set; }

    /// <summary>The questionnaire as it was when the round opened, as JSON; empty before.</summary>
    public string Document { get; private set; } = "";
    public RoundMode Mode { get; private set; }

    /// <summary>Staff, or people who use services and carers: of these nobody is listed, and whoever is given a sheet is asked.</summary>
    public Respondents Respondents { get; private set; }
    public RoundState State { get; private set; }
    public DateOnly OpensOn { get; private set; }

    /// <summary>The first day on which nobody can answer any more.</summary>
    public DateOnly ClosesOn { get; private set; }
    public int Floor { get; private set; }
    public int CommentFloor { get; private set; }
    public bool AsksRoleGroup { get; private set; }
    public bool AsksLengthOfService { get; private set; }
    public bool AsksExperience { get; private set; }
    public bool AsksContract { get; private set; }
    public string SafePerson { get; private set; } = "";
    public string PlannedBy { get; private init; } = "";
    public DateOnly PlannedOn { get; private init; }
    public string OpenedBy { get; private set; } = "";
    public DateOnly? OpenedOn { get; private set; }
    public string ClosedBy { get; private set; } = "";
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>How many reminders have gone.</summary>
    public int Reminders { get; private set; }

    /// <summary>How many had no address to which a code could be sent; they are given a sheet. Only with personal codes.</summary>
    public int Unreached { get; private set; }

    /// <summary>How many sheets with a code have been printed; only where codes are handed out.</summary>
    public int Sheets { get; private set; }

    /// <summary>Where the site is reached, for the link in a letter; empty before the round opens.</summary>
    public string Site { get; private set; } = "";

    /// <summary>Hash of the code that unlocks the kiosk; empty while it is locked.</summary>
    public string StewardHash { get; private set; } = "";
    public int Version { get; private set; }

    public DateOnly LastDay => ClosesOn.AddDays(-1);

    /// <summary>Nobody is listed.</summary>
    public bool IsOfPeople => Respondents == Respondents.PeopleAndCarers;

    /// <summary>What is asked beside the unit.</summary>
    public IReadOnlyList<BackgroundQuestion> Background =>
    [
        .. Enum.GetValues<BackgroundQuestion>().Where(q => q switch
        {
            BackgroundQuestion.RoleGroup => AsksRoleGroup,
            BackgroundQuestion.LengthOfService => AsksLengthOfService,
            BackgroundQuestion.Experience => AsksExperience,
            _ => AsksContract,
        }),
    ];

    /// <summary>Somebody can answer on this day.</summary>
    public bool IsOpen(DateOnly day) => State == RoundState.Open && OpensOn <= day && day < ClosesOn;

    public static Result<SurveyRound> Plan(RoundPlan plan, int version, string mark, string by, DateOnly today)
    {
        var problems = plan.Faults(today);
        if (problems.Count > 0) return problems.ToList();
        var round = new SurveyRound { Id = Id<SurveyRound>.New(), Mark = mark, PlannedBy = by, PlannedOn = today };
        round.Take(plan, version);
        return round;
    }

    /// <summary>Another plan, as long as nobody has been invited.</summary>
    public Result<SurveyRound> Replan(RoundPlan plan, int version, DateOnly today)
    {
        if (State != RoundState.Planned) return Frozen;
        var problems = plan.Faults(today);
        if (problems.Count > 0) return problems.ToList();
        Take(plan, version);
        Version++;
        return this;
    }

    /// <summary>Stricter than before: a higher floor, fewer background questions. Refuses everything that would weaken it.</summary>
    public Result<SurveyRound> Strengthen(int floor, int commentFloor, IReadOnlyList<BackgroundQuestion> background)
    {
        if (State != RoundState.Open) return new Problem("", $"Only a round that is open is made stricter here. Nothing was changed");
        var problems = new List<Problem>();
        if (floor < Floor || floor > RoundPlan.MostFloor)
            problems.Add(new("Floor", $"People were promised that nothing is shown of fewer than {Floor}. Enter {Floor} or more, up to {RoundPlan.MostFloor}"));
        if (commentFloor < CommentFloor || commentFloor < floor || commentFloor > RoundPlan.MostFloor)
            problems.Add(new("CommentFloor", $"Enter a floor for comments from {Math.Max(CommentFloor, floor)} to {RoundPlan.MostFloor}: it can only go up, and is never under the other"));
        if (background.Any(q => !Background.Contains(q)))
            problems.Add(new("Background", $"A question that was not announced can not be added while people answer"));
        if (problems.Count > 0) return problems;
        (Floor, CommentFloor) = (floor, commentFloor);
        Ask(background);
        Version++;
        return this;
    }

    /// <summary>What stands against opening it; null for nothing.</summary>
    /// <param name="people">Who would be asked; of people and carers nobody knows.</param>
    public Problem? WhyNotOpened(int people, DateOnly today)
    {
        if (State == RoundState.Cancelled) return new Problem("", $"This round was cancelled. Plan a new one");
        if (State != RoundState.Planned) return new Problem("", $"This round has been opened already. Nothing was changed");
        if (today < OpensOn) return new Problem("", $"It opens on {OpensOn}. Open it on that day, or plan an earlier one");
        if (today >= ClosesOn) return new Problem("", $"The day on which it was to close has passed. Plan other days first");
        if (people < Floor && !IsOfPeople)
            return new Problem("", $"Only {people} people would be asked, fewer than the floor of {Floor}: nothing could ever be shown. Nobody was invited");
        return null;
    }

    /// <summary>The first invitation goes out: from now on nothing can be weakened.</summary>
    /// <param name="people">Who is asked.</param>
    /// <param name="unreached">Of them without an address, where codes are sent.</param>
    public Result<SurveyRound> Open(string document, int people, int unreached, string site, string by, DateOnly today)
    {
        if (WhyNotOpened(people, today) is { } why) return why;
        (State, Document, Site, OpenedBy, OpenedOn) = (RoundState.Open, document, site, by, today);
        Unreached = Mode == RoundMode.PersonalCodes ? unreached : 0;
        Version++;
        return this;
    }

    /// <summary>One more reminder has gone. Refuses a third.</summary>
    public Result<SurveyRound> Remind(DateOnly today)
    {
        if (!IsOpen(today)) return new Problem("", $"Nobody can answer today, so nobody is reminded");
        if (Reminders >= MostReminders)
            return new Problem("", $"{MostReminders} reminders have gone. More would tell people that they are watched");
        Reminders++;
        Version++;
        return this;
    }

    /// <summary>So many more sheets have been printed.</summary>
    public void Printed(int sheets)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sheets);
        Sheets += sheets;
        Version++;
    }

    /// <summary>How many sheets were handed out is known anew.</summary>
    public void Counted() => Version++;

    /// <summary>A new code unlocks the kiosk, and the one before does no longer.</summary>
    public void Unlock(string stewardHash)
    {
        StewardHash = stewardHash;
        Version++;
    }

    /// <summary>Ends it, also before its day. A second time changes nothing.</summary>
    public Result<SurveyRound> Close(string by, DateOnly today)
    {
        if (State == RoundState.Closed) return this;
        if (State != RoundState.Open) return new Problem("", $"This round has not been opened, so it can not be closed. Cancel it instead");
        (State, ClosedBy, ClosedOn, StewardHash) = (RoundState.Closed, by, today, "");
        Version++;
        return this;
    }

    /// <summary>It will not take place. Refused once anybody has been invited.</summary>
    public Result<SurveyRound> Cancel()
    {
        if (State == RoundState.Cancelled) return this;
        if (State != RoundState.Planned) return Frozen;
        State = RoundState.Cancelled;
        Version++;
        return this;
    }

    private static Problem Frozen => new("", $"People have been invited: the plan stands as it was promised to them. Nothing was changed");

    private void Take(RoundPlan plan, int version)
    {
        (Questionnaire, QuestionnaireVersion, Mode, Respondents) = (plan.Questionnaire, version, plan.Mode!.Value, plan.For);
        (OpensOn, ClosesOn) = (plan.OpensOn!.Value, plan.ClosesOn!.Value);
        (Floor, CommentFloor, SafePerson) = (plan.Floor!.Value, plan.CommentFloor!.Value, plan.SafePerson.Trim());
        Ask(plan.Background);
    }

    private void Ask(IReadOnlyList<BackgroundQuestion> asked) =>
        (AsksRoleGroup, AsksLengthOfService, AsksExperience, AsksContract) =
        (asked.Contains(BackgroundQuestion.RoleGroup), asked.Contains(BackgroundQuestion.LengthOfService),
            asked.Contains(BackgroundQuestion.Experience), asked.Contains(BackgroundQuestion.Contract));
}
