using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Fairload.Web.Tests.Imports.Commands;
using Fairload.Web.Tests.Journeys;

namespace Fairload.Web.Tests.Allocation;

/// <summary>The program is killed while it works out the first proposal of a meeting.</summary>
[Collection(TheCouncil.Walked)]
public sealed partial class A_meeting_that_is_broken_off(TheCouncil council) : IDisposable
{
    private static readonly TimeSpan StartsIn = TimeSpan.FromMinutes(3);

    private readonly TheProgram _fairload = new();
    private readonly CookieContainer _cookies = new();
    private readonly int _port = FreePort();

    private string Site => $"http://127.0.0.1:{_port}";

    public void Dispose() => _fairload.Dispose();

    [Fact]
    public async Task Offers_to_begin_again_and_has_nothing_half_stored()
    {
        council.CopyTo(_fairload.Data);
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = false })
        {
            BaseAddress = new(Site),
        };
        var (isSignedIn, wasEarly) = (false, false);
        for (var wait = 200; !wasEarly && wait > 20; wait /= 2)
        {
            using var first = await Started(client);
            if (!isSignedIn)
                await Send(client, "/demo", ("account", Account().Match(await client.GetStringAsync("/demo")).Groups[1].Value));
            isSignedIn = true;
            var sent = Send(client, "/meetings/new", ("For", "council"), ("MostMoves", "2000"));
            while (!sent.IsCompleted && !Preparing().IsMatch(await client.GetStringAsync("/meetings"))) await Task.Delay(20);
            await Task.WhenAny(sent, Task.Delay(wait));
            first.Kill();
            await first.WaitForExitAsync();
            await sent.ContinueWith(_ => { }, TaskScheduler.Default);
            using var second = await Started(client);
            var list = await client.GetStringAsync("/meetings");
            wasEarly = Preparing().IsMatch(list);
            if (wasEarly) await BeginsAgain(client, Address().Match(list).Value);

            second.Kill();
            await second.WaitForExitAsync();
        }

        Assert.True(wasEarly, "The proposal was always there before the program was killed.");
        var check = await _fairload.Run("check");
        Assert.True(check.Exit == 0, check.Output + check.Error);
    }

    private static async Task BeginsAgain(HttpClient client, string meeting)
    {
        var page = await client.GetStringAsync(meeting);
        Assert.Contains("The proposal has not been worked out: it was broken off. Nothing is lost.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"the-list\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{meeting}/minutes")).StatusCode);
        await Send(client, $"{meeting}?handler=Begin", at: meeting);
        var patience = Stopwatch.StartNew();
        while (!page.Contains("id=\"the-list\"", StringComparison.Ordinal))
        {
            Assert.True(patience.Elapsed < StartsIn, "The second proposal did not come.");
            await Task.Delay(500);
            page = await client.GetStringAsync(meeting);
        }
    }

    private async Task<Process> Started(HttpClient client)
    {
        var program = _fairload.Start("serve", "--urls", Site);
        program.BeginErrorReadLine();
        program.BeginOutputReadLine();
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < StartsIn && !program.HasExited; await Task.Delay(100))
        {
            try
            {
                using var answer = await client.GetAsync("/help");
                return program;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
        }

        throw new InvalidOperationException("The program did not start.");
    }

    private static async Task<HttpResponseMessage> Send(HttpClient client, string to, params (string Field, string Value)[] fields) =>
        await Send(client, to, to, fields);

    private static async Task<HttpResponseMessage> Send(
        HttpClient client, string to, string at, params (string Field, string Value)[] fields)
    {
        var token = Token().Match(await client.GetStringAsync(at)).Groups[1].Value;
        var form = fields.Append(("__RequestVerificationToken", token)).ToDictionary(f => f.Item1, f => f.Item2);
        return await client.PostAsync(to, new FormUrlEncodedContent(form));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Of the demo's principal social worker.</summary>
    [GeneratedRegex("Principal social worker.*?name=\"account\" value=\"([^\"]+)\"", RegexOptions.Singleline)]
    private static partial Regex Account();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("being worked out|being prepared|Preparing")]
    private static partial Regex Preparing();

    [GeneratedRegex("/meetings/[0-9a-f-]{36}")]
    private static partial Regex Address();
}
