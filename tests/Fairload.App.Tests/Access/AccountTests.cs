using Fairload.App.Access;
using Fairload.Core.Access;
using Microsoft.EntityFrameworkCore;
using static Fairload.App.Tests.Access.TheDesks;

namespace Fairload.App.Tests.Access;

public sealed class Accounts
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Keep_the_last_administrator(string engine)
    {
        await using var desks = await Over(engine);
        var (id, _) = await desks.Somebody("ana@example.gov.uk", new Grant(Role.Administrator));

        // Whoever was only invited can not sign in, and so does not count.
        Good(await desks.Accounts.Invite(Reader.AtTheMachine, "tom@example.gov.uk", "Tom", null, [new(Role.Administrator)], default));
        var grant = (await desks.Accounts.Find(id, default))!.Account.Grants.Single();

        Assert.StartsWith("This is the last administrator", Says(await desks.Accounts.Disable(Reader.AtTheMachine, id, true, default)),
            StringComparison.Ordinal);
        Assert.StartsWith("This is the last administrator", Says(await desks.Accounts.Take(Reader.AtTheMachine, id, grant.Id, default)),
            StringComparison.Ordinal);
        Assert.Equal(AccountState.InUse, (await desks.Again().Accounts.Find(id, default))!.Account.State);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Keep_one_administrator_when_two_disable_each_other_at_the_same_time(string engine)
    {
        await using var desks = await Over(engine);
        for (var round = 0; round < 5; round++)
        {
            var (ana, _) = await desks.Somebody($"ana{round}@example.gov.uk", new Grant(Role.Administrator));
            var (tom, _) = await desks.Somebody($"tom{round}@example.gov.uk", new Grant(Role.Administrator));
            if (round > 0) await desks.Db.Database.ExecuteSqlAsync($"delete from account_grant where account_id <> {ana.Value} and account_id <> {tom.Value}");
            await using var one = desks.Again();
            await using var other = desks.Again();

            var both = await Task.WhenAll(
                one.Accounts.Disable(Reader.AtTheMachine, ana, true, default),
                    other.Accounts.Disable(Reader.AtTheMachine, tom, true, default));

            Assert.Single(both, b => b.Try(out _, out _));
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Are_listed_in_name_order(string engine)
    {
        await using var desks = await Over(engine);
        foreach (var name in new[] { "Tom Bevan", "Ana Diaz", "Ngozi Okafor" })
        {
            Good(await desks.Accounts.Invite(Reader.AtTheMachine, $"{name[..3]}@example.gov.uk", name, null, [new(Role.Director)],
                default));
        }

        Assert.Equal(["Ana Diaz", "Ngozi Okafor", "Tom Bevan"], (await desks.Accounts.List(default)).Select(a => a.Name));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Are_one_for_each_address(string engine)
    {
        await using var desks = await Over(engine);
        Good(await desks.Accounts.Invite(Reader.AtTheMachine, "ana@example.gov.uk", "Ana", null, [new(Role.Director)], default));

        Assert.Contains("already an account",
            Says(await desks.Accounts.Invite(Reader.AtTheMachine, "ANA@example.gov.uk", "Ana", null, [new(Role.Director)], default)),
            StringComparison.Ordinal);
        Assert.Contains("number 4711",
            Says(await desks.Accounts.Invite(Reader.AtTheMachine, "b@example.gov.uk", "B", "4711", [new(Role.Director)], default)),
            StringComparison.Ordinal);
        Assert.Contains("service from the list",
            Says(await desks.Accounts.Invite(Reader.AtTheMachine, "c@example.gov.uk", "C", null,
            [new(Role.HeadOfService, null, "Nowhere")], default)), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Are_opened_by_an_invitation_once_within_seven_days(string engine)
    {
        await using var desks = await Over(engine);
        var ana = Good(await desks.Accounts.Invite(Reader.AtTheMachine, "ana@example.gov.uk", "Ana", null, [new(Role.Director)], default));
        var tom = Good(await desks.Accounts.Invite(Reader.AtTheMachine, "tom@example.gov.uk", "Tom", null, [new(Role.Director)], default));
        Assert.Equal("Ana", (await desks.Invitations.Open(ana.Token, default))!.Name);
        Assert.StartsWith("Your password", Says(await desks.Invitations.Accept(ana.Token, "short", AtHome, default)),
            StringComparison.Ordinal);

        Good(await desks.Invitations.Accept(ana.Token, Password, AtHome, default));
        Assert.Null(await desks.Invitations.Open(ana.Token, default));
        Assert.StartsWith("This link has been used", Says(await desks.Invitations.Accept(ana.Token, Password, AtHome, default)),
            StringComparison.Ordinal);

        desks.Clock.Pass(Invitation.Lasts);
        Says(await desks.Invitations.Accept(tom.Token, Password, AtHome, default));
        var again = (await desks.Accounts.InviteAgain(Reader.AtTheMachine, tom.Account, default))!;
        Assert.Null(await desks.Accounts.InviteAgain(Reader.AtTheMachine, ana.Account, default));
        Good(await desks.Invitations.Accept(again.Token, Password, AtHome, default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Can_be_reset_at_the_machine(string engine)
    {
        await using var desks = await Over(engine);
        var (id, session) = await desks.Somebody("ana@example.gov.uk", new Grant(Role.Administrator));

        var link = (await desks.Again().Accounts.Reset(Reader.AtTheMachine, "Ana@example.gov.uk", default))!;

        Assert.Null(await desks.Again().Sessions.Find(session.Token, default));
        Says(await desks.Again().SignIn.TryPassword("ana@example.gov.uk", Password, AtHome, default));
        var again = Good(await desks.Again().Invitations.Accept(link.Token, "walrus tin piano", AtHome, default));
        var who = (await desks.Again().Sessions.Find(again.Token, default))!;
        Assert.Equal((id, true), (who.Account, who.NeedsSecondFactor));
        Assert.Null(await desks.Accounts.Reset(Reader.AtTheMachine, "nobody@example.gov.uk", default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Begin_with_one_that_the_set_up_code_makes_once(string engine)
    {
        await using var desks = await Over(engine);
        Assert.True(await desks.Invitations.IsFirstRun(default));
        var old = await desks.Invitations.NewSetupCode(default);
        var code = await desks.Invitations.NewSetupCode(default);

        Assert.StartsWith("The set-up code is not right", Says(await SetUp(desks, old)), StringComparison.Ordinal);
        Assert.StartsWith("The set-up code is not right", Says(await SetUp(desks, null)), StringComparison.Ordinal);
        await using var other = desks.Again();
        var both = await Task.WhenAll(SetUp(desks, code.ToLowerInvariant()), SetUp(other, code));

        Assert.Single(both, b => b.Try(out _, out _));
        Assert.False(await desks.Invitations.IsFirstRun(default));
        Assert.Equal([Role.Administrator], (await desks.Again().Accounts.List(default)).Single().Grants.Select(g => g.Role));
        Says(await SetUp(desks.Again(), code));

        static Task<Result<NewSession>> SetUp(TheDesks desks, string? code) =>
            desks.Invitations.SetUp(code, "ana@example.gov.uk", "Ana Diaz", Password, AtHome, default);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Of_a_demo_open_only_under_its_mark(string engine)
    {
        await using var desks = await Over(engine);
        var ana = await desks.Accounts.AddDemoAccount("Ána Díaz", null, [new(Role.Director)], default);
        var second = await desks.Accounts.AddDemoAccount("Ana Diaz", null, [new(Role.Analyst)], default);
        Assert.Equal(("ana.diaz@demo.invalid", "ana.diaz.2@demo.invalid"), (ana.Email, second.Email));

        Assert.Null(await desks.Sessions.BeginDemo(ana.Id, AtHome, default));
        Assert.Null(await desks.Accounts.DemoPeople(default));
        Says(await desks.SignIn.TryPassword(ana.Email, "", AtHome, default));

        await desks.Db.Change(
            async () =>
            {
                await DemoMark.Write(desks.Db, 7, new(2026, 11, 14), default);
                return default(Done);
            },
            default);
        var (real, _) = await desks.Somebody("real@example.gov.uk");

        Assert.Equal(new DemoMark(7, new(2026, 11, 14)), await DemoMark.Read(desks.Db, default));
        Assert.Equal(2, (await desks.Accounts.DemoPeople(default))!.Count);
        var session = await desks.Sessions.BeginDemo(ana.Id, AtHome, default);
        var who = await desks.Sessions.Find(session!.Token, default);
        Assert.Equal((false, SignInWay.Demo), (who!.NeedsSecondFactor, who.Way));
        Assert.Null(await desks.Sessions.BeginDemo(real, AtHome, default));
    }
}
