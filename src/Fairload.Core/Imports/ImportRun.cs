namespace Fairload.Core.Imports;

/// <summary>What a file is: extracts that a council gives, and sheets that people fill in.</summary>
public enum ImportKind
{
    Staff, AnnexA, Cases, Scores, Measures, Actions, Supervision, Meetings, Risks, Incidents, Feedback,
    WorkforceCensus, Supplement
}

/// <summary>What is said of a kind of file.</summary>
public static class ImportKinds
{
    extension(ImportKind kind)
    {
        /// <summary>A log of what people have done, measured or promised: it changes neither staff nor cases, and so no load.</summary>
        public bool IsLog => kind is not (ImportKind.Staff or ImportKind.AnnexA or ImportKind.Cases or ImportKind.Scores
            or ImportKind.WorkforceCensus or ImportKind.Supplement);
    }
}

/// <summary>Where a running of an import stands. Nothing but <see cref="Applied"/> has changed what is held.</summary>
public enum ImportState { Looked, Applied, Undone, Abandoned }

/// <summary>One reading of one file: looked at first, applied when a person confirms it, undone when it was wrong.</summary>
public sealed class ImportRun
{
    private ImportRun() { }

    public Id<ImportRun> Id { get; private init; }
    public ImportKind Kind { get; private init; }
    public string FileName { get; private init; } = "";

    /// <summary>The name under which the columns were matched; empty where the kind needs none.</summary>
    public string Matching { get; private init; } = "";

    /// <summary>The day the file tells about.</summary>
    public DateOnly AsOf { get; private init; }
    public ImportState State { get; private set; }
    public bool CloseMissing { get; private set; }
    public DateTime LookedAt { get; private init; }
    public string LookedBy { get; private init; } = "";
    public DateTime? AppliedAt { get; private set; }
    public string AppliedBy { get; private set; } = "";
    public DateTime? UndoneAt { get; private set; }
    public string UndoneBy { get; private set; } = "";

    /// <summary>Counts and problems as JSON, as they stood when last looked at or applied.</summary>
    public string Outcome { get; private set; } = "{}";
    public int Version { get; private set; }

    public static ImportRun Look(Id<ImportRun> id, ImportKind kind, string fileName, string matching, DateOnly asOf, string by,
        DateTime now, string outcome) => new()
        {
            Id = id,
            Kind = kind,
            FileName = fileName,
            Matching = matching,
            AsOf = asOf,
            LookedAt = now,
            LookedBy = by,
            Outcome = outcome,
        };

    /// <summary>What is held has changed, so the file would do something else than when it was looked at.</summary>
    public void LookAgain(string outcome)
    {
        if (State != ImportState.Looked) throw new InvalidOperationException($"An import that is {State} can not be looked at again.");
        Outcome = outcome;
        Version++;
    }

    /// <summary>The file's changes are now held.</summary>
    public void Apply(bool closeMissing, string by, DateTime now, string outcome)
    {
        if (State != ImportState.Looked) throw new InvalidOperationException($"An import that is {State} can not be applied.");
        (State, CloseMissing, AppliedBy, AppliedAt, Outcome) = (ImportState.Applied, closeMissing, by, now, outcome);
        Version++;
    }

    public void Undo(string by, DateTime now)
    {
        if (State != ImportState.Applied) throw new InvalidOperationException($"An import that is {State} can not be undone.");
        (State, UndoneBy, UndoneAt) = (ImportState.Undone, by, now);
        Version++;
    }

    public void Abandon()
    {
        if (State != ImportState.Looked) throw new InvalidOperationException($"An import that is {State} can not be abandoned.");
        State = ImportState.Abandoned;
        Version++;
    }
}
