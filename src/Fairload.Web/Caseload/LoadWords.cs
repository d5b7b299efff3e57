using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.Web.Caseload;

/// <summary>Loads and bands in words. A state is a word first; the shape stands beside it.</summary>
internal static class LoadWords
{
    public static string Band(Catalogue T, Band band) => band switch
    {
        Core.Caseload.Band.Over => T["over"],
        Core.Caseload.Band.OverNoCapacity => T["over, no capacity"],
        Core.Caseload.Band.Full => T["full"],
        Core.Caseload.Band.InBand => T["in band"],
        Core.Caseload.Band.Room => T["room"],
        _ => T["not known"],
    };

    public static string Css(Band band) => band switch
    {
        Core.Caseload.Band.Over or Core.Caseload.Band.OverNoCapacity => "fl-state fl-state--over",
        Core.Caseload.Band.Full => "fl-state fl-state--full",
        Core.Caseload.Band.InBand => "fl-state fl-state--in-band",
        Core.Caseload.Band.Room => "fl-state fl-state--room",
        _ => "fl-state fl-state--not-known",
    };

    /// <summary>▲ 118% over.</summary>
    public static string Figure(Catalogue T, WorkerLoad load)
    {
        if (load.Percent is { } percent) return $"{load.Band.Shape} {T.Percent(percent)} {Band(T, load.Band)}";
        return load.Capacity is null ? $"{load.Band.Shape} {T["hours not known"]}" : $"{load.Band.Shape} {Band(T, load.Band)}";
    }

    /// <summary>"2 not scored, so between 112% and 121%"; empty when all are scored.</summary>
    public static string Provisional(Catalogue T, WorkerLoad load)
    {
        if (!load.IsProvisional) return "";
        var unscored = T["{0} of {1} not scored", load.Unscored, load.Cases];
        if (load.LowPercent is not { } low || load.HighPercent is not { } high) return unscored;
        return T["{0}, so between {1} and {2}", unscored, T.Percent(low), T.Percent(high)];
    }

    public static string Sentence(Catalogue T, WorkerLoad load)
    {
        var cases = T.Count(load.Cases, "{0} case", "{0} cases");
        var points = T.Number(load.Points);
        if (load.Capacity is not { } capacity) return T["{0}, {1} points. The hours are not known, so no percentage can be told.", cases, points];
        if (load.Percent is not { } percent)
        {
            return load.Cases > 0 || load.Points > 0
                ? T["{0}, {1} points, and no capacity at all: that is over, whatever the number.", cases, points]
                : T["No cases and no capacity: there is nothing to tell a percentage of."];
        }

        return T["{0}, {1} points, of a capacity of {2} points: {3}, {4}.", cases, points, T.Number(capacity), T.Percent(percent),
            Band(T, load.Band)];
    }

    public static string Part(Catalogue T, LoadPart part) => part.Kind switch
    {
        LoadPart.Case => CaseWords.Type(T, part.Code),
        LoadPart.Travel => T["Travel, {0}", part.Code],
        LoadPart.Court => T["In court"],
        LoadPart.Duty => T["Extra duty: {0}", part.Code],
        LoadPart.Advice => T["Advice on cases that others hold"],
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    public static string Part(Catalogue T, CapacityPart part) => part.Kind switch
    {
        CapacityPart.Full => T["Full-time points for these hours"],
        CapacityPart.NewlyQualified => T["Newly qualified points for these hours"],
        CapacityPart.Stable => T["Team meetings, training and administration"],
        CapacityPart.Reduction => T["Reduction of {0}%", part.Code],
        CapacityPart.NotUnderNought => T["A capacity is never under nought"],
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    /// <summary>Why a person could not hold one case more.</summary>
    public static string Answer(Catalogue T, RoomFound found) => found.Answer switch
    {
        RoomAnswer.Could => T["could hold it"],
        RoomAnswer.Manager => T["manages people, so the case would still wait"],
        RoomAnswer.Away => T["is away"],
        RoomAnswer.NotAlone => T["newly qualified: this kind of work only jointly"],
        RoomAnswer.HoursNotKnown => T["hours not known"],
        RoomAnswer.NoCapacity => T["has no capacity"],
        RoomAnswer.WouldBeOver => T["would be over with it"],
        _ => throw new ArgumentOutOfRangeException(nameof(found)),
    };

    public static string Fte(Catalogue T, decimal? fte) => fte is { } known ? T.Number(known) : T["not known"];

    public static string Fte(Catalogue T, Worker worker, CouncilSettings settings) =>
        Fte(T, worker.Fte ?? worker.Hours / settings.Limits.FullTimeHours);

    /// <summary>The line on every page that says how old its figures are.</summary>
    public static AsOfView Old(AsOfDays days, DateOnly today, CouncilSettings settings) =>
        new(days.Oldest, today, settings.Limits.DataAgeDays);
}
