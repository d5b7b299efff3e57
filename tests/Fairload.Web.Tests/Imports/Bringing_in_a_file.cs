using System.Net;
using Fairload.Core.Access;

namespace Fairload.Web.Tests.Imports;

public sealed class Bringing_in_a_file : IAsyncLifetime
{
    private const string StaffHeader = "Staff number,Name,Role,Level,Team,Service,FTE,Employment type,Start,End,SWE number,ASYE start";
    private const string CaseHeader = "Case reference,Case type,Area,Start date,Team,Worker";

    private static readonly byte[] Staff =
        Desk.Csv(StaffHeader, "1001,Grace Adeyemi,Social worker,E,Riverside,Safeguarding,1,,,,,",
        "1002,Tom Bevan,Social worker,E,Riverside,Safeguarding,1,,,,,");
    private static readonly byte[] Cases = Desk.Csv(
        CaseHeader, "R-1,child in need,Children,01/03/2026,Riverside,Grace Adeyemi",
            "R-2,=HYPERLINK,Children,01/03/2026,Riverside,Tom Beven", "R-3,child in need,Children,01/03/2026,The Annexe,Lee Carter");

    private readonly TheSite _site = new();
    private Desk _desk = null!;

    public async Task InitializeAsync()
    {
        await _site.InitializeAsync();
        _desk = await Desk.Of(_site);
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Says_what_it_would_do_then_does_it_once_and_can_be_undone()
    {
        var looked = await _desk.Bring("Staff", Staff);
        Assert.Equal(HttpStatusCode.Redirect, looked.StatusCode);
        var at = looked.Headers.Location!.OriginalString;
        var look = await _desk.Open(at);
        Assert.Contains("This would add 2 people, change 0 people and leave 0 people as they are.", look.QuerySelector(".govuk-body-l").Says());
        Assert.Contains("sheet.csv", (await _desk.Open("/imports")).QuerySelector("main").Says());

        Assert.Equal(at, (await _desk.Submit(look, at, "Confirm")).Headers.Location!.OriginalString);
        Assert.Equal(at, (await _desk.Submit(look, at, "Confirm")).Headers.Location!.OriginalString);
        Assert.Contains("This added 2 people", (await _desk.Open(at)).QuerySelector(".govuk-body-l").Says());

        var undo = await _desk.Open($"{at}/undo");
        Assert.Contains("takes 2 people away", undo.QuerySelector(".govuk-body-l").Says());
        Assert.Equal(at, (await _desk.Submit(undo, $"{at}/undo", "undo")).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _desk.Submit(undo, $"{at}/undo", "undo")).StatusCode);
        Assert.Contains("undone", (await _desk.Open("/imports")).QuerySelector("tbody").Says());
        var late = await _desk.Submit(look, at, "Confirm");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Contains("already been settled", (await late.Read()).QuerySelector(".govuk-error-summary").Says());
    }

    [Fact]
    public async Task Can_be_abandoned()
    {
        var at = (await _desk.Bring("Staff", Staff)).Headers.Location!.OriginalString;
        Assert.Equal("/imports", (await _desk.Submit(await _desk.Open(at), at, "Abandon")).Headers.Location!.OriginalString);
        var after = await _desk.Open(at);
        Assert.Empty(after.QuerySelectorAll("form[action*=Confirm]"));
        Assert.Contains("abandoned", after.QuerySelector("main").Says());
    }

    [Fact]
    public async Task Shows_the_new_look_when_what_is_held_has_changed()
    {
        var at = (await _desk.Bring("Cases", Cases)).Headers.Location!.OriginalString;
        var look = await _desk.Open(at);
        Assert.Contains("Grace Adeyemi", look.QuerySelector("main").Says());
        await _desk.Import("Staff", Staff);

        var again = await _desk.Submit(look, at, "Confirm");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        var page = await again.Read();
        Assert.Contains("has changed since you looked", page.QuerySelector(".govuk-error-summary").Says());
        Assert.DoesNotContain("Grace Adeyemi matches nobody", page.QuerySelector("main").Says());
        Assert.Equal(HttpStatusCode.Redirect, (await _desk.Submit(page, at, "Confirm")).StatusCode);
    }

