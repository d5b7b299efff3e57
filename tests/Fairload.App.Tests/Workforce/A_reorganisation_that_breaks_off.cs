using System.Data.Common;
using Fairload.App.Tests.Imports;
using Fairload.Core.Workforce.Reorganisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

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

        var broken = 0;
        for (var at = 1; ; at++)
        {
            fault.After(at);
            try
            {
                Council.Good(await town.TryApply(one));
                break;
            }
            catch (Exception e) when (e is DemonstrationException or { InnerException: DemonstrationException })
            {
                broken++;
            }

            fault.Mend();
            Assert.Equal(before, await town.Council.Dump());
        }

        fault.Mend();
        Assert.True(broken > 15, $"It broke only {broken} times.");
        Assert.Equal(
            ReorganisationState.Applied, (await town.Council.Db(db => db.Set<Reorganisation>().AsNoTracking().SingleAsync())).State);
        Assert.Equal(["1001 Valley 1", "1002 Valley 1", "1003 Valley 1"], await town.Members(Reorganising.Today));
        await town.Council.IsSound();
    }

    private sealed class DemonstrationException() : Exception("The database is gone.");

    /// <summary>Lets some statements through and refuses the next.</summary>
    private sealed class Fault : DbCommandInterceptor
    {
        private int _left = int.MaxValue;

        public void After(int statements) => _left = statements;

        public void Mend() => _left = int.MaxValue;

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Count();
            return new(result);
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default)
        {
            Count();
            return new(result);
        }

        private void Count()
        {
            if (_left != int.MaxValue && --_left < 0) throw new DemonstrationException();
        }
    }
}
