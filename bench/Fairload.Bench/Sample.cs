using System.Globalization;

namespace Fairload.Bench;

/// <summary>Measurements of one thing: the median to quote, and how far they spread.</summary>
internal sealed class Sample(IEnumerable<double> values)
{
    private readonly double[] _sorted = [.. values.Order()];

    public double Median => At(0.5);
    public double NinetyFifth => At(0.95);
    public double Lowest => _sorted[0];
    public double Highest => _sorted[^1];

    public string Line(string what, string unit) => string.Create(
        CultureInfo.InvariantCulture, $"| {what} | {Median:0.0} {unit} | {NinetyFifth:0.0} {unit} | {Lowest:0.0}–{Highest:0.0} {unit} | {_sorted.Length} |");

    /// <summary>The smallest value that at least this part of all values does not pass.</summary>
    private double At(double part) => _sorted[Math.Max(0, (int)Math.Ceiling(part * _sorted.Length) - 1)];
}
