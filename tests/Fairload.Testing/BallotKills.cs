using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Fairload.App.Store;
using Fairload.App.Surveys.Ballots;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Rounds;

namespace Fairload.Testing;

/// <summary>
/// People answer at a site that is killed again and again, wherever it is. Each sends the same page until it gets a receipt.
/// </summary>
public sealed class BallotKills
{
    private const int Clients = 200;

    private readonly ConcurrentDictionary<int, string> _receipts = new();
    private readonly ConcurrentBag<string> _faults = [];
    private readonly int _port = FreePort();
    private int _next;
    private volatile bool _enough;

    public int Kills { get; private set; }

    /// <summary>Who has been told that their ballot counts, with the receipt.</summary>
    public IReadOnlyDictionary<int, string> Receipts => _receipts;

    /// <summary>Answers that nobody should get: another receipt for the same page, a code that is used or not there.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    /// <param name="site">The program whose first word <c>ballots</c> starts a <see cref="BallotSite"/>.</param>
    public static async Task<(BallotKills Kills, Id<SurveyRound> Round)> Run(DataDirectory data, string site, int kills)
    {
        var round = Id<SurveyRound>.New();
        var people = kills * 300;
        await using (var store = new BallotStore(data, TimeProvider.System))
        {
            await store.Prepare(
                round, [.. Enumerable.Range(0, people).Select(MadeUpBallots.Code)], BallotRules.Of(people, 5), CancellationToken.None);
        }

        var run = new BallotKills();
        await run.All(data.Path, site, round, people, kills);
        return (run, round);
    }

    private async Task All(string folder, string site, Id<SurveyRound> round, int people, int kills)
    {
        var random = new Random(1);
        var clients = Enumerable.Range(0, Clients).Select(_ => Task.Run(() => Answer(people))).ToList();
        for (Kills = 0; Kills < kills; Kills++)
        {
            using var child = Start(folder, site, round);
            var (before, more) = (_receipts.Count, random.Next(1, 100));
            var patience = Stopwatch.StartNew();
            while (_receipts.Count < before + more && _next < people && patience.Elapsed < TimeSpan.FromSeconds(60)) await Task.Delay(1);
            child.Kill();
            await child.WaitForExitAsync();
        }

        _enough = true;
        using var last = Start(folder, site, round);
        await Task.WhenAll(clients);
        last.Kill();
        await last.WaitForExitAsync();
    }

    private Process Start(string folder, string site, Id<SurveyRound> round) => Process.Start(
        new ProcessStartInfo("dotnet", [site, "ballots", folder, round.ToString(), _port.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        })!;

    private async Task Answer(int people)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        while (!_enough && Interlocked.Increment(ref _next) - 1 is var person && person < people)
        {
            while (!await Sent(http, person)) await Task.Delay(20);
        }
    }

    private async Task<bool> Sent(HttpClient http, int person)
    {
        try
        {
            using var body = new ByteArrayContent(BallotSite.Body(person));
            using var answer = await http.PostAsync(new Uri($"http://127.0.0.1:{_port}/"), body);
            var says = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable) return false;
            if (answer.StatusCode != HttpStatusCode.OK) _faults.Add($"{person}: {answer.StatusCode} {says}");
            else if (says.Length == 19) _receipts[person] = says;
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException or SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
