using Fairload.Core.Imports;
using Fairload.Core.Workforce;

namespace Fairload.Core.Workplace;

/// <summary>What came in from people who use the service, their families and carers.</summary>
public enum FeedbackKind { Complaint, Comment, Compliment }

/// <summary>What it was about. Five kinds, so that a shift from one to another can be seen.</summary>
public enum FeedbackNature { Contact, Delay, Conduct, OutcomeOrEligibility, Other }

/// <summary>What came of a complaint.</summary>
public enum FeedbackOutcome { NotKnown, Upheld, PartlyUpheld, NotUpheld }

/// <summary>What is recorded. Nobody is named: neither who wrote nor whom it was about.</summary>
/// <param name="Reference">The council's own number; empty for none.</param>
public sealed record FeedbackFacts(
    FeedbackKind Kind, FeedbackNature Nature, DateOnly ReceivedOn, DateOnly? AnsweredOn, FeedbackOutcome Outcome, Id<Team> TeamId,
    string Reference);

/// <summary>A complaint, a comment or a compliment.</summary>
public sealed class Feedback
{
    public const int LongestReference = 40;

    private Feedback() { }

    public Id<Feedback> Id { get; private init; }
    public FeedbackKind Kind { get; private set; }
    public FeedbackNature Nature { get; private set; }
    public DateOnly ReceivedOn { get; private set; }
    public DateOnly? AnsweredOn { get; private set; }
    public FeedbackOutcome Outcome { get; private set; }
    public Id<Team> TeamId { get; private set; }
    public string Reference { get; private set; } = "";
    public string EnteredBy { get; private set; } = "";
    public Id<ImportRun>? BroughtBy { get; private init; }
    public int Version { get; private set; }

    public FeedbackFacts Facts => new(Kind, Nature, ReceivedOn, AnsweredOn, Outcome, TeamId, Reference);

    public static Result<Feedback> Enter(FeedbackFacts facts, RegisterDeed deed, Id<ImportRun>? broughtBy = null)
    {
        if (!Sound(facts, deed.Today).Try(out var sound, out var problems)) return problems.ToList();
        var made = new Feedback { Id = Id<Feedback>.New(), BroughtBy = broughtBy };
        made.Take(sound, deed.By);
        return made;
    }

    /// <param name="version">As it was read.</param>
    public Result<Done> Amend(FeedbackFacts facts, int version, RegisterDeed deed)
    {
        if (!Sound(facts, deed.Today).Try(out var sound, out var problems)) return problems.ToList();
        if (sound == Facts) return default(Done);
        if (version != Version) return Overtaken.By(EnteredBy);
        Take(sound, deed.By);
        Version++;
        return default(Done);
    }

    /// <summary>What a sheet says of it now; true when that is something else.</summary>
    /// <param name="sound">Of an entry without a fault.</param>
    public bool Learn(FeedbackFacts sound, string by)
    {
        if (sound == Facts) return false;
        Take(sound, by);
        Version++;
        return true;
    }

    private static Result<FeedbackFacts> Sound(FeedbackFacts facts, DateOnly today)
    {
        var sound = facts with
        {
            Reference = Written.Clean(facts.Reference),
            Outcome = facts.Kind == FeedbackKind.Complaint ? facts.Outcome : FeedbackOutcome.NotKnown,
        };
        var problems = new List<Problem>();
        if (facts.ReceivedOn > today) problems.Add(new("ReceivedOn", $"The day on which it came in lies in the future; enter today or an earlier day"));
        if (facts.AnsweredOn < facts.ReceivedOn) problems.Add(new("AnsweredOn", $"It was answered before it came in; check both days"));
        if (facts.AnsweredOn > today) problems.Add(new("AnsweredOn", $"The day on which it was answered lies in the future; enter today or an earlier day"));
        if (sound.Outcome != FeedbackOutcome.NotKnown && facts.AnsweredOn is null)
            problems.Add(new("AnsweredOn", $"There is an outcome, so it was answered; enter when"));
        if (sound.Reference.Length > LongestReference)
            problems.Add(new("Reference", $"The number is longer than {LongestReference} letters; make it shorter"));
        return problems.Count > 0 ? problems : sound;
    }

    private void Take(FeedbackFacts f, string by) =>
        (Kind, Nature, ReceivedOn, AnsweredOn, Outcome, TeamId, Reference, EnteredBy) =
        (f.Kind, f.Nature, f.ReceivedOn, f.AnsweredOn, f.Outcome, f.TeamId, f.Reference, by);
}
