using System.Collections.Concurrent;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Meetings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fairload.App.Allocation.Meetings;

/// <summary>How far a search is that somebody waits for.</summary>
/// <param name="Spent">The part, 0 to 1, of the effort that is spent; a search may end well before 1.</param>
/// <param name="TriesMoves">It looks for what moves buy, and not for who takes what waits.</param>
public sealed record AtWork(TimeSpan For, SearchPart Part, double Spent, bool TriesMoves = false);

/// <summary>
/// First proposals that are being worked out while the meeting looks on. A program that stops in the middle loses no more than the search:
/// the meeting says so and can be begun again.
/// </summary>
public sealed partial class MeetingsAtWork(IServiceScopeFactory scopes, TimeProvider clock, ILogger<MeetingsAtWork> log) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Id<AllocationMeeting>, Run> _runs = new();
    private readonly CancellationTokenSource _end = new();

    /// <summary>Begins, once: whoever asks again meanwhile gets the same.</summary>
    public Task Begin(Id<AllocationMeeting> meeting, Reader reader) =>
        _runs.GetOrAdd(meeting, id => new(clock.GetTimestamp(), new(), new(), new(() => Task.Run(() => WorkOut(id, reader))))).Task.Value;

    /// <summary>How far it is; null when it is not at work.</summary>
    public AtWork? At(Id<AllocationMeeting> meeting) => _runs.TryGetValue(meeting, out var run)
        ? new(clock.GetElapsedTime(run.Began), run.Watch.Part, run.Watch.Spent) : null;

    /// <summary>Why the last one did not come to an end; null where it did.</summary>
    public ConcurrentDictionary<Id<AllocationMeeting>, IReadOnlyList<Problem>> Failed { get; } = new();

    /// <summary>Searches no longer: the best so far is the proposal.</summary>
    public void Enough(Id<AllocationMeeting> meeting)
    {
        if (_runs.TryGetValue(meeting, out var run)) run.Enough.Cancel();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        foreach (var run in _runs.Values) await run.Task.Value.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task WorkOut(Id<AllocationMeeting> meeting, Reader reader)
    {
        try
        {
            Failed.TryRemove(meeting, out _);
            await using var scope = scopes.CreateAsyncScope();
            var editing = scope.ServiceProvider.GetRequiredService<MeetingEditing>();
            var run = _runs[meeting];
            var done = await editing.WorkOut(meeting, reader, run.Watch, _end.Token, run.Enough.Token);
            if (!done.Try(out _, out var problems)) Failed[meeting] = problems;
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The program stops: the meeting stays as it is, and can be begun again.
        }
        catch (Exception fault)
        {
            BrokeOff(log, meeting, fault);
            Failed[meeting] = [new("", $"The proposal could not be worked out. Begin it again; if it happens twice, tell whoever runs Fairload")];
        }
        finally
        {
            if (_runs.TryRemove(meeting, out var over)) over.Enough.Dispose();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The proposal of meeting {Meeting} could not be worked out.")]
    private static partial void BrokeOff(ILogger log, Id<AllocationMeeting> meeting, Exception fault);

    private sealed record Run(long Began, SearchWatch Watch, CancellationTokenSource Enough, Lazy<Task> Task);
}
