using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Fairload.App.PeerReview.Room;
using Fairload.Core.Access;
using Fairload.Core.PeerReview.Room;
using Fairload.Web.Tests.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Fairload.Web.Tests.PeerReview;

public sealed class Evidence_on_the_site(TheSite site) : IClassFixture<TheSite>
{
    private const string Tools = "five-areas-2009/tools";
    private static readonly Reader Principal = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);

    [Fact]
    public async Task Is_put_in_by_a_form_and_given_out_to_be_saved_and_never_shown()
    {
        using var client = await SignedIn.As(site, Role.PrincipalSocialWorker);
        using var answer = await Send(client, "policy.pdf", new ByteArrayContent("%PDF-1.7 every four weeks"u8.ToArray()));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var at = answer.Headers.Location!.OriginalString;
        Assert.Contains("Supervision policy", (await client.Read(at)).QuerySelector("h1").Says());

        using var file = await client.GetAsync($"{at}/files/1");
        Assert.Equal("%PDF-1.7 every four weeks", await file.Content.ReadAsStringAsync());
        Assert.Equal(("attachment", "application/pdf"),
            (file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentType!.MediaType));
        Assert.Equal("policy.pdf", file.Content.Headers.ContentDisposition.FileName);
        Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("page.html", "<html><script>alert(1)</script>", "is of a kind that is not kept here")]
    [InlineData("policy.pdf", "", "is empty")]
    [InlineData("../policy.txt", "Every four weeks", "holds a folder")]
    [InlineData("policy.pdf", "Every four weeks", "is not what its ending says")]
    public async Task Refuses_what_it_does_not_keep_by_one_sentence_and_loses_nothing_that_was_typed(string name, string text, string says)
    {
        using var client = await SignedIn.As(site, Role.PrincipalSocialWorker);
        var before = await Count();

        using var answer = await Send(client, name, new ByteArrayContent(Encoding.UTF8.GetBytes(text)));

        var page = await answer.Read();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(says, page.QuerySelector(".govuk-error-summary").Says());
        Assert.Equal("Supervision policy", ((IHtmlInputElement)page.QuerySelector("#title")!).Value);
        Assert.NotNull(page.QuerySelector($"input[name=Parts][value='{Tools}'][checked]"));
        Assert.Equal(before, await Count());
    }

    [Fact]
    public async Task Reads_past_what_is_too_large_and_keeps_nothing_of_it_in_memory_or_on_disk()
    {
        using var client = await SignedIn.As(site, Role.PrincipalSocialWorker);
        var before = (Stored: await Count(), Memory: GC.GetTotalMemory(forceFullCollection: true));

        using var answer = await Send(client, "big.pdf", new StreamContent(new Zeros(300L << 20)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("The file is larger than 100 MB", (await answer.Read()).QuerySelector(".govuk-error-summary").Says());
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before.Memory, long.MinValue, 50 << 20);
        Assert.Equal(before.Stored, await Count());
    }

    [Fact]
    public async Task Is_refused_to_a_reviewer_on_the_next_request_after_their_last_day()
    {
        var (client, account, _) = await SignedIn.With(site, [new(Role.Evaluator)]);
        var piece = await Add();
        var today = site.Clock.UkToday;
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/evidence/{piece}")).StatusCode);

        var email = await Ask((App.Access.AccountDesk desk) => desk.Find(account, default));
        await Ask((EntryDesk desk) => desk.Give(
            email!.Account.Email, SignedIn.Name, new([Tools], today, today, "Evaluation"), Principal, default));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/evidence/{piece}/files/1")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"/evidence/{piece}/change")).StatusCode);
        Assert.Contains("You may read this until the end of", (await client.Read("/evidence")).QuerySelector("main").Says());

        site.Clock.Pass(TimeSpan.FromDays(1));
        using var later = await SignedIn.Again(site, account);
        Assert.Equal(HttpStatusCode.NotFound, (await later.GetAsync($"/evidence/{piece}/files/1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await later.GetAsync($"/evidence/{piece}")).StatusCode);
        var list = await later.Read("/evidence");
        Assert.Contains("Your entry has ended", list.QuerySelector("main").Says());
        Assert.Empty(list.QuerySelectorAll("tbody"));
    }

    [Fact]
    public async Task Shows_both_versions_to_the_second_of_two_who_change_it()
    {
        using var client = await SignedIn.As(site, Role.PrincipalSocialWorker);
        var piece = await Add();
        var form = await OpenForm.Open(client, $"/evidence/{piece}/change");
        form.Fields["Owner"] = "Team manager";
        form.Fields["Parts"] = Tools;
        form.Fields["Readers"] = "Internal";
        await Ask((EvidenceDesk desk) => desk.Change(piece, Said() with { Owner = "Director" }, 1, Principal, default));

        using var answer = await form.Send();

        var page = await answer.Read();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Pat Singh has changed this piece of evidence meanwhile", page.QuerySelector(".govuk-error-summary").Says());
        Assert.Contains("Director", page.QuerySelector(".govuk-summary-list").Says());
        Assert.Equal("Team manager", ((IHtmlInputElement)page.QuerySelector("#owner")!).Value);
    }

    private static EvidenceSaid Said() => new(
        "Supervision policy", "Who is supervised how often", new(2026, 4, 1), null, "Head of service", [Tools], [],
        EvidenceReaders.ReviewersToo);

    private async Task<Id<EvidencePiece>> Add()
    {
        var file = new EvidenceGiven("policy.txt", new MemoryStream("Every four weeks"u8.ToArray()), "");
        Assert.True((await Ask((EvidenceDesk desk) => desk.Add(Said(), file, Principal, default))).Try(out var piece, out _));
        return piece.Id;
    }

    private async Task<int> Count() => (await Ask((EvidenceDesk desk) => desk.List(new(), Principal, default))).Rows.Count;

    private async Task<T> Ask<TDesk, T>(Func<TDesk, Task<T>> ask) where TDesk : notnull
    {
        await using var scope = site.Scope();
        return await ask(scope.ServiceProvider.GetRequiredService<TDesk>());
    }

    /// <summary>The form as a browser sends it: the file last.</summary>
    private static async Task<HttpResponseMessage> Send(HttpClient client, string name, HttpContent file)
    {
        var opened = await client.GetAsync("/evidence/new");
        var token = ((IHtmlInputElement)(await opened.Read()).QuerySelector("form[enctype] input[name=__RequestVerificationToken]")!).Value;
        var form = new MultipartFormDataContent();
        foreach (var (field, value) in new[]
            {
                ("__RequestVerificationToken", token), ("Title", "Supervision policy"), ("Shows", "Who is supervised how often"),
                ("EffectiveOn-day", "1"), ("EffectiveOn-month", "4"), ("EffectiveOn-year", "2026"), ("Owner", "Head of service"),
                ("Readers", "ReviewersToo"), ("Parts", Tools), ("Parts", "five-areas-2009/workload"), ("Link", ""),
            })
        {
            form.Add(new StringContent(value), field);
        }

        file.Headers.ContentDisposition = new("form-data") { Name = "\"File\"", FileName = $"\"{name}\"" };
        form.Add(file);
        var cookie = opened.Headers.GetValues("Set-Cookie").First().Split(';')[0];
        var request = new HttpRequestMessage(HttpMethod.Post, "/evidence/new") { Content = form };
        request.Headers.Add("Cookie", $"{client.DefaultRequestHeaders.GetValues("Cookie").Single()}; {cookie}");
        return await client.SendAsync(request);
    }
}
