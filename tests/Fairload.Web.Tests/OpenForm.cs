using AngleSharp.Html.Dom;

namespace Fairload.Web.Tests;

/// <summary>A form as a browser holds it: its fields as they came, to be changed and sent.</summary>
internal sealed class OpenForm(HttpClient client, string address, string cookie, IHtmlDocument page)
{
    public HttpClient Client { get; } = client;

    public Dictionary<string, string> Fields { get; } = Read(page);

    public static async Task<OpenForm> Open(HttpClient client, string address)
    {
        var answer = await client.GetAsync(address);
        var cookie = answer.Headers.GetValues("Set-Cookie").First().Split(';')[0];
        return new(client, address, cookie, await answer.Read());
    }

    /// <summary>Of the scoring form: the name of a field of the case with this reference.</summary>
    public string Name(string reference, string field)
    {
        var line = page.QuerySelectorAll("fieldset")
            .First(f => f.QuerySelector("legend").Says().StartsWith(reference + ",", StringComparison.Ordinal));
        return line.QuerySelector("input[type=hidden]")!.GetAttribute("name")!.Replace(".Case", "." + field, StringComparison.Ordinal);
    }

    public Task<HttpResponseMessage> Send() => SendTo(address);

    /// <summary>Where the page has another form than its first, or the form goes elsewhere.</summary>
    public Task<HttpResponseMessage> SendTo(string to)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, to) { Content = new FormUrlEncodedContent(Fields) };
        request.Headers.Add("Cookie", $"{Client.DefaultRequestHeaders.GetValues("Cookie").Single()}; {cookie}");
        return Client.SendAsync(request);
    }

    private static Dictionary<string, string> Read(IHtmlDocument page)
    {
        var form = page.QuerySelectorAll("main form[method=post]")[0];
        var fields = form.QuerySelectorAll("input:not([type=checkbox]):not([type=radio])").OfType<IHtmlInputElement>()
            .ToDictionary(i => i.Name!, i => i.Value);
        foreach (var area in form.QuerySelectorAll("textarea").OfType<IHtmlTextAreaElement>()) fields[area.Name!] = area.Value;
        foreach (var select in form.QuerySelectorAll("select").OfType<IHtmlSelectElement>()) fields[select.Name!] = select.Value ?? "";
        return fields;
    }
}
