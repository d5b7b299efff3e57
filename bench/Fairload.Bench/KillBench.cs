using System.Diagnostics;
using System.Globalization;
using Fairload.App.Surveys.Ballots;
using Fairload.Testing;

namespace Fairload.Bench;

/// <summary>Kills the process that holds the ballots, so many times, while 200 clients send; then every acknowledged ballot has to be there
/// once and whole.</summary>
internal static class KillBench
{
    public static async Task<int> Run(string[] args)
    {
        var kills = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 300;
        var engine = args.Length > 1 ? args[1] : "sqlite";
        var data = await MadeUpBallots.Data(engine);
        var watch = Stopwatch.StartNew();
        var (run, round) = await BallotKills.Run(data, typeof(KillBench).Assembly.Location, kills);
        await using var store = new BallotStore(data, TimeProvider.System);
        var lost = 0;
        foreach (var receipt in run.Receipts.Values) lost += await store.IsCounted(round, receipt, default) ? 0 : 1;
        if (!(await store.Close(round, "bench", default)).Try(out var record, out var problems))
            throw new InvalidOperationException(problems[0].Message);

        Console.WriteLine($"{engine}: {run.Kills} kills in {watch.Elapsed.TotalSeconds:0} s; {run.Receipts.Count} acknowledged, {lost} lost, "
            + $"{record.Ballots} ballots opened, {run.Faults.Count} wrong answers, record verified: {await store.Verify(record, default)}");
        var isRight = lost == 0 && run.Faults.Count == 0 && record.Ballots == run.Receipts.Count;
        Directory.Delete(data.Path, recursive: true);
        return isRight ? 0 : 1;
    }
}
