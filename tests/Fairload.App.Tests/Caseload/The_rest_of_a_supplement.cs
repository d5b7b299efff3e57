using Fairload.App.Allocation;
using Fairload.App.Caseload;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Caseload;

public sealed class The_rest_of_a_supplement
{
    private static readonly Reader Principal = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);
    private static readonly SupplementFacts Nothing = SupplementFacts.Nothing;

    private static readonly string[] Rows =
    [
        "R-1,child in need,Children,01/03/2026,,,Riverside,Grace Adeyemi,05/03/2026,",
        "R-2,child in need,Children,01/03/2026,,,Hillside,Ngozi Okafor,05/03/2026,",
        "R-3,child in need,Children,01/03/2026,,,Riverside,,,",
    ];

    [Theory, ClassData(typeof(Engines))]
    public async Task Shows_a_family_to_whom_may_see_its_cases_and_speaks_for_who_holds_it_already(string engine)
    {
        await using var council = await Supplemented.Filled(engine, Rows);
        Council.Good(await Enter(council, "R-1", Nothing with { Family = "F-204" }));
        Council.Good(await Enter(council, "R-2", Nothing with { Family = "f-204" }));
        Council.Good(await Enter(council, "R-3", Nothing with { Family = "F-204 " }));
        Assert.Equal("F-204", (await Of(council, "R-2"))!.Facts.Family);

        var all = (await Of(council, "R-1"))!.Family;
        Assert.Equal(
            ["R-2: Ngozi Okafor", "R-3: "], all.Select(f => $"{f.Case.Reference}: {string.Join(',', f.Holders.Select(h => h.Name))}"));
        Assert.Empty((await Of(council, "R-1", await council.Practitioner("1001")))!.Family);

        var view = (await council.Ask((AllocationDesk desk) => desk.Case("R-3", Principal, default)))!;
        var grace = await Worker(council, "1001");
        Assert.Contains(view.Answer.Best, s => s.Worker == grace && s.Signs.HasFlag(KindSigns.HoldsSibling));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Does_not_reveal_a_restricted_case_by_its_family(string engine)
    {
        await using var council = await Supplemented.Filled(engine, Rows);
        foreach (var one in new[] { "R-1", "R-2", "R-3" }) Council.Good(await Enter(council, one, Nothing with { Family = "F-204" }));
        await Supplemented.Restrict(council, "R-1");
        Assert.Equal(["R-2"], (await Of(council, "R-3"))!.Family.Select(f => f.Case.Reference));
        var view = (await council.Ask((AllocationDesk desk) => desk.Case("R-3", Principal, default)))!;
        Assert.DoesNotContain(view.Answer.Best.Concat(view.Answer.Others), s => s.Signs.HasFlag(KindSigns.HoldsSibling));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Weighs_by_court_and_travel_as_entered_over_what_the_extract_says(string engine)
    {
        await using var council = await Supplemented.Filled(engine, Rows);
        var before = await Points(council, "1001");
        var weights = await council.Ask((CaseloadSettings settings) => settings.WeightsOn(new(2026, 11, 16), default));
        var facts = Nothing with { Court = "care", HearingOn = new(2026, 12, 3), Travel = "very-far" };
        Council.Good(await Enter(council, "R-1", facts));
        Assert.Equal(before + weights.Court + weights.Travel["very-far"], await Points(council, "1001"));
        await council.Import(ImportKind.Cases, Council.Csv([Extracts.CaseHeader, .. Rows]), "2026-11-14");
        Assert.Equal(before + weights.Court + weights.Travel["very-far"], await Points(council, "1001"));
        Assert.Equal(
            before + weights.Court + weights.Travel["very-far"],
            (await council.Ask((CaseDesk desk) => desk.Find("R-1", Principal, default))) is [var one]
                ? (await council.Ask((CaseDesk desk) => desk.Case(one.Id, Principal, default)))!.Points.Points : 0);
        Council.Good(await Enter(council, "R-1", Nothing, 1));
        Assert.Equal(before, await Points(council, "1001"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Divides_a_case_among_holder_and_co_workers_in_their_loads_and_no_extract_ends_it(string engine)
    {
        await using var council = await Supplemented.Filled(engine, Rows);
        var (whole, tom, ngozi) = (await Points(council, "1001"), await Points(council, "1002"), await Points(council, "1003"));
        Council.Good(await Beside(council, "R-1", 0, "1002", 30, new(2026, 10, 1)));
        Assert.Equal((whole * 0.7m, tom + (whole * 0.3m)), (await Points(council, "1001"), await Points(council, "1002")));
        Council.Good(await Beside(council, "R-1", 1, "1003", 20));
        Assert.Equal(
            (whole * 0.5m, tom + (whole * 0.3m), ngozi + (whole * 0.2m)),
            (await Points(council, "1001"), await Points(council, "1002"), await Points(council, "1003")));
        await council.IsSound();

        // An extract knows only the holder.
        var again = await council.Import(ImportKind.Cases, Council.Csv([Extracts.CaseHeader, .. Rows]), "2026-11-14");
        Assert.Equal(0, again.Changed);
        Assert.Equal((whole * 0.5m, tom + (whole * 0.3m)), (await Points(council, "1001"), await Points(council, "1002")));

        // The case goes to Ngozi in the case system: she holds it, and Tom stays beside her.
        await council.Import(
            ImportKind.Cases,
            Council.Csv(
                Extracts.CaseHeader,
                Rows[0].Replace("Grace Adeyemi,05/03/2026", "Ngozi Okafor,", StringComparison.Ordinal), Rows[1], Rows[2]),
            "2026-11-15");
        Assert.Equal((0m, ngozi + (whole * 0.7m), tom + (whole * 0.3m)),
            (await Points(council, "1001"), await Points(council, "1003"), await Points(council, "1002")));
        var view = (await Of(council, "R-1"))!;
        Assert.Equal(["Tom Bevan"], view.CoWorkers.Select(k => k.Worker.Name));
        Assert.Equal(["Ngozi Okafor"], view.CoWorkersBefore.Select(k => k.Worker.Name));
        Assert.NotNull(await council.Ask((CaseDesk desk) => desk.Case(view.Case.Id, new("Tom", view.CoWorkers[0].Worker.Id,
            [new(Role.Practitioner)]), default)));
        await council.IsSound();

        var ends = new SupplementChange(view.Number, Nothing, null, null, []) { CoWorkerEnds = [view.CoWorkers[0].CoWorker.Id] };
        Council.Good(await council.Ask((SupplementDesk desk) => desk.Enter(view.Case.Id, ends, Principal, default)));
        Assert.Equal((ngozi + whole, tom), (await Points(council, "1003"), await Points(council, "1002")));
        var ended = (await Of(council, "R-1"))!.CoWorkersBefore.First(k => k.Worker.Name == "Tom Bevan").CoWorker;
        Assert.Equal((new(2026, 10, 1), new DateOnly(2026, 11, 16), "Pat Singh"), (ended.FromOn, ended.ToOn, ended.EndedBy));
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Refuses_co_workers_who_can_not_be_it_and_those_of_who_may_not_enter_them(string engine)
    {
        await using var council = await Supplemented.Filled(engine, Rows);
        Assert.StartsWith("They hold the case", await Refused("R-1", "1001", 20), StringComparison.Ordinal);
        Assert.StartsWith("Nobody holds this case", await Refused("R-3", "1001", 20), StringComparison.Ordinal);
        Assert.StartsWith("Choose somebody from the list", await Refused("R-1", "1004", 20), StringComparison.Ordinal);
        Assert.StartsWith("A co-worker has a part from 1 to 99", await Refused("R-1", "1002", 100), StringComparison.Ordinal);
        var grace = await council.Practitioner("1001");
        Assert.StartsWith(
            "Co-workers are entered by whoever allocates",
            Assert.Single(Council.Refused(await Beside(council, "R-1", 0, "1002", 20, by: grace))), StringComparison.Ordinal);

        // Two at once: the second sees that the first was there, and the same once more is one.
        Council.Good(await Beside(council, "R-1", 0, "1002", 20));
        Council.Good(await Beside(council, "R-1", 0, "1002", 20));
        Assert.StartsWith(
            "Pat Singh has changed this while you looked at it.",
            Assert.Single(Council.Refused(await Beside(council, "R-1", 0, "1003", 20))), StringComparison.Ordinal);
        Assert.Equal(1, await council.Db(db => db.Set<CaseCoWorker>().CountAsync()));
        Assert.Contains(Council.Refused(await council.Undo()), p => p.Contains("(R-1)", StringComparison.Ordinal));

        async Task<string> Refused(string one, string number, decimal percent) =>
            Assert.Single(Council.Refused(await Beside(council, one, 0, number, percent)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Ends_with_the_holding_when_the_case_is_closed(string engine)
    {
        await using var council = await Supplemented.Filled(engine, Rows);
        Council.Good(await Beside(council, "R-1", 0, "1002", 20));
        await council.Import(
            ImportKind.Cases, Council.Csv([Extracts.CaseHeader, .. Rows.Skip(1)]), "2026-11-15", closeMissing: true);
        var row = await council.Db(db => db.Set<CaseCoWorker>().SingleAsync());
        Assert.NotNull(row.ToOn);
        Assert.Equal(0, await council.Db(db => db.Assignments.CountAsync(a => a.CaseId == row.CaseId && a.ToOn == null)));
        await council.IsSound();
        Council.Good(await council.Undo());
        Assert.Null((await council.Db(db => db.Set<CaseCoWorker>().SingleAsync())).ToOn);
        await council.IsSound();
    }

    private static async Task<SupplementView?> Of(Council council, string one, Reader? reader = null)
    {
        var id = await council.Case(one);
        return await council.Ask((SupplementDesk desk) => desk.Of(id, reader ?? Principal, default));
    }

    private static async Task<Result<Done>> Enter(Council council, string one, SupplementFacts facts, int number = 0)
    {
        var id = await council.Case(one);
        return await council.Ask((SupplementDesk desk) => desk.Enter(id, new(number, facts, null, null, []), Principal, default));
    }

    private static async Task<Result<Done>> Beside(
        Council council, string one, int number, string worker, decimal percent, DateOnly? from = null, Reader? by = null)
    {
        var (id, who) = (await council.Case(one), await Worker(council, worker));
        var change = new SupplementChange(number, Nothing, null, null, []) { CoWorker = new(who, percent, from) };
        return await council.Ask((SupplementDesk desk) => desk.Enter(id, change, by ?? Principal, default));
    }

    private static Task<Id<Worker>> Worker(Council council, string number) =>
        council.Db(db => db.Workers.Where(w => w.StaffNumber == number).Select(w => w.Id).SingleAsync());

    private static async Task<decimal> Points(Council council, string number) =>
        (await council.Ask(async (LoadReading loads) => await loads.Everybody(new(2026, 11, 16), default)))
            .Single(p => p.Worker.StaffNumber == number).Load.Points;
}
