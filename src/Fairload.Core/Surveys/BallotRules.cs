using Fairload.Core.Disclosure;

namespace Fairload.Core.Surveys;

/// <summary>What is fixed for the ballots of a round before the first invitation.</summary>
/// <param name="Invited">How many people were asked, 1 or more; 1 where nobody knows, and then nothing is told by it.</param>
/// <param name="Floor">Nothing is told about fewer people than this; 5 or more. It may be raised later and never lowered.</param>
/// <param name="IsKiosk">One device in a room: ballots without codes, while whoever looks after it has unlocked it. The codes of the
/// round are those that unlock it.</param>
/// <param name="Slot">How large every ballot is.</param>
/// <param name="ServiceQuestion">Code of the background question that tells the service of a comment; null for none.</param>
/// <param name="Services">The service by the option that was chosen there. An option that it does not have tells no service.</param>
public sealed record BallotRules(
    int Invited, int Floor, bool IsKiosk, BallotSlot Slot, string? ServiceQuestion, IReadOnlyDictionary<string, string> Services)
{
    public const int LeastFloor = DisclosureRule.LeastFloor;

    /// <summary>Personal or handed out codes, ballots of the usual size, comments without a service.</summary>
    public static BallotRules Of(int invited, int floor) =>
        new(invited, floor, false, BallotSlot.Usual, null, new Dictionary<string, string>());

    internal string? ServiceOf(IReadOnlyDictionary<string, string> background) =>
        ServiceQuestion is { } question && background.TryGetValue(question, out var option) ? Services.GetValueOrDefault(option) : null;
}

/// <summary>How many of those asked have answered, as far as it is told while a round is open.</summary>
public enum ParticipationBand
{
    /// <summary>Under 25 per cent.</summary>
    UnderAQuarter,

    /// <summary>25 per cent and more, under 50.</summary>
    UnderAHalf,

    /// <summary>50 per cent and more, under 65.</summary>
    UnderTwoThirds,

    /// <summary>65 per cent and more, under 80.</summary>
    UnderFourFifths,

    /// <summary>80 per cent and more.</summary>
    FourFifthsAndOver,
}

/// <summary>Tells the band. It moves only when another whole floor of people has answered, so that whoever looks often does not see the
/// one ballot that moved it.</summary>
public static class Participation
{
    /// <returns>Null while fewer than the floor have answered.</returns>
    public static ParticipationBand? Band(int answered, int invited, int floor)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(answered);
        ArgumentOutOfRangeException.ThrowIfLessThan(invited, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(floor, BallotRules.LeastFloor);
        if (answered < floor) return null;
        var told = (answered - (answered % floor)) * 100L;
        if (told < invited * 25L) return ParticipationBand.UnderAQuarter;
        if (told < invited * 50L) return ParticipationBand.UnderAHalf;
        if (told < invited * 65L) return ParticipationBand.UnderTwoThirds;
        return told < invited * 80L ? ParticipationBand.UnderFourFifths : ParticipationBand.FourFifthsAndOver;
    }
}
