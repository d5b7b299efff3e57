using Fairload.Core.Disclosure;

namespace Fairload.Core.Surveys.Results;

/// <summary>Who the results are written for. Each is coarser than the one before it.</summary>
public enum Edition
{
    /// <summary>As they were let out.</summary>
    Internal,

    /// <summary>For elected members: the whole, its services and the background of the whole; no unit below a service.</summary>
    Members,

    /// <summary>For everybody: the whole and large services, rounded.</summary>
    Public,
}

/// <summary>
/// The coarser editions of results that were let out. They are made from the figures of the internal edition and from nothing else, so they
/// can not contradict it, and whoever holds all of them knows nothing that the internal one does not say.
/// </summary>
/// <remarks>What is told in whole numbers is rounded to the nearest five, and what is told in tenths to the nearest half: so every figure,
/// with all that it may stand for, lies within the rounded one. See decision 111.</remarks>
public static class Editions
{
    /// <summary>Counts, shares and scores of 100 of the public edition are rounded to the nearest so many.</summary>
    public const int PublicUnit = 5;

    /// <summary>Scores of 5 are rounded to the nearest half.</summary>
    public const decimal PublicUnitOfFive = 0.5m;

    /// <summary>In the public edition a group has at least so many times the floor.</summary>
    public const int PublicFloors = 2;

    public static RoundResult Of(RoundResult result, Edition edition, Questionnaire asked) => edition switch
    {
        Edition.Internal => result,
        Edition.Members => result with { Lines = [.. result.Lines.Where(l => l.Level != ResultLevel.Unit)] },
        Edition.Public => result with
        {
            Lines =
            [
                .. result.Lines.Where(l => l.Level is ResultLevel.Whole or ResultLevel.Service)
                    .Select(l => Least(result, l) >= PublicFloors * result.Floor ? Rounded(l, asked) : KeptBack(l)),
            ],
        },
        _ => throw new ArgumentOutOfRangeException(nameof(edition)),
    };

    /// <summary>How many answered at the least, as far as the internal edition tells.</summary>
    private static int Least(RoundResult result, ResultLine line)
    {
        if (line.Hidden is not null) return 0;
        return line.Answered ?? Math.Max(result.Floor, result.PartsOf(line).Where(p => p.Level != ResultLevel.Background)
            .Sum(p => Least(result, p)));
    }

    /// <summary>Every group that is not shown has the same sign: it does not say whether the internal edition has it.</summary>
    private static ResultLine KeptBack(ResultLine line) => line with
    {
        Answered = null,
        HandedOut = null,
        Response = ResponseBand.NotKnown,
        Hidden = HiddenBecause.KeptBack,
        Themes = [],
        Items = [],
    };

    private static ResultLine Rounded(ResultLine line, Questionnaire asked) => line with
    {
        Answered = (int?)Nearest(line.Answered, PublicUnit),
        HandedOut = (int?)Nearest(line.HandedOut, PublicUnit),
        Themes = [.. line.Themes.Select(t => Rounded(t, Unit(asked, t.Theme)))],
        Items = [.. line.Items.Select(i => i with { Shares = [.. i.Shares.Select(Rounded)] })],
    };

    private static decimal Unit(Questionnaire asked, string theme) =>
        asked.Themes.First(t => t.Code == theme).Scoring == ThemeScoring.Mean5 ? PublicUnitOfFive : PublicUnit;

    private static ThemeLine Rounded(ThemeLine theme, decimal unit)
    {
        var margin = Math.Max(1, Math.Ceiling(theme.Margin / unit)) * unit;
        if (Nearest(theme.Score, unit) is not { } score) return theme with { Margin = margin };
        return theme with { Score = score, Low = score, High = score, Margin = margin };
    }

    private static ShownShare Rounded(ShownShare share) => share with { Value = (int?)Nearest(share.Value, PublicUnit) };

    private static decimal? Nearest(decimal? value, decimal unit) =>
        value is { } known ? Math.Round(known / unit, MidpointRounding.AwayFromZero) * unit : null;
}
