namespace Fairload.Core.Actions;

/// <summary>What a note in the story of an action is about.</summary>
public enum NoteKind { Agreed, Progress, Changed, Moved, Done, Refused, Reopened, Published, Withdrawn }

/// <summary>One line of the story of an action.</summary>
/// <param name="Field">What was changed; empty where the note is not about a change.</param>
/// <param name="Before">What stood there before.</param>
/// <param name="Text">What was said, or what stands there now.</param>
public sealed record ActionNote(
    Id<ActionNote> Id, Id<AgreedAction> ActionId, NoteKind Kind, string Field, string Before, string Text, string NotedBy,
    DateOnly NotedOn, DateTime NotedAt)
{
    public static ActionNote Of(Id<AgreedAction> action, NoteKind kind, string text, ActionDeed deed) =>
        new(Id<ActionNote>.New(), action, kind, "", "", text, deed.By, deed.On, deed.At);

    /// <summary>How it goes on, in the words of whoever does it.</summary>
    public static Result<ActionNote> Progress(Id<AgreedAction> action, string text, ActionDeed deed) => text.Trim().Length switch
    {
        0 => new Problem("Note", $"Say how it goes on"),
        > ActionPlan.MostText => new Problem("Note", $"Shorten the note to {ActionPlan.MostText} characters or fewer"),
        _ => Of(action, NoteKind.Progress, text.Trim(), deed),
    };
}

/// <summary>The day by which something was promised, moved.</summary>
public sealed record DueMove(
    Id<DueMove> Id, Id<AgreedAction> ActionId, DateOnly FromOn, DateOnly ToOn, string Reason, string MovedBy, DateOnly MovedOn,
    DateTime MovedAt);
