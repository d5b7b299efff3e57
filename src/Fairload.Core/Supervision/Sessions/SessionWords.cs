using Fairload.Core.Workforce;

namespace Fairload.Core.Supervision.Sessions;

/// <summary>How often somebody is supervised; what comes first is more often.</summary>
public enum Frequency { Weekly, Fortnightly, FourWeekly, Monthly }

/// <summary>Where a session stands.</summary>
public enum SessionState { Planned, Held, Cancelled }

/// <summary>What a session was for. A group is no supervision of one's own and never counts for what falls due.</summary>
public enum SessionKind { Case, Reflective, Mixed, Group }

/// <summary>Who cancelled a session.</summary>
public enum CancelledBy { Worker, Supervisor, Other }

/// <summary>Why a session or a meeting did not take place: a short list, so that it can be counted and tells of nobody's health.</summary>
public enum CancelledBecause { Sickness, Leave, Duty, Court, NoCover, Other }

/// <summary>What the worker says of the record of a session.</summary>
public enum RecordAnswer { Confirmed, Disputed }

/// <summary>Who does something about supervision, and when.</summary>
/// <param name="By">Their name, as it is kept.</param>
/// <param name="ById">Null where they are not on the staff list.</param>
public sealed record SessionDeed(string By, Id<Worker>? ById, DateTime At, DateOnly Today);
