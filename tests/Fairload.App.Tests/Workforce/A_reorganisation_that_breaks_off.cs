using Fairload.App.Tests.Imports;
using Fairload.Core.Workforce.Reorganisations;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Workforce;

public sealed class A_reorganisation_that_breaks_off
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Has_happened_altogether_or_not_at_all_wherever_it_breaks(string engine)
    {
        var fault = new Fault();
        await using var town = await Reorganising.On(engine, [fault]);
        var one = await town.Prepare(await town.Merge("Valley", "Riverside", "Hillside"));
        var before = await town.Council.Dump();

        var broken = await fault.AtEach(
            async () => Council.Good(await town.TryApply(one)),
            async () => Assert.Equal(before, await town.Council.Dump()));

        Assert.True(broken > 15, $"It broke only {broken} times.");
        Assert.Equal(
            ReorganisationState.Applied, (await town.Council.Db(db => db.Set<Reorganisation>().AsNoTracking().SingleAsync())).State);
        Assert.Equal(["1001 Valley 1", "1002 Valley 1", "1003 Valley 1"], await town.Members(Reorganising.Today));
        await town.Council.IsSound();
    }
}
