using Fairload.Core.Access;
using Fairload.Core.Surveys.Rounds;

namespace Fairload.Core.Surveys.Comments;

/// <summary>
/// What two readers left of one comment. It begins with the first of them: before that, nothing of the comment is outside the ballot store.
/// It keeps no time.
/// </summary>
public sealed class CommentReading
{
    private CommentReading() { }

    /// <summary>The random key that the comment has in the ballot store.</summary>
    public Id<CommentReading> Id { get; private init; }
    public Id<SurveyRound> RoundId { get; private init; }

    /// <summary>Code of the item.</summary>
    public string Item { get; private init; } = "";

    /// <summary>Empty where none was said, and once it has been decided at which level the comment is shown.</summary>
    public string Service { get; private set; } = "";

    /// <summary>What is left; empty where the whole is withheld.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Of both readers, by code.</summary>
    public string Reasons { get; private set; } = "";
    public Id<Account> FirstReader { get; private init; }
    public Id<Account>? SecondReader { get; private set; }

    /// <summary>A reader has passed it on to the safe person.</summary>
    public bool IsPassedOn { get; private set; }

    public bool IsRead => SecondReader is not null;
    public bool IsWithheld => Text.Length == 0;

    /// <summary>The first has read it.</summary>
    public static CommentReading Begin(
        Id<CommentReading> key, Id<SurveyRound> round, BallotComment comment, Redaction left, bool passedOn, Id<Account> reader) => new()
        {
            Id = key,
            RoundId = round,
            Item = comment.Item,
            Service = comment.Service ?? "",
            Text = left.Text,
            Reasons = string.Join(' ', left.Reasons),
            FirstReader = reader,
            IsPassedOn = passedOn,
        };

    /// <summary>The second has read what the first left. Refuses the first again, and a third.</summary>
    public Result<CommentReading> End(Redaction left, bool passedOn, Id<Account> reader)
    {
        if (IsRead) return new Problem("", $"Two people have read this comment. Nothing was changed");
        if (reader == FirstReader) return new Problem("", $"You have read this comment. Somebody else reads it now");
        SecondReader = reader;
        Text = left.Text;
        var given = Reasons.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Reasons = string.Join(' ', given.Concat(left.Reasons.Select(r => r.ToString())).Distinct());
        IsPassedOn |= passedOn;
        return this;
    }

    /// <summary>It is shown among those of everybody, or not at all: where it came from is kept no longer.</summary>
    public void ForgetService() => Service = "";
}

/// <summary>Somebody whom the principal social worker named as a second reader of a round.</summary>
public sealed record CommentReader(Id<SurveyRound> RoundId, Id<Account> AccountId, string NamedBy);
