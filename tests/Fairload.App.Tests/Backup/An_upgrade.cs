using Fairload.App.Backup;
using Fairload.App.Schema;
using Fairload.App.Store;
using Fairload.App.Tests.Imports;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Backup;

public sealed class An_upgrade
{
    /// <summary>The last script of the program before: what it knew can be used by today's desks.</summary>
    internal const string Before = "0300";

    [Theory, ClassData(typeof(Engines))]
    public async Task Makes_a_backup_first_that_can_be_restored(string engine)
    {
        var data = await OldData(engine);

        var backup = await Upgrade.Run(data, TimeProvider.System, default);

        Assert.NotNull(backup);
        Assert.StartsWith(Path.Combine(data.Path, "backups", "before-"), backup, StringComparison.Ordinal);
        await using var db = new FairloadDb(data.DbOptions());
        Assert.Empty(SchemaHistory.Outstanding(db, (await SchemaHistory.Seen(db, default))!));
        Assert.Equal("kept", await Setting(db));
        var target = await Backups.Target(engine);
        Council.Good(await RestoreDesk.Restore(backup, target, null, default));
        await using var restored = new FairloadDb(MadeUpBallots.Open(target).DbOptions());
        Assert.Equal("kept", await Setting(restored));
        Assert.Null(await Upgrade.Run(data, TimeProvider.System, default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Of_data_that_a_newer_program_used_is_refused_and_changes_nothing(string engine)
    {
        var data = await OldData(engine);
        await using var db = new FairloadDb(data.DbOptions());
        await db.Database.ExecuteSqlRawAsync("insert into schema_history (script) values ('9999-tomorrow.sql')");
        var before = await SchemaHistory.Seen(db, default);

        var fault = await Assert.ThrowsAsync<SchemaIsNewer>(() => Upgrade.Run(data, TimeProvider.System, default));

        Assert.StartsWith("The data were last used by a newer Fairload, which knows 9999-tomorrow.sql.", StoreTrouble.Explain(fault)!.Message,
            StringComparison.Ordinal);
        Assert.Equal(before, await SchemaHistory.Seen(db, default));
        Assert.False(Directory.Exists(Path.Combine(data.Path, "backups")));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task That_would_lose_a_row_is_taken_back(string engine)
    {
        var data = await OldData(engine);
        await using var db = new FairloadDb(data.DbOptions());
        await db.Database.ExecuteSqlRawAsync(engine == "sqlite"
            ? "create trigger eats after insert on schema_history begin delete from setting where name = 'kept'; end"
            : "create function eats() returns trigger language plpgsql as $$ begin delete from setting where name = 'kept'; return null; end $$; " +
                "create trigger eats after insert on schema_history for each row execute function eats()");

        var fault = await Assert.ThrowsAsync<SchemaLostRows>(() => Upgrade.Run(data, TimeProvider.System, default));

        Assert.Equal("setting", fault.Table);
        Assert.Contains("taken back", StoreTrouble.Explain(fault)!.Message, StringComparison.Ordinal);
        Assert.Equal("kept", await Setting(db));
        Assert.NotEmpty(SchemaHistory.Outstanding(db, (await SchemaHistory.Seen(db, default))!));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_not_begun_when_no_backup_can_be_made(string engine)
    {
        var data = await OldData(engine);
        Directory.CreateDirectory(Path.Combine(data.Path, "backups"));
        await using var db = new FairloadDb(data.DbOptions());
        var first = SchemaHistory.Outstanding(db, (await SchemaHistory.Seen(db, default))!)[0].Split('-')[0];
        Directory.CreateDirectory(Path.Combine(data.Path, "backups", $"before-{first}.backup.part"));

        var fault = await Assert.ThrowsAsync<NoBackupBefore>(() => Upgrade.Run(data, TimeProvider.System, default));

        Assert.Contains("were not brought up to date", StoreTrouble.Explain(fault)!.Message, StringComparison.Ordinal);
        Assert.NotEmpty(SchemaHistory.Outstanding(db, (await SchemaHistory.Seen(db, default))!));
    }

    /// <summary>As the program before this one left them, with a row to lose.</summary>
    internal static async Task<DataDirectory> OldData(string engine)
    {
        var data = await MadeUpBallots.Data(engine);
        await using var db = new FairloadDb(data.DbOptions());
        await db.BringUpToDate(name => string.CompareOrdinal(name, Before) < 0, default);
        await db.Database.ExecuteSqlRawAsync("insert into setting (name, value) values ('kept', 'kept')");
        return data;
    }

    internal static async Task<string?> Setting(FairloadDb db) =>
        (await db.Database.SqlQueryRaw<string>("select value as \"Value\" from setting where name = 'kept'").ToListAsync())
            .SingleOrDefault();
}
