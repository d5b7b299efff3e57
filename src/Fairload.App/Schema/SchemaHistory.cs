using System.Reflection;
using Fairload.App.Backup;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Fairload.App.Schema;

/// <summary>The database knows scripts that this program does not.</summary>
public sealed class SchemaIsNewer(string script) : InvalidOperationException($"The database has seen {script}.")
{
    public string Script { get; } = script;
}

/// <summary>After the scripts a table had fewer rows than before them, or was gone; everything was taken back.</summary>
public sealed class SchemaLostRows(string table, long before, long after)
    : InvalidOperationException($"{table} had {before} rows and would have {after}.")
{
    public string Table { get; } = table;
    public long Before { get; } = before;
    public long After { get; } = after;
}

/// <summary>Brings a database up to date by running, in name order, the scripts it has not yet seen, all in one transaction.</summary>
public static class SchemaHistory
{
    private const string Folder = "Schema/";

    /// <summary>Refuses a database of a newer program, and takes everything back when a table would have fewer rows than before.</summary>
    public static async Task BringUpToDate(this FairloadDb db, CancellationToken stop) => await db.BringUpToDate(_ => true, stop);

    /// <param name="which">Which scripts there are; for tests, all of them in a program.</param>
    internal static async Task BringUpToDate(this FairloadDb db, Func<string, bool> which, CancellationToken stop) =>
        await db.Change(
            async () =>
            {
                // Two web nodes may start at once; the second waits here until the first has committed.
                if (db.Database.IsNpgsql()) await db.Database.ExecuteSqlRawAsync("select pg_advisory_xact_lock(5080)", stop);
                // Counting all rows takes its time, so it is done only where something is to change.
                var isBehind = await Seen(db, stop) is { Count: > 0 } seen && Outstanding(db, seen).Any(which);
                var before = isBehind ? await Counts(db, stop) : [];
                await db.RunScripts(which, stop);
                if (!isBehind) return default(Done);
                var after = await Counts(db, stop);
                foreach (var (table, rows) in before)
                    if (after.GetValueOrDefault(table) < rows) throw new SchemaLostRows(table, rows, after.GetValueOrDefault(table));
                return default(Done);
            },
            stop);

    /// <summary>The names of all scripts, of both engines.</summary>
    internal static IReadOnlyList<string> Names() => [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Select(n => n[Folder.Length..]).Order(StringComparer.Ordinal)];

    /// <summary>What the database has seen already; null for one that nobody has begun.</summary>
    internal static async Task<IReadOnlyList<string>?> Seen(FairloadDb db, CancellationToken stop)
    {
        var isThere = db.Database.IsNpgsql() ? "select to_regclass('schema_history') is not null as \"Value\""
            : "select exists (select 1 from sqlite_master where name = 'schema_history') as \"Value\"";
        return await db.Database.SqlQueryRaw<bool>(isThere).SingleAsync(stop)
            ? await db.Database.SqlQueryRaw<string>("select script as \"Value\" from schema_history order by script").ToListAsync(stop)
                : null;
    }

    /// <summary>The scripts that it has not seen yet.</summary>
    internal static IReadOnlyList<string> Outstanding(FairloadDb db, IReadOnlyList<string> seen) =>
        [.. Scripts(db).Select(s => s.Name).Except(seen, StringComparer.Ordinal)];

    /// <summary>Inside a change.</summary>
    internal static async Task RunScripts(this FairloadDb db, Func<string, bool> which, CancellationToken stop)
    {
        await db.Database.ExecuteSqlRawAsync("create table if not exists schema_history (script text not null primary key)", stop);
        var seen = (await Seen(db, stop))!;
        if (seen.Except(Names(), StringComparer.Ordinal).LastOrDefault() is { } unknown) throw new SchemaIsNewer(unknown);
        foreach (var (name, sql) in Scripts(db).Where(s => which(s.Name) && !seen.Contains(s.Name)))
        {
            await db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal)
                .Replace("}", "}}", StringComparison.Ordinal), stop);
            await db.Database.ExecuteSqlAsync($"insert into schema_history (script) values ({name})", stop);
        }
    }

    /// <summary>Rows of every table.</summary>
    private static async Task<Dictionary<string, long>> Counts(FairloadDb db, CancellationToken stop)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        var (connection, change) = (db.Database.GetDbConnection(), db.Database.CurrentTransaction!.GetDbTransaction());
        foreach (var table in await StoredTable.In(connection, change, stop))
        {
            var rows = await StoredTable.Rows(connection, change, $"select cast(count(*) as text) from \"{table.Name}\"", stop);
            counts[table.Name] = long.Parse(rows[0][0], System.Globalization.CultureInfo.InvariantCulture);
        }

        return counts;
    }

    /// <summary>Scripts for every engine, and those whose name ends in this engine's: <c>0004-audit.postgres.sql</c>.</summary>
    private static IEnumerable<(string Name, string Sql)> Scripts(FairloadDb db)
    {
        var other = db.Database.IsNpgsql() ? ".sqlite.sql" : ".postgres.sql";
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in Names().Where(n => !n.EndsWith(other, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(Folder + name)!);
            yield return (name, reader.ReadToEnd());
        }
    }
}
