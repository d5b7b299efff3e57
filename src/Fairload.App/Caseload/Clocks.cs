using Fairload.Core.Caseload;

namespace Fairload.App.Caseload;

/// <summary>The clocks of a nation with its calendar, ready to be asked of many cases.</summary>
internal sealed class Clocks
{
    private readonly IReadOnlyList<Clock> _clocks;
    private readonly WorkingCalendar _calendar;

    private Clocks(IReadOnlyList<Clock> clocks, WorkingCalendar calendar) => (_clocks, _calendar) = (clocks, calendar);

    public static Clocks For(string nation) =>
        new([.. ReferenceData.Clocks().Where(c => c.HoldsIn(nation))], ReferenceData.Calendar(nation));

    /// <summary>Every clock that has started in a case of this type, the one due first on top, those that can not be dated last.</summary>
    public IReadOnlyList<ClockLine> All(string typeCode, IEnumerable<CaseEvent> events) =>
    [
        .. _clocks.Where(c => c.RunsIn(typeCode)).Select(c => new ClockLine(c, c.Due(events, _calendar)))
            .Where(l => l.Due.State != ClockState.NotStarted)
            .OrderBy(l => l.Due.State == ClockState.Met).ThenBy(l => l.Due.DueOn ?? DateOnly.MaxValue)
                .ThenBy(l => l.Clock.Code, StringComparer.Ordinal),
    ];

    public ClockLine? Next(string typeCode, IEnumerable<CaseEvent> events) =>
        All(typeCode, events).FirstOrDefault(l => l.Due.State == ClockState.Running);
}
