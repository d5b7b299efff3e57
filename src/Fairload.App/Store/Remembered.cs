using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Fairload.App.Store;

/// <summary>
/// Keeps what was worked out over many people until the data change, so that only the first reader after a change waits for it. Each
/// time the database itself is asked how many changes there were: another node's change counts like our own.
/// </summary>
public sealed class Remembered(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Unused = TimeSpan.FromMinutes(30);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions());
    private readonly ConcurrentDictionary<object, SemaphoreSlim> _gates = new();

    /// <param name="what">Names the question with everything that it depends on but the data, the day and the reader's
    /// language.</param>
    /// <param name="work">Works the answer out, once at a time: whoever asks the same meanwhile waits for it, and nobody else does. It
    /// must not ask for what is asked.</param>
    public async Task<T> Of<T>(FairloadDb db, string what, Func<Task<T>> work, CancellationToken stop) where T : class
    {
        var key = (typeof(T), what, clock.UkToday, CultureInfo.CurrentCulture.Name);
        var version = await Change(db, stop);
        if (Held() is { } ready) return ready;

        var gate = _gates.GetOrAdd(key, _ => new(1, 1));
        await gate.WaitAsync(stop);
        try
        {
            return Held() ?? _kept.Set(key, new Kept<T>(version, await work()), new MemoryCacheEntryOptions { SlidingExpiration = Unused })
                .Answer;
        }
        finally
        {
            gate.Release();
            // Whoever comes between makes another, and at worst one answer is worked out twice.
            if (gate.CurrentCount > 0) _gates.TryRemove(new(key, gate));
        }

        T? Held() => _kept.Get<Kept<T>>(key) is { } kept && kept.Version == version ? kept.Answer : null;
    }

    public void Dispose() => _kept.Dispose();

    /// <summary>How many changes there were of what pages tell of.</summary>
    internal static async Task<long> Change(FairloadDb db, CancellationToken stop) =>
        await db.Database.SqlQuery<long>($"select version as \"Value\" from picture").SingleAsync(stop);

    private sealed record Kept<T>(long Version, T Answer);
}
