using Fairload.App.Imports.Inbox;

namespace Fairload.Web.Serve;

/// <summary>Looks into the inbox every minute, on every node; the desk sees to it that one looks at a time.</summary>
internal sealed partial class InboxRounds(IServiceScopeFactory scopes, ILogger<InboxRounds> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await Once(stoppingToken);
    }

    /// <summary>One look. A database that can not be reached is tried again at the next.</summary>
    internal async Task Once(CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<InboxDesk>().Look(stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            BrokeOff(fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The look into the inbox broke off; it is tried again at the next.")]
    private partial void BrokeOff(Exception fault);
}
