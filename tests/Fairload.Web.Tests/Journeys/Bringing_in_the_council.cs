using Fairload.App.Demo;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Fairload.Web.Tests.Journeys;

/// <summary>An analyst brings in the staff and then the cases, settles a name and takes it all back.</summary>
[Collection(TheCouncil.Name)]
public sealed class Bringing_in_the_council(TheCouncil council)
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Shows_what_would_change_then_the_loads_then_takes_them_back(bool script)
    {
        await using var site = await Served.Empty(council.Demo.Today);
        await site.As([new(Role.Administrator)]);
        await using var window = await council.Open(site, await site.As([new(Role.Analyst)]), new(Script: script));
        await Look(window, "Staff sheet", "staff.xlsx", to => DemoFiles.Staff(council.Demo, council.Demo.Dates.Third, to));
        Assert.Equal("What staff.xlsx would change", await window.Page.Locator("h1").InnerTextAsync());
        Assert.Contains("Nothing has been stored yet.", await window.Main(), StringComparison.Ordinal);
        Assert.Equal(0, await site.Ask(db => db.Workers.CountAsync()));
        await window.Button("Confirm").DblClickAsync();
        await window.Page.GetByText("This added").WaitForAsync();
        await window.Go("/imports");
        Assert.Equal(1, await Held(site));
        Assert.InRange(await site.Ask(db => db.Workers.CountAsync()), 100, 200);

        await Look(window, "Annex A", "annex-a.xlsx", to => DemoFiles.AnnexA(council.Demo, council.Demo.Dates.Third, to));
        var look = window.Path;
        Window.None(await window.Findings());
        Assert.Equal(0, await Cases(window));
        await window.Go(look);
        await window.Button("Confirm").ClickAsync();
        await window.Page.GetByText("This added").WaitForAsync();
        Assert.InRange(await Cases(window), 200, 2000);

        await window.Go("/imports/names");
        var first = window.Page.Locator("main section").First;
        var name = await first.Locator("h2").InnerTextAsync();
        var left = await site.Ask(db => db.Cases.CountAsync());
        if (await first.GetByRole(AriaRole.Radio).CountAsync() > 0) await first.GetByLabel("Nobody: it is a tray or a queue").CheckAsync();
        else await first.GetByRole(AriaRole.Combobox).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await first.GetByRole(AriaRole.Button).ClickAsync();
        Assert.Contains(name, await window.Page.GetByRole(AriaRole.Table).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(left, await site.Ask(db => db.Cases.CountAsync()));

        await window.Go("/imports");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Undo annex-a.xlsx" }).ClickAsync();
        Assert.Equal("Undo annex-a.xlsx?", await window.Page.Locator("h1").InnerTextAsync());
        await window.Button("Undo it").ClickAsync();
        Assert.Equal(0, await Cases(window));
        Assert.Equal(0, await site.Ask(db => db.Cases.CountAsync()));
    }

    [Fact]
    public async Task Happens_once_when_two_people_confirm_the_same_look()
    {
        await using var site = await Served.Empty(council.Demo.Today);
        await site.As([new(Role.Administrator)]);
        await using var one = await council.Open(site, await site.As([new(Role.Analyst)], name: "Ana Diaz"));
        await using var other = await council.Open(site, await site.As([new(Role.Analyst)], name: "Tom Bevan"));
        await Look(one, "Staff sheet", "staff.xlsx", to => DemoFiles.Staff(council.Demo, council.Demo.Dates.Third, to));
        await other.Go(one.Path);

        await Task.WhenAll(one.Button("Confirm").ClickAsync(), other.Button("Confirm").ClickAsync());
        var said = new[] { await one.Main(), await other.Main() };

        Assert.Single(said, s => s.Contains("already been settled", StringComparison.Ordinal));
        Assert.All(said, s => Assert.Contains("This added", s, StringComparison.Ordinal));
        Assert.Equal(1, await Held(site));
    }

    private static Task<int> Held(Served site) => site.Ask(db => db.Set<ImportRun>().CountAsync(r => r.State == ImportState.Applied));

    /// <summary>All cases that the teams of every service hold, as the Services page says.</summary>
    private static async Task<int> Cases(Window window)
    {
        await window.Go("/services");
        var cells = await window.Page.Locator("tbody tr td:nth-of-type(2)").AllInnerTextsAsync();
        return cells.Sum(c => int.Parse(c.Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture));
    }

    private Task Look(Window window, string kind, string name, Action<Stream> write) =>
        Look(window, kind, name, council.Demo.Dates.Third, write);

    internal static async Task Look(Window window, string kind, string name, DateOnly day, Action<Stream> write)
    {
        using var file = new MemoryStream();
        write(file);
        await window.Go("/imports");
        await window.Button("Bring in a file").ClickAsync();
        await window.Page.GetByRole(AriaRole.Radio, new() { Name = kind }).CheckAsync();
        await window.Field("Day").FillAsync($"{day.Day}");
        await window.Field("Month").FillAsync($"{day.Month}");
        await window.Field("Year").FillAsync($"{day.Year}");
        await window.Page.Locator("input[type=file]")
            .SetInputFilesAsync(new FilePayload { Name = name, MimeType = Workbook, Buffer = file.ToArray() });
        await window.Button("Look at it").ClickAsync();
    }
}
