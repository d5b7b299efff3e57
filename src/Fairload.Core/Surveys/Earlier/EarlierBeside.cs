using Fairload.Core.Surveys.Results;

namespace Fairload.Core.Surveys.Earlier;

/// <summary>Why a figure of an earlier survey stands beside nothing.</summary>
public enum NoComparison
{
    /// <summary>No item is worded so.</summary>
    Wording,

    /// <summary>Other answers could be chosen.</summary>
    Scale,

    /// <summary>Which answers could be chosen is not known.</summary>
    ScaleNotKnown,

    /// <summary>A mean of one statement is not shown here.</summary>
    Measure,

    /// <summary>No group of the results has that name, or two have it.</summary>
    Group,

    /// <summary>How many answered is not known.</summary>
    Number,

    /// <summary>Fewer answered than the floor of this round.</summary>
    TooFew,
}

/// <summary>A share of an earlier survey.</summary>
/// <param name="At">Which class or option of the item it is, in the order of <see cref="ItemLine.Shares"/>.</param>
public sealed record EarlierShare(int At, ShownShare Share);

/// <summary>What an earlier survey said to one question in one group, and what it stands beside.</summary>
/// <param name="Item">Code of the item; null where none is the same question.</param>
/// <param name="Key">Of the line of the results; null where no group is the same.</param>
/// <param name="Why">Null where it can be compared; then <paramref name="Shares"/> has something.</param>
/// <param name="SaidBy">Who said that it is the same question; null where the wording is the same.</param>
public sealed record EarlierBeside(
    int Year, string Source, string Group, string Wording, int? Answered, string? Item, string? Key, IReadOnlyList<EarlierShare> Shares,
    NoComparison? Why, string? SaidBy)
{
    /// <summary>What became of the share that agreed; null where that can not be said.</summary>
    public ChangeKind? Change(ResultLine line)
    {
        if (Why is not null || Answered is not { } before || line.Answered is not { } now || Shares.Count != 1) return null;
        return line.Item(Item!) is { } said ? StatisticsOfShares.Change(Shares[0].Share, before, said.Shares[Shares[0].At], now) : null;
    }
}
