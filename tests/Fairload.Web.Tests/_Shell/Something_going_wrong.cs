using System.Net;
using Microsoft.AspNetCore.Builder;

namespace Fairload.Web.Tests._Shell;

public sealed class Something_going_wrong : IAsyncLifetime
{
    private TheSite _site = null!;

    public async Task InitializeAsync() => _site = await TheSite.Start(app => app.Run(context =>
    {
        var what = context.Request.Path.Value!.Split('/')[^1];
        if (!int.TryParse(what, out var status)) throw new InvalidOperationException("SECRET connection string of the database");
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData(400, "That form could not be used")]
    [InlineData(403, "You may not open this page")]
    [InlineData(404, "Page not found")]
    [InlineData(405, "That can not be done here")]
    [InlineData(409, "Somebody else changed this first")]
    [InlineData(413, "That file is too large")]
    [InlineData(422, "Something in the form needs to be put right")]
    [InlineData(429, "Too many tries")]
    [InlineData(500, "Sorry, something went wrong")]
    [InlineData(503, "Fairload can not answer just now")]
    [InlineData(418, "Sorry, something went wrong")]
    public async Task Is_said_in_plain_words_with_a_reference(int status, string heading)
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post, HttpMethod.Delete })
        {
            var answer = await _site.Client().SendAsync(new(method, $"/beyond/{status}"));
            var page = await answer.Read();

            Assert.Equal(status, (int)answer.StatusCode);
            Assert.Equal(heading, page.QuerySelector("h1").Says());
            Assert.Matches("^[0-9A-Za-z]{10,}$", page.QuerySelector(".fl-reference").Says());
            Assert.True(answer.Headers.Contains("Content-Security-Policy"));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("language=cy")]
    public async Task Never_gives_away_what_the_program_knows(string cookie)
    {
        var client = _site.Client();
        if (cookie.Length > 0) client.DefaultRequestHeaders.Add("Cookie", cookie);
        var answer = await client.GetAsync("/beyond/throws");
        var said = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("SECRET", said, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperation", said, StringComparison.Ordinal);
        Assert.DoesNotContain(" at ", said, StringComparison.Ordinal);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
        Assert.Equal("no-store", answer.Headers.GetValues("Cache-Control").Single());
        Assert.Contains(cookie.Length > 0 ? "aeth rhywbeth o'i le" : "something went wrong", WebUtility.HtmlDecode(said),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fault/500")]
    [InlineData("/fault/403")]
    [InlineData("/fault")]
    public async Task Is_not_said_to_who_only_types_the_address_in(string path)
    {
        var answer = await _site.Client().GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("Page not found", (await answer.Read()).QuerySelector("h1").Says());
    }
}
