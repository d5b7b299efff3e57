namespace Fairload.Core.Surveys.Results;

/// <summary>What became of a theme from one round to the next.</summary>
public enum ChangeKind
{
    /// <summary>Higher, and further than both margins together.</summary>
    Up,

    /// <summary>Lower, and further than both margins together.</summary>
    Down,

    /// <summary>What there is between them may be chance.</summary>
    NotToldApart,
}

/// <summary>Two scores of the same theme beside each other.</summary>
public static class ChangeSince
{
    /// <summary>Told apart only where the intervals do not touch. Where a score lies at an end, what is told of it counts.</summary>
    /// <remarks>The rule of overlap of <see cref="StatisticsOfShares.Differ"/>.</remarks>
    public static ChangeKind Of(ThemeLine before, ThemeLine now)
    {
        if (now.Low - now.Margin > before.High + before.Margin) return ChangeKind.Up;
        return now.High + now.Margin < before.Low - before.Margin ? ChangeKind.Down : ChangeKind.NotToldApart;
    }

    /// <summary>Two groups can be compared only where they are the same people's places: same key, and the same theme scored in the same
    /// way.</summary>
    public static ThemeLine? Counterpart(RoundResult before, ResultLine line, string theme) => before.Line(line.Key)?.Theme(theme);
}
