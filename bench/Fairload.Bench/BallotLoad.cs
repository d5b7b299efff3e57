using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Fairload.Testing;

namespace Fairload.Bench;

/// <summary>What one run of so many clients came to.</summary>
/// <param name="Ninety9">Milliseconds that 99 in 100 answers did not pass.</param>
/// <param name="ClientCpu">Microseconds of a processor that the clients took for one ballot.</param>
/// <param name="ServerCpu">The same of the server, where it could be read.</param>
internal sealed record Rate(double PerSecond, double Ninety9, double ClientCpu, double? ServerCpu);

/// <summary>
/// Two hundred clients on bare sockets, each sending its next ballot when the last is answered. It asks for little of the two cores, which
/// it shares with what it measures, and is the same for whatever it measures.
/// </summary>
internal static class BallotLoad
{
    private const int Clients = 200;

    /// <param name="from">The first of the people who answer, each once.</param>
    /// <param name="server">What answers at the port, if it is a process of ours.</param>
    public static async Task<Rate> Run(int port, int from, int ballots, Process? server = null)
    {
        var requests = Enumerable.Range(from, ballots).Select(Request).ToArray();
        var times = new double[ballots];
        var sockets = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Connected(port)));
        var (own, its) = (Environment.CpuUsage.TotalTime, Cpu(server));
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(sockets.Select((socket, client) => Task.Run(async () =>
        {
            var buffer = new byte[2048];
            for (var i = client; i < ballots; i += Clients)
            {
                var sent = Stopwatch.GetTimestamp();
                await socket.SendAsync(requests[i]);
                await Answered(socket, buffer);
                times[i] = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
            }
        })));
        watch.Stop();
        foreach (var socket in sockets) socket.Dispose();
        Array.Sort(times);
        return new(
            ballots / watch.Elapsed.TotalSeconds, times[(int)(ballots * 0.99) - 1],
            (Environment.CpuUsage.TotalTime - own).TotalMicroseconds / ballots, (Cpu(server) - its)?.TotalMicroseconds / ballots);
    }

    private static TimeSpan? Cpu(Process? server)
    {
        server?.Refresh();
        return server?.TotalProcessorTime;
    }

    private static byte[] Request(int person)
    {
        var body = BallotSite.Body(person);
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"POST /ballot.php HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\nContent-Length: {body.Length}\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    private static async Task<Socket> Connected(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        return socket;
    }

    /// <summary>Head and body of one answer; anything but 200 ends the run.</summary>
    private static async Task Answered(Socket socket, byte[] buffer)
    {
        for (var read = 0; ;)
        {
            var more = await socket.ReceiveAsync(buffer.AsMemory(read));
            if (more == 0) throw new IOException("The server hung up.");
            read += more;
            var head = buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
            if (head < 0) continue;
            if (!buffer.AsSpan(0, 12).SequenceEqual("HTTP/1.1 200"u8))
                throw new IOException($"The server answered {Encoding.ASCII.GetString(buffer, 0, read)}");
            if (read >= head + 4 + Length(Encoding.ASCII.GetString(buffer, 0, head))) return;
        }
    }

    private static int Length(string head)
    {
        const string Name = "content-length:";
        var at = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        if (at < 0) throw new IOException("An answer without its length.");
        return int.Parse(head[(at + Name.Length)..].Split('\r')[0], CultureInfo.InvariantCulture);
    }
}
