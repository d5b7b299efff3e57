using System.Security.Cryptography;
using System.Text.Json;

namespace Fairload.App.Backup;

/// <summary>What a backup says of itself, so that whoever restores it can tell whether it is whole.</summary>
/// <param name="Format">Of the archive; a program refuses one that it does not know.</param>
/// <param name="Engine">On which the data lay: <c>sqlite</c> or <c>postgres</c>.</param>
/// <param name="Schema">The scripts that had made the database, without the engine in their names.</param>
/// <param name="BallotSchema">Of the ballot store; empty where there was none.</param>
/// <param name="OpenRounds">Whose answers it holds sealed, without the keys that open them.</param>
public sealed record BackupManifest(
    int Format, string Engine, DateTime MadeAt, string Council, IReadOnlyList<string> Schema, IReadOnlyList<string> BallotSchema,
    int OpenRounds, IReadOnlyList<BackupTable> Tables, IReadOnlyList<BackupFile> Files)
{
    public const int Today = 1;

    internal const string Entry = "manifest.json";
    internal const string Seal = "manifest.sha256";

    /// <summary>Tables that no backup holds: who is signed in is asked anew, and the scripts stand above.</summary>
    internal static readonly IReadOnlySet<string> LeftOut = new HashSet<string> { "session", "schema_history", "script_history" };

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public long Rows => Tables.Sum(t => t.Rows);

    internal byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    internal static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <param name="Store"><c>department</c> or <c>ballots</c>.</param>
/// <param name="Columns">Each with its kind: <c>reference:Text</c>.</param>
/// <param name="Sha256">Of all rows in the order of their key. The same rows have the same, on either engine.</param>
public sealed record BackupTable(string Store, string Name, IReadOnlyList<string> Columns, long Rows, string Sha256)
{
    internal const string Department = "department";
    internal const string Ballots = "ballots";

    internal string Entry => $"{Store}/{Name}.jsonl";
}

/// <summary>A file of the data directory.</summary>
public sealed record BackupFile(string Name, long Bytes, string Sha256)
{
    internal string Entry => $"files/{Name}";
}

/// <param name="Fingerprint">The SHA-256 of the whole file. Whoever keeps it apart can tell whether somebody changed the file.</param>
/// <param name="Trouble">What stood against noting it in the audit trail; null when it is noted.</param>
public sealed record BackupMade(string File, string Fingerprint, BackupManifest Manifest, Problem? Trouble);
