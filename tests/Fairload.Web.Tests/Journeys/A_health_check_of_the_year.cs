using System.IO.Compression;
using Fairload.Core.Access;
using Fairload.Web.Tests.Routes;

namespace Fairload.Web.Tests.Journeys;

/// <summary>A principal social worker and a director bring the year from its first finding to a report that a stranger reads.</summary>
[Collection(TheCouncil.Name)]
public sealed class A_health_check_of_the_year(TheCouncil council)
{
    [Fact]
    public async Task Is_talked_about_judged_written_published_under_embargo_and_withdrawn()
    {
        var site = await council.Copy();
        var year = site.Clock.UkToday.Year;
        var lead = await council.Play(site, Role.Director);
        await using (var principal = await council.Open(site, await council.Play(site, Role.PrincipalSocialWorker)))
        await using (var director = await council.Open(site, lead))
        {
            await Opens(principal, site.Clock.UkToday);
            await Finds(principal, site.Clock.UkToday);
            await GoesTo(principal, year, "Judging");
            await Judges(director, year);
            await GoesTo(principal, year, "Reporting");
            await Writes(principal, year);
            await Freezes(principal, year, "for everybody");
            await Publishes(director, principal, site.Clock.UkToday.AddDays(1), year);
        }

        await using var stranger = await council.Open(site, null);
        await stranger.Go("/");
        await stranger.Link("Published reports").ClickAsync();
        await stranger.Reads("No report has been published yet.");
        Assert.Equal(404, (await stranger.Go($"/published/{year}/en"))!.Status);

        site.Clock.Pass(TimeSpan.FromDays(2));
        await stranger.Go("/published");
        await stranger.Link($"Health check {year}, in English").ClickAsync();
        await stranger.Reads("What you asked last time");
        await stranger.HasNoFault(quick: false);
        await using var again = await council.Open(site, await site.Again(lead));
        await Withdraws(again, year);

        await stranger.Go("/published");
        await stranger.Reads("withdrawn on", "A figure was wrong.");
        await stranger.HasNoFault(quick: false);
        await stranger.Go($"/published/{year}/en");
        await stranger.Reads("Why it was withdrawn: A figure was wrong.");
        await stranger.HasNoFault(quick: false);
    }

    private static async Task Opens(Window principal, DateOnly today)
    {
        await principal.Go("/");
        await principal.Link("Health check").First.ClickAsync();
        await principal.Link("Open the health check of a year").ClickAsync();
        await principal.Button("Open it").ClickAsync();
        await principal.Reads("Enter the first day that figures shall tell about");
        await principal.HasNoFault(quick: false);
        await principal.Day("From", today.AddYears(-1).AddDays(1));
        await principal.Day("To", today);
        await principal.Button("Open it").ClickAsync();
        Assert.Equal($"Health check {today.Year}", principal.Heading);
    }

    /// <summary>Managers do not see it as the frontline does, and both stand.</summary>
    private static async Task Finds(Window principal, DateOnly today)
    {
        await principal.Link("Write down what was found").ClickAsync();
        await principal.Pick("Kind", "Concern");
        await principal.Field("To which part does it belong?").SelectOptionAsync("tools");
        await principal.Field("What was found?").FillAsync("There is no room to talk in.");
        await principal.Button("Save").ClickAsync();
        foreach (var (side, stance, says) in new[]
            {
                ("Frontline", "Agrees", "We sit in cars."), ("Managers", "Disagrees", "Rooms can be booked."),
                ("PeopleWhoUseServices", "Adds", "I was heard from the corridor."),
            })
        {
            await principal.Go($"/health-check/{today.Year}/findings/1");
            await principal.Pick("Side", side);
            await principal.Pick("Stance", stance);
            await principal.Field("What was said?").FillAsync(says);
            await principal.Day("HeardOn", today);
            await principal.Button("Save").ClickAsync();
        }

        await principal.Reads(
            "All three sides have been heard. They do not agree, and both stand here.", "agree: We sit in cars.",
            "disagree: Rooms can be booked.");
        await principal.HasNoFault(quick: false);
    }

