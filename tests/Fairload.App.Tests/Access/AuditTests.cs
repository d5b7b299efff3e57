using Fairload.Core.Access;
using Microsoft.EntityFrameworkCore;
using static Fairload.App.Tests.Access.TheDesks;

namespace Fairload.App.Tests.Access;

public sealed class The_audit_trail
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Can_be_neither_changed_nor_deleted(string engine)
    {
        await using var desks = await Over(engine);
        await desks.Audit.Read(Reader.AtTheMachine, "case", "1", default);

        string[] attacks = engine == "sqlite"
            ? ["update audit_entry set who = 'x'", "delete from audit_entry",
                "insert or replace into audit_entry select sequence, id, at, account_id, 'x', action, subject_kind, subject_id, detail from audit_entry"]
            : ["update audit_entry set who = 'x'", "delete from audit_entry", "truncate audit_entry"];
        foreach (var sql in attacks)
        {
            var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => desks.Db.Database.ExecuteSqlRawAsync(sql));
            Assert.Contains("The audit trail can not be", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal("at the machine", (await desks.Trail()).Single().Who);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_written_with_the_change_or_not_at_all(string engine)
    {
        await using var desks = await Over(engine);
        await Assert.ThrowsAsync<InvalidOperationException>(() => desks.Db.Change<Done>(
            async () =>
            {
                await desks.Audit.Note(Reader.AtTheMachine, AuditAction.Scored, "case", "1", default);
                await desks.Db.SaveChangesAsync();
                throw new InvalidOperationException("the change fails");
            },
            default));

        Assert.Empty(await desks.Again().Trail());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Tells_of_an_account_from_invitation_to_signing_out(string engine)
    {
        await using var desks = await Over(engine);
        var (id, session) = await desks.Somebody("ana@example.gov.uk", new Grant(Role.Administrator));
        await desks.Sessions.SignOut((await desks.Sessions.Find(session.Token, default))!, default);
        Says(await desks.SignIn.TryPassword("ana@example.gov.uk", "wrong", AtHome, default));

        var trail = await desks.Trail();
        Assert.Equal(
            [
                AuditAction.AccountInvited, AuditAction.GrantGiven, AuditAction.PasswordChanged, AuditAction.SignedIn,
                AuditAction.SecondFactorChanged, AuditAction.SignedIn, AuditAction.SignedOut, AuditAction.SignInRefused,
            ],
            trail.Select(e => e.Action));
        Assert.All(trail, e => Assert.Equal(("account", id.ToString()), (e.SubjectKind, e.SubjectId)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_looked_through_by_day_deed_and_kind_newest_first_fifty_at_a_time(string engine)
    {
        await using var desks = await Over(engine);
        var summer = new StoppedClock(new(2026, 7, 1, 22, 30, 0, TimeSpan.Zero));
        var audit = new Fairload.App.Audit.AuditTrail(desks.Db, summer);
        await audit.Read(Reader.AtTheMachine, "worker", "late on the first", default);
        summer.Pass(TimeSpan.FromHours(1));
        for (var n = 0; n < 60; n++) await audit.Read(Reader.AtTheMachine, "case", $"{n}", default);
        await audit.Note(Reader.AtTheMachine, AuditAction.Exported, "case", "60", default);

        // In summer the UK day begins at 23:00 UTC.
        Assert.Equal("late on the first", (await audit.Look(new(2026, 7, 1), null, null, 1, default)).Entries.Single().SubjectId);
        var second = await audit.Look(new(2026, 7, 2), null, null, 1, default);
        Assert.Equal((61, 50, 2, "60"), (second.Count, second.Entries.Count, second.Pages, second.Entries[0].SubjectId));
        Assert.Equal("0", (await audit.Look(new(2026, 7, 2), null, null, 99, default)).Entries[^1].SubjectId);
        Assert.Equal(60, (await audit.Look(null, AuditAction.Read, "case", 1, default)).Count);
        Assert.Equal(0, (await audit.Look(new(2026, 6, 30), null, null, 1, default)).Count);
    }
}
