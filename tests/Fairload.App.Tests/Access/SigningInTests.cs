using Fairload.App.Access;
using Fairload.Core.Access;
using Microsoft.EntityFrameworkCore;
using static Fairload.App.Tests.Access.TheDesks;

namespace Fairload.App.Tests.Access;

public sealed class Signing_in
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Wants_the_password_and_then_the_code(string engine)
    {
        await using var desks = await Over(engine);
        var (id, _) = await desks.Somebody("ana@example.gov.uk", new Grant(Role.Analyst));

        var step = Good(await desks.SignIn.TryPassword(" ANA@example.gov.uk", Password, AtHome, default));
        Assert.True(step.HasSecondFactor);
        Assert.Null(await desks.SignIn.BeginWithoutCode(step, AtHome, default));
        var session = Good(await desks.SignIn.TryCode(step, await desks.Code(id), AtHome, default));

        var who = await desks.Again().Sessions.Find(session.Token, default);
        Assert.Equal(id, who!.Reader.Account);
        Assert.True(who.Reader.May(Permission.Import));
        Assert.False(who.NeedsSecondFactor);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Says_the_same_for_a_wrong_password_an_unknown_address_and_a_disabled_account(string engine)
    {
        await using var desks = await Over(engine);
        await desks.Somebody("ana@example.gov.uk");
        var (tom, _) = await desks.Somebody("tom@example.gov.uk");
        Good(await desks.Accounts.Disable(Reader.AtTheMachine, tom, true, default));

        var wrong = Says(await desks.SignIn.TryPassword("ana@example.gov.uk", "not the password", AtHome, default));
        var unknown = Says(await desks.SignIn.TryPassword("nobody@example.gov.uk", "not the password", AtHome, default));
        var disabled = Says(await desks.SignIn.TryPassword("tom@example.gov.uk", Password, AtHome, default));

        Assert.Equal(wrong, unknown);
        Assert.Equal(wrong, disabled);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Counts_a_code_once_even_when_it_is_sent_twice_at_the_same_time(string engine)
    {
        await using var desks = await Over(engine);
        var (id, _) = await desks.Somebody("ana@example.gov.uk");
        var step = Good(await desks.SignIn.TryPassword("ana@example.gov.uk", Password, AtHome, default));
        var code = await desks.Code(id);

        await using var other = desks.Again();
        var both = await Task.WhenAll(desks.SignIn.TryCode(step, code, AtHome, default), other.SignIn.TryCode(step, code, AtHome, default));
        Assert.Single(both, b => b.Try(out _, out _));
        Assert.StartsWith("The code is not right", Says(await desks.Again().SignIn.TryCode(step, code, AtHome, default)),
            StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Takes_each_recovery_code_once(string engine)
    {
        await using var desks = await Over(engine);
        var (_, first) = await desks.Somebody("ana@example.gov.uk");
        var who = (await desks.Sessions.Find(first.Token, default))!;
        var codes = Good(await desks.Factors.RenewCodes(who, Password, AtHome, default));
        Assert.Equal(10, codes.Distinct().Count());

        var step = Good(await desks.SignIn.TryPassword("ana@example.gov.uk", Password, AtHome, default));
        Good(await desks.SignIn.TryCode(step, codes[3].ToLowerInvariant().Replace('-', ' '), AtHome, default));

        Says(await desks.SignIn.TryCode(step, codes[3], AtHome, default));
        Assert.Equal(9, await desks.Factors.CodesLeft(who, default));
        Assert.DoesNotContain(await desks.Db.Set<RecoveryCode>().Select(c => c.CodeHash).ToListAsync(), codes.Contains);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task With_new_codes_the_old_ones_count_no_more(string engine)
    {
        await using var desks = await Over(engine);
        var (_, first) = await desks.Somebody("ana@example.gov.uk");
        var who = (await desks.Sessions.Find(first.Token, default))!;
        var old = Good(await desks.Factors.RenewCodes(who, Password, AtHome, default));
        Good(await desks.Factors.RenewCodes(who, Password, AtHome, default));

        var step = Good(await desks.SignIn.TryPassword("ana@example.gov.uk", Password, AtHome, default));
        Says(await desks.SignIn.TryCode(step, old[0], AtHome, default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Lets_the_person_in_while_a_stranger_guesses(string engine)
    {
        await using var desks = await Over(engine);
        var (id, known) = await desks.Somebody("ana@example.gov.uk");
        var stranger = From("198.51.100.9");
        for (var n = 0; n < 5; n++)
        {
            Assert.StartsWith("The email",
                Says(await desks.SignIn.TryPassword("ana@example.gov.uk", $"guess number {n}", stranger, default)),
                StringComparison.Ordinal);
        }

        Assert.StartsWith("There were too many tries. Wait 1 min",
            Says(await desks.SignIn.TryPassword("ana@example.gov.uk", Password, stranger, default)), StringComparison.Ordinal);
        var elsewhere = Good(await desks.SignIn.TryPassword("ana@example.gov.uk", Password, AtHome, default));
        Good(await desks.SignIn.TryCode(elsewhere, await desks.Code(id), AtHome, default));
        var sameOffice = From("198.51.100.200", known.Device);
        Good(await desks.SignIn.TryPassword("ana@example.gov.uk", Password, sameOffice, default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Holds_unknown_devices_back_when_many_places_guess_and_lets_a_known_one_in(string engine)
    {
        await using var desks = await Over(engine);
        var (id, known) = await desks.Somebody("ana@example.gov.uk");
        await desks.Db.Change(
            async () =>
            {
                foreach (var n in Enumerable.Range(0, SignInDelay.Ceiling))
                {
                    desks.Db.Add(
                        SignInFailure.Note(Secrets.Hash("ana@example.gov.uk"), SignInPlace.Network(From($"198.51.{n}.1").Address),
                        desks.Clock.GetUtcNow().UtcDateTime));
                }

                return await Task.FromResult(default(Done));
            },
            default);

        Assert.StartsWith("There were too many", Says(await desks.SignIn.TryPassword("ana@example.gov.uk", Password, AtHome, default)),
            StringComparison.Ordinal);
        var device = From("192.0.2.1", known.Device);
        var step = Good(await desks.SignIn.TryPassword("ana@example.gov.uk", Password, device, default));
        Good(await desks.SignIn.TryCode(step, await desks.Code(id), device, default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Takes_another_accounts_device_for_an_unknown_one(string engine)
    {
        await using var desks = await Over(engine);
        await desks.Somebody("ana@example.gov.uk");
        var (_, toms) = await desks.Somebody("tom@example.gov.uk");

        Says(await desks.SignIn.TryPassword("ana@example.gov.uk", "not the password", From("192.0.2.1", toms.Device), default));

        var noted = await desks.Db.Set<SignInFailure>().SingleAsync();
        Assert.Equal(("192.0.2.0/24", false), (noted.Place, noted.KnownDevice));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Counts_tries_that_come_all_at_once(string engine)
    {
        await using var desks = await Over(engine);
        await desks.Somebody("ana@example.gov.uk");
        var tries = Enumerable.Range(0, 12).Select(async n =>
        {
            await using var other = desks.Again();
            return Says(await other.SignIn.TryPassword("ana@example.gov.uk", $"guess number {n}", AtHome, default));
        });

        var said = await Task.WhenAll(tries);

        Assert.Equal(SignInDelay.FreeTries, said.Count(s => s.StartsWith("The email", StringComparison.Ordinal)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Keeps_no_address_that_nobody_has(string engine)
    {
        await using var desks = await Over(engine);
        Says(await desks.SignIn.TryPassword("my secret typed in the wrong box", "x", AtHome, default));

        var failure = await desks.Db.Set<SignInFailure>().SingleAsync();
        Assert.DoesNotContain("secret", failure.Subject, StringComparison.Ordinal);
        Assert.All(await desks.Trail(), e => Assert.DoesNotContain("secret", e.SubjectId + e.Detail + e.Who, StringComparison.Ordinal));
    }
}
