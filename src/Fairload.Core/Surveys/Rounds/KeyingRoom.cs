namespace Fairload.Core.Surveys.Rounds;

/// <summary>What the ballot store counts of a round before one more ballot is keyed in, without those that were taken back.</summary>
/// <param name="ForUnit">Keyed in for the same unit.</param>
/// <param name="WithoutCode">Keyed in without using a code up.</param>
/// <param name="Keyed">Keyed in altogether.</param>
/// <param name="Ballots">All that are there, however they came.</param>
public sealed record KeyedSoFar(int ForUnit, int WithoutCode, int Keyed, int Ballots);

/// <summary>How many sheets were handed out for the people of one unit; only in a round of people and carers.</summary>
public sealed record HandedOut(Id<RoundUnit> UnitId, Id<SurveyRound> RoundId, int Sheets)
{
    /// <summary>More is a slip of the finger.</summary>
    public const int Most = 20_000;
}

/// <summary>
/// For how many people ballots can still be keyed in, so that nobody is counted twice in silence: for those alone who have no code, or
/// whose code is used up with it. It looks at who is asked and which codes are out, and at no answer.
/// </summary>
/// <param name="ForUnit">Most for the unit; null for no limit.</param>
/// <param name="WithoutCode">Most without using a code up; null for no limit.</param>
/// <param name="Keyed">Most altogether; null for no limit.</param>
/// <param name="Ballots">Most ballots of the round, however they come; null for no limit.</param>
/// <remarks>Decision 107.</remarks>
public sealed record KeyingRoom(int? ForUnit, int? WithoutCode, int? Keyed, int? Ballots)
{
    /// <param name="units">All of the round, as they were frozen.</param>
    /// <param name="unit">For which the ballot is; null where the sheet does not say.</param>
    /// <param name="handedOut">What was entered so far, in a round of people and carers.</param>
    public static KeyingRoom Of(SurveyRound round, IReadOnlyList<RoundUnit> units, RoundUnit? unit, IReadOnlyList<HandedOut> handedOut)
    {
        if (round.IsOfPeople)
        {
            var isWhole = units.All(u => handedOut.Any(h => h.UnitId == u.Id));
            return new(
                handedOut.FirstOrDefault(h => h.UnitId == unit?.Id)?.Sheets, null, isWhole ? handedOut.Sum(h => h.Sheets) : null, null);
        }

        var people = units.Sum(u => u.People);
        return round.Mode switch
        {
            RoundMode.PersonalCodes => new(unit?.Unreached, Math.Max(0, round.Unreached - round.Sheets), null, people),
            RoundMode.HandedOut => new(unit?.People, Math.Max(0, people - round.Sheets), null, people),
            _ => new(unit?.People, null, null, people),
        };
    }

    /// <summary>Why one more can not be keyed in, in one sentence; null for nothing.</summary>
    /// <param name="usesCode">The code of a sheet that was given back is used up with it.</param>
    public Problem? WhyNot(KeyedSoFar so, bool usesCode)
    {
        if (so.ForUnit >= ForUnit)
            return new("Unit", $"{so.ForUnit} ballots have been keyed in for this team, and no more of its people can have answered without a code. Check the team on the sheet; nothing was stored");
        if (!usesCode && so.WithoutCode >= WithoutCode)
            return new("GivenBack", $"Everybody who is asked has a code by now, or was keyed in without one. Type the code of the sheet that was given back, so that nobody is counted twice; nothing was stored");
        if (so.Keyed >= Keyed)
            return new("Unit", $"{so.Keyed} ballots have been keyed in, as many as sheets were handed out. Enter how many were handed out first; nothing was stored");
        return so.Ballots >= Ballots
            ? new("Unit", $"As many ballots are there as people were asked. One more would be a second one of somebody; nothing was stored") : null;
    }
}
