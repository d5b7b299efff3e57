namespace Fairload.Core.Allocation;

/// <summary>Counts the steps of a search. Whoever stopped a run by the clock can replay it by the steps it says it did.</summary>
internal sealed class Pace(Effort effort, CancellationToken stop)
{
    private bool _isOver = Begins(effort);
    private long _until = long.MaxValue;

    /// <summary>Steps begun.</summary>
    public long Steps { get; private set; }

    /// <summary>Steps that ran to their end: with just these a replay stops at the same place.</summary>
    public long Done => _isOver ? Math.Max(0, Steps - 1) : Steps;

    public bool IsOver => _isOver || Steps > _until;

    /// <summary>Tells whoever looks on.</summary>
    public void Reaches(SearchPart part) => effort.Watch?.Reaches(part);

    /// <summary>The next part of the search ends after so many steps from here, whatever the effort; null lifts that.</summary>
    public void EndPartAfter(long? steps) => _until = steps is { } more ? Steps + more : long.MaxValue;

    /// <summary>Whether to go on with so many steps more, at least one. Asked at the same places in every run.</summary>
    public bool GoesOn(long steps)
    {
        // Once it is over it is over at that step, however often it is still asked.
        if (IsOver) return false;
        Steps += steps;
        effort.Watch?.Did(Steps);
        _isOver = Steps > effort.Steps || stop.IsCancellationRequested;
        return !IsOver;
    }

    private static bool Begins(Effort effort)
    {
        effort.Watch?.Begins(effort.Steps);
        return effort.Steps == 0;
    }
}
