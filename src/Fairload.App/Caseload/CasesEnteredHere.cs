using Fairload.App.Imports;
using Fairload.App.Workforce;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;

namespace Fairload.App.Caseload;

/// <summary>
/// Cases that were opened, corrected or closed here by hand, held against an extract of their source. One that says the same confirms
/// it; one that does not takes nothing back until a person settles it. A team that is called otherwise since a reorganisation is the same.
/// </summary>
internal sealed class CasesEnteredHere(EnteredBook book, NameBook names)
{
    public static readonly IReadOnlyList<EnteredKind> Kinds = [EnteredKind.CaseOpened, EnteredKind.CaseCorrected, EnteredKind.CaseClosed];

    private readonly HashSet<Id<Case>> _contested = [];

    public IReadOnlyList<ImportConflict> Conflicts => book.Conflicts;

    /// <summary>What is said of it here goes before a guess from its dates, such as that it is another episode.</summary>
    public bool IsMarked(Case held) => Of(EnteredKind.CaseOpened, held) is not null || Of(EnteredKind.CaseCorrected, held) is not null;

    public bool IsClosedHere(Case held) => Of(EnteredKind.CaseClosed, held) is not null;

    /// <summary>The row as it counts: what was entered here stays over what the extract says of the same.</summary>
    public SeenCase Merged(Case held, SeenCase row)
    {
        foreach (var mark in new[] { Of(EnteredKind.CaseOpened, held), Of(EnteredKind.CaseCorrected, held) }.OfType<EnteredHere>())
        {
            var ours = mark.Ours;
            var theirs = Seen(row, ours);
            if (ours.SaysTheSame(theirs)) book.Confirm(mark);
            else if (book.Stays(mark, held.Reference, theirs)) row = Over(row, ours, theirs);
        }

        return row;
    }

    /// <summary>It was closed here, and the extract shows it open: true where it stays closed.</summary>
    public bool StaysClosed(Case closed, SeenCase row)
    {
        _contested.Add(closed.Id);
        return book.Stays(Of(EnteredKind.CaseClosed, closed)!, row.Reference, new EnteredFacts().With(FactKind.Closed, ""));
    }

    /// <summary>It was closed here, and the extract tells of a closing too: true where ours stays over another day.</summary>
    public bool StaysClosedOn(Case closed, DateOnly theirs)
    {
        if (Of(EnteredKind.CaseClosed, closed) is not { } mark) return false;
        _contested.Add(closed.Id);
        if (closed.ClosedOn != theirs) return book.Stays(mark, closed.Reference, new EnteredFacts().With(FactKind.Closed, theirs));
        book.Confirm(mark);
        return false;
    }

    /// <summary>It was opened here, and the extract shows it closed: true where it stays open.</summary>
    public bool StaysOpen(Case held, DateOnly closed) =>
        Of(EnteredKind.CaseOpened, held) is { } mark
        && book.Stays(mark, held.Reference, new EnteredFacts().With(FactKind.Closed, closed));

    /// <summary>It was opened here, and the extract does not show it: null where nobody opened it here, else whether it stays.</summary>
    public bool? StaysUnseen(Case held) => Of(EnteredKind.CaseOpened, held) is { } mark
        ? book.Stays(mark, held.Reference, EnteredFacts.NotShown) : null;

    /// <summary>An extract that shows a case no more, on the day of its closing or later, says that it is closed.</summary>
    public void ConfirmUnseen(IEnumerable<Case> closed, DateOnly asOf)
    {
        foreach (var one in closed.Where(c => !_contested.Contains(c.Id)))
        {
            if (Of(EnteredKind.CaseClosed, one) is { } mark && mark.IsKnownOn(asOf) && one.ClosedOn <= asOf) book.Confirm(mark);
        }
    }

    /// <summary>A correction of a case that the extract closes is held against nothing any more.</summary>
    public void IsOver(Case closed)
    {
        if (Of(EnteredKind.CaseCorrected, closed) is { } mark) book.Replace(mark);
    }

    private EnteredHere? Of(EnteredKind kind, Case held) => book.Of(kind, held.Id.Value);

    /// <summary>What the extract does not say it says nothing about. Of a team it speaks only where that was entered here too.</summary>
    private EnteredFacts Seen(SeenCase row, EnteredFacts ours)
    {
        var seen = new EnteredFacts().With(FactKind.Type, row.TypeCode);
        if (row.StartedOn is { } start) seen = seen.With(FactKind.Began, start);
        return row.TeamName.Length > 0 && ours[FactKind.Team] is { Length: > 0 } team
            ? seen.With(FactKind.Team, names.TeamBeside(row.TeamName, team)) : seen;
    }

    private static SeenCase Over(SeenCase row, EnteredFacts ours, EnteredFacts theirs) => row with
    {
        TypeCode = ours[FactKind.Type],
        StartedOn = ours.Day(FactKind.Began) ?? row.StartedOn,
        TeamName = ours[FactKind.Team] is { Length: > 0 } team && theirs[FactKind.Team] != team ? team : row.TeamName,
    };
}
