using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Fairload.App.Store;
using Fairload.App.Surveys.Ballots;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Rounds;
using Fairload.Testing;

namespace Fairload.Bench;

/// <summary>
/// Durable ballots a second through Kestrel, 200 clients, 45 items, sealed, server and clients on the same cores; medians of five. With a
/// peer beside it both are measured in turn, because only their ratio means something on a busy machine.
/// </summary>
internal static class BallotBench
{
    private const int Runs = 5;
    private const int WarmUp = 2_000;
    private const int Ours = 20_000;
    private const int Peers = 4_000;

    public static async Task<int> Run(string[] args)
    {
        var engine = args.FirstOrDefault(a => a is "sqlite" or "postgres") ?? "sqlite";
        var at = Array.IndexOf(args, "--beside");
        int? peer = at >= 0 ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : null;
        if (peer is { } warm) await BallotLoad.Run(warm, 0, WarmUp);
        var (ours, peers) = (new List<Rate>(), new List<Rate>());
        for (var run = 0; run < Runs; run++)
        {
            ours.Add(await Once(engine));
            if (peer is { } port) peers.Add(await BallotLoad.Run(port, 0, Peers));
        }

        Console.WriteLine($"| What | Ballots a second, median | Range | p99, median of runs | Server, µs of a processor a ballot | Clients, µs |\n|---|---|---|---|---|---|");
        Say($"ours, {engine}", ours);
        if (peers.Count == 0) return 0;
        Say("peer", peers);
        var ratios = new Sample(ours.Zip(peers, (o, p) => o.PerSecond / p.PerSecond));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio {ratios.Median:0.0} ({ratios.Lowest:0.0}–{ratios.Highest:0.0})"));
        return 0;
    }

    private static void Say(string what, List<Rate> rates)
    {
        var rate = new Sample(rates.Select(r => r.PerSecond));
        var server = rates[0].ServerCpu is null ? "" : $"{new Sample(rates.Select(r => r.ServerCpu!.Value)).Median:0}";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {rate.Median:n0} | {rate.Lowest:n0}–{rate.Highest:n0} | {new Sample(rates.Select(r => r.Ninety9)).Median:0.0} ms | {server} | {new Sample(rates.Select(r => r.ClientCpu)).Median:0} |"));
    }

    /// <summary>A new store in a new process, warmed up by ballots that are not measured.</summary>
    private static async Task<Rate> Once(string engine)
    {
        var data = await MadeUpBallots.Data(engine);
        var round = Id<SurveyRound>.New();
        await using (var store = new BallotStore(data, TimeProvider.System))
        {
            await store.Prepare(round, [.. Enumerable.Range(0, WarmUp + Ours).Select(MadeUpBallots.Code)],
                BallotRules.Of(WarmUp + Ours, 10), default);
        }

        var port = FreePort();
        using var site = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(BallotBench).Assembly.Location, "ballots", data.Path, $"{round}", $"{port}"]))!;
        try
        {
            await Answers(port);
            await BallotLoad.Run(port, 0, WarmUp);
            return await BallotLoad.Run(port, WarmUp, Ours, site);
        }
        finally
        {
            site.Kill();
            await site.WaitForExitAsync();
            await Verify(data, round);
            Directory.Delete(data.Path, recursive: true);
        }
    }

    private static async Task Verify(DataDirectory data, Id<SurveyRound> round)
    {
        await using var store = new BallotStore(data, TimeProvider.System);
        if (!(await store.Close(round, "bench", default)).Try(out var record, out var problems))
            throw new InvalidOperationException(problems[0].Message);
        if (record.Ballots != WarmUp + Ours) throw new InvalidOperationException($"{record.Ballots} ballots are left.");
    }

    private static async Task Answers(int port)
    {
        using var http = new HttpClient();
        for (var tries = 0; ; tries++)
        {
            try
            {
                await http.GetAsync(new Uri($"http://127.0.0.1:{port}/"));
                return;
            }
            catch (HttpRequestException) when (tries < 500)
            {
                await Task.Delay(20);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
