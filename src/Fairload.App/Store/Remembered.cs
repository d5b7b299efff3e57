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
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <param name="what">Names the question with everything that it depends on but the data, the day and the reader's
    /// language.</param>
    /// <param name="work">Works the answer out. It must not ask for anything remembered: one answer is worked out at a time.</param>
    public async Task<T> Of<T>(FairloadDb db, string what, Func<Task<T>> work, CancellationToken stop) where T : class
    {
        var key = (typeof(T), what, clock.UkToday, CultureInfo.CurrentCulture.Name);
        var version = await Version(db, stop);
        if (Held() is { } ready) return ready;

        await _gate.WaitAsync(stop);
        try
        {
            return Held() ?? _kept.Set(key, new Kept<T>(version, await work()), new MemoryCacheEntryOptions { SlidingExpiration = Unused })
                .Answer;
        }
        finally
        {
            _gate.Release();
        }

        T? Held() => _kept.Get<Kept<T>>(key) is { } kept && kept.Version == version ? kept.Answer : null;
    }

    public void Dispose()
    {
        _kept.Dispose();
        _gate.Dispose();
    }

    private static async Task<long> Version(FairloadDb db, CancellationToken stop) =>
        await db.Database.SqlQuery<long>($"select version as \"Value\" from picture").SingleAsync(stop);

    private sealed record Kept<T>(long Version, T Answer);
}
