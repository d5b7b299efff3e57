namespace Fairload.Core.Disclosure;

/// <summary>Admits groups one after the other for as long as no group under the floor can be worked out from all of them.</summary>
internal sealed class Protector
{
    private readonly UnshownChanges _changes;
    private readonly SmallGroupSearch _search;

    public Protector(IReadOnlyList<int> people, int floor)
    {
        _changes = new(people);
        _search = new(_changes, people, floor);
    }

    public long Steps => _search.Steps;

    /// <summary>What is out is out, whatever it gives away. False when the numbers grow too large to reckon with it.</summary>
    public bool IsOut(int[] group) => _changes.Show(group) is not null;

    /// <summary>
    /// None when the group may be shown, and then it is; else all stays as it was. A group that became workable by this one, and was
    /// not before, is altered by the change that this one takes away: so it is enough to begin at that change's atoms.
    /// </summary>
    public Finding Admit(int[] group, long steps)
    {
        if (_changes.Show(group) is not { } step) return Finding.GaveUp;
        var finding = step.Gone is null ? Finding.None : _search.From(step.Gone.Atoms, steps);
        if (finding != Finding.None) _changes.Undo(step);
        return finding;
    }

    /// <summary>Whether it could be shown; it is not shown by asking.</summary>
    public bool Allows(int[] group, long steps)
    {
        if (_changes.Show(group) is not { } step) return false;
        var isAllowed = step.Gone is null || _search.From(step.Gone.Atoms, steps) == Finding.None;
        _changes.Undo(step);
        return isAllowed;
    }

    /// <summary>Looks, for an audit, at every group that holds this atom and none that was looked at before.</summary>
    public Finding Look(int atom, long steps)
    {
        var finding = _search.From([atom], steps);
        if (finding == Finding.None) _search.LeaveOut(atom);
        return finding;
    }
}
