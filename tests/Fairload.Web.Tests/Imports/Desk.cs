using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Fairload.Core.Access;
using Fairload.Web.Tests.Access;

namespace Fairload.Web.Tests.Imports;

/// <summary>An analyst at the import pages: keeps the cookies, fills in forms, sends files.</summary>
internal sealed class Desk(HttpClient client, string session)
{
    private string _form = "";

    public static async Task<Desk> Of(TheSite site, Role role = Role.Analyst)
    {
        var client = await SignedIn.As(site, role);
        var session = client.DefaultRequestHeaders.GetValues("Cookie").Single();
        client.DefaultRequestHeaders.Remove("Cookie");
        return new(client, session);
    }

    public static byte[] Csv(params string[] lines) => Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n");

    public async Task<HttpResponseMessage> Get(string path) => await Send(new(HttpMethod.Get, path));

    public async Task<IHtmlDocument> Open(string path) => await (await Get(path)).Read();

    /// <summary>Sends the form of the page whose action holds the words, as a browser without script would.</summary>
    public Task<HttpResponseMessage> Submit(IHtmlDocument page, string at, string form, params (string Name, string Value)[] fields)
    {
        var found = page.Forms.First(f => f.Method == "post" && (f.GetAttribute("action") ?? at).Contains(form, StringComparison.Ordinal));
        var values = found.QuerySelectorAll("input[type=hidden], input[type=text], input:not([type])").OfType<IHtmlInputElement>()
            .Select(i => KeyValuePair.Create(i.Name!, i.Value))
            .Concat(found.QuerySelectorAll("select").OfType<IHtmlSelectElement>().Select(s => KeyValuePair.Create(s.Name!, s.Value ?? "")))
            .Where(pair => !fields.Any(f => f.Name == pair.Key)).Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        var to = found.GetAttribute("action") is { Length: > 0 } action ? action : at;
        return Send(new(HttpMethod.Post, to) { Content = new FormUrlEncodedContent(values) });
    }

    public async Task<HttpResponseMessage> Bring(string kind, byte[] file, string name = "sheet.csv", string asOf = "2026-11-14",
        string path = "/imports/new") =>
        await Bring(kind, new ByteArrayContent(file), name, asOf, path);

    public async Task<HttpResponseMessage> Bring(string kind, HttpContent file, string name, string asOf, string path = "/imports/new",
        string? token = null)
    {
        var page = await Open(path);
        var day = asOf.Split('-');
        var form = new MultipartFormDataContent
        {
            { new StringContent(token
                ?? ((IHtmlInputElement)page.QuerySelector("form[enctype] input[name=__RequestVerificationToken]")!).Value),
                "__RequestVerificationToken" },
            { new StringContent(kind), "Kind" },
            { new StringContent(day[2]), "AsOf-day" }, { new StringContent(day[1]), "AsOf-month" },
                { new StringContent(day[0]), "AsOf-year" },
        };
        // A browser sends a file without a name where none was chosen.
        file.Headers.ContentDisposition = new("form-data") { Name = "\"File\"", FileName = $"\"{name}\"" };
        form.Add(file);
        return await Send(new(HttpMethod.Post, path) { Content = form });
    }

    /// <summary>Sends a form that may hold a file, with the token of its page.</summary>
    public async Task<HttpResponseMessage> SendForm(string path, byte[]? file, params (string Name, string Value)[] fields)
    {
        var token = ((IHtmlInputElement)(await Open(path)).QuerySelector("form[enctype] input[name=__RequestVerificationToken]")!).Value;
        var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        if (file is not null) form.Add(new ByteArrayContent(file), "File", "sheet.csv");
        return await Send(new(HttpMethod.Post, path) { Content = form });
    }

    /// <summary>Looks and confirms; returns where the import is shown.</summary>
    public async Task<string> Import(string kind, byte[] file, string asOf = "2026-11-14")
    {
        var looked = await Bring(kind, file, asOf: asOf);
        Assert.Equal(HttpStatusCode.Redirect, looked.StatusCode);
        var at = looked.Headers.Location!.OriginalString;
        Assert.Equal(HttpStatusCode.Redirect, (await Submit(await Open(at), at, "Confirm")).StatusCode);
        return at;
    }

    public async Task<HttpResponseMessage> Send(HttpRequestMessage request)
    {
        request.Headers.Add("Cookie", session + _form);
        var answer = await client.SendAsync(request);
        if (answer.Headers.TryGetValues("Set-Cookie", out var set)
            && set.FirstOrDefault(c => c.StartsWith("fairload-form=", StringComparison.Ordinal)) is { } form)
        {
            _form = "; " + form.Split(';')[0];
        }

        return answer;
    }
}
