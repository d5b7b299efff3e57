namespace Fairload.Core.Disclosure;

/// <summary>Admits groups one after the other for as long as no group under the floor can be worked out from all of them.</summary>
internal sealed class Protector(IReadOnlyList<int> people, int floor)
{
    /// <summary>The changes are shortest when the smallest groups came first; so from time to time they are put together anew.</summary>
    private const int AnewAfter = 80;

    private readonly int[] _people = [.. people];
    private readonly List<int[]> _out = [];
    private UnshownChanges? _changes;
    private SmallGroupSearch? _search;
    private long _stepsBefore;
    private int _settled;

    public long Steps => _stepsBefore + (_search?.Steps ?? 0);

    /// <summary>What is out is out, whatever it gives away.</summary>
    public void IsOut(int[] group)
    {
        _out.Add(group);
        _changes = null;
    }

    /// <summary>None when the group may be shown, and then it is; else all stays as it was.</summary>
    public Finding Admit(int[] group, long steps)
    {
        if (_out.Count >= _settled + AnewAfter) _changes = null;
        var finding = Try(group, steps, out var step);
        if (finding == Finding.None) _out.Add(group);
        else if (step is not null) _changes!.Undo(step);
        return finding;
    }

    /// <summary>Whether it could be shown; it is not shown by asking.</summary>
    public bool Allows(int[] group, long steps)
    {
        var finding = Try(group, steps, out var step);
        if (step is not null) _changes!.Undo(step);
        return finding == Finding.None;
    }

    /// <summary>Looks, for an audit, at every group that holds this atom and none that was looked at before.</summary>
    public Finding Look(int atom, long steps)
    {
        if (!IsSettled()) return Finding.GaveUp;
        var finding = _search!.From([atom], steps);
        if (finding == Finding.None) _search.LeaveOut(atom);
        return finding;
    }

    /// <summary>False when the numbers grow too large to be reckoned with exactly. Nothing is proved then.</summary>
    public bool IsSettled()
    {
        if (_changes is not null) return true;
        var changes = new UnshownChanges(_people);
        foreach (var group in _out.OrderBy(g => g.Length)) if (changes.Show(group) is null) return false;
        _stepsBefore = Steps;
        (_changes, _search, _settled) = (changes, new(changes, _people, floor), _out.Count);
        return true;
    }

    private Finding Try(int[] group, long steps, out ShownStep? step)
    {
        step = null;
        if (!IsSettled() || (step = _changes!.Show(group)) is null) return Finding.GaveUp;
        return NewlyWorkable(step, steps);
    }

    /// <summary>
    /// People who became workable by this group, and were not before, are altered by every change that it forbids. So they hold an
    /// atom of each: where those changes lie apart in too many places they are too many, and otherwise it is enough to begin at one.
    /// </summary>
    private Finding NewlyWorkable(ShownStep step, long steps)
    {
        if (step.Was.Count == 0) return Finding.None;
        var (apart, needed) = (new HashSet<int>(), 0);
        foreach (var (_, was) in step.Was.OrderBy(w => w.Was.Atoms.Length))
        {
            if (was.Atoms.Any(apart.Contains)) continue;
            needed += was.Atoms.Min(a => _people[a]);
            if (needed >= floor) return Finding.None;
            apart.UnionWith(was.Atoms);
        }

        return _search!.From(step.Was.MinBy(w => w.Was.Atoms.Length).Was.Atoms, steps);
    }
}
