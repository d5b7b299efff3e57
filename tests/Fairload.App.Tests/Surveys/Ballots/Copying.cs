using System.Buffers.Binary;
using Fairload.App.Surveys.Ballots;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Fairload.App.Tests.Surveys.Ballots;

/// <summary>Takes copies of the store as somebody does who can read the disk and the databases, but not the key directory.</summary>
internal sealed class Copying(A_ballot_box box, string engine)
{
    private static readonly string[] Tables = ["round", "code", "seal", "sealed", "keyed", "ballot", "comment"];

    public async Task<Copied> Now(IReadOnlyList<string> marks)
    {
        if (engine == "sqlite") return OfFiles([.. Files()], marks);
        var engineNow = await box.Store.Engine(default);
        return await engineNow.Change(
            async change => new Copied(
                await change.All("select hash, used from code order by ctid", r =>
                    new CodeSeen(Convert.ToHexString(r.Bytes(0)), r.GetInt32(1) > 0)),
                await change.All("select ballot_key, bytes from sealed order by ctid", r =>
                    new SealedSeen(Convert.ToHexString(r.Bytes(0)), r.Bytes(1))),
                await Dump(change), marks),
            default);
    }

    /// <summary>What an ordinary server may be doing at the moment of a close: its planner has looked at every column, and somebody
    /// elsewhere in the database still looks at how things were.</summary>
    public async Task<NpgsqlConnection?> WithAnOldLook()
    {
        if (engine == "sqlite") return null;
        await (await box.Store.Engine(default)).Change(
            change => change.Run("analyze code; analyze seal; analyze sealed; analyze keyed"), default);
        var look = new NpgsqlConnection(box.Data.Connection);
        await look.OpenAsync();
        await using var begin = new NpgsqlCommand("begin isolation level repeatable read; select count(*) from pg_class", look);
        await begin.ExecuteNonQueryAsync();
        return look;
    }

    /// <summary>The whole history that one copy tells.</summary>
    public async Task<IReadOnlyList<Joined>> FromOneCopy()
    {
        if (engine == "sqlite") return FromTheLog();
        var engineNow = await box.Store.Engine(default);
        return await engineNow.Change(
            change => change.All(
                "select c.hash, s.ballot_key from code c join sealed s on s.xmin::text = c.xmin::text where c.used = 1 order by s.ctid",
                r => new Joined(Convert.ToHexString(r.Bytes(0)), Convert.ToHexString(r.Bytes(1)))),
            default);
    }

    /// <summary>All that is left on the disk or in tables after the close, raw.</summary>
    public async Task<IReadOnlyList<byte[]>> Left()
    {
        if (engine == "sqlite") return [.. Directory.GetFiles(box.Data.Path, "*", SearchOption.AllDirectories).Select(File.ReadAllBytes)];
        var engineNow = await box.Store.Engine(default);
        var rows = await engineNow.Change(Dump, default);
        return [.. rows, .. await FilesOfTheServer()];
    }

    /// <summary>The server's own files of this database, where the test may read them.</summary>
    private async Task<IReadOnlyList<byte[]>> FilesOfTheServer()
    {
        await using var main = new NpgsqlConnection(box.Data.Connection);
        await main.OpenAsync();
        await using var checkpoint = new NpgsqlCommand("checkpoint", main);
        await checkpoint.ExecuteNonQueryAsync();
        await using var where = new NpgsqlCommand(
            "select current_setting('data_directory') || '/base/' || oid from pg_database where datname = current_database()", main);
        var folder = (string)(await where.ExecuteScalarAsync())!;
        try
        {
            return [.. Directory.EnumerateFiles(folder).Select(File.ReadAllBytes)];
        }
        catch (Exception e) when (e is UnauthorizedAccessException or DirectoryNotFoundException)
        {
            return [];
        }
    }

    private static async Task<IReadOnlyList<byte[]>> Dump(System.Data.Common.DbTransaction change)
    {
        var rows = new List<byte[]>();
        foreach (var table in Tables)
        {
            rows.AddRange(await change.All(
                "select * from " + table,
                r => Enumerable.Range(0, r.FieldCount).SelectMany(c => r.GetValue(c) switch
                {
                    byte[] bytes => bytes,
                    string text => System.Text.Encoding.UTF8.GetBytes(text),
                    var other => System.Text.Encoding.UTF8.GetBytes($"{other}"),
                }).ToArray()));
        }

        return rows;
    }

    private IEnumerable<(string Name, byte[] Bytes)> Files() =>
        Directory.EnumerateFiles(box.Data.Path, "ballots.db*").Select(f => (Path.GetFileName(f), Shared(f)));

    private static Copied OfFiles(IReadOnlyList<(string Name, byte[] Bytes)> files, IReadOnlyList<string> marks)
    {
        var folder = Directory.CreateTempSubdirectory("fairload-copied-").FullName;
        foreach (var (name, bytes) in files.Where(f => !f.Name.EndsWith("-shm", StringComparison.Ordinal)))
            File.WriteAllBytes(Path.Combine(folder, name), bytes);
        using (var copy = new SqliteConnection($"Data Source={Path.Combine(folder, "ballots.db")};Pooling=False"))
        {
            copy.Open();
            var copied = new Copied(
                Rows(copy, "select hash, used from code", r => new CodeSeen(Convert.ToHexString((byte[])r[0]), (long)r[1] > 0)),
                Rows(copy, "select ballot_key, bytes from sealed", r => new SealedSeen(Convert.ToHexString((byte[])r[0]), (byte[])r[1])),
                [.. files.Select(f => f.Bytes)], marks);
            copy.Close();
            Directory.Delete(folder, recursive: true);
            return copied;
        }
    }

    /// <summary>Each commit in the log is a copy of its own: cut the log behind it and open what there is.</summary>
    private IReadOnlyList<Joined> FromTheLog()
    {
        var files = Files().ToDictionary(f => f.Name, f => f.Bytes);
        var log = files["ballots.db-wal"];
        var page = 24 + (int)BinaryPrimitives.ReadUInt32BigEndian(log.AsSpan(8));
        var commits = Enumerable.Range(1, (log.Length - 32) / page).Select(n => 32 + (n * page))
            .Where(end => BinaryPrimitives.ReadUInt32BigEndian(log.AsSpan(end - page + 4)) > 0);
        var states = commits.Select(end => OfFiles([("ballots.db", files["ballots.db"]), ("ballots.db-wal", log[..end])], []))
            .SkipWhile(s => s.Codes.Count == 0).ToList();
        return new JoinAttacker(new Dictionary<string, string>(), [], states, []).Joins();
    }

    private static List<T> Rows<T>(SqliteConnection copy, string sql, Func<SqliteDataReader, T> row)
    {
        using var command = copy.CreateCommand();
        command.CommandText = $"select count(*) from sqlite_master where name = '{sql.Split(' ')[^1]}'";
        if ((long)command.ExecuteScalar()! == 0) return [];
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var all = new List<T>();
        while (reader.Read()) all.Add(row(reader));
        return all;
    }

    private static byte[] Shared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
