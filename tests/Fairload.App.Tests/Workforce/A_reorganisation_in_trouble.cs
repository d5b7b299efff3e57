using Fairload.App.Tests.Imports;
using Fairload.App.Workforce.Reorganisations;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Fairload.Core.Workforce.Reorganisations;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Workforce;

/// <summary>What stands in the way of one.</summary>
public sealed partial class A_reorganisation
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Is_refused_when_it_would_orphan_people_or_cases_and_changes_nothing(string engine)
    {
        await using var town = await Reorganising.On(engine);
        var one = await town.Prepare(await town.Close("Hillside"));
        var before = await town.Council.Dump();

        Assert.Equal(
            ["It would leave 1 people, 1 open cases and posts of 0 FTE in no team. Move them first, or merge the team into the one that takes them"],
            Council.Refused(await town.TryApply(one)));

        Assert.Equal(before, await town.Council.Dump());
        var view = await town.Show(one);
        Assert.Equal(["Ngozi Okafor"], view.Preview!.Orphans);
        Assert.Equal(["R-5"], view.Preview.OrphanCases);
        Assert.Equal(1, view.Left.People);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task That_can_not_be_done_on_its_day_holds_up_no_other(string engine)
    {
        await using var town = await Reorganising.On(engine);
        var held = await town.Prepare(await town.Close("Hillside"));
        var other = await town.Prepare(await town.Rename("Riverside", "Waterside"));

        var tended = await Tend(town);

        Assert.Equal((other.Id, held.Id), (Assert.Single(tended.Done).Id, Assert.Single(tended.Held).One.Id));
        Assert.Equal(ReorganisationState.Prepared, (await town.Show(held)).One.State);
        Assert.True((await town.Council.Ask((ReorganisationDesk desk) => desk.All(Reorganising.Director, default)))[0].One.IsPrepared);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_refused_where_another_contradicts_it(string engine)
    {
        await using var town = await Reorganising.On(engine);
        await town.Prepare(await town.Merge("Valley", "Riverside", "Hillside") with { On = Today.AddDays(3) });

        Assert.Equal(
            ["Another reorganisation, prepared by Pat Singh for 19 November 2026, is about Riverside too. Wait until it is done, or take one of the two back"],
            Council.Refused(await town.TryPrepare(await town.Rename("Riverside", "Waterside"))));
        Assert.Contains(
            "Another reorganisation, prepared by Pat Singh for 19 November 2026, gives the name Valley too. Choose another",
            Council.Refused(await town.TryPrepare(await town.Rename("Hillside", "VALLEY"))));
        Assert.Equal(
            ["There is a team hillside already, or there was. Choose another name"],
            Council.Refused(await town.TryPrepare(await town.Rename("Riverside", "hillside")))
                .Where(m => m.StartsWith("There is", StringComparison.Ordinal)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_refused_when_a_team_was_changed_meanwhile_until_somebody_looks_again(string engine)
    {
        await using var town = await Reorganising.On(engine);
        var one = await town.Prepare(await town.Rename("Riverside", "Waterside"));
        await town.Council.Import(ImportKind.Staff, Council.Workbook(
            ("Staff", ["Staff number,Name,Team,Service", "1001,Grace Adeyemi,Riverside,Safeguarding"]),
            ("Teams", ["Team,Service", "Riverside,Family support"])), "2026-11-14");

        Assert.Equal(
            ["The team Riverside has been changed since this was prepared. Look at it again below, and say that it still holds"],
            Council.Refused(await town.TryApply(one)));
        Council.Good(await town.Council.Ask((ReorganisationDesk desk) => desk.LookAgain(one.Id, 0, Reorganising.Director, default)));

        Assert.Contains("Somebody has looked at this reorganisation anew meanwhile",
            Assert.Single(Council.Refused(await town.TryApply(one, 0))), StringComparison.Ordinal);
        Council.Good(await town.TryApply(one, 1));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_taken_back_before_its_day_once(string engine)
    {
        await using var town = await Reorganising.On(engine);
        var one = await town.Prepare(await town.Rename("Riverside", "Waterside"));
        Task<Result<Done>> Withdraw() =>
            town.Council.Ask((ReorganisationDesk desk) => desk.Withdraw(one.Id, 0, Reorganising.Director, default));

        Council.Good(await Withdraw());

        Assert.Equal(["Pat Singh has already taken this reorganisation back. Prepare it anew"], Council.Refused(await Withdraw()));
        Assert.Equal(["Pat Singh has already taken this reorganisation back. Prepare it anew"], Council.Refused(await town.TryApply(one)));
        Assert.NotNull(await town.Team("Riverside"));
        await town.Prepare(await town.Rename("Riverside", "Waterside"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_done_once_when_two_people_do_it_at_once(string engine)
    {
        await using var town = await Reorganising.On(engine);
        var one = await town.Prepare(await town.Merge("Valley", "Riverside", "Hillside"));

        var both = await Task.WhenAll(town.TryApply(one), town.TryApply(one));

        Assert.Single(both, r => r.Try(out _, out _));
        Assert.Equal(3, await town.Council.Db(db => db.Teams.CountAsync()));
        await town.Council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Keeps_imports_from_before_it_from_putting_the_teams_in_disorder(string engine)
    {
        await using var town = await Reorganising.On(engine);
        await town.Do(await town.Merge("Valley", "Riverside", "Hillside"));

        Assert.Contains(
            "A reorganisation was done for 16 November 2026. Enter that day or a later one",
            Assert.Single(Council.Refused(await town.Council.TryImport(ImportKind.Staff, Extracts.Staff, "2026-11-15"))),
                StringComparison.Ordinal);
        Assert.Contains(
            Council.Refused(await town.Council.Undo()),
            p => p.StartsWith("This import can not be undone: 1 reorganisations have been done since", StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_only_prepared_by_who_may_reorganise_all_of_it(string engine)
    {
        await using var town = await Reorganising.On(engine);
        var head = new Reader("Ann Lee", null, [new(Role.HeadOfService, Service: "Family support")]);

        Assert.Equal(
            ["Some of these teams, or the service, are not yours to reorganise. Choose from the list"],
            Council.Refused(await town.TryPrepare(await town.Merge("Valley", "Riverside", "Hillside"), head)));
        Assert.Empty((await town.Council.Ask((ReorganisationDesk desk) => desk.Choices(null, head, default))).Teams);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
            town.Council.Ask((ReorganisationDesk desk) => desk.All(new("HR", null, [new(Role.HumanResources)]), default)));

    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Says_everything_that_is_wrong_with_it_at_once(string engine)
    {
        await using var town = await Reorganising.On(engine);

        Assert.Equal(
            ["The day lies in the past. Enter today or a later day", "Enter the name of the team, in 100 characters or fewer"],
            Council.Refused(await town.TryPrepare(await town.Rename("Riverside", " ") with { On = Yesterday })));
        Assert.Contains(
            "Choose at least two teams that become one", Council.Refused(await town.TryPrepare(await town.Merge("Valley", "Riverside"))));
        Assert.Equal(
            ["The name North stands here twice. Give each team a name of its own"],
            Council.Refused(await town.TryPrepare(await town.Split("Riverside", ["North", "north"])))
                .Select(m => m.Replace("north", "North", StringComparison.Ordinal)));
        Assert.Equal(["Choose a service that has teams"], Council.Refused(await town.TryPrepare(Reorganising.Move("Nowhere", "Trust"))));
        Assert.Contains(
            "The day lies more than 3 years ahead. Check the year",
            Council.Refused(await town.TryPrepare(Reorganising.Move("Safeguarding", "Trust", Today.AddYears(4)))));
    }
}
