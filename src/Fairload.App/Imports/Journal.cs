using System.Reflection;
using Fairload.Core.Caseload;
using Fairload.Core.HealthCheck.Measures;
using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Imports;

/// <summary>
/// What an import is about to do, gathered without touching the database: looking throws it away, confirming writes it, with the
/// images that undoing needs. Rows are read untracked and written in chunks, so that a whole county fits in memory.
/// </summary>
internal sealed class Journal(FairloadDb db)
{
    private const int Chunk = 2000;

    private static readonly Func<object, object> Copy =
        typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!.CreateDelegate<Func<object, object>>();

    private readonly List<object> _added = [];
    private readonly HashSet<object> _isAdded = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, object> _changed = new(ReferenceEqualityComparer.Instance);
    private readonly List<object> _removed = [];

    public bool IsEmpty => _added.Count == 0 && _changed.Count == 0 && _removed.Count == 0;

    public T Add<T>(T row) where T : class
    {
        _added.Add(row);
        _isAdded.Add(row);
        return row;
    }

    /// <summary>Runs a verb of a row that says whether it changed anything; keeps what the row was before the first change.</summary>
    public bool Change<T>(T row, Func<T, bool> verb) where T : class
    {
        if (_isAdded.Contains(row) || _changed.ContainsKey(row)) return verb(row);

        var before = Copy(row);
        if (!verb(row)) return false;
        _changed.Add(row, before);
        return true;
    }

    /// <summary>The same for a verb that always changes something.</summary>
    public void Change<T>(T row, Action<T> verb) where T : class => Change(row, r =>
    {
        verb(r);
        return true;
    });

    /// <summary>For rows that are plain facts: <paramref name="now"/> has the same id as <paramref name="before"/>.</summary>
    public void Replace<T>(T before, T now) where T : class => _changed.Add(now, before);

    public void Remove<T>(T row) where T : class => _removed.Add(row);

    /// <summary>What has been gathered so far in one short text: two gatherings that would store the same have the same.</summary>
    public string Digest() => JournalDigest.Of(db, _added, [.. _changed.Keys], _removed);

    /// <summary>Writes everything, inside the caller's transaction.</summary>
    public async Task Save(Id<ImportRun> import, CancellationToken stop)
    {
        // An image is a kilobyte of text: fifty thousand of them are never there at once.
        foreach (var images in Images(import).Chunk(Chunk)) await new RowWriter(db).Insert(images, stop);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            await Write(_removed, row => db.Remove(row), stop);

            // One open case a person, one figure that counts: the old one goes before the new one is there. What is opened again comes
            // last.
            var (closed, rest) = (_changed.Where(MakesRoom).ToList(), _changed.Where(c => !MakesRoom(c)).ToList());
            await Write(closed, Update, stop);
            await new RowWriter(db).Insert(_added, stop);
            await Write(rest, Update, stop);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private static bool MakesRoom(KeyValuePair<object, object> change) =>
        change.Key is Case { ClosedOn: not null } or MeasureEntry { ReplacedAt: not null } or CaseSupplement { ReplacedAt: not null }
            or CaseConflict { ToOn: not null } or CaseCoWorker { ToOn: not null };

    private IEnumerable<ImportChange> Images(Id<ImportRun> import) =>
        _changed.Select(pair => (Before: pair.Value, After: (object?)pair.Key))
            .Concat(_removed.Select(row => (Before: row, After: (object?)null)))
            .Select((row, sequence) => new ImportChange
            {
                Id = Guid.CreateVersion7(),
                ImportId = import,
                Sequence = sequence,
                TableName = RowImage.TableOf(db, row.Before),
                RowId = RowImage.IdOf(db, row.Before),
                Before = RowImage.Of(db, row.Before),
                After = row.After is null ? null : RowImage.Of(db, row.After),
            });

    private void Update(KeyValuePair<object, object> change)
    {
        var entry = db.Update(change.Key);
        if (entry.Metadata.FindProperty("Version") is { } version)
            entry.Property(version.Name).OriginalValue = RowImage.Held(version, change.Value);
    }

    private async Task Write<T>(IReadOnlyList<T> rows, Action<T> mark, CancellationToken stop)
    {
        foreach (var chunk in rows.Chunk(Chunk))
        {
            foreach (var row in chunk) mark(row);
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
        }
    }
}
