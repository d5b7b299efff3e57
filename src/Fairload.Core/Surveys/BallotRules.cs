namespace Fairload.Core.Surveys;

/// <summary>What is fixed for the ballots of a round before the first invitation.</summary>
public sealed record BallotRules(
    int Invited, int Floor, bool IsKiosk, BallotSlot Slot, string? ServiceQuestion, IReadOnlyDictionary<string, string> Services);

/// <summary>How large every ballot of a round is.</summary>
public readonly record struct BallotSlot(int KiB)
{
    public static BallotSlot Usual { get; } = new(4);
}

/// <summary>How many of those asked have answered, as far as it is told while a round is open.</summary>
public enum ParticipationBand { UnderAQuarter, UnderAHalf, UnderTwoThirds, UnderFourFifths, FourFifthsAndOver }
