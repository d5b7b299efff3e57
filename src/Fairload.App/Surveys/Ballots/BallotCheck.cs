using Fairload.App.Check;
using Fairload.App.Store;

namespace Fairload.App.Surveys.Ballots;

/// <summary>What must always be true of the ballot store, and what whoever starts the program has to hear of it.</summary>
public sealed class BallotCheck(DataDirectory data, BallotStore ballots)
{
    public async Task<IReadOnlyList<Invariant>> All(CancellationToken stop)
    {
        if (!await IsThere(stop)) return [];
        var unclosed = await ballots.Unclosed(stop);
        return
        [
            Of("The ballot store is whole", await (await ballots.Engine(stop)).Damage(stop)),
            Of(
                "Every round that is open has the key that opens its ballots, and the key of its codes",
                unclosed.Where(r => r.Row.State < BallotState.Opened && !HasKeys(r)).Select(r => r.Round.ToString())),
            Of("No close is broken off", unclosed.Where(r => r.Row.State != BallotState.Open).Select(r => r.Round.ToString())),
            Of("What is left of a closed round is what its signed record says", await Changed(stop)),
        ];
    }

    /// <summary>At each start: goes on with closes that were broken off, and tells of every round whose ballots could not be opened
    /// today.</summary>
    public async Task<IReadOnlyList<Problem>> AtStart(CancellationToken stop) =>
        await IsThere(stop) ? [.. await ballots.FinishCloses(stop), .. await Warnings(stop)] : [];

    internal async Task<IReadOnlyList<Problem>> Warnings(CancellationToken stop)
    {
        return
        [
            .. from round in await ballots.Unclosed(stop)
               where round.Row.State < BallotState.Opened && !HasKeys(round)
               select new Problem("round", $"The survey round {round.Round} can not be opened: its key files are not all in {RoundKeys.Folder}. Put them back before it closes; without them every answer is lost"),
        ];
    }

    /// <summary>A department that has never asked anybody has no store, and this makes none; on PostgreSQL it is made at the first
    /// start that may.</summary>
    private async Task<bool> IsThere(CancellationToken stop)
    {
        if (!data.IsPostgres) return File.Exists(BallotPlace.File(data));
        try
        {
            await ballots.Engine(stop);
            return true;
        }
        catch (BallotRoleMissing)
        {
            return false;
        }
    }

    private bool HasKeys((Id<Core.Surveys.Rounds.SurveyRound> Round, RoundRow Row) open) =>
        File.Exists(ballots.Keys.KeyFile(open.Round)) && File.Exists(ballots.Keys.CodesFile(open.Round));

    private async Task<IReadOnlyList<string>> Changed(CancellationToken stop)
    {
        var changed = new List<string>();
        foreach (var record in await ballots.Records(stop))
            if (!await ballots.Verify(record, stop)) changed.Add(record.Round.ToString());
        return [.. changed.Distinct()];
    }

    private static Invariant Of(string rule, IEnumerable<string> broken)
    {
        var found = broken.ToList();
        return new(rule, found.Count, [.. found.Take(10)]);
    }
}
