using Fairload.Core.Allocation.PublicProblems;

namespace Fairload.Core.Allocation.Reassignment;

/// <summary>
/// Takes a large process to a machine that is too full for it, by first moving others away from there, one by one. No single move
/// leads from one such assignment to the other unless it worsens much on the way. What does not pay in the end is taken back.
/// </summary>
internal sealed class MakingRoom(FlatModel flat, ProcessChoice choice, ReassignmentState state, Dice dice)
{
    private const int MostAway = 30;
    private const int TargetsTried = 16;
    private const int PlacesTried = 8;

    private readonly List<int> _away = [];
    private readonly int[] _standing = new int[flat.Processes];

    /// <summary>True where all of it together changes the cost, charges included, by less than the limit, and so was done.</summary>
    public bool Try(double limit)
    {
        var process = choice.Large(dice);
        if (Target(process) is not { } to || !state.Allows(process, to)) return false;

        var (from, left, before) = (state.On[process], Standing(to), state.Total);
        _away.Clear();
        state.Move(process, to);
        while (!state.HasRoom(to) || state.Total - before >= limit)
        {
            if (left == 0 || _away.Count == MostAway)
            {
                TakeBack(process, from, to);
                return false;
            }

            var pick = dice.Below(left);
            var leaves = _standing[pick];
            _standing[pick] = _standing[--left];
            MoveAway(leaves, from);
        }

        return true;
    }

    private void TakeBack(int process, int from, int to)
    {
        for (var n = _away.Count - 1; n >= 0; n--) state.Move(_away[n], to);
        state.Move(process, from);
    }

    /// <summary>Another machine that could hold it if it were empty; for the largest processes these are few.</summary>
    private int? Target(int process)
    {
        for (var tried = 0; tried < TargetsTried; tried++)
        {
            var to = dice.Below(flat.Machines);
            if (state.On[process] != to && flat.CouldHold(to, process)) return to;
        }

        return null;
    }

    /// <summary>Moves it to the best of a few places, of which the one that the large process left is the likeliest.</summary>
    private void MoveAway(int process, int from)
    {
        var (best, place) = (ReassignmentState.Never, -1);
        for (var tried = 0; tried < PlacesTried; tried++)
        {
            var to = tried == 0 ? from : tried == 1 ? flat.Initial[process] : dice.Below(flat.Machines);
            var change = state.Moving(process, to, best);
            if (change < best) (best, place) = (change, to);
        }

        if (place < 0) return;
        state.Move(process, place);
        _away.Add(process);
    }

    private int Standing(int machine)
    {
        var (count, at) = (0, 0);
        ReadOnlySpan<int> on = state.On;
        for (var next = on.IndexOf(machine); next >= 0; next = on[at..].IndexOf(machine))
        {
            at += next;
            _standing[count++] = at++;
        }

        return count;
    }
}
