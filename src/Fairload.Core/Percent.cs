using System.Globalization;

namespace Fairload.Core;

/// <summary>A share of a whole. Holds the fraction unrounded, so 12.5% is 0.125. Rounds only when it is printed.</summary>
public readonly record struct Percent(decimal Fraction)
{
    public static Percent Of(decimal part, decimal whole) =>
        whole > 0 ? new(part / whole) : throw new ArgumentOutOfRangeException(nameof(whole));

    /// <summary>In hundredths, unrounded: 12.5 for an eighth.</summary>
    public decimal Value => Fraction * 100;

    /// <summary>As shown to people: whole numbers, half away from zero.</summary>
    public override string ToString() =>
        Math.Round(Fraction * 100, 0, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture) + "%";
}