    [Fact]
    public async Task Lists_the_problems_and_gives_them_as_a_file_that_no_spreadsheet_runs()
    {
        await _desk.Import("Staff", Staff);
        var odd =
            Desk.Csv(CaseHeader, "R-1,child in need,Children,01/03/2026,Riverside,Grace Adeyemi",
            ",child in need,Children,01/03/2026,Riverside,Grace Adeyemi", "R-2,child in need,Children,01/03/2026,Riverside,=cmd()");
        var at = (await _desk.Bring("Cases", odd, "=sum.csv")).Headers.Location!.OriginalString;

        var page = await _desk.Open(at);
        Assert.Contains("There is no case reference. The row was left out.", page.All("table")[0]);
        Assert.Contains("=cmd()", page.All("table")[1]);
        var file = await _desk.Get($"{at}/problems.csv");
        var text = await file.Content.ReadAsStringAsync();
        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        Assert.All(text.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries), line => Assert.DoesNotMatch("(^|,)\"?[=+@-]", line));
        Assert.Contains("'=sum", text);
    }

    [Fact]
    public async Task Refuses_a_form_without_a_file_a_kind_or_a_day_that_is_one_and_shows_it_again()
    {
        var answer = await _desk.Bring("", [], "", "2026-13-40");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var mistakes = (await answer.Read()).All(".govuk-error-summary li");
        Assert.Contains("Choose what the file is", mistakes);
        Assert.Contains("Choose a file", mistakes);
        Assert.Contains(mistakes, m => m.Contains("is not a date"));
    }

    [Fact]
    public async Task Refuses_what_is_no_sheet_in_one_sentence()
    {
        var answer = await _desk.Bring("Staff", "%PDF-1.7"u8.ToArray(), "leaflet.xlsx");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Read();
        Assert.Contains("leaflet.xlsx seems to be a PDF document", Assert.Single(page.All(".govuk-error-summary li")));
        Assert.Equal("#file", page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("#file"));
    }

    [Fact]
    public async Task Refuses_a_file_over_the_limit_when_all_of_it_has_come_and_keeps_none_of_it()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var answer = await _desk.Bring("Staff", new StreamContent(new Zeros(300L << 20)), "big.csv", "2026-11-14");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("The file is larger than 100 MB", (await answer.Read()).QuerySelector(".govuk-error-summary").Says());
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 50 << 20);
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.GetTempPath(), "fairload-*"), f => new FileInfo(f).Length > 1 << 20);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a token of ours")]
    public async Task Takes_no_file_without_the_token_of_its_own_page(string token)
    {
        Assert.Equal(HttpStatusCode.BadRequest,
            (await _desk.Bring("Staff", new ByteArrayContent(Staff), "sheet.csv", "2026-11-14", token: token)).StatusCode);
        Assert.Empty((await _desk.Open("/imports")).QuerySelectorAll("tbody"));
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"Kind\"\r\n\r\nSta")]
    [InlineData("multipart/form-data", "")]
    [InlineData("text/plain", "hello")]
    public async Task Answers_what_is_no_form_with_400(string type, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/imports/new") { Content = new StringContent(body) };
        request.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        Assert.Equal(HttpStatusCode.BadRequest, (await _desk.Send(request)).StatusCode);
    }

    [Fact]
    public async Task Settles_names_and_teams_and_forgets_them_again()
    {
        await _desk.Import("Staff", Staff);
        await _desk.Import("Cases", Cases);
        Assert.Contains("3 names and teams", (await _desk.Open("/imports")).QuerySelector("main").Says());
        var page = await _desk.Open("/imports/names");
        Assert.Equal(["Lee Carter", "The Annexe", "Tom Beven"], page.All("main section h2"));
        Assert.Contains("Tom Bevan (1002)", page.QuerySelectorAll("main section")[2].Says());

        async Task Settle(string name, params (string, string)[] fields)
        {
            var now = await _desk.Open("/imports/names");
            var section = now.QuerySelectorAll("main section").Single(s => s.QuerySelector("h2").Says() == name);
            foreach (var other in now.QuerySelectorAll("main section").Where(s => s != section)) other.Remove();
            Assert.Equal(HttpStatusCode.Redirect, (await _desk.Submit(now, "/imports/names", "/imports/names", fields)).StatusCode);
        }

        await Settle("Tom Beven", ("Answer", "number"), ("StaffNumber", "1002"));
        await Settle("Lee Carter", ("Answer", "nobody"));
        var team = (await _desk.Open("/imports/names")).QuerySelectorAll("select[name=Team] option")[1].GetAttribute("value")!;
        await Settle("The Annexe", ("Team", team));

        var settled = await _desk.Open("/imports/names");
        Assert.Empty(settled.All("main section h2"));
        Assert.Equal(3, settled.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(HttpStatusCode.Redirect, (await _desk.Submit(settled, "/imports/names", "Forget")).StatusCode);
        Assert.Equal(["Lee Carter"], (await _desk.Open("/imports/names")).All("main section h2"));
        var none = await _desk.Submit(await _desk.Open("/imports/names"), "/imports/names", "/imports/names");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
        Assert.Contains("Choose who Lee Carter is", (await none.Read()).QuerySelector(".govuk-error-summary").Says());
    }

    [Fact]
    public async Task Matches_the_columns_of_a_sheet_and_reads_the_next_one_by_them()
    {
        var sheet =
            Desk.Csv("Ref of client,Sort of work,Who,Opened", "A-1,Hoarding,Grace Adeyemi,01/03/2026",
            "A-2,Review,Grace Adeyemi,01/03/2026");
        var shown = await _desk.Bring("", sheet, path: "/imports/matchings/new");
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        var form = await shown.Read();
        Assert.Equal(["Ref of client", "Sort of work", "Who", "Opened"], form.All("label[for^=field-]"));
        Assert.Equal("start", ((AngleSharp.Html.Dom.IHtmlSelectElement)form.QuerySelector("#field-3")!).Value);

        void Choose(string select, string value) => ((AngleSharp.Html.Dom.IHtmlSelectElement)form.QuerySelector(select)!).Value = value;
        Choose("#field-0", "reference");
        Choose("#field-1", "reference");
        var twice = await _desk.Submit(form, "/imports/matchings/edit", "matchings/edit", ("Area", "Adults"), ("Name", "Mosaic"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        form = await twice.Read();
        Choose("#field-1", "type");
        Choose("#field-2", "worker");
        Assert.Equal("/imports/matchings",
            (await _desk.Submit(form, "/imports/matchings/edit", "matchings/edit", ("Area", "Adults"),
            ("Name", "Mosaic"))).Headers.Location!.OriginalString);

        Assert.Contains("Mosaic", (await _desk.Open("/imports/matchings")).QuerySelector("main").Says());
        Assert.Equal("Mosaic", (await _desk.Open("/imports/matchings/edit?name=Mosaic")).QuerySelector("#name")!.GetAttribute("value"));
        Assert.Contains("Mosaic", (await _desk.Open("/imports/new")).QuerySelector("#matching").Says());
        Assert.Equal(HttpStatusCode.NotFound, (await _desk.Get("/imports/matchings/edit?name=None")).StatusCode);
    }

    [Theory]
    [InlineData("staff")]
    [InlineData("cases")]
    [InlineData("scores")]
    public async Task Gives_the_templates(string kind)
    {
        var file = await _desk.Get($"/imports/templates/{kind}");
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Equal("PK"u8.ToArray(), (await file.Content.ReadAsByteArrayAsync())[..2]);
    }

    [Fact]
    public async Task Warns_of_a_file_that_is_old()
    {
        var at = (await _desk.Bring("Staff", Staff, asOf: "2026-11-01")).Headers.Location!.OriginalString;
        Assert.Contains("which is 15 days ago", (await _desk.Open(at)).QuerySelector(".govuk-warning-text").Says());
    }

    [Theory]
    [InlineData("/imports")]
    [InlineData("/imports/new")]
    [InlineData("/imports/names")]
    [InlineData("/imports/matchings")]
    [InlineData("/imports/templates/staff")]
    public async Task Is_not_for_those_who_may_not_import(string path)
    {
        var member = await Desk.Of(_site, Role.ElectedMember);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.Get(path)).StatusCode);
    }

    [Fact]
    public async Task Finds_nothing_under_an_import_that_there_is_not()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await _desk.Get($"/imports/{Guid.CreateVersion7()}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _desk.Get($"/imports/{Guid.CreateVersion7()}/undo")).StatusCode);
    }
}
