namespace Fairload.Core.Workforce;

/// <summary>What a word says of a person.</summary>
public enum PracticeKind
{
    /// <summary>They can work in this language.</summary>
    Language,

    /// <summary>They are practised in this.</summary>
    Skill,

    /// <summary>They want to learn this, and it was agreed with them.</summary>
    Goal,
}

/// <summary>One word of <see cref="PracticeWords"/> that was entered about a person, from one day to another. Half-open: from ≤ day &lt;
/// to. It is kept after its end.</summary>
public sealed class WorkerWord
{
    private WorkerWord() { }

    public Id<WorkerWord> Id { get; private init; }
    public Id<Worker> WorkerId { get; private init; }
    public PracticeKind Kind { get; private init; }

    /// <summary>Code of the word.</summary>
    public string Word { get; private init; } = "";
    public DateOnly FromOn { get; private init; }
    public DateOnly? ToOn { get; private set; }
    public string EnteredBy { get; private init; } = "";
    public string EndedBy { get; private set; } = "";
    public int Version { get; private set; }

    public static WorkerWord Enter(Id<Worker> worker, PracticeKind kind, string word, DateOnly on, string by) =>
        new() { Id = Id<WorkerWord>.New(), WorkerId = worker, Kind = kind, Word = word, FromOn = on, EnteredBy = by };

    public void End(DateOnly on, string by)
    {
        if (ToOn is not null) throw new InvalidOperationException("The word has ended already.");
        (ToOn, EndedBy) = (on < FromOn ? FromOn : on, by);
        Version++;
    }
}
