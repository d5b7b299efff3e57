namespace Fairload.Core.Allocation;

/// <summary>Who holds what at a moment of the search. Every board that is left standing keeps the hard rules.</summary>
internal sealed class Board
{
    private readonly int[] _place;
    private readonly int[] _placeWithSecond;
    private readonly int[][] _held;
    private readonly int[] _count;

    /// <summary>What stands somewhere stands; what waits waits. That is legal, whatever the ceilings.</summary>
    public Board(Ways ways)
    {
        Ways = ways;
        Load = (long[])ways.Committed.Clone();
        (Came, Grew, _count) = (new int[ways.Holders], new int[ways.Holders], new int[ways.Holders]);
        (Way, _place, _placeWithSecond) = (new int[ways.Items], new int[ways.Items], new int[ways.Items]);
        _held = new int[ways.Holders][];
        for (var i = 0; i < ways.Holders; i++) _held[i] = new int[4];
        Array.Fill(Way, -1);
        for (var j = 0; j < ways.Items; j++)
        {
            if (ways.Now[j] >= 0) Set(j, ways.Now[j]);
        }
    }

    public Ways Ways { get; }

    /// <summary>The way that each item takes; -1 for one that waits.</summary>
    public int[] Way { get; }

    public long[] Load { get; }

    /// <summary>New items at each holder.</summary>
    public int[] Came { get; }

    /// <summary>Items of which each holder holds more than at the start.</summary>
    public int[] Grew { get; }

    public int Moves { get; private set; }

    public long Cost { get; private set; }

    /// <summary>Risk of items placed that waited.</summary>
    public long Risk { get; private set; }

    public ReadOnlySpan<int> Held(int holder) => _held[holder].AsSpan(0, _count[holder]);

    public void Set(int item, int way)
    {
        var ways = Ways;
        var before = Way[item];
        if (before >= 0)
        {
            Change(ways.Who[before], -ways.Points[before], -ways.New(before), -ways.More(before));
            Remove(ways.Who[before], item, _place[item]);
            if (ways.With[before] is var second and >= 0)
            {
                Change(second, -ways.WithPoints[before], -ways.NewToSecond(before), -ways.MoreForSecond(before));
                Remove(second, item, _placeWithSecond[item]);
            }

            Moves -= ways.IsMove[before];
            Cost -= ways.Cost[before];
            if (ways.Now[item] < 0) Risk -= ways.Risk[item];
        }

        Way[item] = way;
        if (way < 0) return;
        Change(ways.Who[way], ways.Points[way], ways.New(way), ways.More(way));
        _place[item] = Add(ways.Who[way], item);
        if (ways.With[way] is var other and >= 0)
        {
            Change(other, ways.WithPoints[way], ways.NewToSecond(way), ways.MoreForSecond(way));
            _placeWithSecond[item] = Add(other, item);
        }

        Moves += ways.IsMove[way];
        Cost += ways.Cost[way];
        if (ways.Now[item] < 0) Risk += ways.Risk[item];
    }

    /// <summary>Takes over another state of the same question.</summary>
    public void Become(ReadOnlySpan<int> way)
    {
        for (var j = 0; j < way.Length; j++)
        {
            if (Way[j] != way[j]) Set(j, way[j]);
        }
    }

    public Share[] Shares() => Share.Sorted(Load, Ways.Capacity);

    private void Change(int holder, long points, int came, int grew)
    {
        Load[holder] += points;
        Came[holder] += came;
        Grew[holder] += grew;
    }

    private int Add(int holder, int item)
    {
        if (_count[holder] == _held[holder].Length) Array.Resize(ref _held[holder], 2 * _count[holder]);
        _held[holder][_count[holder]] = item;
        return _count[holder]++;
    }

    private void Remove(int holder, int item, int place)
    {
        var last = _held[holder][--_count[holder]];
        _held[holder][place] = last;
        if (last == item) return;
        // A way names a holder once, so the last item knows by its way which of its two places this one was.
        if (Ways.Who[Way[last]] == holder) _place[last] = place;
        else _placeWithSecond[last] = place;
    }
}
