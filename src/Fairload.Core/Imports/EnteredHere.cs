namespace Fairload.Core.Imports;

/// <summary>What a person entered between extracts.</summary>
public enum EnteredKind
{
    /// <summary>A case that no extract has shown yet.</summary>
    CaseOpened,

    /// <summary>Another type or start of a case than the extract says.</summary>
    CaseCorrected,
    CaseClosed,
    Absence,
    Reduction,

    /// <summary>Somebody who begins work and is not on the staff sheet yet.</summary>
    Starter,

    /// <summary>The last day of somebody who leaves.</summary>
    Leaver,
}

/// <summary>Where a mark stands. Only an open one is held against extracts.</summary>
public enum EnteredState
{
    /// <summary>No extract has said the same yet.</summary>
    Open,

    /// <summary>An extract says the same: from now on extracts tell of it.</summary>
    Confirmed,

    /// <summary>A person has settled that the extract is right.</summary>
    Overruled,

    /// <summary>Whoever entered it, or their line, took it back.</summary>
    TakenBack,

    /// <summary>Something else was entered about the same record.</summary>
    Replaced,
}

/// <summary>
/// The mark on a record that a person entered or changed by hand between extracts: who, when and what they said, until an extract
/// confirms it. An extract that says otherwise changes nothing by itself: a person settles which of the two is right.
/// </summary>
/// <remarks>The record is named by its id alone: it may be a case, a worker, an absence or a reduction, and one that an extract
/// took away is there no more.</remarks>
public sealed class EnteredHere
{
    private EnteredHere() { }

    public Id<EnteredHere> Id { get; private init; }
    public EnteredKind Kind { get; private init; }
    public Guid RecordId { get; private init; }

    /// <summary>What was entered, as <see cref="EnteredFacts"/> writes it.</summary>
    public string Said { get; private init; } = "";

    /// <summary>What stood there until then; empty for a record that is new.</summary>
    public string Before { get; private init; } = "";
    public string EnteredBy { get; private init; } = "";
    public DateTime EnteredAt { get; private init; }
    public DateOnly EnteredOn { get; private init; }
    public EnteredState State { get; private set; }

    /// <summary>The as-of day of the extract that confirmed or overruled it, or the day on which a person took it back.</summary>
    public DateOnly? SettledOn { get; private set; }

    /// <summary>What the latest extract says instead; empty while none contradicts.</summary>
    public string Theirs { get; private set; } = "";

    /// <summary>The as-of day of that extract.</summary>
    public DateOnly? TheirsOn { get; private set; }
    public int Version { get; private set; }

    public EnteredFacts Ours => EnteredFacts.Read(Said);

    public static EnteredHere Enter(
        EnteredKind kind, Guid record, EnteredFacts said, EnteredFacts? before, string by, DateTime at, DateOnly on) => new()
        {
            Id = Id<EnteredHere>.New(),
            Kind = kind,
            RecordId = record,
            Said = said.ToString(),
            Before = before?.ToString() ?? "",
            EnteredBy = by,
            EnteredAt = at,
            EnteredOn = on,
        };

    /// <summary>An extract of a day before it was entered can not know of it, and says nothing about it.</summary>
    public bool IsKnownOn(DateOnly asOf) => EnteredOn <= asOf;

    public void Settle(EnteredState state, DateOnly on)
    {
        if (State != EnteredState.Open) throw new InvalidOperationException("The mark is settled already.");
        if (state == EnteredState.Open) throw new ArgumentOutOfRangeException(nameof(state));
        (State, SettledOn, Theirs, TheirsOn) = (state, on, "", null);
        Version++;
    }

    /// <summary>An extract says otherwise; true when that is news.</summary>
    public bool Contradicted(EnteredFacts theirs, DateOnly asOf)
    {
        if (Theirs == theirs.ToString()) return false;
        (Theirs, TheirsOn) = (theirs.ToString(), asOf);
        Version++;
        return true;
    }
}

/// <summary>What a person settled where an extract contradicts what was entered here. It counts for exactly those words of the extract:
/// when it says a third thing, a person is asked again.</summary>
public sealed class EnteredAnswer
{
    private EnteredAnswer() { }

    public Id<EnteredAnswer> Id { get; private init; }
    public Id<EnteredHere> MarkId { get; private init; }
    public string Theirs { get; private init; } = "";

    /// <summary>What was entered here stays; else the extract is right.</summary>
    public bool KeepsOurs { get; private init; }
    public string AnsweredBy { get; private init; } = "";
    public DateTime AnsweredAt { get; private init; }

    public static EnteredAnswer Give(Id<EnteredHere> mark, string theirs, bool keepsOurs, string by, DateTime at) => new()
    {
        Id = Id<EnteredAnswer>.New(),
        MarkId = mark,
        Theirs = theirs,
        KeepsOurs = keepsOurs,
        AnsweredBy = by,
        AnsweredAt = at,
    };
}
