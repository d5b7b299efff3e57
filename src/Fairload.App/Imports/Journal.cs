using System.Reflection;
using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Imports;

/// <summary>
/// What an import is about to do, gathered without touching the database: looking throws it away, confirming writes it, with the
/// images that undoing needs. Rows are read untracked and written in chunks, so that a whole county fits in memory.
/// </summary>
internal sealed class Journal(FairloadDb db)
{
    private const int Chunk = 4000;

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

    public void Change<T>(T row, Action<T> verb) where T : class => Change(row, r =>
    {
        verb(r);
        return true;
    });

    /// <summary>For rows that are plain facts: <paramref name="now"/> has the same id as <paramref name="before"/>.</summary>
    public void Replace<T>(T before, T now) where T : class => _changed.Add(now, before);

    public void Remove<T>(T row) where T : class => _removed.Add(row);

    /// <summary>Writes everything, inside the caller's transaction.</summary>
    public async Task Save(Id<ImportRun> import, CancellationToken stop)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            await WriteImages(import, stop);
            foreach (var rows in _removed.Chunk(Chunk)) await Write(rows, row => db.Remove(row), stop);
            foreach (var rows in _added.Chunk(Chunk)) await Write(rows, row => db.Add(row), stop);
            foreach (var rows in _changed.Chunk(Chunk)) await Write(rows, pair => Update(pair.Key, pair.Value), stop);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private async Task WriteImages(Id<ImportRun> import, CancellationToken stop)
    {
        var sequence = 0;
        var images = _changed.Select(pair => (Before: pair.Value, After: (object?)pair.Key)).Concat(_removed.Select(row => (Before: row, After: (object?)null)));
        foreach (var rows in images.Chunk(Chunk))
        {
            await Write(
                rows,
                row => db.Add(new ImportChange
                {
                    Id = Guid.CreateVersion7(),
                    ImportId = import,
                    Sequence = sequence++,
                    TableName = RowImage.TableOf(db, row.Before),
                    RowId = RowImage.IdOf(db, row.Before),
                    Before = RowImage.Of(db, row.Before),
                    After = row.After is null ? null : RowImage.Of(db, row.After),
                }),
                stop);
        }
    }

    private void Update(object row, object before)
    {
        var entry = db.Update(row);
        if (entry.Metadata.FindProperty("Version") is { } version)
            entry.Property(version.Name).OriginalValue = version.PropertyInfo!.GetValue(before);
    }

    private async Task Write<T>(T[] rows, Action<T> mark, CancellationToken stop)
    {
        foreach (var row in rows) mark(row);
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
    }
}
