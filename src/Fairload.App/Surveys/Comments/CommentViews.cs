using Fairload.Core.Access;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Comments;
using Fairload.Core.Surveys.Rounds;

namespace Fairload.App.Surveys.Comments;

/// <summary>A comment as its next reader is to have it.</summary>
/// <param name="Text">What was written, or what the first reader left of it; empty where the first withheld the whole.</param>
/// <param name="Given">The reasons of the first reader; none for the first.</param>
/// <param name="Harm">What it may speak of, unless it was passed on already.</param>
public sealed record CommentToRead(
    Id<CommentReading> Key, SurveyItem Item, bool IsSecond, string Text, IReadOnlyList<RedactionReason> Given, IReadOnlyList<HarmKind> Harm,
    bool IsPassedOn);

/// <summary>Where the reading of a round's comments stands for one reader.</summary>
/// <param name="Comment">Null where nothing waits for this reader.</param>
/// <param name="Mine">How many wait for this reader, this one among them.</param>
/// <param name="Others">How many wait for somebody else.</param>
public sealed record ReadingView(
    SurveyRound Round, Questionnaire Asked, CommentToRead? Comment, int Mine, int Others, int Read, bool IsSafePersonReached);

/// <summary>What a reader decided about a comment.</summary>
/// <param name="IsSecond">What the reader had was what the first had left.</param>
/// <param name="Text">What is left of it; nothing where it is withheld.</param>
/// <param name="HasToAct">Somebody may have to act on it; null where that was not said.</param>
public sealed record CommentDecision(
    Id<CommentReading> Key, bool IsSecond, string Text, bool IsWithheld, IReadOnlyList<RedactionReason> Reasons, bool? HasToAct);

/// <summary>It is decided.</summary>
/// <param name="ToPassOn">The comment, where the safe person is reached by no letter and somebody has to tell them; otherwise
/// null.</param>
public sealed record CommentDecided(string? ToPassOn);

/// <summary>Where the comments of a round stand, for whoever plans it.</summary>
/// <param name="First">How many wait for a first reader.</param>
/// <param name="Second">How many wait for a second.</param>
/// <param name="MayBeNamed">As a second reader, in name order.</param>
public sealed record CommentSteps(
    SurveyRound Round, Questionnaire Asked, int First, int Second, int Read, IReadOnlyList<NameableReader> MayBeNamed, bool HasResults,
    DateOnly? ReleasedOn, DateOnly? PurgedOn);

/// <summary>Somebody outside the line of management who can be a second reader.</summary>
public sealed record NameableReader(Id<Account> Account, string Name, bool IsNamed);

/// <summary>The comments of a round for whoever may read its results.</summary>
/// <param name="Comments">Null where they have not been let out.</param>
/// <param name="MayRead">May open the page on which comments are read and redacted.</param>
public sealed record CommentsView(
    SurveyRound Round, Questionnaire Asked, ReleasedComments? Comments, DateOnly? ReleasedOn, bool MayRead, bool MayPlan);
