using Fairload.App.Surveys.Ballots;
using Fairload.Core.Surveys;

namespace Fairload.App.Tests.Surveys.Ballots;

/// <summary>The process that holds the store is killed while two hundred people send; bench/ does it 300 times.</summary>
public sealed class A_kill_while_people_answer
{
    private const int Times = 10;

    [Theory, ClassData(typeof(Engines))]
    public async Task Loses_no_acknowledged_ballot_doubles_none_and_halves_none(string engine)
    {
        var data = await MadeUpBallots.Data(engine);
        var (run, round) = await BallotKills.Run(data, typeof(A_kill_while_people_answer).Assembly.Location, Times);

        Assert.Equal(Times, run.Kills);
        Assert.Empty(run.Faults);
        Assert.InRange(run.Receipts.Count, 200, int.MaxValue);
        await using var store = new BallotStore(data, TimeProvider.System);
        foreach (var receipt in run.Receipts.Values) Assert.True(await store.IsCounted(round, receipt, default), receipt);
        Assert.True((await store.Close(round, "Ann Other", default)).Try(out var record, out _));
        Assert.Equal(run.Receipts.Count, record.Ballots);
        Assert.Equal(
            run.Receipts.Keys.Select(p => Convert.ToHexString(BallotBytes.Write(MadeUpBallots.Of(p).WithoutWords()))).Order(),
            (await store.Ballots(round, default)).Select(b => Convert.ToHexString(BallotBytes.Write(b))).Order());
        Assert.Equal(
            run.Receipts.Keys.Select(MadeUpBallots.Words).Order(StringComparer.Ordinal),
            (await store.Comments(round, default)).Select(c => c.Text).Order(StringComparer.Ordinal));
        await store.DisposeAsync();
        Directory.Delete(data.Path, recursive: true);
    }
}
