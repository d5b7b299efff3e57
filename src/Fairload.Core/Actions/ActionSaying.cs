namespace Fairload.Core.Actions;

/// <summary>Who may say beside an action what they think of it.</summary>
public enum SayingSide { Union, PrincipalSocialWorker }

/// <summary>Agreed to, taken note of, or disagreed with.</summary>
public enum SayingKind { Agree, Note, Dissent }

/// <summary>What the union or the principal social worker says of an action. The latest counts; those before stay.</summary>
/// <param name="Number">From 1 for each side.</param>
public sealed record ActionSaying(
    Id<ActionSaying> Id, Id<AgreedAction> ActionId, SayingSide Side, int Number, SayingKind Kind, string Words, string SaidBy,
    DateOnly SaidOn, DateTime SaidAt)
{
    /// <summary>Refuses to note or to dissent without a word, and to follow a saying that was not read.</summary>
    /// <param name="last">What the side said last; null for nothing yet.</param>
    /// <param name="read">The number that whoever says it has read; 0 for nothing.</param>
    public static Result<ActionSaying> Say(
        Id<AgreedAction> action, SayingSide side, SayingKind? kind, string words, ActionSaying? last, int read, ActionDeed deed)
    {
        if ((last?.Number ?? 0) != read)
            return new Problem("", $"{last?.SaidBy ?? ""} has said something for your side meanwhile. It stands below; what you entered is still here and not saved");
        var said = words.Trim();
        if (kind is not { } chosen) return new Problem("Kind", $"Choose whether you agree, take note or dissent");
        if (said.Length == 0 && chosen != SayingKind.Agree)
            return new Problem("Words", $"Say it in a sentence, so that others can answer it");
        if (said.Length > ActionPlan.MostText)
            return new Problem("Words", $"Shorten what you say to {ActionPlan.MostText} characters or fewer");
        return new ActionSaying(Id<ActionSaying>.New(), action, side, read + 1, chosen, said, deed.By, deed.On, deed.At);
    }
}
