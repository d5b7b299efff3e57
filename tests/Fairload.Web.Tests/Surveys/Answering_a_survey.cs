using System.Net;
using AngleSharp.Html.Dom;
using Fairload.App;
using Fairload.App.Surveys.Rounds;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fairload.Web.Tests.Surveys;

public sealed class Answering_a_survey(TheSite site) : IClassFixture<TheSite>
{
    [Fact]
    public async Task Goes_from_the_code_to_the_receipt_without_a_cookie_and_with_the_code_in_no_address()
    {
        var code = (await site.Codes(await site.Asked()))[0];
        var walk = new Walk(site.Client());

        await walk.Begin(code);
        Assert.Contains("Before you begin", walk.Title, StringComparison.Ordinal);
        Assert.Contains("Nobody can read your answers while the survey is open", walk.Main, StringComparison.Ordinal);
        Assert.Contains("Ola Reed, room 3", walk.Main, StringComparison.Ordinal);
        walk.Fields["b.unit"] = "1";
        await walk.Go("team");
        Assert.Contains("Your group has 9 people, fewer than 10", walk.Main, StringComparison.Ordinal);
        await walk.Go("next");
        Assert.InRange(walk.Page.QuerySelectorAll("fieldset").Length, 1, 6);
        foreach (var name in walk.Radios()) walk.Fields[name] = "4";
        await walk.Go("next");
        Assert.Equal("1", walk.Fields["b.unit"]);
        walk.Fields["b.contract"] = "employed";
        await walk.Go("next");
        Assert.Contains("6 of 6 questions are answered", walk.Main, StringComparison.Ordinal);
        var again = new Dictionary<string, string>(walk.Fields);
        await walk.Go("send");
        var receipt = walk.Page.QuerySelector(".fl-code").Says();
        Assert.NotEmpty(receipt);

        // Lost on the way back and sent once more: the same receipt.
        walk.Fields = again;
        await walk.Go("send");
        Assert.Equal(receipt, walk.Page.QuerySelector(".fl-code").Says());
        Assert.All(walk.Answers, a => Assert.False(a.Headers.Contains("Set-Cookie")));
        Assert.All(walk.Answers, a => Assert.Equal("/answer", a.RequestMessage!.RequestUri!.PathAndQuery));
        Assert.All(walk.Answers, a => Assert.Equal("no-store", a.Headers.CacheControl!.ToString()));

        Assert.Contains("Yes: a ballot counts", (await Receipt(receipt, "look")).Says, StringComparison.Ordinal);
        Assert.Contains("was taken back", (await Receipt(receipt, "withdraw")).Says, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Receipt(receipt, "look")).Status);
        await walk.Begin(code);
        Assert.Contains("This code has been used", walk.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_every_answer_when_the_language_is_changed_and_when_one_goes_back()
    {
        var walk = new Walk(site.Client());
        await walk.Begin((await site.Codes(await site.Asked()))[1]);
        await walk.Go("next");
        var first = walk.Radios()[0];
        walk.Fields[first] = "2";
        await walk.Go("cy");
        Assert.Equal("cy", walk.Page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("2", walk.Checked(first));
        walk.Fields[first] = "2";
        await walk.Go("next");
        Assert.Equal("cy", walk.Page.DocumentElement.GetAttribute("lang"));
        await walk.Go("back");
        Assert.Equal("2", walk.Checked(first));
        walk.Fields[first] = "2";
        await walk.Go("back");
        Assert.Equal("2", walk.Fields[first]);
        await walk.Go("en");
        Assert.Equal("en", walk.Page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Shows_what_can_not_be_taken_beside_its_question_and_loses_nothing()
    {
        var walk = new Walk(site.Client());
        await walk.Begin((await site.Codes(await site.Asked()))[2]);
        await walk.Go("next");
        var (first, second) = (walk.Radios()[0], walk.Radios()[1]);
        (walk.Fields[first], walk.Fields[second]) = ("9", "3");
        await walk.Go("next");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, walk.Answers[^1].StatusCode);
        Assert.Contains("Choose one of the answers", walk.Page.QuerySelector(".govuk-error-summary").Says(), StringComparison.Ordinal);
        var link = walk.Page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href")!;
        Assert.NotNull(walk.Page.GetElementById(link[1..]));
        Assert.Equal("3", walk.Checked(second));
    }

    [Theory]
    [InlineData("", "That is no code of a survey")]
    [InlineData("hello", "That is no code of a survey")]
    [InlineData("<script>alert(1)</script>", "That is no code of a survey")]
    public async Task Says_what_is_wrong_with_a_code(string code, string says)
    {
        await site.Asked();
        var walk = new Walk(site.Client());

        await walk.Begin(code);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, walk.Answers[^1].StatusCode);
        Assert.Contains(says, walk.Page.QuerySelector(".govuk-error-summary").Says(), StringComparison.Ordinal);
        Assert.Equal(code, ((IHtmlInputElement)walk.Page.QuerySelector("#code")!).Value);
    }

    [Theory]
    [InlineData("Step", "99")]
    [InlineData("Step", "-1")]
    [InlineData("Step", "sent")]
    [InlineData("Go", "no-such-button")]
    [InlineData("Lang", "xx")]
    [InlineData("a.planted", "1")]
    [InlineData("b.planted", "1")]
    [InlineData("b.unit", "999")]
    [InlineData("Nonce", "'; drop table ballots")]
    public async Task Of_a_form_that_was_changed_sends_nothing(string field, string value)
    {
        var round = await site.Asked();
        var code = (await site.Codes(round))[3];
        var walk = new Walk(site.Client());
        await walk.Begin(code);
        walk.Fields["Step"] = "check";
        walk.Fields[field] = value;
        await walk.Go(field == "Go" ? value : field is "Step" or "Lang" ? "next" : "send");

        Assert.True(walk.Answers[^1].StatusCode is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity);
        // The code is as good as before.
        await walk.Begin(code);
        Assert.Contains("Before you begin", walk.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_a_megabyte_in_an_answer_back_to_its_page()
    {
        var walk = new Walk(site.Client());
        await walk.Begin((await site.Codes(await site.Asked()))[4]);
        await walk.Go("next");
        walk.Fields[walk.Radios()[0]] = new string('9', 1_000_000);
        await walk.Go("next");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, walk.Answers[^1].StatusCode);
    }

    [Fact]
    public async Task Leaves_no_mark_on_the_session_of_somebody_who_is_signed_in()
    {
        var code = (await site.Codes(await site.Asked()))[5];
        using var client = site.As(Role.PrincipalSocialWorker);
        var before = await LastSeen();
        site.Clock.Pass(TimeSpan.FromMinutes(30));

        var walk = new Walk(client);
        await walk.Begin(code);

        Assert.Contains("Before you begin", walk.Title, StringComparison.Ordinal);
        Assert.Null(walk.Page.QuerySelector("form[action='/sign-out']"));
        Assert.Equal(before, await LastSeen());

        async Task<string> LastSeen()
        {
            await using var scope = site.Scope();
            var db = scope.ServiceProvider.GetRequiredService<FairloadDb>();
            return string.Join('|', (await db.Set<Session>().AsNoTracking().ToListAsync()).Select(s => s.ToString() + s.LastSeenAt)
                .Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task At_the_kiosk_begins_anew_for_each_person_with_nothing_of_the_one_before()
    {
        var round = await site.Asked(RoundMode.Kiosk);
        await using var scope = site.Scope();
        var steward = AskedStaff.Good(await scope.ServiceProvider.GetRequiredService<OpeningDesk>()
            .Unlock(round.Id, Reader.AtTheMachine, default)).ToString();
        var walk = new Walk(site.Client());
        var receipts = new List<string>();
        await walk.Begin(steward);
        for (var person = 0; person < 2; person++)
        {
            Assert.DoesNotContain(walk.Fields.Keys, k => k.StartsWith("a.", StringComparison.Ordinal));
            await walk.Go("next");
            foreach (var name in walk.Radios()) walk.Fields[name] = "1";
            await walk.Go("next");
            await walk.Go("next");
            await walk.Go("send");
            receipts.Add(walk.Page.QuerySelector(".fl-code").Says());
            await walk.Go("next");
        }

        Assert.Equal(2, receipts.Distinct().Count());
    }

    private async Task<(HttpStatusCode Status, string Says)> Receipt(string receipt, string go)
    {
        var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["Receipt"] = receipt, ["Go"] = go, ["Lang"] = "en" });
        using var answer = await site.Client().PostAsync("/answer/receipt", form);
        return (answer.StatusCode, (await answer.Read()).QuerySelector("main").Says());
    }

    /// <summary>A browser without JavaScript that goes from page to page and takes along what the form holds.</summary>
    private sealed class Walk(HttpClient client)
    {
        public List<HttpResponseMessage> Answers { get; } = [];
        public IHtmlDocument Page { get; private set; } = null!;
        public Dictionary<string, string> Fields { get; set; } = [];
        public string Main => Page.QuerySelector("main").Says();
        public string Title => Page.Title!;

        public Task Begin(string code)
        {
            Fields = new() { ["Code"] = code, ["Step"] = "code", ["Lang"] = "en", ["Nonce"] = "" };
            return Go("next");
        }

        public async Task Go(string button)
        {
            Fields["Go"] = button;
            Answers.Add(await client.PostAsync("/answer", new FormUrlEncodedContent(Fields)));
            Page = await Answers[^1].Read();
            Fields = Page.QuerySelectorAll("main form input[type=hidden], main form input[type=text]").OfType<IHtmlInputElement>()
                .ToDictionary(i => i.Name!, i => i.Value);
            foreach (var radio in Page.QuerySelectorAll("main form input[type=radio][checked]").OfType<IHtmlInputElement>())
                Fields[radio.Name!] = radio.Value;
            foreach (var select in Page.QuerySelectorAll("main form select").OfType<IHtmlSelectElement>())
                Fields[select.Name!] = select.Value ?? "";
        }

        public IReadOnlyList<string> Radios() =>
            [.. Page.QuerySelectorAll("main input[type=radio]").Select(r => r.GetAttribute("name")!).Distinct()];

        public string? Checked(string name) => Page.QuerySelectorAll("main input[type=radio][checked]")
            .FirstOrDefault(r => r.GetAttribute("name") == name)?.GetAttribute("value");
    }
}
