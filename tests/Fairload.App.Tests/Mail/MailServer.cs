using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Fairload.App.Tests.Mail;

/// <summary>As much of a mail server (RFC 5321) as takes letters, or does not: an address at <c>nobody</c> is refused for good, one at
/// <c>later</c> is not taken today, and when it breaks off, it does so after the letter and before its answer.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;
    private bool _over;

    public MailServer()
    {
        _listener.Start();
        _serving = Serve();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public bool BreaksOff { get; set; }

    /// <summary>What was taken: to whom, and the letter as it came.</summary>
    public List<(string To, string Letter)> Taken { get; } = [];

    public async ValueTask DisposeAsync()
    {
        if (_over) return;
        _over = true;
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        _end.Dispose();
    }

    private async Task Serve()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                await Talk(client.GetStream());
            }
            catch (Exception over) when (over is OperationCanceledException or SocketException or IOException)
            {
                // The other side has gone, or the test is over.
            }
        }
    }

    private async Task Talk(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 here");
        var to = "";
        while (await reader.ReadLineAsync(_end.Token) is { } line)
        {
            var names = line.StartsWith("RCPT", StringComparison.Ordinal);
            if (names) to = line.Split('<', '>')[1];
            if (line == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                var letter = new StringBuilder();
                while (await reader.ReadLineAsync(_end.Token) is { } text and not ".") letter.AppendLine(text);
                Taken.Add((to, letter.ToString()));
                if (BreaksOff) return;
                await writer.WriteLineAsync("250 taken");
                continue;
            }

            await writer.WriteLineAsync(line switch
            {
                "QUIT" => "221 bye",
                _ when names && to.EndsWith("@nobody.example", StringComparison.Ordinal) => "550 no such address",
                _ when names && to.EndsWith("@later.example", StringComparison.Ordinal) => "450 try again",
                _ => "250 good",
            });
        }
    }
}
