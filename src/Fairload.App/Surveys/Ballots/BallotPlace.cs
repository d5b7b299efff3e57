using Fairload.App.Store;

namespace Fairload.App.Surveys.Ballots;

/// <summary>Where the ballot store of a data directory lies: beside the database, and never in it.</summary>
internal static class BallotPlace
{
    public static string File(DataDirectory data) => Path.Combine(data.Path, "ballots.db");

    /// <summary>Throws away every round with all that is in it, and the keys. While nobody has the store open.</summary>
    public static async Task Empty(DataDirectory data, CancellationToken stop)
    {
        if (data.IsPostgres)
        {
            await using var engine = await Open(data, stop);
            await PostgresBallots.Empty(engine, stop);
        }
        else
        {
            foreach (var file in Directory.EnumerateFiles(data.Path, "ballots.db*")) System.IO.File.Delete(file);
        }

        new RoundKeys(data.Path).DestroyAll();
    }

    public static async Task<BallotEngine> Open(DataDirectory data, CancellationToken stop)
    {
        if (!data.IsPostgres) return await SqliteBallots.Open(File(data), stop);
        var own = data.Settings.BallotConnection;
        return await PostgresBallots.Open(own.Length > 0 ? own : data.Connection, own.Length > 0, stop);
    }
}
