using Fairload.Core.Access;
using Fairload.Core.Workforce;

namespace Fairload.Core.Actions;

/// <summary>What somebody wants to promise, as it is entered.</summary>
/// <param name="OwnerRole">In which role the owner answers for it: what the public reads in place of a name.</param>
/// <param name="DueOn">Null where nothing was entered.</param>
/// <param name="Measure">Code of a measure; empty for none.</param>
/// <param name="Team">Whose action it is; null with an empty <paramref name="Service"/> for the whole council's.</param>
public sealed record ActionPlan(
    string What, string Why, ActionSource Source, Id<Account>? Owner, string OwnerRole, DateOnly? DueOn, string Measure,
    Direction? Direction, Id<Team>? Team, string Service)
{
    public const int MostWhat = 500;
    public const int MostText = 2000;
    public const int MostRole = 120;

    /// <summary>Years ahead; a day beyond is a slip of the pen.</summary>
    public const int MostYears = 5;

    public static Problem NoOwner => new("Owner", $"Choose who answers for it. What belongs to nobody is not kept");

    /// <summary>All that is wrong with it but the day.</summary>
    internal IEnumerable<Problem> Wrong()
    {
        if (What.Trim().Length == 0) yield return new("What", $"Say what will be done");
        if (What.Trim().Length > MostWhat) yield return new("What", $"Shorten what will be done to {MostWhat} characters or fewer");
        if (Why.Trim().Length > MostText) yield return new("Why", $"Shorten the reason to {MostText} characters or fewer");
        if (Owner is null) yield return NoOwner;
        if (OwnerRole.Trim().Length > MostRole) yield return new("OwnerRole", $"Shorten the role to {MostRole} characters or fewer");
        if (Measure.Length > 0 && Direction is null) yield return new("Direction", $"Choose whether the measure is to go up or down");
        if (Measure.Length == 0 && Direction is not null) yield return new("Measure", $"Choose the measure that is to go up or down");
        if (Team is not null && Service.Length > 0) yield return new("Unit", $"Choose a team or a service, not both");
        foreach (var problem in Source.Wrong()) yield return problem;
    }

    /// <summary>Refuses a day that has passed, and one so far away that it is a slip.</summary>
    internal static Problem? WrongDay(DateOnly? day, DateOnly today) => day switch
    {
        null => new("DueOn", $"Enter the day by which it will be done"),
        { } due when due < today => new("DueOn", $"{due:d MMMM yyyy} has passed: enter today or a later day"),
        { } due when due > today.AddYears(MostYears) => new("DueOn", $"{due:d MMMM yyyy} is more than {MostYears} years away: check the year"),
        _ => null,
    };
}
