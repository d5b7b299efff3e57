using Fairload.App.Allocation;
using Fairload.App.Disclosure;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Disclosure;
using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Allocation;

/// <summary>Twenty-four people with a case each, of whom all but two said a group of themselves.</summary>
public sealed class Figures_by_group
{
    private static readonly Reader Principal = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);

    [Theory, ClassData(typeof(Engines))]
    public async Task Are_let_out_once_for_the_same_months_proved_and_in_the_ledger(string engine)
    {
        await using var council = await Filled(engine);
        Assert.Empty((await council.Ask((GroupFairnessDesk desk) => desk.Look(Principal, default))).Releases);

        var figures = Council.Good(await council.Ask((GroupFairnessDesk desk) => desk.Release(Principal, default)));
        Assert.Equal(24, figures.People);
        Assert.Equal(11, figures.Lines.Single(l => l.Option == "female").People);
        Assert.Equal(HiddenBecause.Nobody, figures.Lines.Single(l => l.Option == "disabled").Hidden);

        var refused = Council.Refused(await council.Ask((GroupFairnessDesk desk) => desk.Release(Principal, default)));
        Assert.Contains("The next can be on", Assert.Single(refused), StringComparison.Ordinal);
        var seen = await council.Ask((GroupFairnessDesk desk) => desk.Look(Principal, default));
        Assert.Equal(figures.Lines, Assert.Single(seen.Releases).Figures.Lines);
        Assert.Equal("Fairness by group", Assert.Single(await council.Ask((DisclosureDesk desk) => desk.Look(default))).Title);
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Are_made_from_what_people_say_and_take_back_themselves(string engine)
    {
        await using var council = await Filled(engine);
        var worker = await council.Db(db => db.Workers.OrderBy(w => w.Name).Select(w => w.Id).FirstAsync());
        var me = new Reader("Me", worker, [new(Role.Practitioner)]);
        Assert.Equal("female", (await council.Ask((GroupFairnessDesk desk) => desk.Mine(me, default)))[GroupQuestion.Sex]);

        var wrong = new Dictionary<GroupQuestion, string> { [GroupQuestion.Sex] = "tall" };
        Assert.Single(Council.Refused(await council.Ask((GroupFairnessDesk desk) => desk.Say(wrong, me, default))));
        Assert.Single(await council.Ask((GroupFairnessDesk desk) => desk.Mine(me, default)));

        Council.Good(await council.Ask((GroupFairnessDesk desk) => desk.Say(new Dictionary<GroupQuestion, string>(), me, default)));
        Assert.Empty(await council.Ask((GroupFairnessDesk desk) => desk.Mine(me, default)));
        Assert.Equal(21, await council.Db(db => db.Set<OwnGroup>().CountAsync()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Are_let_out_by_nobody_but_a_principal_social_worker(string engine)
    {
        await using var council = await Filled(engine);
        var hr = new Reader("HR", null, [new(Role.HumanResources)]);
        Assert.Empty((await council.Ask((GroupFairnessDesk desk) => desk.Look(hr, default))).Releases);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => council.Ask((GroupFairnessDesk desk) => desk.Release(hr, default)));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => council.Ask((GroupFairnessDesk desk) => desk.Mine(hr, default)));
    }

    private static async Task<Council> Filled(string engine)
    {
        var council = await Council.On(engine);
        var numbers = Enumerable.Range(10, 24).ToList();
        await council.Import(ImportKind.Staff, Council.Csv([Extracts.StaffHeader, .. numbers.Select(n =>
            $"10{n},Worker {Letters(n)},,SW100{n},Social worker,Experienced,Riverside,Safeguarding,1.0,Permanent,01/09/2020,")]), "2026-11-07");
        await council.Import(ImportKind.Cases, Council.Csv([Extracts.CaseHeader, .. numbers.Select(n =>
            $"R-{n},child in need,Children,01/10/2026,,,Riverside,Worker {Letters(n)},05/10/2026,")]), "2026-11-07");
        await council.Db(async db =>
        {
            var workers = await db.Workers.OrderBy(w => w.Name).Select(w => w.Id).ToListAsync();
            db.AddRange(workers.Take(22).Select((w, i) => new OwnGroup(w, GroupQuestion.Sex, i < 11 ? "female" : "male")));
            return await db.SaveChangesAsync();
        });
        return council;
    }

    private static string Letters(int n) => $"{(char)('A' + (n % 24))}{"aeiou"[n % 5]}";
}
