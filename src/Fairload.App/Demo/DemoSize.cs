namespace Fairload.App.Demo;

/// <summary>How big a made-up council is.</summary>
/// <param name="Workers">People at work on the last extract's day, managers among them; leavers come on top.</param>
/// <param name="Teams">Five or more.</param>
/// <param name="ChildrensCases">Open on each of the three days, within a few per cent; 300 or more.</param>
/// <param name="AdultsCases">The same for adults; 100 or more.</param>
public sealed record DemoSize(int Workers, int Teams, int ChildrensCases, int AdultsCases)
{
    /// <summary>For tests: five teams.</summary>
    public static DemoSize Small { get; } = new(40, 5, 420, 180);

    /// <summary>A council of middling size: what <c>fairload demo</c> shows.</summary>
    public static DemoSize Usual { get; } = new(400, 40, 6_000, 3_000);

    /// <summary>Ten times the usual, for load checks.</summary>
    public static DemoSize Large { get; } = new(4_000, 400, 60_000, 30_000);
}
