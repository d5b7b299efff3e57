namespace Fairload.Core.Surveys.Results;

/// <summary>
/// Shares and means near their ends are not told apart, whatever the group answered, so that nobody reads from a figure that all its people
/// said the same.
/// </summary>
public static class Ends
{
    /// <summary>From so many people on the ends are half as wide.</summary>
    public const int Large = 50;

    private const int OfSmall = 10;
    private const int OfLarge = 5;

    /// <summary>How wide an end is, in per cent: up to it nothing is told apart, nor from as much under the top. Never less than one
    /// person.</summary>
    public static int Of(int people) =>
        people >= Large ? OfLarge : people <= 1 ? 100 : Math.Max(OfSmall, (100 + people - 1) / people);

    /// <summary>What a reader learns from the figure as it is shown.</summary>
    /// <param name="isWhole">It counts people, so there is nothing between two whole numbers.</param>
    internal static Bound Told(decimal value, decimal most, int people, bool isWhole)
    {
        var end = most * Of(people) / 100;
        if (isWhole) end = Math.Floor(end);
        if (value <= end) return new(0, end, most);
        return value >= most - end ? new(most - end, most, most) : new(value, value, most);
    }
}
