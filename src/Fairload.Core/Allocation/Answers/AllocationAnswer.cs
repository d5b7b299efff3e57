using Fairload.Core.Workforce;

namespace Fairload.Core.Allocation.Answers;

/// <summary>What a worker says to a case that was given to them.</summary>
public enum AnswerKind
{
    Agreed,

    /// <summary>They hold it, and want to speak about it.</summary>
    LetsTalk,

    /// <summary>They can not hold it safely. Somebody else looks after it until they have a written reply.</summary>
    NotSafe,
}

/// <summary>Whom the worker chose to reply.</summary>
public enum Replier { LineManager, AnotherManager, PrincipalSocialWorker, Panel }

/// <summary>What came of it.</summary>
public enum ReplyOutcome
{
    /// <summary>The worker takes it after all, with what the reply says. They are asked again.</summary>
    TheyKeepIt,

    /// <summary>It is given to somebody else; until then whoever looks after it goes on.</summary>
    SomebodyElse,
}

/// <summary>What a worker answers, as they send it.</summary>
/// <param name="To">With <see cref="AnswerKind.NotSafe"/> alone.</param>
/// <param name="Manager">With <see cref="Replier.AnotherManager"/> alone.</param>
public sealed record Answering(AnswerKind Kind, string Words, Replier? To, Id<Worker>? Manager);

/// <summary>A worker's answer to one decision, and the written reply to it. No answer is never taken for agreement.</summary>
public sealed class AllocationAnswer
{
    public const int LongestText = 2_000;

    private AllocationAnswer() { }

    public Id<AllocationAnswer> Id { get; private init; }
    public Id<AllocationDecision> DecisionId { get; private init; }
    public Id<Worker> WorkerId { get; private init; }
    public AnswerKind Kind { get; private init; }
    public string Words { get; private init; } = "";
    public DateTime AnsweredAt { get; private init; }
    public Replier? ToRole { get; private init; }
    public Id<Worker>? ToWorkerId { get; private init; }

    /// <summary>The last day for the reply; null where none is owed.</summary>
    public DateOnly? ReplyDueOn { get; private init; }

    /// <summary>The decision by which somebody looks after the case meanwhile; null where nobody could be found: then one is to be
    /// named.</summary>
    public Id<AllocationDecision>? InterimId { get; private set; }
    public string Reply { get; private set; } = "";
    public string RepliedBy { get; private set; } = "";
    public DateTime? RepliedAt { get; private set; }
    public DateOnly? RepliedOn { get; private set; }
    public ReplyOutcome? Outcome { get; private set; }
    public int Version { get; private set; }

    public bool IsOpen => Kind == AnswerKind.NotSafe && RepliedAt is null;

    /// <summary>The clock has run out without a reply: whoever manages the manager may reply too, and sees it first.</summary>
    public bool IsLate(DateOnly today) => IsOpen && ReplyDueOn < today;

    public bool WasInTime => RepliedOn is { } replied && replied <= ReplyDueOn;

    /// <summary>Refuses silence where words are needed, texts that are too long, and "not safe" without who is to reply.</summary>
    public static Result<AllocationAnswer> Give(
        Answering answer, Id<AllocationDecision> decision, Id<Worker> worker, DateOnly replyDue, DateTime at)
    {
        var problems = new List<Problem>();
        var words = answer.Words.Trim();
        if (words.Length == 0 && answer.Kind == AnswerKind.NotSafe)
            problems.Add(new("Words", $"Say in a few words what is not safe: whoever replies needs to know"));
        if (words.Length > LongestText) problems.Add(new("Words", $"Your words are longer than {LongestText} letters; make them shorter"));
        if (answer is { Kind: AnswerKind.NotSafe, To: null }) problems.Add(new("To", $"Choose who is to reply"));
        if (answer is { Kind: AnswerKind.NotSafe, To: Replier.AnotherManager, Manager: null })
            problems.Add(new("Manager", $"Choose which manager is to reply"));
        if (problems.Count > 0) return problems;

        var isOwed = answer.Kind == AnswerKind.NotSafe;
        return new AllocationAnswer
        {
            Id = Id<AllocationAnswer>.New(),
            DecisionId = decision,
            WorkerId = worker,
            Kind = answer.Kind,
            Words = words,
            AnsweredAt = at,
            ToRole = isOwed ? answer.To : null,
            ToWorkerId = isOwed && answer.To == Replier.AnotherManager ? answer.Manager : null,
            ReplyDueOn = isOwed ? replyDue : null,
        };
    }

    public void LooksAfterIt(AllocationDecision interim)
    {
        InterimId = interim.Id;
        Version++;
    }

    /// <summary>Refuses a second reply, one without words, and one without what comes of it.</summary>
    public Result<AllocationAnswer> Settle(string reply, ReplyOutcome? outcome, DateOnly today, DateTime at, string by)
    {
        if (!IsOpen) return new Problem("", $"{RepliedBy} has replied already. Yours was not stored");
        var problems = new List<Problem>();
        if (string.IsNullOrWhiteSpace(reply)) problems.Add(new("Reply", $"Write the reply: it is what the worker will read"));
        if (reply.Length > LongestText) problems.Add(new("Reply", $"The reply is longer than {LongestText} letters; make it shorter"));
        if (outcome is null) problems.Add(new("Outcome", $"Choose what comes of it"));
        if (problems.Count > 0) return problems;

        (Reply, Outcome, RepliedBy, RepliedAt, RepliedOn) = (reply.Trim(), outcome, by, at, today);
        Version++;
        return this;
    }
}

/// <summary>How workers answered what was given to them, with nobody named.</summary>
/// <param name="Given">Cases given to somebody who is asked to answer.</param>
/// <param name="Unanswered">Of these, those past the last day without an answer.</param>
/// <param name="InTime">Replies to "not safe" within the council's clock.</param>
/// <param name="Late">Replies after it, and those that are late and still owed.</param>
public sealed record AnswerCounts(int Given, int Agreed, int LetsTalk, int NotSafe, int Unanswered, int InTime, int Late);
