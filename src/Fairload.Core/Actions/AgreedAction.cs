using Fairload.Core.Access;
using Fairload.Core.Actions.Scrutiny;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;

namespace Fairload.Core.Actions;

/// <summary>Where an action stands. There is no "dropped": what was promised is done, or it is said why it can not be.</summary>
public enum ActionState { Open, Done, Refused }

/// <summary>Who does something about an action, and when.</summary>
public sealed record ActionDeed(string By, DateOnly On, DateTime At);

/// <summary>
/// Something that was promised: what, by whom, by when, and what it is expected to move. Nothing of it is ever taken away; every step
/// leaves a note, and every move of the day stays.
/// </summary>
public sealed class AgreedAction
{
    private AgreedAction() { }

    public Id<AgreedAction> Id { get; private init; }

    /// <summary>Of the day on which it was agreed; with <see cref="Number"/>, from 1 in each year, what people call it by.</summary>
    public int Year { get; private init; }
    public int Number { get; private init; }
    public string What { get; private set; } = "";
    public string Why { get; private set; } = "";
    public SourceKind SourceKind { get; private init; }
    public string SourceReference { get; private init; } = "";
    public string SourceWords { get; private init; } = "";
    public Id<Account> OwnerId { get; private set; }
    public string OwnerRole { get; private set; } = "";

    /// <summary>As it was first agreed.</summary>
    public DateOnly FirstDueOn { get; private init; }
    public DateOnly DueOn { get; private set; }
    public string Measure { get; private set; } = "";
    public Direction? Direction { get; private set; }

    /// <summary>Null with an empty <see cref="Service"/> for the whole council.</summary>
    public Id<Team>? TeamId { get; private set; }
    public string Service { get; private set; } = "";
    public ActionState State { get; private set; }

    /// <summary>When it was last said to be done; null while it is not.</summary>
    public DateOnly? DoneOn { get; private set; }
    public string Evidence { get; private set; } = "";

    /// <summary>How often it was said to be done: staff are asked anew each time.</summary>
    public int TimesDone { get; private set; }

    /// <summary>The resolution that it came from; null for none.</summary>
    public Id<Resolution>? ResolutionId { get; private init; }

    /// <summary>Who let the public read it; empty where nobody did.</summary>
    public string PublishedBy { get; private set; } = "";
    public DateOnly? PublishedOn { get; private set; }
    public string AgreedBy { get; private init; } = "";
    public DateOnly AgreedOn { get; private init; }
    public Id<ImportRun>? BroughtBy { get; private init; }
    public int Version { get; private set; }

    /// <summary>Such as A-2026-014.</summary>
    public string Reference => $"A-{Year}-{Number:000}";

    public bool IsOpen => State == ActionState.Open;

    public bool IsPublic => PublishedOn is not null;

    public bool IsOverdue(DateOnly today) => IsOpen && DueOn < today;

    /// <summary>Refuses what says nothing, belongs to nobody, or was due before it was agreed.</summary>
    /// <param name="number">The next of the year.</param>
    public static Result<AgreedAction> Agree(
        ActionPlan plan, int number, Id<Resolution>? resolution, Id<ImportRun>? broughtBy, ActionDeed deed)
    {
        var problems = plan.Wrong().ToList();
        if (ActionPlan.WrongDay(plan.DueOn, deed.On) is { } wrong) problems.Add(wrong);
        if (problems.Count > 0) return problems;

        var action = new AgreedAction
        {
            Id = Id<AgreedAction>.New(),
            Year = deed.On.Year,
            Number = number,
            SourceKind = plan.Source.Kind,
            SourceReference = plan.Source.Reference.Trim(),
            SourceWords = plan.Source.Words.Trim(),
            FirstDueOn = plan.DueOn!.Value,
            DueOn = plan.DueOn.Value,
            ResolutionId = resolution,
            AgreedBy = deed.By,
            AgreedOn = deed.On,
            BroughtBy = broughtBy,
        };
        action.Take(plan);
        return action;
    }

    /// <summary>Changes all but the day, which is moved with a reason, and where it came from, which stays.</summary>
    /// <param name="read">The version that whoever changes it has read.</param>
    /// <returns>A note of each thing that changed, with what stood there before.</returns>
    public Result<IReadOnlyList<ActionNote>> Amend(ActionPlan plan, int read, ActionDeed deed)
    {
        if (Stale(read) is { } stale) return stale;
        if (!IsOpen) return NotOpen;
        var problems = plan.Wrong().ToList();
        if (problems.Count > 0) return problems;

        List<(string Field, string Before, string After)> changed =
        [
            ("What", What, plan.What.Trim()), ("Why", Why, plan.Why.Trim()),
            ("Owner", $"{OwnerId}", $"{plan.Owner}"), ("OwnerRole", OwnerRole, plan.OwnerRole.Trim()),
            ("Measure", Measured(Measure, Direction), Measured(plan.Measure, plan.Direction)),
            ("Unit", $"{TeamId}{Service}", $"{plan.Team}{plan.Service}"),
        ];
        var notes = changed.Where(c => c.Before != c.After)
            .Select(c => ActionNote.Of(Id, NoteKind.Changed, c.After, deed) with { Field = c.Field, Before = c.Before }).ToList();
        if (notes.Count == 0) return notes;
        Take(plan);
        Version++;
        return notes;
    }

