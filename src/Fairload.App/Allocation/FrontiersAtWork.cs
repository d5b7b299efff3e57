using System.Collections.Concurrent;
using Fairload.App.Allocation.Meetings;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Workforce;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fairload.App.Allocation;

/// <summary>Of which people a frontier is, and by what.</summary>
/// <param name="Team">Null for a service or the council.</param>
/// <param name="Service">Empty for a team or the council.</param>
/// <param name="Change">The count of changes of the data: with the next one it is worked out anew.</param>
public sealed record FrontierOf(Id<Team>? Team, string Service, DateOnly Today, long Change);

/// <summary>What moves buy, worked out.</summary>
/// <param name="IsWhole">False where the search ended before moves stopped helping: its effort was spent, or somebody ended it.</param>
public sealed record FrontierFound(IReadOnlyList<MovesView> Points, bool IsWhole);

/// <summary>
/// Frontiers that are being worked out while somebody looks on, one at a time, and those that were until the data change. A program that
/// stops loses no more than a search: the next who looks begins it again.
/// </summary>
public sealed partial class FrontiersAtWork(IServiceScopeFactory scopes, TimeProvider clock, ILogger<FrontiersAtWork> log)
    : IAsyncDisposable
{
    // A team ends by itself long before; a council of thousands is told that it could go on.
    private const long Steps = 20_000_000;
    private const int MostKept = 40;
    private readonly ConcurrentDictionary<FrontierOf, Run> _runs = new();
    private readonly CancellationTokenSource _end = new();
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Begins, once: whoever asks again gets the same. The reader has been let in by whoever asks.</summary>
    internal Task<Result<FrontierFound>> Begin(FrontierOf what, Reader reader)
    {
        foreach (var (old, run) in _runs.Where(r => r.Value.IsOver && (_runs.Count > MostKept || r.Key.Change != what.Change)))
            if (old != what && _runs.TryRemove(old, out _)) run.Enough.Dispose();
        return _runs.GetOrAdd(what, one => new(clock.GetTimestamp(), new(), new(), new(() => Task.Run(() => WorkOut(one, reader)))))
            .Task.Value;
    }

    /// <summary>How far it is; null when it is not at work.</summary>
    internal AtWork? At(FrontierOf what) => _runs.TryGetValue(what, out var run) && !run.IsOver
        ? new(clock.GetElapsedTime(run.Began), run.Watch.Part, run.Watch.Spent, TriesMoves: true) : null;

    /// <summary>Searches no longer: the moves that were tried so far are the answer.</summary>
    internal void Enough(FrontierOf what)
    {
        if (_runs.TryGetValue(what, out var run) && !run.IsOver) run.Enough.Cancel();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        foreach (var run in _runs.Values) await ((Task)run.Task.Value).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
        _turn.Dispose();
    }

    private async Task<Result<FrontierFound>> WorkOut(FrontierOf what, Reader reader)
    {
        var run = _runs[what];
        await _turn.WaitAsync(_end.Token);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(_end.Token, run.Enough.Token);
            var asked = new ProposalAsked(
                null, what.Service.Length > 0 ? what.Service : null, what.Team is null && what.Service.Length == 0, 0, 0, Steps, what.Team);
            var desk = scope.ServiceProvider.GetRequiredService<ProposalDesk>();
            var found = await desk.Frontier(asked, reader, run.Watch, _end.Token, enough.Token);
            if (!found.Try(out var points, out var problems)) return problems.ToList();
            return new FrontierFound(points, !enough.IsCancellationRequested && run.Watch.Spent < 1);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            BrokeOff(log, fault);
            return new Problem("", $"It could not be worked out. Try again later; if it happens twice, tell whoever runs Fairload");
        }
        finally
        {
            _turn.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What moves buy could not be worked out.")]
    private static partial void BrokeOff(ILogger log, Exception fault);

    private sealed record Run(long Began, SearchWatch Watch, CancellationTokenSource Enough, Lazy<Task<Result<FrontierFound>>> Task)
    {
        public bool IsOver => Task is { IsValueCreated: true, Value.IsCompleted: true };
    }
}
