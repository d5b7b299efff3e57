using Fairload.App.Imports;
using Fairload.App.Workforce;
using Fairload.Core.Caseload;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload;

/// <summary>Holds the cases of an extract against the cases of its source: what is new, what moved, what closed, what is missing.</summary>
internal sealed class CaseStaging
{
    private readonly Journal _journal;
    private readonly ImportStamp _stamp;
    private readonly HolderStaging _holders;
    private readonly EventStaging _events;
    private readonly CasesEnteredHere _here;
    private readonly Tally _tally = new();
    private readonly Dictionary<string, Case> _open = [];
    private readonly Dictionary<string, List<Case>> _closed = [];
    private readonly HashSet<Case> _shown = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Case> _told = new(ReferenceEqualityComparer.Instance);

    private readonly IReadOnlyDictionary<Id<Case>, string> _restricted;
    private int _closedNow;

    private CaseStaging(
        Journal journal, ImportStamp stamp, IReadOnlyList<Case> held, IReadOnlyDictionary<Id<Case>, string> restricted,
        HolderStaging holders, EventStaging events, CasesEnteredHere here)
    {
        (_journal, _stamp, _restricted, _holders, _events, _here) = (journal, stamp, restricted, holders, events, here);
        foreach (var one in held.Where(c => c.ClosedOn is null)) _open[NameOf(one)] = one;
        foreach (var one in held.Where(c => c.ClosedOn is not null)) IsClosed(one);
    }

    public static async Task<ImportOutcome> Stage(FairloadDb db, Journal journal, ImportStamp stamp, CaseRead read, CancellationToken stop)
    {
        var held = await db.Cases.AsNoTracking().Where(c => c.Source == stamp.Source).ToListAsync(stop);
        var names = await NameBook.Read(db, stamp.AsOf, stop);
        var staging = new CaseStaging(
            journal, stamp, held, await RestrictedNames.Of(db, stop), await HolderStaging.Read(db, journal, stamp, names, stop),
            await EventStaging.Read(db, journal, stamp, stop),
            new(await EnteredBook.Read(db, journal, stamp, CasesEnteredHere.Kinds, stop), names));
        var outcome = staging.Stage(read);
        await IntakeStaging.Stage(db, journal, stamp, read.Intake, stop);
        return outcome;
    }

    private ImportOutcome Stage(CaseRead read)
    {
        // Closed rows first: a child whose old episode closed and whose new one is open needs the old one out of the way.
        var open = read.Open.ToLookup(row => row.Reference);
        foreach (var row in read.Closed) Closed(row, open[row.Reference]);
        foreach (var row in read.Open) Open(row);
        NotShown();
        _tally.Seal(_journal);
        var closed = _closedNow;
        Missing();
        var outcome = _tally.Outcome(read.Read, read.Problems.Concat(_holders.UnknownNames()));
        return outcome with { Conflicts = _here.Conflicts, Closed = closed };
    }

    private void Open(SeenCase row)
    {
        var held = _open.GetValueOrDefault(row.Reference);
        if (held is null && ClosedHere(row) is { } closed)
        {
            if (_here.StaysClosed(closed, row))
            {
                _tally.Count(changed: false);
                return;
            }

            held = OpenAgain(closed);
        }

        if (held is not null && !_here.IsMarked(held) && IsNewEpisode(held, row)) held = CloseBefore(held, row);
        held ??= SameEpisodeClosed(row);
        if (held is null)
        {
            New(row);
            return;
        }

        _shown.Add(held);
        row = _here.Merged(held, row);
        var changed = _journal.Change(held, c => c.SeenAgain(row.TypeCode, row.StartedOn, row.Marks));
        changed |= _holders.Stage(held, row, isNew: false);
        changed |= _events.Stage(held.Id, row.Events);
        _tally.Count(changed);
    }

    /// <summary>It starts after the last extract told of the old one: the case was closed and opened again in between.</summary>
    private bool IsNewEpisode(Case held, SeenCase row) =>
        row.StartedOn is { } start && held.StartedOn < start && _stamp.PreviousAsOf is { } previous && start > previous;

    private Case? CloseBefore(Case held, SeenCase row)
    {
        Close(held, row.StartedOn!.Value, "opened again");
        return null;
    }

    /// <summary>The same start again: closing it was a mistake. Without a start nothing shows that it is the same episode.</summary>
    private Case? SameEpisodeClosed(SeenCase row)
    {
        var same = Before(row.Reference).FirstOrDefault(c => c.StartedOn is not null && c.StartedOn == row.StartedOn);
        return same is null ? null : OpenAgain(same);
    }