    /// <summary>To another day, which stays visible with its reason.</summary>
    public Result<DueMove> Move(DateOnly? to, string reason, int read, ActionDeed deed)
    {
        if (Stale(read) is { } stale) return stale;
        if (!IsOpen) return NotOpen;
        var problems = new List<Problem>();
        if (ActionPlan.WrongDay(to, deed.On) is { } wrong) problems.Add(wrong);
        else if (to == DueOn) problems.Add(new("DueOn", $"It is due on {to:d MMMM yyyy} already: enter the day to which it moves"));
        if (Long("Reason", reason) is { } faulty) problems.Add(faulty);
        if (problems.Count > 0) return problems;
        return MoveTo(to!.Value, reason.Trim(), deed);
    }

    /// <summary>Whoever answers for it says that it is done, and what shows it.</summary>
    public Result<ActionNote> Finish(string evidence, int read, ActionDeed deed)
    {
        if (Stale(read) is { } stale) return stale;
        if (!IsOpen) return NotOpen;
        if (Long("Evidence", evidence) is { } faulty) return faulty;
        (State, DoneOn, Evidence) = (ActionState.Done, deed.On, evidence.Trim());
        TimesDone++;
        Version++;
        return ActionNote.Of(Id, NoteKind.Done, Evidence, deed);
    }

    /// <summary>We can not, because.</summary>
    public Result<ActionRefusal> Refuse(Refusal refusal, int read, ActionDeed deed)
    {
        if (Stale(read) is { } stale) return stale;
        if (!IsOpen) return NotOpen;
        if (!ActionRefusal.Of(Id, refusal, deed).Try(out var kept, out var problems)) return problems.ToList();
        State = ActionState.Refused;
        Version++;
        return kept;
    }

    /// <summary>It was not done after all, or it can be done now. With a new day where the old one has passed.</summary>
    /// <returns>The move of the day; null where it stays.</returns>
    public Result<Reopened> Reopen(DateOnly? due, string reason, int read, ActionDeed deed)
    {
        if (Stale(read) is { } stale) return stale;
        if (IsOpen) return new Problem("", $"This action is open already. Nothing was changed");
        var problems = new List<Problem>();
        var day = due ?? (DueOn < deed.On ? null : DueOn);
        if (ActionPlan.WrongDay(day, deed.On) is { } wrong) problems.Add(wrong);
        if (Long("Reason", reason) is { } faulty) problems.Add(faulty);
        if (problems.Count > 0) return problems;

        (State, DoneOn, Evidence) = (ActionState.Open, null, "");
        Version++;
        return new Reopened(
            ActionNote.Of(Id, NoteKind.Reopened, reason.Trim(), deed), day == DueOn ? null : MoveTo(day!.Value, reason.Trim(), deed));
    }

    /// <summary>Lets the public read it, or takes it back.</summary>
    public Result<ActionNote> Publish(bool isPublic, int read, ActionDeed deed)
    {
        if (Stale(read) is { } stale) return stale;
        if (IsPublic == isPublic) return new Problem("", $"Somebody has done that already. Nothing was changed");
        PublishedBy = isPublic ? deed.By : "";
        PublishedOn = isPublic ? deed.On : null;
        Version++;
        return ActionNote.Of(Id, isPublic ? NoteKind.Published : NoteKind.Withdrawn, "", deed);
    }

    private static Problem NotOpen => new("", $"This action is not open any more. Open it again first; nothing was stored");

    private Problem? Stale(int read) => read == Version ? null
        : new("", $"Somebody has changed this action meanwhile. What you entered is still here and not saved; beside it stands what is held now");

    private DueMove MoveTo(DateOnly to, string reason, ActionDeed deed)
    {
        var move = new DueMove(Id<DueMove>.New(), Id, DueOn, to, reason, deed.By, deed.On, deed.At);
        DueOn = to;
        Version++;
        return move;
    }

    private void Take(ActionPlan plan)
    {
        (What, Why, OwnerId, OwnerRole) = (plan.What.Trim(), plan.Why.Trim(), plan.Owner!.Value, plan.OwnerRole.Trim());
        (Measure, Direction, TeamId, Service) = (plan.Measure, plan.Direction, plan.Team, plan.Service.Trim());
    }

    private static string Measured(string measure, Direction? direction) => measure.Length == 0 ? "" : $"{measure} {direction}";

    private static Problem? Long(string field, string text) => text.Trim().Length switch
    {
        0 when field == "Evidence" => new(field, $"Say what shows that it is done"),
        0 => new(field, $"Say why. It stays visible beside the action"),
        > ActionPlan.MostText => new(field, $"Shorten this to {ActionPlan.MostText} characters or fewer"),
        _ => null,
    };
}

/// <summary>What opening an action again left behind.</summary>
public sealed record Reopened(ActionNote Note, DueMove? Move);
