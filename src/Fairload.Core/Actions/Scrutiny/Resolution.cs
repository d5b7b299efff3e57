namespace Fairload.Core.Actions.Scrutiny;

/// <summary>What kind of thing a resolution asks for.</summary>
public enum ResolutionShape
{
    /// <summary>The report is noted.</summary>
    Note,

    /// <summary>An officer is to come.</summary>
    Invite,

    /// <summary>A report is to come back after so many months.</summary>
    ReportBack,

    /// <summary>Figures are to be supplied.</summary>
    Figures,

    /// <summary>Members are to be told how staff were supported.</summary>
    Support,

    Other,
}

/// <summary>What a meeting agreed, word for word as in its minutes.</summary>
public sealed class Resolution
{
    private Resolution() { }

    public Id<Resolution> Id { get; private init; }
    public Id<ScrutinyMeeting> MeetingId { get; private init; }

    /// <summary>From 1 in each meeting.</summary>
    public int Number { get; private init; }
    public string Text { get; private init; } = "";
    public ResolutionShape Shape { get; private init; }
    public string PublishedBy { get; private set; } = "";
    public DateOnly? PublishedOn { get; private set; }
    public int Version { get; private set; }

    public bool IsPublic => PublishedOn is not null;

    /// <param name="shape">Null to take it from the words.</param>
    public static Result<Resolution> Take(Id<ScrutinyMeeting> meeting, int number, string text, ResolutionShape? shape)
    {
        if (MinuteText.Check("Text", text, ActionPlan.MostText) is { } wrong) return wrong;
        return new Resolution
        {
            Id = Id<Resolution>.New(),
            MeetingId = meeting,
            Number = number,
            Text = text.Trim(),
            Shape = shape ?? ResolutionWords.ShapeOf(text),
        };
    }

    /// <summary>Lets the public read it, or takes it back.</summary>
    public Result<Done> Publish(bool isPublic, ActionDeed deed)
    {
        if (IsPublic == isPublic) return new Problem("", $"Somebody has done that already. Nothing was changed");
        PublishedBy = isPublic ? deed.By : "";
        PublishedOn = isPublic ? deed.On : null;
        Version++;
        return default(Done);
    }
}
