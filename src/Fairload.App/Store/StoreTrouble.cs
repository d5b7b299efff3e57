using System.Data.Common;
using System.Net.Sockets;
using Fairload.App.Backup;
using Fairload.App.Schema;
using Fairload.App.Surveys.Ballots;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Fairload.App.Store;

/// <summary>What went wrong with the disk or the database server, in a sentence that says what to do; null for anything else.</summary>
public static class StoreTrouble
{
    private const int Full = 13;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int NotADatabase = 26;
    private const int CantOpen = 14;
    private const int ReadOnly = 8;
    private const int NoSpaceOnDevice = unchecked((int)0x8007001C);
    private const int NoSpaceOnUnix = 28;
    private const string FileOfTrouble = "Fairload.File";

    public static Problem? Explain(Exception e) => Chain(e).Select(One).FirstOrDefault(problem => problem is not null);

    /// <summary>Notes in which file it happened, where that is not the department's database: the fault itself does not know.</summary>
    /// <returns>Always false, so that it can be the condition of a catch which lets the fault pass.</returns>
    internal static bool Happened(this SqliteException e, string file)
    {
        e.Data[FileOfTrouble] = Path.GetFileName(file);
        return false;
    }

    private static string FileOf(Exception e) => e.Data[FileOfTrouble] as string ?? "fairload.db";

    private static IEnumerable<Exception> Chain(Exception? e)
    {
        for (; e is not null; e = e.InnerException) yield return e;
    }

    private static Problem? One(Exception e) => e switch
    {
        SqliteException { SqliteErrorCode: Full } => new("", $"The disk is full. Nothing of this change was stored. Make room and try again."),
        SqliteException { SqliteErrorCode: InputOutput } => new("", $"The disk could not be read or written. Nothing of this change was stored. Check the disk and try again."),
        SqliteException { SqliteErrorCode: Corrupt or NotADatabase } =>
            new("", $"The file {FileOf(e)} is damaged or is no database of ours. Put a backup in its place."),
        SqliteException { SqliteErrorCode: CantOpen or ReadOnly } => new("", $"The file {FileOf(e)} can not be opened for writing. Check who owns it and what you may do."),
        NoBackupBefore no => new("", $"The data are of an older Fairload and were not brought up to date, because no backup of them could be made first. {no.Why.Message}"),
        SchemaIsNewer newer =>
            new("", $"The data were last used by a newer Fairload, which knows {newer.Script}. Start that program, or restore a backup of before. Nothing was changed."),
        SchemaLostRows lost =>
            new("", $"The upgrade was taken back: the table {lost.Table} had {lost.Before} rows and would have {lost.After}. Nothing was changed. Start the program that you had before, and tell us."),
        RoundKeyMissing missing =>
            new("", $"The key file {missing.File} of this survey is not there. Put it back; nothing of this change was stored."),
        IOException { HResult: NoSpaceOnDevice or NoSpaceOnUnix } => new("", $"The disk is full. Nothing of this change was stored. Make room and try again."),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } =>
            new("", $"The database server's disk is full. Nothing of this change was stored."),
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } =>
            new("", $"The database server takes no changes now: it is set to be read only, or a standby. Nothing of this change was stored. Ask whoever runs it."),
        BallotRoleMissing missing =>
            new("", $"PostgreSQL does not let the role in fairload.json make the ballot store. As its administrator run: {missing.Remedy}. Or name a role of its own in ballotConnection."),
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
            new("", $"PostgreSQL refused the sign-in that fairload.json gives. Correct connection there."),
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
            new("", $"PostgreSQL has no such database. Make it, or correct connection in fairload.json."),
        NpgsqlException { InnerException: SocketException or IOException or TimeoutException } =>
            new("", $"PostgreSQL does not answer. Check that it runs and that connection in fairload.json says where."),
        DbException { IsTransient: true } => new("", $"The database is busy. Nothing of this change was stored. Try again in a minute."),
        _ => null,
    };
}
