using System.Net;
using AngleSharp.Html.Dom;

namespace Fairload.Web.Tests.Access;

/// <summary>A browser that keeps cookies and fills in forms. It follows no redirect: a test says where it goes.</summary>
internal sealed class Browser(TheSite site, string scheme = "http") : IDisposable
{
    private readonly HttpClient _client = site.Client(scheme);
    private readonly Dictionary<string, string> _cookies = [];

    public IReadOnlyList<string> LastSetCookies { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Cookies => _cookies;

    public Task<HttpResponseMessage> Get(string path) => Send(new(HttpMethod.Get, path));

    /// <summary>Sends the form of a page's main part whose action or handler holds <paramref name="form"/>, with what it already holds and
    /// these fields.</summary>
    public async Task<HttpResponseMessage> Submit(IHtmlDocument page, string at, string form, params (string Name, string Value)[] fields)
    {
        var found = page.QuerySelectorAll("main form").OfType<IHtmlFormElement>()
            .First(f => (f.GetAttribute("action") ?? at).Contains(form, StringComparison.Ordinal) && f.Method == "post");
        var values = found.QuerySelectorAll("input").OfType<IHtmlInputElement>().Where(i => i.Name is { Length: > 0 })
            .ToDictionary(i => i.Name!, i => i.Value);
        foreach (var (name, value) in fields) values[name] = value;
        return await Send(
            new(HttpMethod.Post, found.GetAttribute("action") is { Length: > 0 } action ? action : at)
            {
                Content =
            new FormUrlEncodedContent(values)
            });
    }

    /// <summary>Opens a page and sends its form.</summary>
    public async Task<HttpResponseMessage> Fill(string path, params (string Name, string Value)[] fields) =>
        await Submit(await (await Get(path)).Read(), path, "", fields);

    public async Task<HttpResponseMessage> Send(HttpRequestMessage request)
    {
        if (_cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
        var answer = await _client.SendAsync(request);
        LastSetCookies = answer.Headers.TryGetValues("Set-Cookie", out var set) ? [.. set] : [];
        foreach (var cookie in LastSetCookies)
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            if (pair[1].Length == 0) _cookies.Remove(pair[0]);
            else _cookies[pair[0]] = pair[1];
        }

        return answer;
    }

    public void Dispose() => _client.Dispose();
}

internal static class Answers
{
    public static void LeadsTo(this HttpResponseMessage answer, string path)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(path, answer.Headers.Location!.OriginalString);
    }
}
