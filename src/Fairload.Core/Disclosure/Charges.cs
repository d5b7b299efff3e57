namespace Fairload.Core.Disclosure;

/// <summary>
/// How many people a group has to hold at the least to make altered changes good. Each such change charges the atoms that could make it
/// good so much for every unit by which they move it, and all charges together leave every atom at no more than its people; then the
/// group holds no fewer people than what the changes charge for what they are out by.
/// </summary>
/// <remarks>The dual of the linear programme, raised one change at a time and never searched for its best: any charges prove what they
/// come to.</remarks>
/// <param name="sums">By how much each change is out.</param>
internal sealed class Charges(UnshownChanges changes, int[] people, long[] sums)
{
    /// <summary>Into so many parts a person is divided, so that several changes can share one.</summary>
    public const int Parts = 60;

    private const int Barred = int.MaxValue;

    /// <summary>So many atoms that bear nothing more are relieved for the sake of one change, and so many times.</summary>
    private const int MostRelieved = 4;
    private const int MostTimes = 3;

    private readonly Purse[] _purses = [.. people.Select(p => new Purse { Left = (long)p * Parts, Cost = p == 0 ? Barred : p })];
    private readonly List<(int Which, long Price)> _raised = [];

    /// <summary>How many charges stand.</summary>
    public int Count => _raised.Count;

    /// <summary>What of an atom's people is not charged for yet, in parts.</summary>
    public long Left(int atom) => _purses[atom].Left;

    /// <summary>It is in already, or was tried.</summary>
    public void Bar(int atom) => _purses[atom].Cost = Barred;

    public void Unbar(int atom) => _purses[atom].Cost = people[atom];

    /// <summary>Whether the atom may be taken in. Once what is left of it is more than can be spared it is not in any group that there is
    /// room for, so whatever is charged to it after that proves nothing wrong.</summary>
    /// <param name="room">How many more people the group may hold.</param>
    /// <param name="spare">By how many parts that is more than the charges come to.</param>
    public bool Fits(int atom, int room, long spare)
    {
        ref var purse = ref _purses[atom];
        return purse.Cost <= room && (ulong)purse.Left <= (ulong)spare;
    }

    /// <summary>Charges for these changes as much as their atoms bear. False when the group would have to be larger than there is room
    /// for.</summary>
    public bool Raise(ReadOnlySpan<int> altered, int room, ref long spare)
    {
        foreach (var which in altered) if (sums[which] != 0 && !Raise(which, room, ref spare)) return false;
        foreach (var which in altered)
        {
            if (sums[which] == 0) continue;
            for (var time = 0; time < MostTimes && Relieve(which, room, spare); time++) if (!Raise(which, room, ref spare)) return false;
        }

        return true;
    }

    /// <summary>Takes back all charges but the first so many.</summary>
    public void Keep(int count)
    {
        for (var i = _raised.Count - 1; i >= count; i--) Charge(_raised[i].Which, -_raised[i].Price);
        _raised.RemoveRange(count, _raised.Count - count);
    }

    private bool Raise(int which, int room, ref long spare)
    {
        var sum = sums[which];
        var price = Bearable(changes.At(which), sum > 0, room, spare);
        if (price == 0) return true;
        if (price > spare || (spare -= price * Math.Abs(sum)) < 0) return false;
        Add(which, sum > 0 ? price : -price);
        return true;
    }

    /// <summary>As much as every atom bears that moves the change down, or up; without end where there is none.</summary>
    private long Bearable(Change change, bool isDown, int room, long spare)
    {
        var (atoms, moves, price) = (change.Atoms, change.By, long.MaxValue);
        for (var i = 0; i < atoms.Length && price > 0; i++)
        {
            if (moves[i] < 0 != isDown || !Fits(atoms[i], room, spare)) continue;
            var left = Left(atoms[i]);
            price = Math.Min(price, moves[i] is 1 or -1 ? left : left / Math.Abs((long)moves[i]));
        }

        return price;
    }

    /// <summary>So that the change can charge more, others that are not out by anything charge the atoms less of which nothing is left, and
    /// their own other atoms more. That costs nothing. False where it can not be done.</summary>
    private bool Relieve(int which, int room, long spare)
    {
        var (change, isDown, count) = (changes.At(which), sums[which] > 0, 0);
        Span<int> spent = stackalloc int[MostRelieved];
        for (var i = 0; i < change.Atoms.Length; i++)
        {
            var atom = change.Atoms[i];
            if (change.By[i] < 0 != isDown || Left(atom) != 0 || !Fits(atom, room, spare)) continue;
            if (count == MostRelieved) return false;
            spent[count++] = atom;
        }

        foreach (var atom in spent[..count]) if (!RelieveAtom(atom, room, spare)) return false;
        return count > 0;
    }

    private bool RelieveAtom(int atom, int room, long spare)
    {
        var moved = changes.Of(atom).Which;
        var by = changes.Of(atom).By;
        for (var k = 0; k < moved.Length; k++)
        {
            if (sums[moved[k]] != 0) continue;
            var price = Math.Min(Bearable(changes.At(moved[k]), by[k] > 0, room, spare), spare + 1);
            if (price == 0) continue;
            Add(moved[k], by[k] > 0 ? price : -price);
            return true;
        }

        return false;
    }

    private void Add(int which, long price)
    {
        Charge(which, price);
        _raised.Add((which, price));
    }

    private void Charge(int which, long price)
    {
        var (atoms, moves) = (changes.At(which).Atoms, changes.At(which).By);
        for (var i = 0; i < atoms.Length; i++) _purses[atoms[i]].Left += price * moves[i];
    }

    private struct Purse
    {
        public long Left;

        /// <summary>Who comes with the atom; without end for one that can not be taken in.</summary>
        public int Cost;
    }
}
