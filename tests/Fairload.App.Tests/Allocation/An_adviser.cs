using Fairload.App.Allocation;
using Fairload.App.Caseload;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Allocation;

public sealed class An_adviser
{
    private static readonly Reader Principal = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);

    [Theory, ClassData(typeof(Engines))]
    public async Task Carries_a_part_of_the_case_until_somebody_else_is_named(string engine)
    {
        await using var council = await Filled(engine);
        var (id, ngozi, grace) = (await council.Case("R-1"), await Person(council, "1003"), await Person(council, "1001"));
        var before = await Load(council, ngozi);

        Council.Good(await Name(council, id, ngozi));
        var carried = await Load(council, ngozi);
        Assert.Equal(before.Points + 0.9m, carried.Points);
        Assert.Equal((1, 0.9m), carried.Parts.Where(p => p.Kind == LoadPart.Advice).Select(p => (p.Cases, p.Points)).Single());
        var view = await council.Ask((AdviserDesk desk) => desk.Of(id, Principal, default));
        Assert.Equal(("Ngozi Okafor", "Pat Singh"), (view!.Worker!.Name, view.Adviser!.EnteredBy));

        Council.Good(await Name(council, id, null));
        Assert.Equal(before.Points, (await Load(council, ngozi)).Points);
        Assert.Equal(["Choose somebody from the list: they are at work and may advise by the statement of reserved functions"],
            Council.Refused(await Name(council, id, grace)));
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Sees_the_case_and_finds_it_in_their_own_work(string engine)
    {
        await using var council = await Filled(engine);
        var (id, ngozi) = (await council.Case("R-1"), await Person(council, "1003"));
        var reader = new Reader("Ngozi Okafor", ngozi, [new(Role.Practitioner)]);
        Assert.Null(await council.Ask((CaseDesk desk) => desk.Case(id, reader, default)));

        Council.Good(await Name(council, id, ngozi));

        Assert.NotNull(await council.Ask((CaseDesk desk) => desk.Case(id, reader, default)));
        var mine = await council.Ask((PersonDesk desk) => desk.MyWork(reader, default));
        Assert.Equal(["R-1"], mine!.Advises.Select(c => c.Reference));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_somebody_whom_the_statement_lets_advise(string engine)
    {
        await using var council = await Filled(engine);
        var id = await council.Case("R-1");
        var choice = await council.Ask((AdviserDesk desk) => desk.Choice(id, Principal, default));

        Assert.Equal([Qualifications.Experienced], choice!.Now.Must);
        Assert.Equal(["Ngozi Okafor", "Tom Bevan"], choice.People.Select(w => w.Name));
        Assert.Single(Council.Refused(await Name(council, id, await Person(council, "1009"))));
        var other = await council.Case("R-2");
        var anyone = await council.Ask((AdviserDesk desk) => desk.Choice(other, Principal, default));
        Assert.Equal(["Ngozi Okafor", "Sam Reed", "Tom Bevan"], anyone!.People.Select(w => w.Name));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Named_twice_at_once_is_named_once(string engine)
    {
        await using var council = await Filled(engine);
        var (id, ngozi) = (await council.Case("R-1"), await Person(council, "1003"));

        foreach (var done in await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Name(council, id, ngozi)))) Council.Good(done);

        Assert.Equal(1, await council.Db(db => db.Set<CaseAdviser>().CountAsync()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_nobody_elses_to_name_than_who_may_allocate_the_case(string engine)
    {
        await using var council = await Filled(engine);
        var (id, ngozi) = (await council.Case("R-1"), await Person(council, "1003"));
        var hillside = await council.Db(db => db.Teams.SingleAsync(t => t.Name == "Hillside"));
        var other = new Reader("Another manager", null, [new(Role.TeamManager, hillside.Id)]);

        Assert.Null(await council.Ask((AdviserDesk desk) => desk.Choice(id, other, default)));
        Assert.Single(Council.Refused(await council.Ask((AdviserDesk desk) => desk.Name(id, ngozi, other, default))));
        var worker = new Reader("Grace Adeyemi", await Person(council, "1001"), [new(Role.Practitioner)]);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => council.Ask((AdviserDesk desk) => desk.Name(id, ngozi, worker,
            default)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Forbids_taking_back_the_import_that_brought_the_case(string engine)
    {
        await using var council = await Filled(engine);
        Council.Good(await Name(council, await council.Case("R-1"), await Person(council, "1003")));

        Council.Good(await council.Undo());
        Assert.Contains(Council.Refused(await council.Undo()), p => p.Contains("advisers have been named since", StringComparison.Ordinal));
    }

    private static async Task<Council> Filled(string engine)
    {
        var council = await Council.On(engine);
        await council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-07");
        await council.Import(
            ImportKind.Staff, Council.Csv(Extracts.StaffHeader,
                "1009,Sam Reed,,,Support worker,,Riverside,Safeguarding,1,Permanent,01/02/2019,"),
            "2026-11-07");
        await council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-07");
        await council.Import(ImportKind.Scores, Extracts.Scores, "2026-11-10");
        return council;
    }

    private static Task<Result<Done>> Name(Council council, Id<Case> id, Id<Worker>? worker) =>
        council.Ask((AdviserDesk desk) => desk.Name(id, worker, Principal, default));

    private static Task<Id<Worker>> Person(Council council, string number) =>
        council.Db(db => db.Workers.Where(w => w.StaffNumber == number).Select(w => w.Id).SingleAsync());

    private static async Task<WorkerLoad> Load(Council council, Id<Worker> worker) =>
        (await council.Ask((PersonDesk desk) => desk.Person(worker, Principal, default)))!.Person.Load;
}
