using Fairload.App.Tests.Imports;
using Fairload.App.Workforce;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;

namespace Fairload.App.Tests.Workforce;

/// <summary>A team that is called otherwise since is the same team: nobody is asked about it.</summary>
public sealed class What_was_entered_before_a_reorganisation
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Is_confirmed_by_an_extract_that_calls_the_team_by_its_old_name_or_its_new_one(string engine)
    {
        await using var town = await Reorganising.On(engine);
        await town.Council.Opens("R-8", "child-in-need", "Riverside");
        await town.Do(await town.Merge("Valley", "Riverside", "Hillside"));
        await town.Council.Opens("R-9", "child-in-need", "Valley");

        var shown = await town.Council.Import(
            ImportKind.Cases,
            [.. Extracts.Cases, .. "R-8,child in need,Children,12/11/2026,,,Valley,,,\r\nR-9,child in need,Children,12/11/2026,,,Hillside,,,\r\n"u8],
            "2026-11-16");

        Assert.Empty(shown.Conflicts);
        Assert.Empty(await town.Council.Entered());
        await town.Council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_confirmed_by_a_staff_sheet_that_calls_the_team_by_its_old_name(string engine)
    {
        await using var town = await Reorganising.On(engine);
        await town.Do(await town.Rename("Riverside", "Valley"));
        var written = new StarterWritten(
            "1009", "Ada Moor", "Social worker", (await town.Team("Valley")).Id, "1", "Permanent", Reorganising.Today, null, "");
        Council.Good(await town.Council.Ask((StaffEntryDesk desk) => desk.Start(written, Imports.ByHand.Principal, default)));

        var sheet = await town.Council.Import(
            ImportKind.Staff,
            [.. Extracts.Staff, .. "1009,Ada Moor,,SW10009,Social worker,,Riverside,Safeguarding,1.0,Permanent,16/11/2026,\r\n"u8],
            "2026-11-16");

        Assert.Empty(sheet.Conflicts);
        Assert.Empty(await town.Council.Entered());
        await town.Council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Stays_settled_when_the_team_gets_another_name(string engine)
    {
        await using var town = await Reorganising.On(engine);
        await town.Council.Opens("R-9", "child-in-need", "Riverside");
        byte[] other = [.. Extracts.Cases, .. "R-9,child protection,Children,12/11/2026,,,Riverside,,,\r\n"u8];
        var conflict = Assert.Single((await town.Council.Import(ImportKind.Cases, other, "2026-11-16")).Conflicts);
        Council.Good(await town.Council.Settle(conflict, keepsOurs: true));

        await town.Do(await town.Rename("Riverside", "Valley"));

        Assert.True(Assert.Single((await town.Council.Import(ImportKind.Cases, other, "2026-11-16")).Conflicts).KeepsOurs);
    }
}
