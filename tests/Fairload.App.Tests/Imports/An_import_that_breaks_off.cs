using System.Data.Common;
using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore.Diagnostics;

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

        var broken = 0;
        for (var at = 1; ; at++)
        {
            fault.After(at);
            try
            {
                Council.Good(await council.Confirm(look, closeMissing: true));
                break;
            }
            catch (Exception e) when (e is DemonstrationException or { InnerException: DemonstrationException })
            {
                broken++;
            }

            fault.Mend();
            Assert.Equal(before, await council.Dump());
        }

        fault.Mend();
        Assert.True(broken > 5, $"It broke only {broken} times.");
        Assert.NotEqual(before, await council.Dump());
        await council.IsSound();
    }

    private sealed class DemonstrationException() : Exception("The database is gone.");

    /// <summary>Lets some statements through and refuses the next that changes anything.</summary>
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
