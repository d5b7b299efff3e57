namespace Fairload.Core.Imports;

/// <summary>What a file would do, in numbers, for deciding whether it may be taken in while nobody looks.</summary>
/// <param name="Gone">Closed by the file, or no longer in it.</param>
/// <param name="LeftOut">Values and rows that can not be read.</param>
/// <param name="Known">How many of its kind are held now.</param>
/// <param name="Unsettled">Contradictions with what was entered here, which nobody has settled.</param>
public sealed record InboxChange(int Added, int Changed, int Gone, int LeftOut, int Known, int Unsettled);

/// <summary>The most that one part of a change may come to: so many rows, and so many per cent of what is held.</summary>
public sealed record InboxMost(int Rows, decimal Percent)
{
    public bool Allows(int rows, int known) => rows <= Rows && (known == 0 ? rows == 0 : rows * 100m <= Percent * known);
}

/// <summary>
/// A council's limits for files that are taken in unattended. A change within them is what a week brings; one over them may be a file
/// that was cut off, of the wrong day or of another council, and waits for a person.
/// </summary>
public sealed record InboxLimits(InboxMost Added, InboxMost Changed, InboxMost Gone, InboxMost LeftOut)
{
    /// <summary>Why a person has to look at it first, in one sentence; null when it may be taken in.</summary>
    /// <param name="isFirst">No file of this kind is held: nothing tells whether it is the right one.</param>
    public Problem? WhyHeld(InboxChange change, bool isFirst)
    {
        if (isFirst) return new("", $"It is the first file of its kind, so a person has to say that it is the right one.");
        if (change.Unsettled > 0) return new("", $"It contradicts what was entered here ({change.Unsettled}). Settle which is right, then confirm it.");
        if (!Gone.Allows(change.Gone, change.Known))
            return new("", $"It would close or no longer shows {change.Gone} of {change.Known}, more than the council lets through while nobody looks.");
        if (!Added.Allows(change.Added, change.Known))
            return new("", $"It would add {change.Added} to {change.Known}, more than the council lets through while nobody looks.");
        if (!Changed.Allows(change.Changed, change.Known))
            return new("", $"It would change {change.Changed} of {change.Known}, more than the council lets through while nobody looks.");
        return LeftOut.Allows(change.LeftOut, change.Known) ? null
            : new("", $"It holds {change.LeftOut} values or rows that can not be read, more than the council lets through while nobody looks.");
    }
}
