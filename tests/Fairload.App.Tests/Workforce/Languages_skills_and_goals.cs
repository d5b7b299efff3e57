using Fairload.App.Tests.Imports;
using Fairload.App.Workforce;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Workforce;

public sealed class Languages_skills_and_goals
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Are_entered_by_the_person_or_who_manages_them_and_added_to_those_of_the_staff_sheet(string engine)
    {
        await using var council = await Filled(engine);
        var (grace, id) = await Practitioner(council, "1001");
        var manager = await Manager(council, "Riverside");
        Council.Good(await Enter(council, id, new(["somali"], ["court-work"], [], ""), grace));
        var first = (await Of(council, id, manager))!;
        Assert.Equal(["welsh"], first.FromSheet);
        Assert.Equal(["somali"], first.Of(PracticeKind.Language));
        Council.Good(await Enter(council, id, new([], ["court-work"], ["domestic-abuse"], first.Seen), manager));

        var view = (await Of(council, id, grace))!;
        Assert.Equal("Goal:domestic-abuse Skill:court-work", view.Seen);
        var ended = await council.Db(db => db.Set<WorkerWord>().SingleAsync(w => w.ToOn != null));
        Assert.Equal(("somali", "Grace Adeyemi", "Kate Marsh"), (ended.Word, ended.EnteredBy, ended.EndedBy));
        Assert.Contains(Council.Refused(await council.Undo()), p => p.Contains("(1001)", StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Are_entered_by_nobody_else_on_no_other_list_and_lose_nothing_of_somebody_who_was_faster(string engine)
    {
        await using var council = await Filled(engine);
        var (grace, id) = await Practitioner(council, "1001");
        var (tom, _) = await Practitioner(council, "1002");
        Assert.Null(await Of(council, id, tom));
        Assert.False((await Of(council, id, new("HR", null, [new(Role.HumanResources)])))!.MayChange);
        Assert.Null(await Of(council, id, await Manager(council, "Hillside")));
        Assert.StartsWith("This person has left, or is not yours",
            Assert.Single(Council.Refused(await Enter(council, id, new(["somali"], [], [], ""), tom))), StringComparison.Ordinal);
        Assert.Equal(
            [
                "The list does not hold one of these languages. Choose from the list",
                "The list does not hold one of these skills. Choose from the list",
                "The list does not hold one of these goals. Choose from the list",
            ],
            Council.Refused(await Enter(council, id, new(["klingon"], ["magic"], ["somali"], ""), grace)));

        Council.Good(await Enter(council, id, new([], ["court-work"], [], ""), grace));
        Council.Good(await Enter(council, id, new([], ["court-work"], [], ""), grace));
        Assert.StartsWith("Somebody has changed this while you looked at it",
            Assert.Single(Council.Refused(await Enter(council, id, new([], ["carers"], [], ""), await Manager(council, "Riverside")))),
            StringComparison.Ordinal);
        Assert.Equal(["court-work"], await council.Db(db => db.Set<WorkerWord>().Select(w => w.Word).ToListAsync()));
    }

    private static Task<PracticeView?> Of(Council council, Id<Worker> id, Reader reader) =>
        council.Ask((PracticeDesk desk) => desk.Of(id, reader, default));

    private static Task<Result<Done>> Enter(Council council, Id<Worker> id, PracticeChange change, Reader reader) =>
        council.Ask((PracticeDesk desk) => desk.Enter(id, change, reader, default));

    private static async Task<(Reader Reader, Id<Worker> Id)> Practitioner(Council council, string number)
    {
        var worker = await council.Db(db => db.Workers.SingleAsync(w => w.StaffNumber == number));
        return (new(worker.Name, worker.Id, [new(Role.Practitioner)]), worker.Id);
    }

    private static async Task<Reader> Manager(Council council, string team) => new(
        "Kate Marsh", null,
        [new(Role.TeamManager, await council.Db(db => db.Teams.Where(t => t.Name == team).Select(t => t.Id).SingleAsync()))]);

    private static async Task<Council> Filled(string engine)
    {
        var council = await Council.On(engine);
        await council.Import(
            ImportKind.Staff,
            Council.Csv(
                Extracts.StaffHeader + ",Languages",
                "1001,Grace Adeyemi,,SW10001,Social worker,Experienced,Riverside,Safeguarding,1.0,Permanent,01/09/2020,,Welsh (fluent); Klingon",
                "1002,Tom Bevan,,SW10002,Social worker,Experienced,Riverside,Safeguarding,0.8,Permanent,01/09/2021,,",
                "1003,Ngozi Okafor,,SW10003,Social worker,Experienced,Hillside,Safeguarding,1.0,Permanent,01/02/2019,,"),
            "2026-11-07");
        return council;
    }
}
