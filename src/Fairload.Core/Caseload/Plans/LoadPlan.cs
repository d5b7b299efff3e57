using Fairload.Core.Imports;
using Fairload.Core.Workforce;

namespace Fairload.Core.Caseload.Plans;

/// <summary>What the worker says to the plan for their load.</summary>
public enum PlanAnswer
{
    NotYet,
    Agrees,
    Dissents,
}

/// <summary>Why a plan counts no more.</summary>
public enum PlanEnd
{
    /// <summary>Another plan took its place.</summary>
    Replaced,

    /// <summary>The load is below the line again.</summary>
    BelowTheLine,

    /// <summary>It was given up, for a stated reason.</summary>
    GivenUp,
}

/// <summary>What a plan says.</summary>
/// <param name="Reason">Why the load is over the line.</param>
/// <param name="Steps">What is done about it, and by whom.</param>
/// <param name="BelowBy">The day by which the load is below the line again.</param>
public sealed record PlanSaid(string Reason, string Steps, DateOnly? BelowBy)
{
    public const int LongestText = 2000;

    /// <summary>Half a year: a load that is over for longer is no plan but how things are.</summary>
    public const int LongestDays = 183;

    /// <summary>Refuses a plan without reason, steps or day, a day that has passed, and one more than half a year away.</summary>
    public static Result<PlanSaid> Read(PlanSaid written, DateOnly today)
    {
        var said = written with { Reason = Written.Clean(written.Reason), Steps = written.Steps.Trim() };
        var problems = new List<Problem>();
        if (said.Reason.Length == 0) problems.Add(new("Reason", $"Say why the load is over the line"));
        if (said.Steps.Length == 0) problems.Add(new("Steps", $"Say what is done about it, and by whom"));
        if (said.Reason.Length > LongestText) problems.Add(new("Reason", $"The reason has more than {LongestText} letters. Shorten it"));
        if (said.Steps.Length > LongestText) problems.Add(new("Steps", $"The steps have more than {LongestText} letters. Shorten them"));
        if (said.BelowBy is not { } day) problems.Add(new("BelowBy", $"Enter the day by which the load is below the line again"));
        else if (day < today) problems.Add(new("BelowBy", $"{day:d MMMM yyyy} has passed. Enter today or a later day"));
        else if (day > today.AddDays(LongestDays))
            problems.Add(new("BelowBy", $"{day:d MMMM yyyy} is more than half a year away. Enter an earlier day: a plan is for months, and not for good"));
        return problems.Count > 0 ? problems : said;
    }
}

/// <summary>The written plan that a load over the line demands (design section 4): reason, steps, day, and what the worker says to it.
/// A plan is never rewritten: another takes its place, and both are kept.</summary>
public sealed class LoadPlan
{
    private LoadPlan() { }

    public Id<LoadPlan> Id { get; private init; }
    public Id<Worker> WorkerId { get; private init; }
    public string Reason { get; private init; } = "";
    public string Steps { get; private init; } = "";
    public DateOnly BelowBy { get; private init; }

    /// <summary>Per cent of capacity when it was made; null where there was no capacity.</summary>
    public decimal? PercentThen { get; private init; }
    public string MadeBy { get; private init; } = "";
    public DateTime MadeAt { get; private init; }
    public PlanAnswer Answer { get; private set; }

    /// <summary>Empty where the worker agreed without more.</summary>
    public string AnswerWords { get; private set; } = "";
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>Null while it counts.</summary>
    public PlanEnd? End { get; private set; }
    public string EndWords { get; private set; } = "";
    public DateTime? EndedAt { get; private set; }
    public string EndedBy { get; private set; } = "";
    public int Version { get; private set; }

    public bool Counts => End is null;

    /// <param name="said">As <see cref="PlanSaid.Read"/> gave it back.</param>
    public static LoadPlan Make(Id<Worker> worker, PlanSaid said, decimal? percent, string by, DateTime at) => new()
    {
        Id = Id<LoadPlan>.New(),
        WorkerId = worker,
        Reason = said.Reason,
        Steps = said.Steps,
        BelowBy = said.BelowBy!.Value,
        PercentThen = percent,
        MadeBy = by,
        MadeAt = at,
    };

    /// <summary>The worker may change their mind while it counts. Refuses a dissent without words: whoever reads it has to know
    /// why.</summary>
    public Result<Done> Say(PlanAnswer answer, string words, DateTime at)
    {
        var cleaned = words.Trim();
        if (!Counts) return new Problem("", $"Another plan has taken its place, or it has ended. Nothing was stored");
        if (answer == PlanAnswer.NotYet) return new Problem("Answer", $"Say whether you agree or do not agree");
        if (answer == PlanAnswer.Dissents && cleaned.Length == 0)
            return new Problem("Words", $"Say in a sentence what you do not agree with");
        if (cleaned.Length > PlanSaid.LongestText)
            return new Problem("Words", $"What you say has more than {PlanSaid.LongestText} letters. Shorten it");
        if (answer == Answer && cleaned == AnswerWords) return default(Done);
        (Answer, AnswerWords, AnsweredAt) = (answer, cleaned, at);
        Version++;
        return default(Done);
    }

    /// <summary>Refuses to be given up without words. What has ended stays as it ended.</summary>
    public Result<Done> Finish(PlanEnd end, string words, string by, DateTime at)
    {
        var cleaned = Written.Clean(words);
        if (!Counts) return default(Done);
        if (end == PlanEnd.GivenUp && cleaned.Length == 0) return new Problem("Words", $"Say why the plan is given up");
        if (cleaned.Length > PlanSaid.LongestText)
            return new Problem("Words", $"What you say has more than {PlanSaid.LongestText} letters. Shorten it");
        (End, EndWords, EndedBy, EndedAt) = (end, cleaned, by, at);
        Version++;
        return default(Done);
    }
}
