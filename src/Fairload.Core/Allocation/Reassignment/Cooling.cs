namespace Fairload.Core.Allocation.Reassignment;

/// <summary>How warm a search is and what it does, by the part of the budget that is gone.</summary>
/// <remarks>Found by trying on the published instances a and b; as parts of the mean size of a process they hold for any units.</remarks>
internal static class Cooling
{
    public const int Hundred = 100;

    /// <summary>So many tries in a hundred are swaps, and so many of the others lead a process back to its first machine.</summary>
    public const int Swaps = 60;
    public const int Returns = 30;

    /// <summary>After so many tries room is made for a large process once.</summary>
    public const int TriesARoom = 256;

    private const double Warm = 0.15;
    private const double Cool = 3e-3;

    /// <summary>From here on it cools fast, to where single units of moves count.</summary>
    private const double LastPart = 0.85;

    /// <summary>From here on nothing but the cost counts.</summary>
    private const double ChargedUntil = 0.8;
    private const int ChargeSteps = 80;

    public static double WarmthAt(double gone, double size)
    {
        if (gone < LastPart) return size * Warm * Math.Pow(Cool / Warm, gone / LastPart);
        return Math.Pow(Math.Max(1, size * Cool), 1 - ((gone - LastPart) / (1 - LastPart)));
    }

    public static int ChargeStep(double gone) => Math.Min(ChargeSteps, (int)(gone / ChargedUntil * ChargeSteps));

    /// <summary>Falls from 1 to 0.</summary>
    public static double ChargeAt(int step) => 1 - ((double)step / ChargeSteps);
}
