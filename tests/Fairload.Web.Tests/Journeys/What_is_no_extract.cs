using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Fairload.App.Imports;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace Fairload.Web.Tests.Journeys;

/// <summary>What should never be sent, sent over the wire: refused in one sentence, and nothing is kept of it.</summary>
[Collection(TheCouncil.Walked)]
public sealed class What_is_no_extract(TheCouncil council)
{
    private const string Script = "<script>document.title='taken'</script>";

    [Fact]
    public async Task A_document_that_is_no_sheet_is_refused() =>
        await Refused("minutes.xlsx", "%PDF-1.7 minutes"u8.ToArray(), "seems to be a PDF document");

    [Fact]
    public async Task A_file_with_nothing_in_it_is_refused() => await Refused("staff.csv", [], "is empty");

    [Fact]
    public async Task A_small_file_that_unpacks_to_a_huge_one_is_refused() => await Refused("staff.xlsx", Bomb(), "staff.xlsx");

    [Fact]
    public async Task A_file_over_the_limit_is_refused_without_being_held_in_memory()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await Refused("zeros.csv", new StreamContent(new Zeros(150L << 20)), "The file is larger than 100 MB");

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 100L << 20);
    }

    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("..\\..\\windows\\system32\\staff.csv")]
    [InlineData("<img src=x onerror=alert(1)>.csv")]
    public async Task A_name_that_wants_to_be_more_than_a_name_is_only_shown(string name)
    {
        await using var site = await Empty();
        var who = await site.As([new(Role.Analyst)]);
        using var answer = await Send(site, who, name, new ByteArrayContent(Staff("1001", "Grace Adeyemi")));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);

        var kept = await site.Ask(db => db.Set<ImportRun>().Select(r => r.FileName).SingleAsync());
        Assert.Equal(name.Split('/', '\\')[^1], kept);
        await using var window = await council.Open(site, who);
        await window.Go(answer.Headers.Location!.OriginalString);
        Assert.Contains(kept, await window.Main(), StringComparison.Ordinal);
        Assert.Equal(0, await window.Page.Locator("main img").CountAsync());
        Window.None(await window.Findings());
        Window.None(await window.FindingsOnTelephone());
    }

    [Fact]
    public async Task Markup_in_names_and_very_long_references_are_shown_as_text_on_every_page()
    {
        await using var site = await Empty();
        var who = await site.As([new(Role.Analyst), new(Role.PrincipalSocialWorker)]);
        var reference = new string('R', 200);
        await Import(site, who, "Staff", Staff("1001", $"{Script} Bevan"));
        await Import(site, who, "Cases", Encoding.UTF8.GetBytes(
            "Case reference,Case type,Area,Start date,Team,Worker\r\n" +
            $"{reference},child in need,Children,01/03/2026,Riverside,{Script} Bevan\r\n" +
            $"R-2,child in need,Children,01/03/2026,Riverside,{Script} Nobody\r\n"));

        var worker = await site.Ask(db => db.Workers.Select(w => w.Id).SingleAsync());
        var team = await site.Ask(db => db.Teams.Select(t => t.Id).SingleAsync());
        var one = await site.Ask(db => db.Cases.OrderByDescending(c => c.Reference.Length).Select(c => c.Id).FirstAsync());
        var run = await site.Ask(db => db.Set<ImportRun>().OrderBy(r => r.Id).Select(r => r.Id).LastAsync());
        await using var window = await council.Open(site, who);
        string[] pages =
        [
            "/people", $"/people/{worker}", $"/people/{worker}/score", $"/teams/{team}?Type=child-in-need&Tier=1", "/waiting",
            $"/cases/{one}", "/cases?Find=R", $"/imports/{run}", "/imports/names",
        ];
        foreach (var at in pages)
        {
            await window.Go(at);
            Assert.NotEqual("taken", await window.Page.TitleAsync());
            Assert.Equal(0, await window.Page.Locator("main script").CountAsync());
            Window.None(await window.FindingsOnTelephone());
        }

        await window.Go($"/people/{worker}");
        Assert.Equal($"{Script} Bevan", await window.Page.Locator("h1").InnerTextAsync());
        await window.Go($"/cases/{one}");
        Assert.Contains(reference, await window.Main(), StringComparison.Ordinal);
    }

    private static async Task<Served> Empty()
    {
        var site = await Served.Empty();
        await site.As([new(Role.Administrator)]);
        return site;
    }

    private static async Task Refused(string name, byte[] file, string says) => await Refused(name, new ByteArrayContent(file), says);

    private static async Task Refused(string name, HttpContent file, string says)
    {
        await using var site = await Empty();
        using var answer = await Send(site, await site.As([new(Role.Analyst)]), name, file);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(says, Assert.Single((await answer.Read()).All(".govuk-error-summary li")), StringComparison.Ordinal);
        Assert.Equal(0, await site.Ask(db => db.Set<ImportRun>().CountAsync()));
        Assert.Equal(0, await site.Ask(db => db.Database.SqlQueryRaw<int>("select count(*) as \"Value\" from import_file").SingleAsync()));
    }

    private static byte[] Staff(string number, string name) =>
        Encoding.UTF8.GetBytes(
            $"Staff number,Name,Role,Level,Team,Service,FTE\r\n{number},{name},Social worker,E,Riverside,Safeguarding,1\r\n");

    private static async Task Import(Served site, Visitor who, string kind, byte[] file)
    {
        using var looked = await Send(site, who, "sheet.csv", new ByteArrayContent(file), kind);
        Assert.Equal(HttpStatusCode.Redirect, looked.StatusCode);
        Assert.True(Id<ImportRun>.TryParse(looked.Headers.Location!.OriginalString.Split('/')[^1], out var run));
        var done = await site.Desk<ImportDesk, Result<ImportOutcome>>(d => d.Confirm(run, false, Reader.AtTheMachine, default));
        Assert.True(done.Try(out _, out var problems), string.Join(" ", problems?.Select(p => p.Message) ?? []));
    }

    /// <summary>As a browser without script sends it: the token first, then the fields, then the file.</summary>
    private static async Task<HttpResponseMessage> Send(Served site, Visitor who, string name, HttpContent file, string kind = "Staff")
    {
        using var client = site.Client(who);
        using var opened = await client.GetAsync("/imports/new");
        var session = client.DefaultRequestHeaders.GetValues("Cookie").Single();
        client.DefaultRequestHeaders.Remove("Cookie");
        var cookies = opened.Headers.GetValues("Set-Cookie");
        var cookie = cookies.Single(c => c.StartsWith("fairload-form=", StringComparison.Ordinal)).Split(';')[0];
        var token = ((IHtmlInputElement)(await opened.Read()).QuerySelector("form[enctype] input[name=__RequestVerificationToken]")!).Value;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(kind), "Kind" },
            { new StringContent("14"), "AsOf-day" }, { new StringContent("11"), "AsOf-month" }, { new StringContent("2026"), "AsOf-year" },
        };
        var quoted = name.Replace("\\", "\\\\", StringComparison.Ordinal);
        file.Headers.Add("Content-Disposition", $"form-data; name=\"File\"; filename=\"{quoted}\"");
        form.Add(file);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/imports/new") { Content = form };
        request.Headers.Add("Cookie", $"{session}; {cookie}");
        return await client.SendAsync(request);
    }

    /// <summary>A workbook of some hundred kilobytes whose sheet is 400 MB.</summary>
    private static byte[] Bomb()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>", 1);
            Write(zip, "xl/workbook.xml", "<workbook/>", 1);
            Write(zip, "xl/worksheets/sheet1.xml", new string(' ', 1 << 20), 400);
        }

        return bytes.ToArray();
    }

    private static void Write(ZipArchive zip, string name, string text, int times)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        var block = Encoding.UTF8.GetBytes(text);
        for (var i = 0; i < times; i++) entry.Write(block);
    }
}
