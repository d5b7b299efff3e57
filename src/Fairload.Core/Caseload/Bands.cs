namespace Fairload.Core.Caseload;

/// <summary>Where a load stands against capacity.</summary>
public enum Band
{
    Room,
    InBand,
    Full,
    Over,

    /// <summary>Holds work and has no capacity at all: over, and never 0 %.</summary>
    OverNoCapacity,

    /// <summary>Hours missing, or neither capacity nor work: no percentage can be told.</summary>
    NotKnown,
}

/// <summary>Where a council's bands begin, in per cent of capacity; each begins with its own number.</summary>
/// <remarks>Defaults as used by a published workload tool: under 95, 95 to 100, 100 to 110, 110 and over.</remarks>
public sealed record Bands(decimal InBandFrom = 95, decimal FullFrom = 100, decimal OverFrom = 110)
{
    /// <summary>Refuses bands that do not rise from above 0.</summary>
    public static Result<Bands> Read(decimal inBandFrom, decimal fullFrom, decimal overFrom)
    {
        var problems = new List<Problem>();
        if (inBandFrom <= 0) problems.Add(new("InBandFrom", $"In band begins at {inBandFrom} per cent; give more than 0"));
        if (fullFrom <= inBandFrom) problems.Add(new("FullFrom", $"Full begins at {fullFrom} per cent; give more than {inBandFrom}"));
        if (overFrom <= fullFrom) problems.Add(new("OverFrom", $"Over begins at {overFrom} per cent; give more than {fullFrom}"));
        if (problems.Count > 0) return problems;
        return new Bands(inBandFrom, fullFrom, overFrom);
    }

    /// <summary>The band of so many points on this capacity, on the unrounded percentage.</summary>
    /// <param name="capacity">Points, 0 or more; null when the hours are not known.</param>
    /// <param name="points">Points held, 0 or more.</param>
    /// <param name="cases">How many cases are held: some weigh nothing and are held none the less.</param>
    public Band Of(decimal? capacity, decimal points, int cases)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(points);
        ArgumentOutOfRangeException.ThrowIfNegative(cases);
        if (capacity < 0) throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "A capacity is 0 or more.");
        if (capacity is not { } room) return Band.NotKnown;
        if (room == 0) return points > 0 || cases > 0 ? Band.OverNoCapacity : Band.NotKnown;

        var hundredfold = points * 100;
        if (hundredfold >= OverFrom * room) return Band.Over;
        if (hundredfold >= FullFrom * room) return Band.Full;
        return hundredfold >= InBandFrom * room ? Band.InBand : Band.Room;
    }
}

/// <summary>How a band is shown: always by shape and word, never by colour alone.</summary>
public static class BandLook
{
    extension(Band band)
    {
        public string Shape => band switch
        {
            Band.Over or Band.OverNoCapacity => "▲",
            Band.Full => "◆",
            Band.InBand => "●",
            Band.Room => "▽",
            _ => "?",
        };

        public string Word => band switch
        {
            Band.Over => "over",
            Band.OverNoCapacity => "over, no capacity",
            Band.Full => "full",
            Band.InBand => "in band",
            Band.Room => "room",
            _ => "not known",
        };

        /// <summary>As written in files and answers to programs.</summary>
        public string Code => band switch
        {
            Band.Over => "over",
            Band.OverNoCapacity => "over-no-capacity",
            Band.Full => "full",
            Band.InBand => "in-band",
            Band.Room => "room",
            _ => "not-known",
        };
    }
}
