using System.IO.Compression;
using System.Text.RegularExpressions;
using Fairload.App.Demo;
using Microsoft.Playwright;

namespace Fairload.Web.Tests.Journeys;

/// <summary>From an empty machine to a report for members, in one sitting, with all that is not known left open by name.</summary>
[Collection(TheCouncil.Name)]
public sealed partial class A_newcomers_first_sitting(TheCouncil council)
{
    [Fact]
    public async Task Ends_with_a_report_for_members_that_says_what_is_not_known()
    {
        await using var site = await Served.Empty(council.Demo.Today);
        await using var window = await council.Open(site, null);
        await SetsUp(window, site);
        await BringsIn(window, "Staff sheet", "staff.xlsx", to => DemoFiles.Staff(council.Demo, council.Demo.Dates.Third, to));
        await BringsIn(window, "Annex A", "annex-a.xlsx", to => DemoFiles.AnnexA(council.Demo, council.Demo.Dates.Third, to));
        await BecomesPrincipal(window);
        await Opens(window, council.Demo.Today);
        await GoesThrough(window);

        await window.Link($"Report of {council.Demo.Today.Year}").ClickAsync();
        await window.Link("for elected members").ClickAsync();
        await window.HasNoFault(quick: false);
        var file = await window.Download(window.Link("Word (.docx)"));
        using var zip = new ZipArchive(new MemoryStream(file));
        using var document = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        var text = Tags().Replace(await document.ReadToEndAsync(), " ");
        Assert.Contains("Sampleshire Council", text, StringComparison.Ordinal);
        Assert.Contains("Not known", text, StringComparison.Ordinal);
        Assert.Contains("more; the tables name them.", text, StringComparison.Ordinal);
    }

    private static async Task SetsUp(Window window, Served site)
    {
        await window.Go("/");
        await window.Field("Set-up code").FillAsync(site.SetupCode);
        await window.Field("Your name").FillAsync("Jo Fennimore");
        await window.Field("Email address").FillAsync("jo@example.gov.uk");
        await window.Field("Choose a password").FillAsync("heron lantern gravel");
        await window.Button("Make the account").ClickAsync();
        var key = await window.Page.Locator("main code").InnerTextAsync();
        await window.Field("Code from the app").FillAsync(The_first_run.Code(key, site));
        await window.Button("Confirm").ClickAsync();
        await window.Button("I have kept them").ClickAsync();
        await window.Reads("Nothing has been imported yet");
    }

    private async Task BringsIn(Window window, string kind, string name, Action<Stream> write)
    {
        await Bringing_in_the_council.Look(window, kind, name, council.Demo.Dates.Third, write);
        await window.Button("Confirm").ClickAsync();
        await window.Page.GetByText("This added").WaitForAsync();
    }

    /// <summary>Whoever sets the program up may be the one who runs the health check too.</summary>
    private static async Task BecomesPrincipal(Window window)
    {
        await window.Link("Accounts").First.ClickAsync();
        await window.Link("Jo Fennimore").ClickAsync();
        await window.Field("Role").SelectOptionAsync(new SelectOptionValue { Label = "Principal social worker" });
        await window.Button("Give the role").ClickAsync();
        await window.Reads("Principal social worker");
    }

    private static async Task Opens(Window window, DateOnly today)
    {
        await window.Link("Health check").First.ClickAsync();
        await window.Link("Open the health check of a year").ClickAsync();
        await window.Day("From", today.AddYears(-1).AddDays(1));
        await window.Day("To", today);
        await window.Button("Open it").ClickAsync();
        await window.HasNoFault(quick: false);
    }

    private static async Task GoesThrough(Window window)
    {
        for (var step = 0; step < 6; step++)
        {
            await window.Page.Locator("input[name=Step]").Last.CheckAsync();
            await window.Field("Why does something stay open, or why does it go back?")
                .FillAsync("This is the first year; who will know it is settled in spring.");
            await window.Button("Go to this step").ClickAsync();
            Assert.DoesNotContain("There is a problem", await window.Main(), StringComparison.Ordinal);
        }

        await window.Reads("It has come to this step: Writing the report.");
    }

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();
}
