using System.Text;
using Fairload.App.Surveys.Ballots;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Rounds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Fairload.Testing;

/// <summary>The ballot store behind Kestrel and nothing else: what is killed, and what is measured.</summary>
public static class BallotSite
{
    /// <summary>Serves until it is stopped or killed.</summary>
    /// <param name="words">The data directory, the round, the port.</param>
    public static async Task Run(IReadOnlyList<string> words)
    {
        await using var store = new BallotStore(MadeUpBallots.Open(words[0]), TimeProvider.System);
        var round = new Id<SurveyRound>(Guid.Parse(words[1]));
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{words[2]}");
        builder.Logging.ClearProviders();
        await using var site = builder.Build();
        site.Run(context => Answer(context, store, round));
        await site.RunAsync();
    }

    /// <summary>Code, nonce and answers as one body: sixteen signs, the nonce, a line end, the bytes of the ballot.</summary>
    public static byte[] Body(int person) => [
        .. Encoding.ASCII.GetBytes($"{MadeUpBallots.Code(person)} {MadeUpBallots.Nonce(person)}\n"),
            .. BallotBytes.Write(MadeUpBallots.Of(person))];

    private static async Task Answer(HttpContext context, BallotStore store, Id<SurveyRound> round)
    {
        var body = new byte[context.Request.ContentLength ?? 0];
        await context.Request.Body.ReadExactlyAsync(body);
        var line = Array.IndexOf(body, (byte)'\n');
        if (line < 0)
        {
            context.Response.ContentLength = 0;
            return;
        }

        var words = Encoding.ASCII.GetString(body, 0, line).Split(' ');
        var cast = await store.Cast(round, words[0], words[1], BallotBytes.Read(body[(line + 1)..]), context.RequestAborted);
        var (status, says) = cast switch
        {
            Cast.Counted counted => (200, counted.Receipt),
            Cast.Busy => (503, "busy"),
            Cast.AlreadyUsed => (409, "used"),
            _ => (404, "no"),
        };
        context.Response.StatusCode = status;
        context.Response.ContentLength = says.Length;
        await context.Response.WriteAsync(says);
    }
}
