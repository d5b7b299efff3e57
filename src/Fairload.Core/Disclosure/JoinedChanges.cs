namespace Fairload.Core.Disclosure;

/// <summary>Those of the changes that one group touches which are joined already, by the atoms that they move: a tenth of all that move
/// them, so that a partner is found without looking at the others.</summary>
internal sealed class JoinedChanges(int atoms)
{
    private readonly int[] _last = new int[atoms];
    private readonly int[] _begunAt = new int[atoms];
    private Entry[] _entries = new Entry[64];
    private int _count;
    private int _begun;

    /// <summary>For another group: none is joined yet.</summary>
    public void Begin() => (_count, _begun) = (0, _begun + 1);

    public void Add(int which, Change change)
    {
        var (atoms, by) = (change.Atoms, change.By);
        while (_entries.Length < _count + atoms.Length) Array.Resize(ref _entries, 2 * _entries.Length);
        for (var i = 0; i < atoms.Length; i++)
        {
            _entries[_count] = new(which, by[i], LastOf(atoms[i]));
            (_last[atoms[i]], _begunAt[atoms[i]]) = (_count++, _begun);
        }
    }

    /// <summary>Where the last one to be joined that moves this atom is found; -1 for none.</summary>
    public int LastOf(int atom) => _begunAt[atom] == _begun ? _last[atom] : -1;

    public ref readonly Entry At(int place) => ref _entries[place];

    /// <param name="Before">Where the one before that moves the same atom is found; -1 for none.</param>
    public readonly record struct Entry(int Which, int By, int Before);
}
