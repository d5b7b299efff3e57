using Fairload.App.Mail;

namespace Fairload.Web.Serve;

/// <summary>Takes letters to the council's mail server every half minute, where one is named in <c>fairload.json</c>.</summary>
internal sealed partial class MailRounds(MailRound round, ILogger<MailRounds> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await Once(stoppingToken);
    }

    /// <summary>One round. What goes wrong is tried again at the next, and said once.</summary>
    internal async Task Once(CancellationToken stop)
    {
        var before = round.State.Fault;
        await round.Send(stop);
        if (round.State.Fault is { } fault && fault != before) DidNotGo(fault);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letters do not go, and are kept in the outbox: {Fault}")]
    private partial void DidNotGo(string fault);
}
