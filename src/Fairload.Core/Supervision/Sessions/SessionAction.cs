namespace Fairload.Core.Supervision.Sessions;

/// <summary>Something that was agreed in a session, and whether it is done.</summary>
public sealed class SessionAction
{
    public const int LongestText = 200;
    public const int Most = 12;

    private SessionAction() { }

    public Id<SessionAction> Id { get; private init; }
    public Id<SupervisionSession> SessionId { get; private init; }

    /// <summary>The first is 1.</summary>
    public int Number { get; private init; }
    public string Text { get; private init; } = "";
    public DateOnly? DoneOn { get; private set; }
    public string DoneBy { get; private set; } = "";
    public int Version { get; private set; }

    /// <summary>One action a line. Refuses too many and too long ones.</summary>
    public static Result<IReadOnlyList<SessionAction>> Read(Id<SupervisionSession> session, string lines)
    {
        var texts = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var problems = new List<Problem>();
        if (texts.Length > Most) problems.Add(new("Actions", $"At most {Most} actions can be kept; put some together"));
        if (texts.Any(t => t.Length > LongestText))
            problems.Add(new("Actions", $"An action is at most {LongestText} letters; make it shorter"));
        if (problems.Count > 0) return problems;
        return new List<SessionAction>(texts.Select((text, at) => new SessionAction
        {
            Id = Id<SessionAction>.New(),
            SessionId = session,
            Number = at + 1,
            Text = text,
        }));
    }

    /// <summary>Done, or not after all.</summary>
    public void Tick(bool isDone, SessionDeed deed)
    {
        if (isDone == DoneOn is not null) return;
        (DoneOn, DoneBy) = (isDone ? deed.Today : null, isDone ? deed.By : "");
        Version++;
    }
}
