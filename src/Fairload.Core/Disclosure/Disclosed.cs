using System.Globalization;

namespace Fairload.Core.Disclosure;

/// <summary>
/// A count of people that may be printed, or the sign that stands in its place. Only a protected release makes one with a count in it, so
/// no page can print a count that nobody has protected.
/// </summary>
/// <remarks>Signs of the Government Statistical Service: [c] hidden to protect people, [low] under what the rounding can show, [x] not
/// available.</remarks>
public readonly record struct Disclosed
{
    private readonly int? _count;
    private readonly string? _sign;

    private Disclosed(int? count, string? sign) => (_count, _sign) = (count, sign);

    public static Disclosed Hidden { get; } = new(null, "[c]");

    public static Disclosed NotAvailable { get; } = new(null, "[x]");

    public static Disclosed Low { get; } = new(null, "[low]");

    /// <summary>Whether there is a count to read.</summary>
    public bool IsShown => _count is not null;

    /// <summary>The count, where it may be read; null where a sign stands in its place.</summary>
    public int? Count => _count;

    /// <summary>As the public reads it: rounded to five, made from this figure and so never against it.</summary>
    public Disclosed Rounded() => _count switch
    {
        null => this,
        < 3 and > 0 => Low,
        { } count => new((int)(Math.Round(count / 5m, MidpointRounding.AwayFromZero) * 5), null),
    };

    /// <summary>The default value is hidden: what was forgotten is not shown.</summary>
    public override string ToString() => _count?.ToString(CultureInfo.InvariantCulture) ?? _sign ?? "[c]";

    internal static Disclosed Shown(int count) => new(count, null);
}
