using Fairload.Core.Imports;

namespace Fairload.App.Store;

/// <summary>What <c>fairload.json</c> in the data directory says. Everything has a default, so an empty file is a good one.</summary>
public sealed record CouncilSettings
{
    /// <summary><c>sqlite</c> or <c>postgres</c>.</summary>
    public string Engine { get; init; } = "sqlite";

    /// <summary>Connection string for PostgreSQL; empty for SQLite, whose file lies in the data directory.</summary>
    public string Connection { get; init; } = "";

    /// <summary>Connection string for the ballot store's own role on PostgreSQL; empty to reach it through <see cref="Connection"/>, whose
    /// role then has to be allowed to make it.</summary>
    public string BallotConnection { get; init; } = "";

    /// <summary>The council's name as shown on every page.</summary>
    public string Council { get; init; } = "";

    /// <summary>Whose bank holidays count: <c>england-and-wales</c>, <c>scotland</c> or <c>northern-ireland</c>.</summary>
    public string Nation { get; init; } = "england-and-wales";

    public CouncilLimits Limits { get; init; } = new();

    /// <summary>The mail server that letters go through; null where the council's own mail system collects them from the outbox.</summary>
    public MailSettings? Mail { get; init; }
}

/// <summary>A council's own limits.</summary>
public sealed record CouncilLimits
{
    /// <summary>Per cent of capacity at which the bands begin: in band, full, over.</summary>
    public decimal InBandFrom { get; init; } = 95;
    public decimal FullFrom { get; init; } = 100;
    public decimal OverFrom { get; init; } = 110;

    /// <summary>Pages warn when the latest extract is older than this many days.</summary>
    public int DataAgeDays { get; init; } = 7;

    /// <summary>An absence this long, in calendar days, makes the cases of the person who is away phantom.</summary>
    public int LongLeaveDays { get; init; } = 28;

    /// <summary>How many cases may come to one person in seven days; null for no limit.</summary>
    public int? NewCasesAWeek { get; init; }

    /// <summary>Working days in which a new case is first visited: who is away on that day is not offered it.</summary>
    public int FirstVisitDays { get; init; } = 5;

    /// <summary>Working days within which a worker answers when a case is given to them.</summary>
    public int AnswerDays { get; init; } = 2;

    /// <summary>Working days within which "not safe" has a written reply.</summary>
    public int ReplyDays { get; init; } = 2;

    /// <summary>Working days within which there has to be a plan for a load over the line.</summary>
    public int PlanDays { get; init; } = 5;

    /// <summary>Weeks over the line, of the last twelve, from which a person is told up the line.</summary>
    public int RedWeeksUp { get; init; } = 4;

    /// <summary>Working days within which a question about a score has a written answer.</summary>
    public int ScoreReplyDays { get; init; } = 5;

    /// <summary>Working days in which whoever has the next step of a transfer between teams has to take it.</summary>
    public int TransferAnswerDays { get; init; } = 5;

    /// <summary>Working days in which a case that another team has accepted has to move.</summary>
    public int TransferMoveDays { get; init; } = 10;

    /// <summary>Working days overdue after which an action goes up: to whoever manages the unit, to the director, to elected
    /// members.</summary>
    public int ActionLineDays { get; init; } = 5;
    public int ActionDirectorDays { get; init; } = 10;
    public int ActionMembersDays { get; init; } = 20;

    /// <summary>Per cent of fairness that may be given up so that a case goes to whom it knows.</summary>
    public decimal KindTolerance { get; init; } = 1;

    /// <summary>Hours a week of a full-time post; turns hours into FTE where the sheet has no FTE.</summary>
    public decimal FullTimeHours { get; init; } = 37;

    /// <summary>Working days lost to sickness a year for each FTE that the council aims at; null where it has set none.</summary>
    public decimal? SicknessTargetDays { get; init; }

    /// <summary>Working days within which somebody sees to an incident, and after which a small thing counts as open long.</summary>
    public int FollowUpDays { get; init; } = 5;
    public int SmallThingDays { get; init; } = 20;

    /// <summary>The most that a file from the inbox may do while nobody looks: rows, and per cent of what is held.</summary>
    public InboxLimits Inbox { get; init; } = new(new(200, 10), new(2000, 40), new(100, 5), new(100, 5));

    /// <summary>The largest file that may be uploaded, and the most that a workbook may unpack to, in megabytes.</summary>
    public int UploadMegabytes { get; init; } = 100;
    public int UnpackedMegabytes { get; init; } = 1024;
}
