using System.Data.Common;
using System.Text.Json;
using Fairload.Core.Surveys;

namespace Fairload.App.Surveys.Ballots;

/// <summary>How far a round of the store has come. Each step is taken once; a close that was broken off goes on from where it
/// was.</summary>
internal enum BallotState
{
    Open,

    /// <summary>No more ballots; they are still sealed.</summary>
    Closing,

    /// <summary>Opened and written in random order; what was deleted still lies in the files.</summary>
    Opened,

    Closed,
}

/// <summary>What the store knows of a round.</summary>
internal sealed record RoundRow(BallotState State, BallotRules Rules, bool IsUnlocked, byte[] PublicKey, string? ClosedBy, string? Record)
{
    private const string Columns =
        "select state, floor, invited, kiosk, unlocked, slot, service_question, services, public_key, closed_by, record from round where id = @id";

    /// <param name="lockAs">How the engine keeps the row until the end of the change.</param>
    public static async Task<RoundRow?> Find(DbTransaction change, byte[] round, string lockAs) =>
        (await change.All(Columns + lockAs, Read, ("id", round))).SingleOrDefault();

    public static Task<int> Add(DbTransaction change, byte[] round, BallotRules rules, byte[] publicKey) => change.Run(
        """
        insert into round (id, state, floor, invited, kiosk, unlocked, slot, service_question, services, public_key)
        values (@id, 0, @floor, @invited, @kiosk, 0, @slot, @question, @services, @key)
        """,
        ("id", round), ("floor", rules.Floor), ("invited", rules.Invited), ("kiosk", rules.IsKiosk ? 1 : 0), ("slot", rules.Slot.KiB),
        ("question", rules.ServiceQuestion), ("services", Written(rules)), ("key", publicKey));

    /// <summary>The same but for a floor that may be higher.</summary>
    public bool AllowsRules(BallotRules rules) =>
        rules.Floor >= Rules.Floor && rules.Invited == Rules.Invited && rules.IsKiosk == Rules.IsKiosk && rules.Slot == Rules.Slot
        && rules.ServiceQuestion == Rules.ServiceQuestion && Written(rules) == Written(Rules);

    private static string Written(BallotRules rules) =>
        JsonSerializer.Serialize(new SortedDictionary<string, string>(rules.Services.ToDictionary(), StringComparer.Ordinal));

    private static RoundRow Read(DbDataReader row) => new(
        (BallotState)row.GetInt32(0),
        new(
            row.GetInt32(2), row.GetInt32(1), row.GetInt32(3) == 1, new(row.GetInt32(5)), row.IsDBNull(6) ? null : row.GetString(6),
            JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString(7))!),
        row.GetInt32(4) == 1, row.Bytes(8), row.IsDBNull(9) ? null : row.GetString(9), row.IsDBNull(10) ? null : row.GetString(10));
}