    private Case OpenAgain(Case closed)
    {
        _journal.Change(closed, c => c.WasNotClosed());
        _closed[NameOf(closed)].Remove(closed);
        return _open[NameOf(closed)] = closed;
    }

    /// <summary>It was closed here by hand, and the row does not begin after that: it is the same episode, or does not say.</summary>
    private Case? ClosedHere(SeenCase row) =>
        Before(row.Reference).Find(c => _here.IsClosedHere(c) && !(row.StartedOn >= c.ClosedOn && row.StartedOn != c.StartedOn));

    private void New(SeenCase row)
    {
        var previous = Before(row.Reference).MaxBy(c => c.ClosedOn);
        var opened = _journal.Add(Case.Open(
            row.Reference, _stamp.Source, row.Area, row.TypeCode, row.StartedOn, row.Marks, _stamp.AsOf, previous?.Id, _stamp.Id));
        _open[row.Reference] = opened;
        _shown.Add(opened);
        _holders.Stage(opened, row, isNew: true);
        _events.Stage(opened.Id, row.Events);
        _tally.Added++;
    }

    private void Closed(ClosedCase row, IEnumerable<SeenCase> open)
    {
        if (_open.GetValueOrDefault(row.Reference) is { } held && IsOf(held, row) && !open.Any(seen => !IsNewEpisode(held, seen)))
        {
            var stays = _here.StaysOpen(held, row.ClosedOn);
            if (stays) _shown.Add(held);
            else Close(held, row.ClosedOn, row.Reason);
            _told.Add(held);
            _tally.Count(changed: !stays);
            return;
        }

        if (Known(row) is { } known)
        {
            _told.Add(known);
            var moves = !_here.StaysClosedOn(known, row.ClosedOn) && known.ClosedOn != row.ClosedOn;
            _tally.Count(moves && _journal.Change(known, c => c.ClosedOtherwise(row.ClosedOn, row.Reason)));
            return;
        }

        var history = Case.Open(row.Reference, _stamp.Source, row.Area, row.TypeCode, row.StartedOn, new(), _stamp.AsOf, null, _stamp.Id);
        history.Close(row.ClosedOn, row.Reason);
        IsClosed(_journal.Add(history));
        _told.Add(history);
        _tally.Added++;
    }

    /// <summary>
    /// The closed episode that a row tells of: the one with its days, else the one that ended then, else the one that began then, whose
    /// end the row corrects. One row an episode: two rows with one start do not correct each other to and fro.
    /// </summary>
    private Case? Known(ClosedCase row)
    {
        var before = Before(row.Reference).Where(c => !_told.Contains(c)).ToList();
        return before.Find(c => c.ClosedOn == row.ClosedOn && c.StartedOn == row.StartedOn)
            ?? before.Find(c => c.ClosedOn == row.ClosedOn)
            ?? before.Find(c => c.StartedOn == row.StartedOn);
    }

    /// <summary>An episode that ended before the open one began is another one.</summary>
    private static bool IsOf(Case held, ClosedCase row) => held.StartedOn is null || held.StartedOn <= row.ClosedOn;

    /// <summary>What was opened or closed here and does not stand in the file.</summary>
    private void NotShown()
    {
        foreach (var one in _open.Values.Where(c => !_shown.Contains(c)).ToList())
        {
            if (_here.StaysUnseen(one) is not { } stays) continue;
            if (stays) _shown.Add(one);
            else Close(one, _stamp.AsOf, "not in the extract");
            _tally.Count(changed: !stays);
        }

        _here.ConfirmUnseen(_closed.Values.SelectMany(c => c), _stamp.AsOf);
    }

    private void Missing()
    {
        foreach (var one in _open.Values.Where(c => !_shown.Contains(c)).ToList())
        {
            _tally.Missing++;
            if (_stamp.CloseMissing) Close(one, _stamp.AsOf, "not in the extract");
            else _journal.Change(one, c => c.Missed(_stamp.AsOf));
        }
    }

    private void Close(Case held, DateOnly on, string reason)
    {
        _journal.Change(held, c => c.Close(on, reason));
        _closedNow++;
        _here.IsOver(held);
        _holders.EndAll(held.Id, on);
        _open.Remove(NameOf(held));
        IsClosed(held);
    }

    private List<Case> Before(string reference) => _closed.GetValueOrDefault(reference) ?? [];

    private void IsClosed(Case one)
    {
        if (_closed.TryGetValue(NameOf(one), out var others)) others.Add(one);
        else _closed[NameOf(one)] = [one];
    }

    /// <summary>As the extract writes it, which knows nothing of restrictions.</summary>
    private string NameOf(Case one) => _restricted.GetValueOrDefault(one.Id, one.Reference);
}
