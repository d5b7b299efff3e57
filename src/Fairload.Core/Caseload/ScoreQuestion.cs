using Fairload.Core.Imports;
using Fairload.Core.Workforce;

namespace Fairload.Core.Caseload;

/// <summary>What came of a worker's question.</summary>
public enum ScoreAnswer
{
    /// <summary>The case was scored again.</summary>
    ScoredAgain,

    /// <summary>The score stands, for a stated reason.</summary>
    Stands,
}

/// <summary>What the score misses, said by the worker who holds the case, with the written answer. Asked about a case and kept with
/// it.</summary>
public sealed class ScoreQuestion
{
    public const int LongestText = 1000;

    private ScoreQuestion() { }

    public Id<ScoreQuestion> Id { get; private init; }
    public Id<Case> CaseId { get; private init; }
    public Id<Worker> WorkerId { get; private init; }
    public string Misses { get; private init; } = "";
    public DateTime AskedAt { get; private init; }

    /// <summary>The day by which there is a written answer.</summary>
    public DateOnly DueOn { get; private init; }

    /// <summary>Null while it waits.</summary>
    public ScoreAnswer? Answer { get; private set; }
    public string Reason { get; private set; } = "";
    public string AnsweredBy { get; private set; } = "";
    public DateTime? AnsweredAt { get; private set; }
    public int Version { get; private set; }

    public bool IsOpen => Answer is null;

    public bool IsLate(DateOnly today) => IsOpen && DueOn < today;

    /// <summary>Refuses nothing said, and more than a page.</summary>
    /// <param name="dueOn">As the council's limit for written replies gives it.</param>
    public static Result<ScoreQuestion> Ask(Id<Case> one, Id<Worker> worker, string misses, DateTime at, DateOnly dueOn)
    {
        var said = Written.Clean(misses);
        if (said.Length == 0) return new Problem("Misses", $"Say what the score misses");
        if (said.Length > LongestText) return new Problem("Misses", $"What you say has more than {LongestText} letters. Shorten it");
        return new ScoreQuestion
        {
            Id = Id<ScoreQuestion>.New(),
            CaseId = one,
            WorkerId = worker,
            Misses = said,
            AskedAt = at,
            DueOn = dueOn,
        };
    }

    /// <summary>Refuses an answer without a reason, "scored again" where no score is newer than the question, and a second
    /// answer.</summary>
    /// <param name="lastScored">When the latest supervisor's or agreed score was entered; null for none.</param>
    public Result<Done> Reply(ScoreAnswer answer, string reason, DateTime? lastScored, string by, DateTime at)
    {
        var said = Written.Clean(reason);
        if (!IsOpen) return new Problem("", $"{AnsweredBy} has answered this meanwhile. The answer stands below");
        if (said.Length == 0) return new Problem("Reason", $"Say why: the worker reads it");
        if (said.Length > LongestText) return new Problem("Reason", $"The reason has more than {LongestText} letters. Shorten it");
        if (answer == ScoreAnswer.ScoredAgain && !(lastScored >= AskedAt))
            return new Problem("Answer", $"No score was entered since the worker asked. Score the case first, then answer");
        (Answer, Reason, AnsweredBy, AnsweredAt) = (answer, said, by, at);
        Version++;
        return default(Done);
    }
}
