namespace Fairload.Core.Allocation;

/// <summary>At which part of the ladder a search is.</summary>
public enum SearchPart
{
    /// <summary>Before the search: people and cases are read.</summary>
    Reading,

    /// <summary>As much of what waits as there is room for.</summary>
    Placing,

    /// <summary>The heaviest load as light as it can be, then the next.</summary>
    Levelling,

    /// <summary>What each move of a held case buys.</summary>
    Moving,

    /// <summary>The kindest of what is as fair.</summary>
    Kindness,
}

/// <summary>Looks on while a search goes on: another thread may ask how far it is. It changes nothing of the answer.</summary>
public sealed class SearchWatch
{
    private long _steps;
    private long _most = 1;
    private int _part;

    public SearchPart Part => (SearchPart)Volatile.Read(ref _part);

    /// <summary>The part, 0 to 1, of the effort that is spent. A search may end well before 1; at 1 the effort has ended it.</summary>
    public double Spent => Math.Min(1, (double)Volatile.Read(ref _steps) / Volatile.Read(ref _most));

    internal void Begins(long most)
    {
        Volatile.Write(ref _most, Math.Max(1, most));
        Volatile.Write(ref _steps, 0);
    }

    internal void Did(long steps) => Volatile.Write(ref _steps, steps);

    internal void Reaches(SearchPart part) => Volatile.Write(ref _part, (int)part);
}
