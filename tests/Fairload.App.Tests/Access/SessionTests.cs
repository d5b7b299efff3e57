using Fairload.Core.Access;
using Microsoft.EntityFrameworkCore;
using static Fairload.App.Tests.Access.TheDesks;

namespace Fairload.App.Tests.Access;

public sealed class A_session
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Loses_a_role_on_the_next_request(string engine)
    {
        await using var desks = await Over(engine);
        var (id, session) = await desks.Somebody("ana@example.gov.uk", new Grant(Role.Analyst));
        var grant = (await desks.Accounts.Find(id, default))!.Account.Grants.Single();

        Good(await desks.Again().Accounts.Take(Reader.AtTheMachine, id, grant.Id, default));

        var who = await desks.Again().Sessions.Find(session.Token, default);
        Assert.False(who!.Reader.May(Permission.Import));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_gone_when_the_account_is_disabled(string engine)
    {
        await using var desks = await Over(engine);
        var (id, session) = await desks.Somebody("ana@example.gov.uk");

        Good(await desks.Again().Accounts.Disable(Reader.AtTheMachine, id, true, default));

        Assert.Null(await desks.Again().Sessions.Find(session.Token, default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_gone_after_signing_out(string engine)
    {
        await using var desks = await Over(engine);
        var (_, session) = await desks.Somebody("ana@example.gov.uk");
        await desks.Sessions.SignOut((await desks.Sessions.Find(session.Token, default))!, default);

        Assert.Null(await desks.Again().Sessions.Find(session.Token, default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Ends_when_idle_and_when_old(string engine)
    {
        await using var desks = await Over(engine);
        var (_, session) = await desks.Somebody("ana@example.gov.uk");
        var begun = desks.Clock.GetUtcNow();

        for (var n = 0; n < 13; n++)
        {
            desks.Clock.Pass(TimeSpan.FromMinutes(54));
            Assert.NotNull(await desks.Again().Sessions.Find(session.Token, default));
        }

        desks.Clock.Pass(TimeSpan.FromMinutes(20));
        Assert.True(desks.Clock.GetUtcNow() - begun > TimeSpan.FromHours(12) - TimeSpan.FromMinutes(5));
        Assert.Null(await desks.Again().Sessions.Find(session.Token, default));

        var (_, idle) = await desks.Somebody("tom@example.gov.uk");
        desks.Clock.Pass(TimeSpan.FromMinutes(60));
        Assert.Null(await desks.Again().Sessions.Find(idle.Token, default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Writes_that_it_was_seen_once_a_minute(string engine)
    {
        await using var desks = await Over(engine);
        var (id, session) = await desks.Somebody("ana@example.gov.uk");
        var begun = await Seen();

        desks.Clock.Pass(TimeSpan.FromSeconds(-31));
        await desks.Sessions.Find(session.Token, default);
        Assert.Equal(begun, await Seen());

        desks.Clock.Pass(TimeSpan.FromSeconds(31));
        await desks.Sessions.Find(session.Token, default);
        Assert.Equal(begun.AddSeconds(90), await Seen());

        Task<DateTime> Seen() => desks.Db.Set<Session>().Where(s => s.AccountId == id).Select(s => s.LastSeenAt).SingleAsync();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Ends_everywhere_else_when_the_password_is_changed(string engine)
    {
        await using var desks = await Over(engine);
        var (id, here) = await desks.Somebody("ana@example.gov.uk");
        var step = Good(await desks.SignIn.TryPassword("ana@example.gov.uk", Password, AtHome, default));
        var there = Good(await desks.SignIn.TryCode(step, await desks.Code(id), AtHome, default));
        desks.Clock.Pass(TimeSpan.FromSeconds(1));

        var who = (await desks.Sessions.Find(here.Token, default))!;
        Assert.StartsWith("Your current password",
            Says(await desks.Factors.ChangePassword(who, "wrong", "walrus tin piano", AtHome, default)), StringComparison.Ordinal);
        var renewed = Good(await desks.Factors.ChangePassword(who, Password, "walrus tin piano", AtHome, default));

        Assert.Null(await desks.Again().Sessions.Find(here.Token, default));
        Assert.Null(await desks.Again().Sessions.Find(there.Token, default));
        Assert.NotNull(await desks.Again().Sessions.Find(renewed.Token, default));
        Says(await desks.SignIn.TryPassword("ana@example.gov.uk", Password, AtHome, default));
        Good(await desks.SignIn.TryPassword("ana@example.gov.uk", "walrus tin piano", AtHome, default));
        Says(await desks.SignIn.TryCode(step, await desks.Code(id), AtHome, default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Of_another_person_can_not_be_ended_from_ones_own_account(string engine)
    {
        await using var desks = await Over(engine);
        var (_, anas) = await desks.Somebody("ana@example.gov.uk");
        var (_, toms) = await desks.Somebody("tom@example.gov.uk");
        var ana = (await desks.Sessions.Find(anas.Token, default))!;
        var tom = (await desks.Sessions.Find(toms.Token, default))!;

        Assert.Equal(0, await desks.Sessions.EndOwn(ana, tom.Session, default));
        Assert.Equal(0, await desks.Sessions.EndAllOthers(ana, default));

        Assert.NotNull(await desks.Again().Sessions.Find(toms.Token, default));
        Assert.Equal(1, await desks.Sessions.EndAll(ana.Reader, tom.Account, default));
        Assert.Null(await desks.Again().Sessions.Find(toms.Token, default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_kept_as_a_hash_only(string engine)
    {
        await using var desks = await Over(engine);
        var (_, session) = await desks.Somebody("ana@example.gov.uk");

        var kept = await desks.Db.Set<Session>().Select(s => s.TokenHash).ToListAsync();
        Assert.DoesNotContain(session.Token, kept);
        Assert.Null(await desks.Sessions.Find(kept[0], default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Of_the_first_day_opens_only_the_second_factor(string engine)
    {
        await using var desks = await Over(engine);
        var invited =
            Good(await desks.Accounts.Invite(Reader.AtTheMachine, "ana@example.gov.uk", "Ana", null, [new(Role.Director)], default));
        var first = Good(await desks.Invitations.Accept(invited.Token, Password, AtHome, default));
        Assert.True((await desks.Sessions.Find(first.Token, default))!.NeedsSecondFactor);

        // Somebody who left at this point comes back with the password alone.
        var step = Good(await desks.SignIn.TryPassword("ana@example.gov.uk", Password, AtHome, default));
        Assert.False(step.HasSecondFactor);
        var again = (await desks.SignIn.BeginWithoutCode(step, AtHome, default))!;
        var who = (await desks.Sessions.Find(again.Token, default))!;
        Assert.True(who.NeedsSecondFactor);

        Says(await desks.Factors.Confirm(who, "000000", AtHome, default));
        var set = Good(await desks.Factors.Confirm(who, await desks.Code(who.Account, pending: true), AtHome, default));
        Assert.Null(await desks.Again().Sessions.Find(again.Token, default));
        Assert.False((await desks.Again().Sessions.Find(set.Session.Token, default))!.NeedsSecondFactor);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Can_move_to_a_new_device_only_with_the_password_and_within_half_an_hour(string engine)
    {
        await using var desks = await Over(engine);
        var (id, session) = await desks.Somebody("ana@example.gov.uk");
        var who = (await desks.Sessions.Find(session.Token, default))!;
        Assert.Null(await desks.Factors.Pending(who, default));

        Says(await desks.Factors.Offer(who, "wrong", AtHome, default));
        Assert.Null(await desks.Factors.Pending(who, default));
        Good(await desks.Factors.Offer(who, Password, AtHome, default));
        Assert.NotNull(await desks.Factors.Pending(who, default));

        desks.Clock.Pass(TimeSpan.FromMinutes(30));
        Assert.Null(await desks.Factors.Pending(who, default));
        Assert.StartsWith("The key has run out",
            Says(await desks.Factors.Confirm(who, await desks.Code(id, pending: true), AtHome, default)), StringComparison.Ordinal);
    }
}
