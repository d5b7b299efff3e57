using System.Globalization;

namespace Fairload.Core.Actions;

/// <summary>What something would cost, in whole pounds from the lower figure to the higher. Null is not known, and never nothing.</summary>
public sealed record CostRange(long? From, long? To)
{
    /// <summary>More than all councils together spend in a year: a larger figure is a slip.</summary>
    public const long Most = 100_000_000_000;

    public static CostRange NotKnown { get; } = new(null, null);

    public bool IsKnown => From is not null || To is not null;

    /// <summary>As people write pounds: with a pound sign, commas and blanks, or nothing.</summary>
    public static Result<CostRange> Read(string from, string to)
    {
        var problems = new List<Problem>();
        var (low, high) = (Pounds("CostFrom", from, problems), Pounds("CostTo", to, problems));
        if (high < low) problems.Add(new("CostTo", $"The higher figure is below the lower one: exchange them or correct one"));
        return problems.Count > 0 ? problems : new CostRange(low, high);
    }

    private static long? Pounds(string field, string text, List<Problem> problems)
    {
        var digits = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not (',' or '£')));
        if (digits.Length == 0) return null;
        if (long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var pounds) && pounds <= Most) return pounds;
        problems.Add(new(field, $"Enter the cost in whole pounds, such as 42000, or leave it empty where it is not known"));
        return null;
    }
}

/// <summary>Why something can not be done, as it is entered.</summary>
/// <param name="DecidedBy">By name and post.</param>
/// <param name="Cost">What doing it would cost.</param>
/// <param name="Consequence">What follows from not doing it.</param>
/// <param name="NeedsMoney">It could be done if it were paid for.</param>
public sealed record Refusal(string Because, string DecidedBy, CostRange Cost, string Consequence, bool NeedsMoney);

/// <summary>We can not, because: who decided it, what it would cost, what follows. Kept also when the action is opened again.</summary>
public sealed record ActionRefusal(
    Id<ActionRefusal> Id, Id<AgreedAction> ActionId, string Because, string DecidedBy, long? CostFrom, long? CostTo, string Consequence,
    bool NeedsMoney, string RefusedBy, DateOnly RefusedOn, DateTime RefusedAt)
{
    public const int MostDecidedBy = 200;

    public CostRange Cost => new(CostFrom, CostTo);

    /// <summary>Refuses what leaves open why, who decided, or what follows.</summary>
    internal static Result<ActionRefusal> Of(Id<AgreedAction> action, Refusal refusal, ActionDeed deed)
    {
        var problems = new List<Problem>();
        var (because, by, follows) = (refusal.Because.Trim(), refusal.DecidedBy.Trim(), refusal.Consequence.Trim());
        if (because.Length == 0) problems.Add(new("Because", $"Say why it can not be done"));
        if (because.Length > ActionPlan.MostText)
            problems.Add(new("Because", $"Shorten the reason to {ActionPlan.MostText} characters or fewer"));
        if (by.Length == 0) problems.Add(new("DecidedBy", $"Say who decided it, by name and post"));
        if (by.Length > MostDecidedBy) problems.Add(new("DecidedBy", $"Shorten who decided it to {MostDecidedBy} characters or fewer"));
        if (follows.Length == 0) problems.Add(new("Consequence", $"Say what follows from not doing it"));
        if (follows.Length > ActionPlan.MostText)
            problems.Add(new("Consequence", $"Shorten what follows to {ActionPlan.MostText} characters or fewer"));
        if (problems.Count > 0) return problems;

        return new ActionRefusal(
            Id<ActionRefusal>.New(), action, because, by, refusal.Cost.From, refusal.Cost.To, follows, refusal.NeedsMoney, deed.By,
            deed.On, deed.At);
    }
}
