using Fairload.Core.Allocation.PublicProblems;

namespace Fairload.Core.Allocation.Reassignment;

/// <summary>Which process a search takes up next. Shared by searches side by side: nothing in it changes.</summary>
internal sealed class ProcessChoice
{
    /// <summary>Large processes are few and decide most of the cost: they are taken up more often.</summary>
    private const double Favour = 0.3;

    /// <summary>Processes of like size are the ones that can change places: so far apart in the order of sizes, as a part of all.</summary>
    private const double Likeness = 0.2;
    private const int PlacesEach = 4;

    private readonly int[] _places;
    private readonly int[] _bySize;
    private readonly int[] _rank;
    private readonly int _reach;

    public ProcessChoice(FlatModel flat)
    {
        var favours = flat.Sizes.Select(size => Math.Pow(size + 1, Favour)).ToList();
        var (places, sum, due) = (new List<int>(), favours.Sum(), 0.0);
        for (var p = 0; p < favours.Count; p++)
        {
            due += favours[p] / sum * PlacesEach * favours.Count;
            do places.Add(p);
            while (places.Count < due);
        }

        _places = [.. places];
        _bySize = [.. Enumerable.Range(0, favours.Count).OrderBy(p => flat.Sizes[p])];
        _rank = new int[_bySize.Length];
        for (var n = 0; n < _bySize.Length; n++) _rank[_bySize[n]] = n;
        _reach = Math.Max(1, (int)(_bySize.Length * Likeness));
    }

    public int Any(Dice dice) => _places[dice.Below(_places.Length)];

    /// <summary>One of the largest eighth.</summary>
    public int Large(Dice dice) => _bySize[^(1 + dice.Below((_bySize.Length + 7) / 8))];

    /// <summary>One of about the size of the other, which may be that itself.</summary>
    public int Like(int process, Dice dice)
    {
        var rank = _rank[process] + dice.Below((2 * _reach) + 1) - _reach;
        return _bySize[Math.Clamp(rank, 0, _bySize.Length - 1)];
    }
}
