using System.IO.Compression;
using Fairload.App.Backup;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Backup;

public sealed class A_backup
{
    public static TheoryData<string, string> FromTo { get; } = new()
    {
        { "sqlite", "sqlite" }, { "sqlite", "postgres" }, { "postgres", "postgres" }, { "postgres", "sqlite" },
    };

    [Theory, MemberData(nameof(FromTo))]
    public async Task That_is_restored_on_either_engine_has_every_row_and_every_ballot(string from, string to)
    {
        await using var council = await Backups.Council(from);
        var path = Backups.Path();
        var made = await Backups.Make(council, path);
        var target = await Backups.Target(to);

        var restored = Council.Good(await RestoreDesk.Restore(path, target, made.Fingerprint, default));

        Assert.Equal(Backups.Lines(made.Manifest), Backups.Lines(restored));
        // PostgreSQL rounds the percentages of old loads to the six places that their column has.
        var rounded = from == "sqlite" && to == "postgres" ? "load_snapshot" : "";
        Assert.Equal(Backups.Lines(made.Manifest, rounded), Backups.Lines(await Backups.Again(target), rounded));
        var rows = made.Manifest.Tables.ToDictionary(t => $"{t.Store}/{t.Name}", t => t.Rows);
        Assert.Equal((3, 20, Backups.Answered), (rows["department/import_run"], rows["ballots/code"], rows["ballots/sealed"]));
        await using var db = new FairloadDb(MadeUpBallots.Open(target).DbOptions());
        Assert.Equal(await council.Db(c => c.Cases.CountAsync()), await db.Cases.CountAsync());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task That_is_restored_still_refuses_what_the_database_refused(string engine)
    {
        await using var council = await Backups.Council(engine);
        var path = Backups.Path();
        await Backups.Make(council, path);
        var second = Backups.Path();
        await Backups.Make(council, second);
        var target = await Backups.Target(engine);
        Council.Good(await RestoreDesk.Restore(second, target, null, default));

        await using var db = new FairloadDb(MadeUpBallots.Open(target).DbOptions());
        Assert.True(await db.Set<AuditEntry>().AnyAsync());
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync("delete from audit_entry"));
        var orphan = "insert into case_event (id, case_id, kind, happened_on, version) values " +
            "('0192d1f0-0000-7000-8000-000000000001', '0192d1f0-0000-7000-8000-000000000002', 'Referral', '2026-11-01', 0)";
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync(orphan));
        var trail = new Audit.AuditTrail(db, TimeProvider.System);
        await trail.Read(Reader.AtTheMachine, "case", "1", default);
        Assert.Equal(AuditAction.Read, (await db.Set<AuditEntry>().OrderBy(e => e.Sequence).LastAsync()).Action);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Made_while_people_write_is_of_one_moment(string engine)
    {
        await using var council = await Backups.Council(engine);
        using var enough = new CancellationTokenSource();
        foreach (var writer in Enumerable.Range(0, 4)) await Once(council, writer, "begun");
        var writers = Enumerable.Range(0, 4).Select(w => Task.Run(() => Write(council, w, enough.Token))).ToList();
        var paths = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            paths.Add(Backups.Path());
            await Backups.Make(council, paths[^1]);
        }

        await enough.CancelAsync();
        await Task.WhenAll(writers);
        foreach (var path in paths)
        {
            var target = await Backups.Target(engine);
            Council.Good(await RestoreDesk.Restore(path, target, null, default));
            await using var db = new FairloadDb(MadeUpBallots.Open(target).DbOptions());
            var sums = await db.Database.SqlQueryRaw<string>("select value as \"Value\" from setting where name like 'left-%' order by name")
                .ToListAsync();
            var others = await db.Database.SqlQueryRaw<string>("select value as \"Value\" from setting where name like 'right-%' order by name")
                .ToListAsync();
            Assert.Equal(sums, others);
            Assert.Equal(4, sums.Count);
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Holds_no_key_of_a_round_no_session_no_letter_and_no_password_of_the_database(string engine)
    {
        await using var council = await Backups.Council(engine);
        await File.WriteAllTextAsync(Path.Combine(council.Data.Path, "outbox", "a.eml"), "Your code is ABCD");
        var path = Backups.Path();
        var made = await Backups.Make(council, path);

        Assert.Equal(1, made.Manifest.OpenRounds);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(council.Data.Path, "keys", "rounds")));
        using var archive = ZipFile.OpenRead(path);
        var names = archive.Entries.Select(e => e.FullName).ToList();
        Assert.DoesNotContain(names, n => n.Contains("rounds", StringComparison.Ordinal) || n.Contains("outbox", StringComparison.Ordinal)
            || n == "department/session.jsonl");
        using var settings = new StreamReader(archive.GetEntry("files/fairload.json")!.Open());
        Assert.DoesNotContain("Host=", await settings.ReadToEndAsync(), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Of_a_council_whose_clock_was_set_back_says_the_hour_that_the_machine_says(string engine)
    {
        await using var council = await Backups.Council(engine);
        var first = await Backups.Make(council, Backups.Path());
        council.Clock.Pass(TimeSpan.FromDays(-3653));
        var path = Backups.Path();
        var second = await Backups.Make(council, path);

        Assert.True(second.Manifest.MadeAt < first.Manifest.MadeAt);
        var target = await Backups.Target(engine);
        Assert.Equal(Backups.Lines(second.Manifest), Backups.Lines(Council.Good(await RestoreDesk.Restore(path, target, null, default))));
    }

    /// <summary>Two settings that are always the same, in one change.</summary>
    private static async Task Write(Council council, int writer, CancellationToken enough)
    {
        for (var i = 0; !enough.IsCancellationRequested; i++) await Once(council, writer, $"{i}");
    }

    private static Task<Done> Once(Council council, int writer, string said) => council.Db(db => db.Change(
        async () =>
        {
            foreach (var side in new[] { $"left-{writer}", $"right-{writer}" })
            {
                await db.Database.ExecuteSqlAsync(
                    $"insert into setting (name, value) values ({side}, {said}) on conflict (name) do update set value = excluded.value");
            }

            return default(Done);
        },
        default));
}
