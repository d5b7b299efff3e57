using Fairload.Core.Workforce;

namespace Fairload.Core.Caseload;

/// <summary>What a case would add to whoever took it.</summary>
/// <param name="Points">Points of the whole case, 0 or more.</param>
public sealed record RoomAsked(string TypeCode, bool InCourt, decimal Points);

/// <summary>Somebody who might take it, as they stand on the day.</summary>
/// <param name="IsManager">Manages people: a case in their name would wait.</param>
public sealed record RoomSeen(Id<Worker> Worker, bool IsManager, bool IsAway, bool IsNewlyQualified, WorkerLoad Load);

/// <summary>Whether somebody could hold one case more; of several reasons against it the first in this order.</summary>
public enum RoomAnswer
{
    Could,
    Manager,
    Away,

    /// <summary>Newly qualified, and the work is of a kind that they hold only jointly.</summary>
    NotAlone,

    /// <summary>Nothing can be told until somebody says what hours they work.</summary>
    HoursNotKnown,
    NoCapacity,

    /// <summary>Would be over the line with it.</summary>
    WouldBeOver,
}

/// <summary>The answer for one person.</summary>
/// <param name="Before">Load now; null without a capacity.</param>
/// <param name="After">Load with the case.</param>
public sealed record RoomFound(Id<Worker> Worker, RoomAnswer Answer, Percent? Before, Percent? After);

/// <summary>Who could hold one case more. It sorts nobody: whoever could stands where they stood in the list.</summary>
/// <remarks>Newly qualified social workers do not hold child protection, section 47 or court work alone: ASYE framework.</remarks>
public static class FindRoom
{
    /// <summary>Codes of the types that a newly qualified person holds only jointly; work in court is the same whatever its type.</summary>
    public static IReadOnlySet<string> OnlyJointly { get; } =
        new HashSet<string> { CaseType.ChildProtection.Code, CaseType.Section47.Code };

    /// <summary>Everybody's answer, in the order given. Under the line means under <see cref="Bands.OverFrom"/> with the case,
    /// unrounded.</summary>
    public static IReadOnlyList<RoomFound> Among(IEnumerable<RoomSeen> people, RoomAsked asked, Bands bands)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(asked.Points);
        return [.. people.Select(p => Answer(p, asked, bands))];
    }

    private static RoomFound Answer(RoomSeen person, RoomAsked asked, Bands bands)
    {
        var (load, capacity) = (person.Load, person.Load.Capacity);
        Percent? after = capacity > 0 ? Percent.Of(load.Points + asked.Points, capacity.Value) : null;
        return new(person.Worker, Why(), load.Percent, after);

        RoomAnswer Why()
        {
            if (person.IsManager) return RoomAnswer.Manager;
            if (person.IsAway) return RoomAnswer.Away;
            var isJoint = asked.InCourt || OnlyJointly.Contains(CaseType.Plain(asked.TypeCode));
            if (person.IsNewlyQualified && isJoint) return RoomAnswer.NotAlone;
            if (capacity is null) return RoomAnswer.HoursNotKnown;
            if (capacity == 0) return RoomAnswer.NoCapacity;
            return bands.Of(capacity, load.Points + asked.Points, load.Cases + 1) == Band.Over ? RoomAnswer.WouldBeOver : RoomAnswer.Could;
        }
    }
}
