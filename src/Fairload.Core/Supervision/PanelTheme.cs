namespace Fairload.Core.Supervision;

/// <summary>What a case brought to the panel was about, for learning: a short list, the same for everybody, and words of one's own beside
/// it.</summary>
public static class PanelTheme
{
    /// <summary>The codes, in the order in which a form shows them.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    [
        "risk", "threshold", "court", "capacity", "family", "engagement", "exploitation", "housing-and-money", "transition", "partners",
        "support",
    ];
}
