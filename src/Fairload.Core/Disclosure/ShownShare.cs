namespace Fairload.Core.Disclosure;

/// <summary>How near to nobody or everybody a share lies.</summary>
public enum ShareBand
{
    /// <summary>So few that it is not told how few.</summary>
    Few,
    Between,

    /// <summary>So many that it is not told how many.</summary>
    Most,
}

/// <summary>
/// The share of a group that said something, as everybody may read it. Where all or nobody said it, the share would tell what each one
/// said; so the ends are never told apart, for every group in the same way whatever it answered.
/// </summary>
/// <param name="End">Whole per cent: under this, and over a hundred less this, is not told apart.</param>
/// <param name="WholePercent">Null at the ends.</param>
public readonly record struct ShownShare(ShareBand Band, int End, int? WholePercent)
{
    /// <summary>Groups of so many people are told apart up to one per cent, smaller ones up to ten.</summary>
    public const int ManyPeople = 100;

    /// <param name="said">Of <paramref name="answered"/>, 0 or more.</param>
    public static ShownShare Of(int said, int answered)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(said);
        ArgumentOutOfRangeException.ThrowIfLessThan(answered, Math.Max(1, said));
        var end = answered >= ManyPeople ? 1 : 10;
        if (said * 100L < end * (long)answered) return new(ShareBand.Few, end, null);
        if (said * 100L > (100 - end) * (long)answered) return new(ShareBand.Most, end, null);
        return new(ShareBand.Between, end, (int)Math.Round(said * 100m / answered, MidpointRounding.AwayFromZero));
    }

    public FormattableString Says() => Band switch
    {
        ShareBand.Few => $"under {End}%",
        ShareBand.Most => $"over {100 - End}%",
        _ => $"{WholePercent}%",
    };
}

/// <summary>What so many people of a group said, for those who look whether the rest of it said all the same.</summary>
public readonly record struct SaidBy(int Said, int Answered);

/// <summary>
/// The rest of a group, all less those shown, can be worked out where it is at least the floor. Where it said all or nothing, the item
/// is hidden for the shown parts of that group, with the same sign and sentence as everything hidden.
/// </summary>
public static class RestOfAGroup
{
    /// <summary>Whether what is shown of the parts would tell what each one of the rest said.</summary>
    public static bool SaysAllTheSame(SaidBy whole, IReadOnlyList<SaidBy> shownParts)
    {
        var (said, answered) = (whole.Said - shownParts.Sum(p => p.Said), whole.Answered - shownParts.Sum(p => p.Answered));
        ArgumentOutOfRangeException.ThrowIfNegative(said);
        ArgumentOutOfRangeException.ThrowIfLessThan(answered, said);
        return answered > 0 && ShownShare.Of(said, answered).Band != ShareBand.Between;
    }
}
