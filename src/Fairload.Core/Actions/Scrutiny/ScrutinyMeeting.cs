namespace Fairload.Core.Actions.Scrutiny;

/// <summary>A meeting of elected members who look into the department: held, or still to come.</summary>
public sealed class ScrutinyMeeting
{
    public const int MostName = 200;
    public const int MostWitnesses = 500;

    /// <summary>Years back and ahead.</summary>
    public const int MostYears = 3;

    private ScrutinyMeeting() { }

    public Id<ScrutinyMeeting> Id { get; private init; }
    public string Committee { get; private init; } = "";
    public DateOnly HeldOn { get; private init; }

    /// <summary>Staff who came as witnesses and did not agree to be named: their number and nothing else.</summary>
    public int UnnamedWitnesses { get; private set; }
    public string RecordedBy { get; private init; } = "";
    public DateTime RecordedAt { get; private init; }
    public int Version { get; private set; }

    public static Result<ScrutinyMeeting> Record(string committee, DateOnly? heldOn, ActionDeed deed)
    {
        var problems = new List<Problem>();
        var name = committee.Trim();
        if (name.Length == 0) problems.Add(new("Committee", $"Enter the name of the committee or commission"));
        if (name.Length > MostName) problems.Add(new("Committee", $"Shorten the name to {MostName} characters or fewer"));
        if (heldOn is not { } day) problems.Add(new("HeldOn", $"Enter the day of the meeting"));
        else if (day < deed.On.AddYears(-MostYears) || day > deed.On.AddYears(MostYears))
            problems.Add(new("HeldOn", $"{day:d MMMM yyyy} is more than {MostYears} years away: check the year"));
        if (problems.Count > 0) return problems;

        return new ScrutinyMeeting
        {
            Id = Id<ScrutinyMeeting>.New(),
            Committee = name,
            HeldOn = heldOn!.Value,
            RecordedBy = deed.By,
            RecordedAt = deed.At,
        };
    }

    public Result<Done> CountWitnesses(int? unnamed)
    {
        if (unnamed is not (>= 0 and <= MostWitnesses))
            return new Problem("Unnamed", $"Enter how many came and are not named, from 0 to {MostWitnesses}");
        UnnamedWitnesses = unnamed.Value;
        Version++;
        return default(Done);
    }
}

/// <summary>What lay before a meeting.</summary>
/// <param name="Number">From 1 in each meeting.</param>
public sealed record ScrutinyItem(Id<ScrutinyItem> Id, Id<ScrutinyMeeting> MeetingId, int Number, string Title)
{
    public static Result<ScrutinyItem> Of(Id<ScrutinyMeeting> meeting, int number, string title) =>
        MinuteText.Check("Title", title, ScrutinyMeeting.MostName) is { } wrong ? wrong
            : new ScrutinyItem(Id<ScrutinyItem>.New(), meeting, number, title.Trim());
}

/// <summary>A member of staff who came as a witness and agreed to be named.</summary>
public sealed record Witness(Id<Witness> Id, Id<ScrutinyMeeting> MeetingId, string Name)
{
    /// <summary>Refuses a name without the agreement of whoever bears it.</summary>
    public static Result<Witness> Of(Id<ScrutinyMeeting> meeting, string name, bool agreed)
    {
        if (MinuteText.Check("Name", name, ScrutinyMeeting.MostName) is { } wrong) return wrong;
        if (!agreed)
            return new Problem("Agreed", $"Ask them first. Whoever does not agree to be named is counted and not named; nothing was stored");
        return new Witness(Id<Witness>.New(), meeting, name.Trim());
    }
}

/// <summary>What the commission asked staff to be told.</summary>
public sealed record CommissionMessage(
    Id<CommissionMessage> Id, Id<ScrutinyMeeting> MeetingId, string Text, string GivenBy, DateOnly GivenOn)
{
    /// <summary>A number of accounts is told in steps of this, and not at all below.</summary>
    public const int Step = 10;

    public static Result<CommissionMessage> Of(Id<ScrutinyMeeting> meeting, string text, ActionDeed deed) =>
        MinuteText.Check("Text", text, ActionPlan.MostText) is { } wrong ? wrong
            : new CommissionMessage(Id<CommissionMessage>.New(), meeting, text.Trim(), deed.By, deed.On);

    /// <summary>To how many at least it was shown; null under ten. In tens, so that nobody sees one person come.</summary>
    public static int? ShownToAtLeast(int accounts) => accounts < Step ? null : accounts / Step * Step;
}

internal static class MinuteText
{
    public static Problem? Check(string field, string text, int most) => text.Trim().Length switch
    {
        0 => new(field, $"Enter the words"),
        var length when length > most => new(field, $"Shorten this to {most} characters or fewer"),
        _ => null,
    };
}
