using Fairload.Core.Access;
using Fairload.Core.Actions;
using Fairload.Core.Actions.Scrutiny;
using Fairload.Core.Workforce;

namespace Fairload.App.Actions;

/// <summary>An action as lists and pages show it.</summary>
/// <param name="Owner">By name; the public never reads it.</param>
/// <param name="Unit">Team or service; empty for the whole council.</param>
/// <param name="Service">Of the unit; empty for the whole council.</param>
/// <param name="Moves">In their order.</param>
/// <param name="Refusal">The last one; null for none.</param>
/// <param name="Steps">Taken up the line for the day that is promised now.</param>
/// <param name="LastOn">When something was last noted.</param>
public sealed record ActionLine(
    AgreedAction Action, string Owner, string Unit, string Service, Standing Standing, IReadOnlyList<DueMove> Moves,
    ActionRefusal? Refusal, IReadOnlyList<EscalationStep> Steps, DateOnly LastOn)
{
    public bool WentToMembers => Action.IsOpen && Steps.Contains(EscalationStep.Members);
}

/// <summary>Which actions to list. Null, or false, for all.</summary>
/// <param name="Place">As <see cref="ActionPlace.Key"/> writes it.</param>
public sealed record ActionFilter(string? Place = null, StandingKind? Standing = null, SourceKind? Source = null, bool Mine = false);

/// <summary>A unit for which something is promised.</summary>
/// <param name="Name">Empty for the whole council.</param>
public sealed record ActionPlace(Id<Team>? Team, string Service, string Name)
{
    public const string Council = "council";
    private const string OfService = "service:";

    public static ActionPlace WholeCouncil { get; } = new(null, "", "");

    /// <summary>As forms and addresses carry it.</summary>
    public string Key => Team is { } team ? $"{team}" : Service.Length > 0 ? OfService + Service : Council;
}

/// <summary>Somebody who can answer for an action.</summary>
public sealed record ActionOwner(Id<Account> Id, string Name);

/// <summary>Actions that a reader sees, by the day on which they are due.</summary>
/// <param name="Places">Of all actions that the reader sees.</param>
public sealed record ActionList(
    IReadOnlyList<ActionLine> Mine, IReadOnlyList<ActionLine> Lines, IReadOnlyList<ActionPlace> Places, DateOnly Today, bool MayKeep,
    bool MayKeepScrutiny);

/// <summary>Whether staff feel an action.</summary>
/// <param name="MayVote">The reader is asked and has not voted.</param>
/// <param name="HasVoted">What they said nobody knows.</param>
/// <param name="LastDay">Of a vote that is open; null for none.</param>
/// <param name="Results">What came of each vote that is over, in their order.</param>
public sealed record FeltView(bool MayVote, bool HasVoted, DateOnly? LastDay, IReadOnlyList<FeltResult> Results);

/// <summary>An action with all that is known of it.</summary>
/// <param name="Notes">The latest first.</param>
/// <param name="Sayings">The latest first.</param>
/// <param name="Refusals">All, the latest first; but for the last of one that stands refused, withdrawn by opening it again.</param>
/// <param name="Sides">For which the reader may say something.</param>
/// <param name="Names">Of accounts that notes about owners name.</param>
public sealed record ActionView(
    ActionLine Line, ActionMeasure? Measure, Resolution? Resolution, ScrutinyMeeting? Meeting, IReadOnlyList<ActionNote> Notes,
    IReadOnlyList<ActionSaying> Sayings, IReadOnlyList<ActionRefusal> Refusals, FeltView Felt, IReadOnlyList<SayingSide> Sides,
    IReadOnlyDictionary<string, string> Names, bool MayKeep, bool MayPublish, DateOnly Today)
{
    public AgreedAction Action => Line.Action;

    public ActionSaying? Last(SayingSide side) => Sayings.FirstOrDefault(s => s.Side == side);
}
