using Fairload.Core.Allocation.PublicProblems;

namespace Fairload.Core.Allocation.Reassignment;

/// <summary>One search: cools from the initial assignment as the budget goes.</summary>
internal sealed class ReassignmentSearch
{
    private const int LeastTriesALook = 512;

    private readonly FlatModel _flat;
    private readonly ProcessChoice _choice;
    private readonly Dice _dice;
    private readonly ReassignmentState _state;
    private readonly MakingRoom _room;
    private readonly double _size;
    private readonly int _triesALook;
    private int _charged = -1;

    public ReassignmentSearch(MachineModel model, FlatModel flat, ProcessChoice choice, Dice dice)
    {
        (_flat, _choice, _dice, _state) = (flat, choice, dice, new(model, flat));
        _room = new(flat, choice, _state, dice);
        _size = Math.Max(1, flat.Sizes.Average());

        // Keeping the best takes time with the number of processes, and so it is not done more often than that many tries ask for.
        _triesALook = Math.Max(LeastTriesALook, flat.Processes / 4);
        (Best, BestCost) = ([.. _state.On], _state.Cost);
    }

    /// <summary>The best assignment met, by process of the <see cref="FlatModel"/>.</summary>
    public int[] Best { get; }

    public double BestCost { get; private set; }

    /// <summary>Searches until the budget is gone, or the bound is reached.</summary>
    public void Cool(double bound, Func<double> spent)
    {
        for (var gone = spent(); gone < 1 && BestCost > bound; gone = spent())
        {
            var due = Cooling.ChargeStep(gone);
            if (due != _charged) _state.Charge(Cooling.ChargeAt(_charged = due));
            var warmth = Cooling.WarmthAt(gone, _size);
            for (var tried = 0; tried < _triesALook; tried++)
            {
                Try(warmth);
                if (tried % Cooling.TriesARoom == 0) _room.Try(warmth * _dice.Lenience());
            }

            if (_state.Cost >= BestCost) continue;
            BestCost = _state.Cost;
            _state.On.CopyTo(Best, 0);
        }
    }

    private void Try(double warmth)
    {
        var process = _choice.Any(_dice);
        var lenience = warmth * _dice.Lenience();
        if (_dice.Below(Cooling.Hundred) >= Cooling.Swaps)
        {
            // Of so many machines the first one would hardly ever come up by chance, and it is the one that costs nothing.
            var to = _dice.Below(Cooling.Hundred) < Cooling.Returns ? _flat.Initial[process] : _dice.Below(_flat.Machines);
            if (_state.Moving(process, to, lenience) < lenience) _state.Move(process, to);
            return;
        }

        var other = _choice.Like(process, _dice);
        if (_state.Swapping(process, other, lenience) < lenience) _state.Swap(process, other);
    }
}
