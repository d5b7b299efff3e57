using Fairload.App.Backup;
using Fairload.App.DataProtection;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.DataProtection;

public sealed class Ones_own_data
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Are_every_row_that_names_the_person_and_nobody_elses(string engine)
    {
        await using var council = await Backup.Backups.Council(engine);
        var grace = await council.Db(db => db.Workers.SingleAsync(w => w.StaffNumber == "1001"));
        var account = Council.Good(Account.Open("grace@example.gov.uk", grace.Name, grace.Id, council.Clock.GetUtcNow().UtcDateTime));
        account.SetPassword("a secret hash", council.Clock.GetUtcNow().UtcDateTime);
        await council.Db(db => db.Change(
            () =>
            {
                db.Add(account);
                return Task.FromResult(default(Done));
            },
            default));
        var reader = new Reader(grace.Name, grace.Id, [new(Role.Practitioner)], account.Id);

        var mine = (await council.Ask((PersonDataDesk desk) => desk.Mine(reader, default)))!;

        var counts = mine.Tables.ToDictionary(t => t.Table, t => t.Rows.Count);
        Assert.Equal((1, 1), (counts["worker"], counts["account"]));
        Assert.Equal(await council.Db(db => db.Assignments.CountAsync(a => a.WorkerId == grace.Id)), counts["assignment"]);
        Assert.Equal(await council.Db(db => db.Set<Core.Caseload.LoadSnapshot>().CountAsync(a => a.WorkerId == grace.Id)),
            counts["load_snapshot"]);
        var all = string.Join(" ", mine.Tables.SelectMany(t => t.Rows.SelectMany(r => r)));
        Assert.Contains("Grace Adeyemi", all, StringComparison.Ordinal);
        Assert.DoesNotContain("a secret hash", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Bevan", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Okafor", all, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Go_to_whoever_answers_a_request_without_what_is_the_persons_alone(string engine)
    {
        await using var council = await Backup.Backups.Council(engine);
        var grace = await council.Db(db => db.Workers.SingleAsync(w => w.StaffNumber == "1001"));
        await council.Db(async db =>
        {
            await db.Database.OpenConnectionAsync();
            var key = engine == "sqlite" ? grace.Id.ToString().ToUpperInvariant() : grace.Id.ToString();
            var insert = $"insert into own_group (worker_id, question, option) values ('{key}', 'sex', 'female')";
            await StoredTable.Run(db.Database.GetDbConnection(), null, insert, default);
            return default(Done);
        });

        var asked = (await council.Ask((PersonDataDesk desk) => desk.Of("1001", Reader.AtTheMachine, default)))!;
        Assert.DoesNotContain(asked.Tables, t => t.Table == "own_group");
        Assert.Contains(asked.Tables, t => t.Table == "assignment");
        Assert.Null(await council.Ask((PersonDataDesk desk) => desk.Of("9999", Reader.AtTheMachine, default)));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => council.Ask(
            (PersonDataDesk desk) => desk.Of("1001", new("A manager", null, [new(Role.Director)]), default)));
        var subject = grace.Id.ToString();
        Assert.Equal(1, await council.Db(db => db.Set<AuditEntry>()
            .CountAsync(e => e.Action == AuditAction.Exported && e.SubjectId == subject)));
    }
}
