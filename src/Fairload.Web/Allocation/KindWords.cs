using Fairload.Core.Allocation;

namespace Fairload.Web.Allocation;

/// <summary>One thing that speaks for a person, in words.</summary>
internal sealed record KindLine(string Says, KindTerm Term);

/// <summary>What speaks for a person beside the load, in words.</summary>
internal static class KindWords
{
    public static IReadOnlyList<KindLine> Lines(Catalogue T, KindAgreement kind) =>
    [
        new(T["holds a brother's or sister's case"], kind.HoldsSibling),
        new(T["held this case before"], kind.HeldBefore),
        new(T["works in the team in which the case lies"], kind.SameTeam),
    ];

    public static string State(Catalogue T, KindTerm term) => term switch
    {
        { IsOn: false } => T["off"],
        { Weight: 0 } => T["on, with weight 0: it counts nothing"],
        _ => T["on"],
    };
}
