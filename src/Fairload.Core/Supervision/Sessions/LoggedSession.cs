using Fairload.Core.Workforce;

namespace Fairload.Core.Supervision.Sessions;

/// <summary>What figures and due dates need of one session; null is <i>not known</i>.</summary>
/// <param name="On">The day on which it was held, or else for which it was planned.</param>
public sealed record LoggedSession(
    Id<Worker> Worker, DateOnly On, SessionState State, SessionKind? Kind = null, int? Minutes = null, int? CaseMinutes = null,
    int? ReflectiveMinutes = null, bool? IsInterrupted = null, CancelledBy? CancelledBy = null)
{
    /// <summary>Held with this worker alone.</summary>
    public bool IsOwn => State == SessionState.Held && Kind != SessionKind.Group;

    /// <summary>Ninety minutes or more, of which nobody says that they were interrupted.</summary>
    /// <remarks>Employer standard 5: at least an hour and a half of uninterrupted supervision.</remarks>
    public bool IsFull => IsOwn && Minutes >= WhatFallsDue.LeastMinutes && IsInterrupted != true;

    /// <summary>Minutes of reflection; null where it is not known how many there were.</summary>
    public int? Reflection => (IsOwn, Kind) switch
    {
        (false, _) => null,
        (_, SessionKind.Reflective) => Minutes,
        (_, SessionKind.Case) => Minutes is null ? null : 0,
        (_, SessionKind.Mixed) => Minutes is null ? null : ReflectiveMinutes ?? Minutes - CaseMinutes,
        _ => null,
    };
}
