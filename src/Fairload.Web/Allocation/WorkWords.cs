using Fairload.App.Allocation;
using Fairload.Core.Allocation;

namespace Fairload.Web.Allocation;

/// <summary>Levels of staff, ranges and what is not safe, in words.</summary>
internal static class WorkWords
{
    public static string Level(Catalogue T, WorkLevel level) => level switch
    {
        WorkLevel.NotRegistered => T["Not registered"],
        WorkLevel.NewlyQualified => T["Newly qualified"],
        WorkLevel.Experienced => T["Experienced"],
        WorkLevel.Approved => T["With the approval it needs"],
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };

    public static string InHand(Catalogue T, InHandOf who) => who switch
    {
        InHandOf.Experienced => T["Experienced"],
        InHandOf.NewlyQualified => T["Newly qualified"],
        InHandOf.NotRegistered => T["Not registered"],
        InHandOf.Manager => T["A manager"],
        InHandOf.Nobody => T["Nobody at work"],
        _ => throw new ArgumentOutOfRangeException(nameof(who)),
    };

    /// <summary>One decimal: more would look surer than it is. Where a level may hold none of the work it says so.</summary>
    public static string Range(Catalogue T, IReadOnlyDictionary<WorkLevel, FteRange> need, WorkLevel level)
    {
        if (need.Count == 0) return T["not known"];
        var range = need.GetValueOrDefault(level, FteRange.Nothing);
        return range.High == 0 ? T["none of it"] : T["{0} to {1}", T.Number(range.Low, 1), T.Number(range.High, 1)];
    }

    public static string Now(Catalogue T, LevelNow now) => now.HoursNotKnown == 0 ? T.Number(now.Fte, 1)
        : T.Count(now.HoursNotKnown, "{1}, and the hours of {0} person are not known", "{1}, and the hours of {0} people are not known",
            T.Number(now.Fte, 1));

    public static string Because(Catalogue T, UnsafeBecause because) => because switch
    {
        UnsafeBecause.MayNotHold => T["none of its holders may hold such work"],
        UnsafeBecause.AloneWhereJointly => T["held alone by somebody who may hold it only jointly"],
        UnsafeBecause.NobodyWhoMayAlone => T["held by several of whom none may hold it alone"],
        _ => throw new ArgumentOutOfRangeException(nameof(because)),
    };
}
