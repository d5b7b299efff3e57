namespace Fairload.Core.Disclosure;

/// <summary>Admits groups one after the other for as long as no group under the floor can be worked out from all of them.</summary>
internal sealed class Protector(IReadOnlyList<int> people, int floor)
{
    /// <summary>The changes are shortest when the smallest groups came first; so they are put together anew when they have grown by
    /// this part, in per cent.</summary>
    private const int GrownTooMuch = 60;

    private readonly int[] _people = [.. people];
    private readonly List<int[]> _out = [];
    private UnshownChanges? _changes;
    private SmallGroupSearch? _search;
    private long _stepsBefore;
    private int _shortest;

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
        if (_changes is not null && _changes.Length > _shortest + (_shortest * GrownTooMuch / 100)) _changes = null;
        var finding = Try(group, steps, out var touched);
        if (finding != Finding.None) return finding;
        if (!_changes!.Show(touched)) return Finding.GaveUp;
        _out.Add(group);
        return Finding.None;
    }

    /// <summary>Whether it could be shown; it is not shown by asking.</summary>
    public bool Allows(int[] group, long steps) => Try(group, steps, out _) == Finding.None;

    /// <summary>Looks, for an audit, at every group that holds this atom and none that was looked at before.</summary>
    public Finding Look(int atom, long steps)
    {
        if (!IsSettled()) return Finding.GaveUp;
        var finding = _search!.From(atom, steps);
        if (finding == Finding.None) _search.LeaveOut(atom);
        return finding;
    }

    /// <summary>False when the numbers grow too large to be reckoned with exactly. Nothing is proved then.</summary>
    public bool IsSettled()
    {
        if (_changes is not null) return true;
        var changes = new UnshownChanges(_people);
        foreach (var group in _out.OrderBy(g => g.Length)) if (!changes.Show(group)) return false;
        _stepsBefore = Steps;
        (_changes, _search, _shortest) = (changes, new(changes, _people, floor), changes.Length);
        return true;
    }

    private Finding Try(int[] group, long steps, out ReadOnlySpan<int> touched)
    {
        touched = [];
        if (!IsSettled()) return Finding.GaveUp;
        touched = _changes!.Touched(group);
        return touched.Length == 0 ? Finding.None : _search!.Like(touched, steps);
    }
}
