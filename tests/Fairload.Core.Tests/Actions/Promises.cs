using Fairload.Core.Access;
using Fairload.Core.Actions;

namespace Fairload.Core.Tests.Actions;

/// <summary>Actions that the tests begin with, and a calendar of the two years around them.</summary>
internal static class Promises
{
    public static readonly DateOnly Today = new(2026, 11, 16);
    public static readonly Id<Account> Owner = Id<Account>.New();

    public static readonly WorkingCalendar Calendar =
        new([new(2026, 12, 25), new(2026, 12, 28), new(2027, 1, 1)], new(2026, 1, 1), new(2027, 12, 31));

    public static readonly ActionPlan Plan = new(
        "Give the duty room a door that closes", "Staff are overheard", new(SourceKind.SmallThing, "", ""), Owner, "Team manager",
        new(2026, 12, 1), "", null, null, "");

    public static ActionDeed On(DateOnly day, string by = "Grace Adeyemi") => new(by, day, day.ToDateTime(new(9, 0), DateTimeKind.Utc));

    public static AgreedAction Agreed(ActionPlan? plan = null, DateOnly? on = null) =>
        Good(AgreedAction.Agree(plan ?? Plan, 14, null, null, On(on ?? Today)));

    public static Refusal NoMoney(CostRange? cost = null) =>
        new("There is no budget for it", "Dana Cole, director", cost ?? new(40_000, 60_000), "Staff go on being overheard", true);

    public static T Good<T>(Result<T> result) where T : notnull =>
        result.Try(out var value, out var problems) ? value : throw new InvalidOperationException(string.Join("; ", problems));

    public static IReadOnlyList<string> Refused<T>(Result<T> result) where T : notnull
    {
        Assert.False(result.Try(out _, out var problems));
        return [.. problems.Select(p => p.Field)];
    }
}
