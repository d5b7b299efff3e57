using Fairload.App.Caseload;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Caseload;

public sealed class A_restricted_case
{
    private const string Secret = "R-1";

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_shown_to_the_people_who_are_named_and_to_nobody_else(string engine)
    {
        await using var council = await Council(engine);
        var (id, psw) = (await council.Case(Secret), await Person(council, "psw@example.gov.uk", new Grant(Role.PrincipalSocialWorker)));
        var named = await Person(council, "named@example.gov.uk", new Grant(Role.Director));
        var director = await Person(council, "director@example.gov.uk", new Grant(Role.Director));

        Imports.Council.Good(await Restrict(council, id, psw, "named@example.gov.uk"));

        Assert.Equal(Secret, (await Open(council, id, named))!.Case.Reference);
        Assert.Equal("Restricted 1", (await Open(council, id, psw))!.RestrictedAs);
        foreach (var other in new[] { director, Imports.Council.Analyst, Reader.AtTheMachine }) Assert.Null(await Open(council, id, other));
        Assert.Empty(await council.Ask((CaseDesk desk) => desk.Find(Secret, director, default)));
        Assert.Empty(await council.Ask((CaseDesk desk) => desk.Find("Restricted", director, default)));
        Assert.Equal(id, Assert.Single(await council.Ask((CaseDesk desk) => desk.Find(Secret, named, default))).Id);
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Counts_in_loads_and_waiting_as_before_without_its_name_and_kind(string engine)
    {
        await using var council = await Council(engine);
        var (id, psw) = (await council.Case(Secret), await Person(council, "psw@example.gov.uk", new Grant(Role.PrincipalSocialWorker)));
        var before = await Loads(council);

        Imports.Council.Good(await Restrict(council, id, psw));

        Assert.Equal(before.Select(p => (p.Worker.Id, p.Load.Points, p.Load.Percent, p.Held.Count)),
            (await Loads(council)).Select(p => (p.Worker.Id, p.Load.Points, p.Load.Percent, p.Held.Count)));
        var parts = (await Loads(council)).SelectMany(p => p.Load.Parts).Select(p => p.Code).ToList();
        Assert.Contains(CaseType.Restricted, parts);
        Assert.DoesNotContain(Secret, await council.Dump(without: "restricted_case"), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_opened_by_a_reason_for_an_hour_and_told_to_who_restricted_it_and_to_its_manager(string engine)
    {
        await using var council = await Council(engine);
        var id = await council.Case(Secret);
        var psw = await Person(council, "psw@example.gov.uk", new Grant(Role.PrincipalSocialWorker));
        var team = await council.Db(db => db.Assignments.Where(a => a.CaseId == id && a.ToOn == null).Select(a => a.TeamId).FirstAsync());
        var manager = await Person(council, "manager@example.gov.uk", new Grant(Role.TeamManager, team));
        var director = await Person(council, "director@example.gov.uk", new Grant(Role.Director));
        Imports.Council.Good(await Restrict(council, id, psw));

        Assert.NotNull(await council.Ask((RestrictedDesk desk) => desk.Door(id, director, default)));
        Assert.Null(await council.Ask((RestrictedDesk desk) => desk.Door(id, Imports.Council.Analyst, default)));
        Assert.Contains("at least 10 characters", Assert.Single(Imports.Council.Refused(await Knock(council, id, director, "please"))),
            StringComparison.Ordinal);
        Assert.Null(await Open(council, id, director));
        Imports.Council.Good(await Knock(council, id, director, "The school has called about tonight"));

        Assert.Equal(Secret, (await Open(council, id, director))!.Case.Reference);
        foreach (var told in new[] { psw, manager })
        {
            var line = Assert.Single(await council.Ask((RestrictedNotices desk) => desk.Mine(told, default)));
            Assert.Equal(("Restricted 1", "The school has called about tonight", "director@example.gov.uk"),
                (line.Name, line.Opening.Reason, line.Who));
            await council.Ask((RestrictedNotices desk) => desk.Seen(told, default));
            Assert.Equal(0, await council.Ask((RestrictedNotices desk) => desk.Unseen(told, default)));
        }

        Assert.Empty(await council.Ask((RestrictedNotices desk) => desk.Mine(director, default)));
        Assert.Equal(1, await council.Db(db => db.Set<AuditEntry>().CountAsync(e => e.Action == AuditAction.RestrictedOpened)));
        council.Clock.Pass(TimeSpan.FromHours(1));
        Assert.Null(await Open(council, id, director));
        council.Clock.Pass(TimeSpan.FromHours(-3));
        Assert.Null(await Open(council, id, director));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Stays_restricted_when_the_next_extract_names_it_and_when_it_is_opened_again(string engine)
    {
        await using var council = await Council(engine);
        var (id, psw) = (await council.Case(Secret), await Person(council, "psw@example.gov.uk", new Grant(Role.PrincipalSocialWorker)));
        var cases = await council.Db(db => db.Cases.CountAsync());
        Imports.Council.Good(await Restrict(council, id, psw));

        await council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-11");
        Assert.Equal(cases, await council.Db(db => db.Cases.CountAsync()));
        await council.Import(ImportKind.Scores, Extracts.Scores, "2026-11-12");
        await council.Import(ImportKind.Cases, Imports.Council.Csv(Extracts.CaseHeader,
            "R-1,child protection,Children,12/11/2026,,,Hillside,Ngozi Okafor,13/11/2026,"), "2026-11-14");

        var shown = await council.Db(db => db.Cases.AsNoTracking().Where(c => c.TypeCode.StartsWith("restricted:")).ToListAsync());
        Assert.True(shown.Count >= 2);
        Assert.All(shown, c => Assert.StartsWith("Restricted ", c.Reference, StringComparison.Ordinal));
        Assert.All(shown, c => Assert.False(c.Reference == Secret));
        Assert.DoesNotContain(Secret, await council.Dump(without: "restricted_case"), StringComparison.Ordinal);
        Assert.Equal(Secret, (await Open(council, shown.Single(c => c.ClosedOn is null && c.Id != id).Id, psw))!.Case.Reference);
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Has_its_name_back_when_the_restriction_is_lifted_and_is_changed_by_one_at_a_time(string engine)
    {
        await using var council = await Council(engine);
        var (id, psw) = (await council.Case(Secret), await Person(council, "psw@example.gov.uk", new Grant(Role.PrincipalSocialWorker)));
        var before = await council.Db(db => db.Cases.AsNoTracking().Where(c => c.Id == id).Select(c => c.TypeCode).SingleAsync());
        Imports.Council.Good(await Restrict(council, id, psw));
        var version = (await council.Ask((RestrictedDesk desk) => desk.Restriction(id, psw, default)))!.Version;

        Assert.Contains("Somebody else has changed", Assert.Single(Imports.Council.Refused(await Restrict(council, id, psw))),
            StringComparison.Ordinal);
        Assert.Contains("Somebody else has changed", Assert.Single(Imports.Council.Refused(
            await council.Ask((RestrictedDesk desk) => desk.Lift(id, version + 1, psw, default)))), StringComparison.Ordinal);
        Imports.Council.Good(await council.Ask((RestrictedDesk desk) => desk.Lift(id, version, psw, default)));

        var one = await council.Db(db => db.Cases.AsNoTracking().SingleAsync(c => c.Id == id));
        Assert.Equal((Secret, before), (one.Reference, one.TypeCode));
        await council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-08");
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_refused_without_a_kind_a_reason_or_for_an_address_that_nobody_has(string engine)
    {
        await using var council = await Council(engine);
        var (id, psw) = (await council.Case(Secret), await Person(council, "psw@example.gov.uk", new Grant(Role.PrincipalSocialWorker)));
        Task<Result<Done>> Ask(Restricting asked) => council.Ask((RestrictedDesk desk) => desk.Restrict(id, asked, psw, default));

        Assert.Equal(2, Imports.Council.Refused(await Ask(new(null, " ", [], 0))).Count);
        Assert.Contains("Nobody has an account with the address nobody@example.gov.uk",
            Assert.Single(Imports.Council.Refused(await Ask(new(RestrictionKind.Adoption, "As decided", ["nobody@example.gov.uk"], 0)))),
                StringComparison.Ordinal);
        Assert.Equal(Secret, await council.Db(db => db.Cases.Where(c => c.Id == id).Select(c => c.Reference).SingleAsync()));
        var manager = await Person(council, "manager@example.gov.uk", new Grant(Role.Director));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
            council.Ask((RestrictedDesk desk) => desk.Restriction(id, manager, default)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Keeps_an_import_that_brought_it_from_being_undone(string engine)
    {
        await using var council = await Council(engine, scored: false);
        var psw = await Person(council, "psw@example.gov.uk", new Grant(Role.PrincipalSocialWorker));
        Imports.Council.Good(await Restrict(council, await council.Case(Secret), psw));

        Assert.Contains(Imports.Council.Refused(await council.Undo()), p =>
            p.Contains("are restricted (Restricted 1)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Case R-1 is held by nobody", "Case Restricted 1 is held by nobody")]
    [InlineData("Case R-12 is held by nobody", "Case R-12 is held by nobody")]
    [InlineData("XR-1, r-1.", "XR-1, Restricted 1.")]
    public void Is_replaced_in_a_text_as_a_word_of_its_own(string text, string now) =>
        Assert.Equal(now, RestrictedTexts.Replaced(text, Secret, "Restricted 1"));

    private static async Task<Council> Council(string engine, bool scored = true)
    {
        var council = await Imports.Council.On(engine);
        await council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-07");
        await council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-07");
        if (scored) await council.Import(ImportKind.Scores, Extracts.Scores, "2026-11-10");
        return council;
    }

    private static Task<Result<Done>> Restrict(Council council, Id<Case> id, Reader reader, params string[] readers) => council.Ask(
        (RestrictedDesk desk) => desk.Restrict(id, new(RestrictionKind.StaffRelative, "A relative of staff", readers, 0), reader, default));

    private static Task<CaseView?> Open(Council council, Id<Case> id, Reader reader) =>
        council.Ask((CaseDesk desk) => desk.Case(id, reader, default));

    private static Task<Result<Done>> Knock(Council council, Id<Case> id, Reader reader, string reason) =>
        council.Ask((RestrictedDesk desk) => desk.Open(id, reason, reader, default));

    private static async Task<IReadOnlyList<PersonLoad>> Loads(Council council)
    {
        var loads = new List<PersonLoad>();
        foreach (var worker in await council.Db(db => db.Workers.OrderBy(w => w.StaffNumber).Select(w => w.Id).ToListAsync()))
            loads.Add((await council.Ask((PersonDesk desk) => desk.Person(worker, Imports.Council.Analyst, default)))!.Person);
        return loads;
    }

    private static async Task<Reader> Person(Council council, string address, Grant grant)
    {
        var account = Imports.Council.Good(Account.Open(address, address, null, council.Clock.GetUtcNow().UtcDateTime));
        await council.Db(db => db.Change(
            async () =>
            {
                db.Add(account);
                await db.SaveChangesAsync();
                db.Add(AccountGrant.Give(account.Id, grant));
                return default(Done);
            },
            default));
        return new(address, null, [grant], account.Id);
    }
}