    /// <summary>Where something stays open the next step is refused until it is said why.</summary>
    private static async Task GoesTo(Window principal, int year, string to)
    {
        var at = "";
        while (at != to)
        {
            await principal.Go($"/health-check/{year}");
            var next = principal.Page.Locator("input[name=Step]").Last;
            at = await next.GetAttributeAsync("value") ?? "";
            await next.CheckAsync();
            await principal.Button("Go to this step").ClickAsync();
            if (!(await principal.Main()).Contains("There is a problem", StringComparison.Ordinal)) continue;
            await principal.Reads("say here why");
            if (at == "AskingStaff") await principal.HasNoFault(quick: false);
            await principal.Field("Why does something stay open, or why does it go back?").FillAsync("It stays open this year.");
            await principal.Button("Go to this step").ClickAsync();
        }

        await principal.Reads("What was left open, and why", "It stays open this year.");
    }

    private static async Task Judges(Window director, int year)
    {
        await director.Go("/");
        await director.Link("Health check").First.ClickAsync();
        await director.Follow($"/health-check/{year}/parts/tools");
        await director.Pick("Step", "begun");
        await director.Button("Save the judgement").ClickAsync();
        await director.Reads("Say what shows this");
        await director.HasNoFault(quick: false);
        foreach (var shown in await director.Page.Locator("textarea[name^=Shown]").AllAsync()) await shown.FillAsync("Seen.");
        await director.Field("Why does it stand there?").FillAsync("Two rooms were found.");
        await director.Button("Save the judgement").ClickAsync();
        await director.Reads("Two rooms were found.", "(here)");
    }

    private static async Task Writes(Window principal, int year)
    {
        await principal.Go($"/health-check/{year}");
        await principal.Link($"Report of {year}").ClickAsync();
        await principal.Link("for elected members").ClickAsync();
        await principal.Page.Locator(".govuk-summary-list__actions a").First.ClickAsync();
        await principal.Field("In your words").FillAsync("Staff told us plainly how their year was.");
        await principal.Button("Save the sentence").ClickAsync();
        await principal.Reads("Staff told us plainly how their year was.", "Written by");
        await principal.HasNoFault();
        await Freezes(principal, year, "for elected members");

        var file = await principal.Download(principal.Link("Word (.docx)"));
        Assert.Equal("PK"u8, file.AsSpan(0, 2));
        using var zip = new ZipArchive(new MemoryStream(file));
        using var text = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        Assert.Contains("Staff told us plainly how their year was.", await text.ReadToEndAsync(), StringComparison.Ordinal);
    }

    private static async Task Freezes(Window principal, int year, string edition)
    {
        await principal.Go($"/health-check/{year}/editions");
        await principal.Link(edition).ClickAsync();
        await principal.Button("Freeze this edition").ClickAsync();
        await principal.Reads("It is called by what it holds:");
    }

    /// <summary>Not before everything that was let out is proved.</summary>
    private static async Task Publishes(Window director, Window principal, DateOnly embargo, int year)
    {
        await director.Go($"/health-check/{year}");
        await director.Link($"Report of {year}").ClickAsync();
        await director.Link($"Report of {year} for everybody, in English").ClickAsync();
        await Decides(director, embargo);
        await director.Reads("the audit of what was let out has not passed");
        await director.HasNoFault(quick: false);
        await principal.Go($"/health-check/{year}/editions");
        await principal.Link("What was let out").ClickAsync();
        await principal.Button("Audit all of it now").ClickAsync();
        await Decides(director, embargo);
        await director.Reads($"under embargo until {Before.Says(embargo)}, 09:30");
    }

    private static async Task Decides(Window director, DateOnly embargo)
    {
        await director.Pick("Level", "Public");
        await director.Field("Why is it published?").FillAsync("The council resolved it.");
        await director.Field("How were staff consulted?").FillAsync("In two forums.");
        await director.Day("Embargo", embargo);
        await director.Field("At what time on that day?").FillAsync("09:30");
        await director.Button("Publish this edition").ClickAsync();
    }

    private static async Task Withdraws(Window director, int year)
    {
        await director.Go($"/health-check/{year}/editions");
        await director.Link($"Report of {year} for everybody, in English").ClickAsync();
        await director.Button("Withdraw it").ClickAsync();
        await director.Reads("Say why it is withdrawn");
        await director.Field("Why is it withdrawn?").FillAsync("A figure was wrong.");
        await director.Button("Withdraw it").ClickAsync();
        await director.Reads("withdrawn on", "A figure was wrong.");
    }
}
