using Fairload.Core.Disclosure;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;

namespace Fairload.Core.Workplace;

/// <summary>What is wrong at the place of work.</summary>
public enum SmallThingKind { Room, Kit, Drawer, Phone, Access, Other }

/// <summary>Where it stands.</summary>
public enum SmallThingState { Open, Fixed, Cannot }

/// <summary>How many others say the same: from five on as a count, under it as words, because two or three of a team are soon
/// named.</summary>
public enum Voices { None, AFew, Counted }

/// <summary>What somebody reports.</summary>
/// <param name="Place">In which building or room.</param>
/// <param name="What">Two lines at most, and nothing about a person.</param>
public sealed record SmallThingFacts(SmallThingKind Kind, string Place, string What, Id<Team> TeamId);

/// <summary>A small thing that makes work harder than it need be: open until somebody has fixed it or says why they can not.</summary>
public sealed class SmallThing
{
    public const int LongestPlace = 80;
    public const int LongestText = 200;

    private SmallThing() { }

    public Id<SmallThing> Id { get; private init; }
    public SmallThingKind Kind { get; private init; }
    public string Place { get; private init; } = "";
    public string What { get; private init; } = "";
    public Id<Team> TeamId { get; private init; }
    public DateOnly ReportedOn { get; private init; }

    /// <summary>Empty where whoever reported it does not want to be named.</summary>
    public string ReportedBy { get; private init; } = "";
    public Id<Worker>? OwnerId { get; private set; }

    /// <summary>Somebody outside the staff list who sees to it, such as facilities.</summary>
    public string OwnerText { get; private set; } = "";
    public SmallThingState State { get; private set; }
    public DateOnly? AnsweredOn { get; private set; }
    public string AnsweredBy { get; private set; } = "";
    public string Because { get; private set; } = "";

    /// <summary>How many others said the same. Who they were is known only so that nobody counts twice, and only while it is
    /// open.</summary>
    public int Others { get; private set; }
    public int Version { get; private set; }

    public bool IsOpen => State == SmallThingState.Open;

    public Voices Voices => Others == 0 ? Voices.None : Others < DisclosureRule.LeastFloor ? Voices.AFew : Voices.Counted;

    public static Result<SmallThing> Report(SmallThingFacts facts, RegisterDeed deed)
    {
        var (place, what) = (Written.Clean(facts.Place), Written.Clean(facts.What));
        var problems = new List<Problem>();
        if (place.Length == 0) problems.Add(new("Place", $"Say where it is"));
        if (place.Length > LongestPlace) problems.Add(new("Place", $"Where it is takes more than {LongestPlace} letters; make it shorter"));
        if (what.Length == 0) problems.Add(new("What", $"Say in a few words what is wrong"));
        if (what.Length > LongestText) problems.Add(new("What", $"What is wrong takes more than {LongestText} letters; make it shorter"));
        if (problems.Count > 0) return problems;
        return new SmallThing
        {
            Id = Id<SmallThing>.New(),
            Kind = facts.Kind,
            Place = place,
            What = what,
            TeamId = facts.TeamId,
            ReportedOn = deed.Today,
            ReportedBy = deed.By,
        };
    }

    /// <summary>Who sees to it: somebody of the staff, or words for somebody outside.</summary>
    public Result<Done> Own(Id<Worker>? owner, string outside, int version)
    {
        var text = owner is null ? Written.Clean(outside) : "";
        if ((owner, text) == (OwnerId, OwnerText)) return default(Done);
        if (version != Version) return Changed;
        if (text.Length > LongestPlace)
            return new Problem("Outside", $"Who sees to it takes more than {LongestPlace} letters; make it shorter");
        (OwnerId, OwnerText) = (owner, text);
        Version++;
        return default(Done);
    }

    /// <summary>It is fixed.</summary>
    public Result<Done> Fix(DateOnly on, int version, RegisterDeed deed)
    {
        if (State == SmallThingState.Fixed && AnsweredOn == on) return default(Done);
        if (version != Version) return Changed;
        if (on < ReportedOn) return new Problem("FixedOn", $"It was reported on {ReportedOn}; enter that day or a later one");
        if (on > deed.Today) return new Problem("FixedOn", $"The day on which it was fixed lies in the future; enter today or an earlier day");
        Answer(SmallThingState.Fixed, on, "", deed);
        return default(Done);
    }

    /// <summary>It can not be fixed, and why.</summary>
    public Result<Done> Cannot(string because, int version, RegisterDeed deed)
    {
        var text = Written.Clean(because);
        if (State == SmallThingState.Cannot && Because == text) return default(Done);
        if (version != Version) return Changed;
        if (text.Length == 0) return new Problem("Because", $"Say why it can not be fixed: whoever reported it reads this");
        if (text.Length > LongestText) return new Problem("Because", $"The reason takes more than {LongestText} letters; make it shorter");
        Answer(SmallThingState.Cannot, deed.Today, text, deed);
        return default(Done);
    }

    /// <summary>It is not fixed after all, or it can be now.</summary>
    public Result<Done> OpenAgain(int version)
    {
        if (IsOpen) return default(Done);
        if (version != Version) return Changed;
        (State, AnsweredOn, AnsweredBy, Because) = (SmallThingState.Open, null, "", "");
        Version++;
        return default(Done);
    }

    /// <summary>Somebody else says the same. No new version: whoever answers at that moment is not overtaken by it.</summary>
    public void OneMore() => Others++;

    /// <summary>Working days from its report to its answer or to a day; null where the calendar does not reach.</summary>
    public int? Age(DateOnly day, WorkingCalendar calendar) =>
        calendar.WorkingDaysBetween(ReportedOn, AnsweredOn is { } on && on < day ? on : day);

    /// <summary>Open on a day, whatever was answered later.</summary>
    public bool WasOpenOn(DateOnly day) => ReportedOn <= day && (AnsweredOn is not { } on || on > day);

    private static Problem Changed => new("", $"Somebody has changed this meanwhile. What stands now is shown above; what you entered is still in the form and not stored");

    private void Answer(SmallThingState state, DateOnly on, string because, RegisterDeed deed)
    {
        (State, AnsweredOn, AnsweredBy, Because) = (state, on, deed.By, because);
        Version++;
    }
}

/// <summary>That somebody said "me too": once each.</summary>
public sealed record SmallThingVoice(Id<SmallThing> ThingId, Id<Worker> WorkerId);
