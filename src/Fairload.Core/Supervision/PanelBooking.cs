using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.Core.Supervision;

/// <summary>What somebody brings to the panel.</summary>
/// <param name="Worker">Whose case it is; they take part whoever books.</param>
/// <param name="Question">In a few lines, without names and without anybody's health.</param>
public sealed record PanelQuestion(Id<Case> Case, Id<Worker> Worker, string Question);

/// <summary>What the panel gave back.</summary>
/// <param name="Present">The names of those who were there: with the worker they answer for the decision.</param>
/// <param name="Themes">Codes of <see cref="PanelTheme"/>.</param>
/// <param name="OwnTheme">A theme in the panel's own words; empty for none.</param>
public sealed record PanelOutcome(string Advice, string Decision, string Present, IReadOnlyList<string> Themes, string OwnTheme);

/// <summary>A slot of a session that is booked for one case, and what came of it.</summary>
public sealed class PanelBooking
{
    public const int LongestText = 1_000;
    public const int LongestTheme = 60;

    private PanelBooking() { }

    public Id<PanelBooking> Id { get; private init; }
    public Id<PanelSession> SessionId { get; private init; }

    /// <summary>The first is 1.</summary>
    public int Slot { get; private init; }
    public Id<Case> CaseId { get; private init; }
    public Id<Worker> WorkerId { get; private init; }
    public string Question { get; private init; } = "";
    public string BookedBy { get; private init; } = "";
    public Id<Worker>? BookedById { get; private init; }
    public DateTime BookedAt { get; private init; }

    /// <summary>Taken back, or the session was called off: the slot is free again.</summary>
    public DateTime? FreedAt { get; private set; }
    public string FreedBy { get; private set; } = "";
    public string Advice { get; private set; } = "";
    public string Decision { get; private set; } = "";
    public string Present { get; private set; } = "";

    /// <summary>Codes, parted by blanks.</summary>
    public string Themes { get; private set; } = "";
    public string OwnTheme { get; private set; } = "";
    public DateTime? AdvisedAt { get; private set; }
    public string AdvisedBy { get; private set; } = "";
    public int Version { get; private set; }

    public bool IsFreed => FreedAt is not null;
    public bool IsAdvised => AdvisedAt is not null;

    /// <summary>Booked, and the panel has not advised yet.</summary>
    public bool Stands => !IsFreed && !IsAdvised;
    public IReadOnlyList<string> ThemeCodes => Themes.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The slots of a session that nobody has, in their order.</summary>
    /// <param name="booked">Every booking of the session.</param>
    public static IReadOnlyList<int> Free(PanelSession session, IEnumerable<PanelBooking> booked)
    {
        var taken = booked.Where(b => b.SessionId == session.Id && !b.IsFreed).Select(b => b.Slot).ToHashSet();
        return [.. Enumerable.Range(1, session.Slots).Where(s => !taken.Contains(s))];
    }

    /// <summary>Refuses a session that has begun or was called off, a slot that somebody has, and a question that is not asked.</summary>
    public static Result<PanelBooking> Book(
        PanelSession session, int slot, IReadOnlyList<PanelBooking> booked, PanelQuestion what, Id<Worker>? booker, PanelDeed deed)
    {
        var problems = new List<Problem>();
        var question = what.Question.Trim();
        if (session.IsCalledOff) problems.Add(new("Slot", $"That session has been called off; choose another"));
        else if (session.HasBegun(deed.Now)) problems.Add(new("Slot", $"That session has begun or is over; choose a later one"));
        else if (!Free(session, booked).Contains(slot))
            problems.Add(new("Slot", $"Somebody else has just booked that slot; choose another"));
        if (question.Length == 0) problems.Add(new("Question", $"Say in a few lines what you want to ask the panel"));
        if (question.Length > LongestText)
            problems.Add(new("Question", $"The question is longer than {LongestText} letters; make it shorter"));
        if (problems.Count > 0) return problems;

        return new PanelBooking
        {
            Id = Id<PanelBooking>.New(),
            SessionId = session.Id,
            Slot = slot,
            CaseId = what.Case,
            WorkerId = what.Worker,
            Question = question,
            BookedBy = deed.By,
            BookedById = booker,
            BookedAt = deed.At,
        };
    }

    /// <summary>The slot is free again. Refuses once the session has begun.</summary>
    public Result<Done> TakeBack(PanelSession session, PanelDeed deed)
    {
        if (!Stands) return new Problem("", $"This booking does not stand any more. Nothing was changed.");
        if (session.HasBegun(deed.Now)) return new Problem("", $"The session has begun: the booking can not be taken back any more");
        Free(deed);
        return default(Done);
    }

    /// <summary>Its session does not take place.</summary>
    public void CalledOff(PanelDeed deed)
    {
        if (Stands) Free(deed);
    }

    /// <summary>What the panel advised and decided. Written once: what is learnt later is another session.</summary>
    public Result<Done> Advise(PanelSession session, PanelOutcome outcome, PanelDeed deed)
    {
        if (IsAdvised) return new Problem("", $"Meanwhile {AdvisedBy} has recorded what the panel advised. Nothing was changed.");
        if (IsFreed) return new Problem("", $"This booking was taken back, so there is nothing to record");
        if (!session.HasBegun(deed.Now)) return new Problem("", $"The session has not begun. Record what the panel advised when it has");

        var problems = new List<Problem>();
        var (advice, decision, present) = (outcome.Advice.Trim(), outcome.Decision.Trim(), outcome.Present.Trim());
        if (decision.Length == 0) problems.Add(new("Decision", $"Say what was decided, even if it is to go on as before"));
        if (present.Length == 0) problems.Add(new("Present", $"Name who was there: they share the responsibility"));
        if (advice.Length > LongestText) problems.Add(new("Advice", $"The advice is longer than {LongestText} letters; make it shorter"));
        if (decision.Length > LongestText)
            problems.Add(new("Decision", $"The decision is longer than {LongestText} letters; make it shorter"));
        if (present.Length > PanelSession.LongestText)
            problems.Add(new("Present", $"The names are longer than {PanelSession.LongestText} letters; make them shorter"));
        if (outcome.Themes.Except(PanelTheme.Codes).Any()) problems.Add(new("Themes", $"Choose themes from the list"));
        if (outcome.OwnTheme.Trim().Length > LongestTheme)
            problems.Add(new("OwnTheme", $"A theme is a few words: {LongestTheme} letters at most"));
        if (problems.Count > 0) return problems;

        (Advice, Decision, Present, OwnTheme) = (advice, decision, present, outcome.OwnTheme.Trim());
        Themes = string.Join(' ', PanelTheme.Codes.Where(outcome.Themes.Contains));
        (AdvisedAt, AdvisedBy) = (deed.At, deed.By);
        Version++;
        return default(Done);
    }

    private void Free(PanelDeed deed)
    {
        (FreedAt, FreedBy) = (deed.At, deed.By);
        Version++;
    }
}
