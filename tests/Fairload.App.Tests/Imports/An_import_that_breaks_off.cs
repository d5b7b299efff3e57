using Fairload.Core.Imports;

namespace Fairload.App.Tests.Imports;

public sealed class An_import_that_breaks_off
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Stores_nothing_wherever_it_breaks_and_can_be_confirmed_again(string engine)
    {
        var fault = new Fault();
        await using var council = await Council.On(engine, [fault]);
        await council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-07");
        await council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-07");
        await council.Import(ImportKind.Scores, Extracts.Scores, "2026-11-10");
        var later = Council.Csv(Extracts.CaseHeader, "R-1,looked after,Children,01/03/2026,,,Hillside,Ngozi Okafor,12/11/2026,",
            "R-9,child in need,Children,11/11/2026,,,Riverside,,,");
        var look = await council.Look(ImportKind.Cases, later);
        var before = await council.Dump();

        var broken = await fault.AtEach(
            async () => Council.Good(await council.Confirm(look, closeMissing: true)),
            async () => Assert.Equal(before, await council.Dump()));

        Assert.True(broken > 5, $"It broke only {broken} times.");
        Assert.NotEqual(before, await council.Dump());
        await council.IsSound();
    }
}
