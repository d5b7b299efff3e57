using Fairload.Core.Workforce;

namespace Fairload.Core.Allocation.Meetings;

/// <summary>What a meeting is about.</summary>
public enum MeetingScope
{
    /// <summary>What waits in one team.</summary>
    Team,

    /// <summary>What waits in a service.</summary>
    Service,

    /// <summary>Everything that waits.</summary>
    Council,

    /// <summary>The caseload of one person, who leaves or is away.</summary>
    Caseload,
}

/// <summary>How far it is.</summary>
public enum MeetingState
{
    /// <summary>The first proposal is being worked out.</summary>
    Preparing,

    /// <summary>The proposal can be changed line by line.</summary>
    Open,

    /// <summary>People decided; the cases are given.</summary>
    Agreed,

    /// <summary>Agreed and taken back within the day.</summary>
    TakenBack,

    /// <summary>Ended without a decision.</summary>
    GivenUp,
}

/// <summary>What a meeting was opened for.</summary>
/// <param name="Worker">Whose caseload is spread; with <see cref="MeetingScope.Caseload"/> alone.</param>
/// <param name="MostMoves">How many cases that somebody holds may go to somebody else.</param>
/// <param name="ManagersTakePart">Managers of the teams in it may see and change the whole list.</param>
public sealed record MeetingAbout(MeetingScope Scope, Id<Team>? Team, string Service, Id<Worker>? Worker, int MostMoves, ulong Seed,
    long Steps, bool ManagersTakePart);

/// <summary>
/// An allocation meeting: a proposal that people change line by line and then agree to. It decides nothing until they do, and what they
/// decided is kept as it was.
/// </summary>
public sealed class AllocationMeeting
{
    public const int LongestText = 4_000;

    /// <summary>How long a meeting's proposal is searched for, in steps of <see cref="Effort"/>: people wait for it.</summary>
    public const long UsualSteps = 5_000_000;
    private static readonly TimeSpan TakesBackFor = TimeSpan.FromHours(24);

    private AllocationMeeting() { }

    public Id<AllocationMeeting> Id { get; private init; }
    public MeetingScope Scope { get; private init; }
    public Id<Team>? TeamId { get; private init; }
    public string Service { get; private init; } = "";
    public Id<Worker>? WorkerId { get; private init; }
    public int MostMoves { get; private init; }
    public long Seed { get; private init; }
    public long Steps { get; private init; }
    public bool ManagersTakePart { get; private init; }
    public string OpenedBy { get; private init; } = "";
    public DateTime OpenedAt { get; private init; }
    public MeetingState State { get; private set; }
    public string Present { get; private set; } = "";
    public string Minutes { get; private set; } = "";
    public string EndedBy { get; private set; } = "";
    public DateTime? EndedAt { get; private set; }

    /// <summary>Rises with every change of the list, so that two people lose nothing of one another's.</summary>
    public int Version { get; private set; }

    public MeetingAbout About => new(Scope, TeamId, Service, WorkerId, MostMoves, (ulong)Seed, Steps, ManagersTakePart);

    public static AllocationMeeting Open(MeetingAbout about, DateTime at, string by) => new()
    {
        Id = Id<AllocationMeeting>.New(),
        Scope = about.Scope,
        TeamId = about.Team,
        Service = about.Service,
        WorkerId = about.Worker,
        MostMoves = about.MostMoves,
        Seed = (long)about.Seed,
        Steps = about.Steps,
        ManagersTakePart = about.ManagersTakePart,
        OpenedBy = by,
        OpenedAt = at,
        State = MeetingState.Preparing,
    };

    /// <summary>A proposal is there, the first or one more.</summary>
    public void IsPlanned()
    {
        if (State is not (MeetingState.Preparing or MeetingState.Open)) throw new InvalidOperationException("The meeting has ended.");
        State = MeetingState.Open;
        Version++;
    }

    /// <summary>Refuses a meeting that has ended or has no proposal yet, and texts that are too long or say nothing of who was
    /// there.</summary>
    public Result<AllocationMeeting> Agree(string present, string minutes, DateTime at, string by)
    {
        if (State != MeetingState.Open) return new Problem("", $"The meeting has ended meanwhile. Nothing was changed.");
        var problems = new List<Problem>();
        if (string.IsNullOrWhiteSpace(present)) problems.Add(new("Present", $"Say who was there"));
        if (present.Length > LongestText) problems.Add(new("Present", $"Who was there is longer than {LongestText} letters; make it shorter"));
        if (minutes.Length > LongestText) problems.Add(new("Minutes", $"The minutes are longer than {LongestText} letters; make them shorter"));
        if (problems.Count > 0) return problems;

        (Present, Minutes) = (present.Trim(), minutes.Trim());
        return End(MeetingState.Agreed, at, by);
    }

    /// <summary>Refuses a meeting that has ended already.</summary>
    public Result<AllocationMeeting> GiveUp(DateTime at, string by) =>
        State is MeetingState.Preparing or MeetingState.Open ? End(MeetingState.GivenUp, at, by)
            : new Problem("", $"The meeting has ended meanwhile. Nothing was changed.");

    /// <summary>Within a day of the agreement, and only where a caseload was spread.</summary>
    public bool CanBeTakenBack(DateTime at) =>
        Scope == MeetingScope.Caseload && State == MeetingState.Agreed && EndedAt is { } agreed && at - agreed <= TakesBackFor;

    /// <summary>Refuses what <see cref="CanBeTakenBack"/> does not allow.</summary>
    public Result<AllocationMeeting> TakeBack(DateTime at, string by) =>
        CanBeTakenBack(at) ? End(MeetingState.TakenBack, at, by)
            : new Problem("", $"This can not be taken back: only the spreading of a caseload can, within 24 hours of its agreement. Give the cases one by one instead");

    private AllocationMeeting End(MeetingState state, DateTime at, string by)
    {
        (State, EndedAt, EndedBy) = (state, at, by);
        Version++;
        return this;
    }
}
