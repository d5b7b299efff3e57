using Fairload.App.Backup;
using Fairload.App.Store;

namespace Fairload.Web.Backup;

/// <summary>While the site runs it makes the backups that <c>fairload backup</c> asks it for.</summary>
internal sealed partial class BackupRounds(IServiceScopeFactory scopes, DataDirectory data, ILogger<BackupRounds> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await Once(stoppingToken);
    }

    internal async Task Once(CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var made = await BackupAsks.Tend(data, () => scope.ServiceProvider.GetRequiredService<BackupDesk>(), stop);
            if (made > 0) BackupsWereMade(made);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            CouldNotAnswer(fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Made} backups were asked for and answered.")]
    private partial void BackupsWereMade(int made);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Somebody asked for a backup and could not be answered.")]
    private partial void CouldNotAnswer(Exception fault);
}
