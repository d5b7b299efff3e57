using Fairload.App.Actions;
using Fairload.App.Allocation.Answers;
using Fairload.App.DataProtection;
using Fairload.App.Surveys.Rounds;
using Fairload.App.Workforce.Reorganisations;

namespace Fairload.Web.Serve;

/// <summary>
/// What has to be done when time passes and nobody asks: late replies and overdue actions go up the line,
/// surveys and votes close after their last day, weekly letters are written, reorganisations are done on their day, records that were kept
/// long enough are deleted. It makes its
/// round a minute after the start and then every quarter of an hour, on every node; the desk sees to it that a thing is done once.
/// </summary>
internal sealed partial class Rounds(IServiceScopeFactory scopes, ILogger<Rounds> log) : BackgroundService
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(First, stoppingToken);
        using var timer = new PeriodicTimer(Between);
        do
        {
            await Once(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>One round. A database that can not be reached is tried again at the next.</summary>
    internal async Task Once(CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var letters = await scope.ServiceProvider.GetRequiredService<LateReplyDesk>().Tell(stop);
            if (letters > 0) LettersWent(letters);
            var closed = await scope.ServiceProvider.GetRequiredService<OpeningDesk>().Tend(stop);
            if (closed > 0) SurveysClosed(closed);
            await OfActions(scope.ServiceProvider, stop);
            await OfTeams(scope.ServiceProvider, stop);
            var deleted = await scope.ServiceProvider.GetRequiredService<RetentionDesk>().Tend(stop);
            if (deleted > 0) RecordsWent(deleted);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            BrokeOff(fault);
        }
    }

    /// <summary>What is overdue goes up, votes that are over go out, and each week has its letters.</summary>
    private async Task OfActions(IServiceProvider desks, CancellationToken stop)
    {
        var told = await desks.GetRequiredService<EscalationDesk>().Tell(stop);
        var votes = await desks.GetRequiredService<FeltDesk>().Tend(stop);
        var weekly = await desks.GetRequiredService<WeeklyLetterDesk>().Send(stop);
        if (told + votes + weekly > 0) ActionsTended(told, votes, weekly);
    }

    /// <summary>Reorganisations whose day has come are done; what can not be done stays prepared and says why on its page.</summary>
    private async Task OfTeams(IServiceProvider desks, CancellationToken stop)
    {
        var tended = await desks.GetRequiredService<ReorganisationDesk>().Tend(stop);
        if (tended.Done.Count + tended.Held.Count > 0) Reorganised(tended.Done.Count, tended.Held.Count);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Done} reorganisations were done, {Held} are held up: their pages say by what.")]
    private partial void Reorganised(int done, int held);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Told} letters about overdue actions and {Weekly} weekly letters went, {Votes} votes were let out.")]
    private partial void ActionsTended(int told, int votes, int weekly);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Letters} letters went about replies that are late.")]
    private partial void LettersWent(int letters);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Rounds} surveys were closed after their last day.")]
    private partial void SurveysClosed(int rounds);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Deleted} records went that had been kept long enough.")]
    private partial void RecordsWent(int deleted);

    [LoggerMessage(Level = LogLevel.Error, Message = "The round broke off; it is tried again at the next.")]
    private partial void BrokeOff(Exception fault);
}
