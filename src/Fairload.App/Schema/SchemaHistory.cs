using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Schema;

/// <summary>Brings a database up to date by running, in name order, the scripts it has not yet seen, all in one transaction.</summary>
public static class SchemaHistory
{
    public static async Task BringUpToDate(this FairloadDb db, CancellationToken stop) =>
        await db.Change(
            async () =>
            {
                // Two web nodes may start at once; the second waits here until the first has committed.
                if (db.Database.IsNpgsql()) await db.Database.ExecuteSqlRawAsync("select pg_advisory_xact_lock(5080)", stop);
                await db.Database.ExecuteSqlRawAsync("create table if not exists schema_history (script text not null primary key)", stop);
                var seen = await db.Database.SqlQueryRaw<string>("select script as \"Value\" from schema_history").ToListAsync(stop);

                foreach (var (name, sql) in Scripts(db).Where(s => !seen.Contains(s.Name)))
                {
                    await db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal)
                        .Replace("}", "}}", StringComparison.Ordinal), stop);
                    await db.Database.ExecuteSqlAsync($"insert into schema_history (script) values ({name})", stop);
                }

                return default(Done);
            },
            stop);

    /// <summary>Scripts for every engine, and those whose name ends in this engine's: <c>0004-audit.postgres.sql</c>.</summary>
    private static IEnumerable<(string Name, string Sql)> Scripts(FairloadDb db)
    {
        var other = db.Database.IsNpgsql() ? ".sqlite.sql" : ".postgres.sql";
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("Schema/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal))
        {
            if (name.EndsWith(other, StringComparison.Ordinal)) continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name["Schema/".Length..], reader.ReadToEnd());
        }
    }
}
