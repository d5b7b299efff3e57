using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Imports;

/// <summary>
/// What was entered by hand and no extract has confirmed, held against one extract. While a person has not settled a contradiction, what
/// was entered here stays.
/// </summary>
internal sealed class EnteredBook
{
    private readonly Journal _journal;
    private readonly ImportStamp _stamp;
    private readonly Dictionary<(EnteredKind, Guid), EnteredHere> _open;
    private readonly Dictionary<(Id<EnteredHere>, string), EnteredAnswer> _answers;

    private EnteredBook(Journal journal, ImportStamp stamp, IReadOnlyList<EnteredHere> open, IReadOnlyList<EnteredAnswer> answers)
    {
        (_journal, _stamp) = (journal, stamp);
        _open = open.ToDictionary(m => (m.Kind, m.RecordId));
        _answers = answers.GroupBy(a => (a.MarkId, a.Theirs)).ToDictionary(g => g.Key, g => g.MaxBy(a => a.AnsweredAt)!);
    }

    public static async Task<EnteredBook> Read(
        FairloadDb db, Journal journal, ImportStamp stamp, IReadOnlyList<EnteredKind> kinds, CancellationToken stop)
    {
        var open = await db.Set<EnteredHere>().AsNoTracking().Where(m => m.State == EnteredState.Open && kinds.Contains(m.Kind))
            .ToListAsync(stop);
        var marks = open.Select(m => m.Id).ToList();
        var answers = await db.Set<EnteredAnswer>().AsNoTracking().Where(a => marks.Contains(a.MarkId)).ToListAsync(stop);
        return new(journal, stamp, open, answers);
    }

    /// <summary>One a contradiction, in the order in which they were found.</summary>
    public List<ImportConflict> Conflicts { get; } = [];

    /// <summary>Those still held against this extract.</summary>
    public IEnumerable<EnteredHere> Open(EnteredKind kind) => [.. _open.Values.Where(m => m.Kind == kind)];

    public EnteredHere? Of(EnteredKind kind, Guid record) => _open.GetValueOrDefault((kind, record));

    public void Confirm(EnteredHere mark) => Settle(mark, EnteredState.Confirmed);

    /// <summary>What it spoke about is over.</summary>
    public void Replace(EnteredHere mark) => Settle(mark, EnteredState.Replaced);

    /// <summary>A record that was entered here, and that a person has settled is not so.</summary>
    public void Remove<T>(T record) where T : class => _journal.Remove(record);

    /// <summary>The extract says <paramref name="theirs"/>. True where what was entered here stays; else the extract is taken, as a person
    /// settled.</summary>
    /// <param name="about">The reference of the case or the staff number.</param>
    public bool Stays(EnteredHere mark, string about, EnteredFacts theirs)
    {
        if (!mark.IsKnownOn(_stamp.AsOf)) return true;

        var answer = _answers.GetValueOrDefault((mark.Id, theirs.ToString()));
        Conflicts.Add(new(
            mark.Id, mark.Kind, about, mark.Said, theirs.ToString(), mark.EnteredBy, mark.EnteredOn, answer?.KeepsOurs,
            answer?.AnsweredBy ?? ""));
        if (answer is { KeepsOurs: false })
        {
            Settle(mark, EnteredState.Overruled);
            return false;
        }

        _journal.Change(mark, m => m.Contradicted(theirs, _stamp.AsOf));
        return true;
    }

    private void Settle(EnteredHere mark, EnteredState state)
    {
        _journal.Change(mark, m => m.Settle(state, _stamp.AsOf));
        _open.Remove((mark.Kind, mark.RecordId));
    }
}
