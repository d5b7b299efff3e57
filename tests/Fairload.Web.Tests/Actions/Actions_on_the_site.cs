using System.Net;
using Fairload.App.Actions;
using Fairload.Core.Access;
using Fairload.Core.Actions;
using Fairload.Core.Actions.Scrutiny;
using Fairload.Web.Tests.Access;
using Fairload.Web.Tests.Imports.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace Fairload.Web.Tests.Actions;

public sealed class Actions_on_the_site(TheSite site) : IClassFixture<TheSite>
{
    private static readonly Reader Principal = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);

    [Fact]
    public async Task Are_read_by_anybody_only_where_somebody_let_them_out()
    {
        var (psw, owner) = await Signed(Role.PrincipalSocialWorker);
        var one = await Promise(owner, "=1+1 is a formula");
        var kept = await Promise(owner, "Nobody let this out");
        Assert.DoesNotContain(one.Reference, await Said("/published/actions"), StringComparison.Ordinal);

        var form = await OpenForm.Open(psw, $"/actions/{one.Id}/publish");
        Assert.Equal(HttpStatusCode.Redirect, (await form.Send()).StatusCode);
        var tracker = await Said("/published/actions");
        Assert.Contains(one.Reference, tracker, StringComparison.Ordinal);
        Assert.DoesNotContain(kept.Reference, tracker, StringComparison.Ordinal);
        Assert.DoesNotContain("Grace Adeyemi", tracker, StringComparison.Ordinal);
        Assert.Contains("\"'=1+1 is a formula\",Head of service", await Said("/published/actions.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_both_versions_to_whoever_was_overtaken()
    {
        var (psw, owner) = await Signed(Role.PrincipalSocialWorker);
        var one = await Promise(owner, "Give the duty room a door");
        var (mine, theirs) = (await OpenForm.Open(psw, $"/actions/{one.Id}/change"), await OpenForm.Open(psw, $"/actions/{one.Id}/change"));
        theirs.Fields["Form.What"] = "Give the duty room a lock";
        Assert.Equal(HttpStatusCode.Redirect, (await theirs.Send()).StatusCode);
        mine.Fields["Form.What"] = "Give the duty room a window";

        var answer = await mine.Send();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Read();
        Assert.Equal("Give the duty room a window", page.QuerySelector("textarea[name='Form.What']").Says());
        Assert.Contains("Held now: Give the duty room a lock", page.All(".govuk-inset-text"));
        Assert.Contains(
            "Somebody has changed this action meanwhile", page.QuerySelector(".govuk-error-summary").Says(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuse_a_day_that_has_passed_and_a_resolution_without_an_owner_with_a_sentence()
    {
        var (psw, owner) = await Signed(Role.PrincipalSocialWorker);
        var form = await OpenForm.Open(psw, "/actions/new");
        form.Fields["Form.What"] = "Too late";
        form.Fields["Form.Source"] = "SmallThing";
        form.Fields["Form.Owner"] = $"{owner}";
        (form.Fields["Form.DueOn-day"], form.Fields["Form.DueOn-month"], form.Fields["Form.DueOn-year"]) = ("15", "11", "2026");
        var late = await form.Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Contains("15 November 2026 has passed", (await late.Read()).QuerySelector(".govuk-error-summary").Says(),
            StringComparison.Ordinal);

        var resolution = await Resolve("That sickness figures be supplied");
        var split = await OpenForm.Open(psw, $"/scrutiny/resolutions/{resolution.Id}/split");
        Assert.Equal("That sickness figures be supplied", split.Fields["Parts[0].What"]);
        var nobodys = await split.Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nobodys.StatusCode);
        Assert.Contains("What belongs to nobody is not kept", (await nobodys.Read()).QuerySelector(".govuk-error-summary").Says(),
            StringComparison.Ordinal);
        split.Fields["Parts[0].Owner"] = $"{owner}";
        Assert.Equal(HttpStatusCode.Redirect, (await split.Send()).StatusCode);

        var member = await site.As(Role.ElectedMember).Read("/");
        Assert.Contains("What you asked last time, on 16 November 2026: 1 open.", member.Body.Says(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_listed_in_the_terminal_and_a_day_that_is_none_is_refused()
    {
        using var fairload = new TheProgram();
        var wrong = await fairload.Run("actions", "due", "--by", "soon");
        Assert.Equal((2, ""), (wrong.Exit, wrong.Output));
        Assert.Contains("soon is no date", wrong.Error, StringComparison.Ordinal);
        Assert.Equal("[]", (await fairload.Run("actions", "due", "--json")).Output.Trim());
    }

    private async Task<(HttpClient Client, Id<Account> Account)> Signed(Role role)
    {
        var (client, account, _) = await SignedIn.With(site, [new(role)]);
        return (client, account);
    }

    private async Task<string> Said(string path) => await (await site.Client().GetAsync(path)).Content.ReadAsStringAsync();

    private async Task<AgreedAction> Promise(Id<Account> owner, string what)
    {
        var plan = new ActionPlan(
            what, "", new(SourceKind.SmallThing, "", ""), owner, "Head of service", new(2026, 12, 1), "", null, null, "");
        return await Ask((ActionKeeping desk) => desk.Agree(plan, Principal, default));
    }

    private async Task<Resolution> Resolve(string text)
    {
        var meeting = await Ask((ScrutinyKeeping desk) => desk.Record("Scrutiny Commission", new(2026, 11, 16), Principal, default));
        return await Ask((ScrutinyKeeping desk) => desk.Agree(meeting.Id, text, null, Principal, default));
    }

    private async Task<T> Ask<TDesk, T>(Func<TDesk, Task<Result<T>>> ask) where TDesk : notnull where T : notnull
    {
        await using var scope = site.Scope();
        return (await ask(scope.ServiceProvider.GetRequiredService<TDesk>())).Try(out var made, out var problems) ? made
            : throw new InvalidOperationException(problems[0].Message);
    }
}
