using Fairload.Core.Workforce;

namespace Fairload.Core.Supervision.Sessions;

/// <summary>What figures need of one worker.</summary>
/// <param name="LogFrom">The first day for which their team keeps a log; null for none.</param>
/// <param name="CountsInMonth">At work in the last month, at least in part of it.</param>
/// <param name="Windows">Those that ended in the time looked at.</param>
public sealed record SupervisedFigure(Id<Worker> Worker, DateOnly? LogFrom, bool CountsInMonth, IReadOnlyList<DueWindow> Windows);

/// <summary>
/// Supervision of some people over some time, counted. Sessions in groups are counted by themselves and in no other figure. Every share
/// has whole numbers above and below, and is null where nothing is known.
/// </summary>
/// <param name="Planned">All that were to be: held, cancelled, and past without anybody saying what came of them.</param>
/// <param name="NotRecorded">The last of these.</param>
/// <param name="LengthKnown">Of those held.</param>
/// <param name="NinetyOrMore">Of those whose length is known: ninety minutes or more, interrupted or not.</param>
/// <param name="Workers">People of whom it is known whether they had ninety minutes in the month up to the last day.</param>
/// <param name="WorkersWithNinety">Of these, those who had.</param>
/// <param name="WorkersNotKnown">People at work of whom it is not known.</param>
/// <param name="ReflectiveMinutes">Of sessions of which it is known what the minutes were for.</param>
/// <param name="MinutesKnown">All minutes of the same sessions.</param>
/// <param name="ReflectionNotKnown">Held sessions of which it is not known.</param>
public sealed record SupervisionFigures(
    int Planned, int Held, int CancelledByWorker, int CancelledBySupervisor, int CancelledByOther, int NotRecorded, int InGroups,
    int LengthKnown, int LengthNotKnown, int NinetyOrMore, int Workers, int WorkersWithNinety, int WorkersNotKnown, Compliance Due,
    int ReflectiveMinutes, int MinutesKnown, int ReflectionNotKnown)
{
    public int Cancelled => CancelledByWorker + CancelledBySupervisor + CancelledByOther;

    public Percent? HeldOfPlanned => Share(Held, Planned);
    public Percent? NinetyOfKnown => Share(NinetyOrMore, LengthKnown);
    public Percent? WithNinetyInMonth => Share(WorkersWithNinety, Workers);
    public Percent? Reflective => Share(ReflectiveMinutes, MinutesKnown);

    /// <param name="sessions">Of these people; those outside the days are passed over.</param>
    /// <param name="to">The cut-off: the last day that counts.</param>
    public static SupervisionFigures Of(
        IReadOnlyList<SupervisedFigure> people, IReadOnlyList<LoggedSession> sessions, DateOnly from, DateOnly to)
    {
        var own = sessions.Where(s => from <= s.On && s.On <= to && s.Kind != SessionKind.Group).ToList();
        var held = own.Where(s => s.State == SessionState.Held).ToList();
        var known = held.Where(s => s.Minutes is not null).ToList();
        var told = held.Where(s => s.Reflection is not null).ToList();
        var month = InMonth(people, sessions, to);
        return new(
            own.Count,
            held.Count,
            own.Count(s => s.CancelledBy == CancelledBy.Worker),
            own.Count(s => s.CancelledBy == CancelledBy.Supervisor),
            own.Count(s => s.CancelledBy == CancelledBy.Other),
            own.Count(s => s.State == SessionState.Planned),
            sessions.Count(s => from <= s.On && s.On <= to && s is { Kind: SessionKind.Group, State: SessionState.Held }),
            known.Count,
            held.Count - known.Count,
            known.Count(s => s.Minutes >= WhatFallsDue.LeastMinutes),
            month.Count(m => m is not null),
            month.Count(m => m == true),
            month.Count(m => m is null),
            Compliance.Of(people.SelectMany(p => p.Windows).Where(w => from <= w.To && w.To <= to)),
            told.Sum(s => s.Reflection!.Value),
            told.Sum(s => s.Minutes!.Value),
            held.Count - told.Count);
    }

    /// <summary>The first day of the month that ends on a day: from the 16th of one to the 15th of the next.</summary>
    public static DateOnly MonthFrom(DateOnly to) => to.AddMonths(-1).AddDays(1);

    private static List<bool?> InMonth(IReadOnlyList<SupervisedFigure> people, IReadOnlyList<LoggedSession> sessions, DateOnly to)
    {
        var from = MonthFrom(to);
        var own = sessions.Where(s => s.IsOwn && from <= s.On && s.On <= to).ToLookup(s => s.Worker);
        return
        [
            .. people.Where(p => p.CountsInMonth).Select(p => own[p.Worker].Any(s => s.IsFull) ? true
                : own[p.Worker].Any(s => s.Minutes is null) || p.LogFrom is null || p.LogFrom > from ? (bool?)null : false),
        ];
    }

    private static Percent? Share(int part, int whole) => whole == 0 ? null : Percent.Of(part, whole);
}
