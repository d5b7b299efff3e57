namespace Fairload.Core.Actions.Scrutiny;

/// <summary>What somebody asked at a meeting, and what they were told.</summary>
public sealed class ScrutinyQuestion
{
    private ScrutinyQuestion() { }

    public Id<ScrutinyQuestion> Id { get; private init; }
    public Id<ScrutinyMeeting> MeetingId { get; private init; }
    public int Number { get; private init; }
    public string Asked { get; private init; } = "";
    public string AskedBy { get; private init; } = "";
    public string Answer { get; private set; } = "";

    /// <summary>Null while it is not answered.</summary>
    public DateOnly? AnsweredOn { get; private set; }
    public string AnsweredBy { get; private set; } = "";
    public int Version { get; private set; }

    /// <param name="by">Who asked: a councillor, or in which capacity.</param>
    public static Result<ScrutinyQuestion> Ask(Id<ScrutinyMeeting> meeting, int number, string asked, string by)
    {
        var problems = new List<Problem>();
        if (MinuteText.Check("Asked", asked, ActionPlan.MostText) is { } wrong) problems.Add(wrong);
        if (MinuteText.Check("AskedBy", by, ScrutinyMeeting.MostName) is { } nobody) problems.Add(nobody);
        if (problems.Count > 0) return problems;
        return new ScrutinyQuestion
        {
            Id = Id<ScrutinyQuestion>.New(),
            MeetingId = meeting,
            Number = number,
            Asked = asked.Trim(),
            AskedBy = by.Trim(),
        };
    }

    /// <summary>An answer is given once: a better one is an answer to another question.</summary>
    public Result<Done> Reply(string answer, ActionDeed deed)
    {
        if (AnsweredOn is not null)
            return new Problem("Answer", $"{AnsweredBy} has answered this on {AnsweredOn:d MMMM yyyy}. It stands below; yours was not stored");
        if (MinuteText.Check("Answer", answer, ActionPlan.MostText) is { } wrong) return wrong;
        (Answer, AnsweredBy, AnsweredOn) = (answer.Trim(), deed.By, deed.On);
        Version++;
        return default(Done);
    }
}
