using Fairload.Core.Imports;

namespace Fairload.Core.Caseload;

/// <summary>What decides how much a case weighs, beside its type and tier, and what a sheet may say of it.</summary>
/// <param name="Family">Cases with the same mark are brothers and sisters worked together; empty for alone.</param>
/// <param name="TravelBand">The code of a travel band of the weights in force; empty for none.</param>
public sealed record CaseMarks(string Family = "", string TravelBand = "", bool InCourt = false);

/// <summary>
/// A person or family the department works with: a council identifier and the start of the episode. When it is opened
/// again it is a new case, linked to the old one.
/// </summary>
public sealed class Case
{
    private Case() { }

    public Id<Case> Id { get; private init; }

    /// <summary>The council's own identifier, as its system writes it.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>Which kind of extract knows this case: <c>annex-a</c>, or the name of the matching of a case sheet.</summary>
    public string Source { get; private init; } = "";
    public Area Area { get; private init; }
    public string TypeCode { get; private set; } = "";

    /// <summary>Start of the episode; null when the extract does not say.</summary>
    public DateOnly? StartedOn { get; private set; }
    public DateOnly? ClosedOn { get; private set; }
    public string CloseReason { get; private set; } = "";
    public Id<Case>? PreviousId { get; private init; }
    public string Family { get; private set; } = "";
    public string TravelBand { get; private set; } = "";
    public bool InCourt { get; private set; }

    /// <summary>The tier of the agreed score, 1 to 3; null while not scored. Kept here so that a whole service adds up in one read;
    /// <c>fairload check</c> holds it against the scores.</summary>
    public int? Tier { get; private set; }

    /// <summary>The as-of day of the first extract that showed the case.</summary>
    public DateOnly FirstSeenOn { get; private init; }

    /// <summary>The as-of day of the extract of its source that first did not show the case, while nobody has closed it.</summary>
    public DateOnly? MissingSince { get; private set; }
    public Id<ImportRun>? BroughtBy { get; private init; }
    public int Version { get; private set; }

    /// <summary>It has another name than the council's, and its kind is shown to nobody who is kept out of it.</summary>
    public bool IsRestricted => CaseType.IsRestricted(TypeCode);

    public CaseMarks Marks => new(Family, TravelBand, InCourt);

    public static Case Open(string reference, string source, Area area, string typeCode, DateOnly? startedOn, CaseMarks marks,
        DateOnly seenOn,
        Id<Case>? previous, Id<ImportRun>? broughtBy) => new()
        {
            Id = Id<Case>.New(),
            Reference = reference,
            Source = source,
            Area = area,
            TypeCode = typeCode,
            StartedOn = startedOn,
            Family = marks.Family,
            TravelBand = marks.TravelBand,
            InCourt = marks.InCourt,
            FirstSeenOn = seenOn,
            PreviousId = previous,
            BroughtBy = broughtBy,
        };

    public bool IsOpen(DateOnly day) => ClosedOn is null || day < ClosedOn;

    /// <summary>What an extract says of the case now; true when that differs from what is held.</summary>
    public bool SeenAgain(string typeCode, DateOnly? startedOn, CaseMarks marks)
    {
        var before = (TypeCode, StartedOn, Marks, MissingSince);
        if (IsRestricted) typeCode = CaseType.Restrict(typeCode);
        (TypeCode, StartedOn, Family, TravelBand, InCourt, MissingSince) =
            (typeCode, startedOn ?? StartedOn, marks.Family, marks.TravelBand, marks.InCourt, null);
        if (before == (TypeCode, StartedOn, Marks, MissingSince)) return false;
        Version++;
        return true;
    }

    /// <summary>A person puts right what an extract says of it; true when that differs from what is held.</summary>
    public bool Corrected(string typeCode, DateOnly? startedOn)
    {
        if ((TypeCode, StartedOn) == (typeCode, startedOn)) return false;
        (TypeCode, StartedOn) = (typeCode, startedOn);
        Version++;
        return true;
    }

    /// <summary>An extract does not show the case. It stays open until a person, or <c>--close-missing</c>, says otherwise.</summary>
    public bool Missed(DateOnly on)
    {
        if (MissingSince is not null) return false;
        MissingSince = on;
        Version++;
        return true;
    }

    public void Close(DateOnly on, string reason)
    {
        if (ClosedOn is not null) throw new InvalidOperationException("The case is closed already.");
        (ClosedOn, CloseReason, MissingSince) = (on, reason, null);
        Version++;
    }

    /// <summary>A later extract gives another day for the closing; true when that is news.</summary>
    public bool ClosedOtherwise(DateOnly on, string reason)
    {
        if ((ClosedOn, CloseReason) == (on, reason)) return false;
        (ClosedOn, CloseReason) = (on, reason);
        Version++;
        return true;
    }

    /// <summary>The same episode shows as open again: closing it was a mistake. A new episode is a new case.</summary>
    public void WasNotClosed()
    {
        (ClosedOn, CloseReason) = (null, "");
        Version++;
    }

    /// <summary>Takes name and kind away from it; <see cref="RestrictedCase"/> keeps the name.</summary>
    internal void Restrict(string name)
    {
        (Reference, TypeCode) = (name, CaseType.Restrict(TypeCode));
        Version++;
    }

    /// <summary>Gives name and kind back.</summary>
    public void Lift(string reference)
    {
        (Reference, TypeCode) = (reference, CaseType.Plain(TypeCode));
        Version++;
    }

    public bool Tiered(int? tier)
    {
        if (Tier == tier) return false;
        Tier = tier;
        Version++;
        return true;
    }
}
