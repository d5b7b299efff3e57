using Fairload.App.Tests.Allocation.Transfers;
using Fairload.App.Tests.Imports;
using Fairload.App.Workforce.Reorganisations;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Workforce;

public sealed partial class A_reorganisation
{
    private static readonly DateOnly Today = Reorganising.Today;
    private static readonly DateOnly Yesterday = Today.AddDays(-1);

    [Theory, ClassData(typeof(Engines))]
    public async Task Merges_two_teams_and_leaves_holders_scores_and_loads_as_they_were(string engine)
    {
        await using var town = await Reorganising.On(engine);
        var (loads, holders) = (await town.Loads(), await town.Holders());

        await town.Do(await town.Merge("Valley", "Riverside", "Hillside"));

        Assert.Equal(loads, await town.Loads());
        Assert.Equal(
            holders.Select(h => h.Replace("in Riverside", "in Valley", StringComparison.Ordinal)
                .Replace("in Hillside", "in Valley", StringComparison.Ordinal)),
            await town.Holders());
        Assert.Equal(["1001 Riverside 1", "1002 Riverside 1", "1003 Hillside 1"], await town.Members(Yesterday));
        Assert.Equal(["1001 Valley 1", "1002 Valley 1", "1003 Valley 1"], await town.Members(Today));
        var (old, now) = (await town.Team("Riverside"), await town.Team("Valley"));
        Assert.Equal((Yesterday, now.Id), (old.ToOn, old.SuccessorId));
        Assert.Equal((Today, "Safeguarding"), (now.FromOn, now.Service));
        Assert.Equal(3, await town.Council.Db(db => db.Scores.CountAsync()));
        await town.Council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_understood_by_files_that_do_not_know_of_it_yet(string engine)
    {
        await using var town = await Reorganising.On(engine);
        await town.Do(await town.Merge("Valley", "Riverside", "Hillside"));
        var (members, holders) = (await town.Members(Today), await town.Holders());

        var staff = await town.Council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-16");
        var cases = await town.Council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-16");

        Assert.Equal((0, 0, 3), (staff.Added, staff.Changed, staff.Unchanged));
        Assert.Equal((0, 0, 5), (cases.Added, cases.Changed, cases.Unchanged));
        Assert.Contains(staff.Problems, p => p.Message == "The sheet still says Riverside. Since a reorganisation that is Valley, and it was read so.");
        Assert.Contains(cases.Problems, p => p.Message == "The file still says Riverside (4 cases). Since a reorganisation that is Valley, and it was read so.");
        Assert.Equal(members, await town.Members(Today));
        Assert.Equal(holders, await town.Holders());
        Assert.Equal(3, await town.Council.Db(db => db.Teams.CountAsync()));
        await town.Council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Splits_a_team_by_its_people_and_an_old_extract_puts_nothing_back(string engine)
    {
        await using var town = await Reorganising.On(engine);

        await town.Do(await town.Split("Riverside", ["North", "South"], ("1002", 1)));

        Assert.Equal(["1001 North 1", "1002 South 1", "1003 Hillside 1"], await town.Members(Today));
        string[] expected =
        [
            "R-1 Grace Adeyemi in North since 2026-03-05", "R-2 Adeyemi, Grace in North since at least 2026-11-07",
            "R-3 Tom Bevan in South since at least 2026-11-07", "R-4  in North since at least 2026-11-07",
        ];
        Assert.Equal(expected, (await town.Holders()).Take(4));

        await town.Council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-16");
        await town.Council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-16");
        Assert.Equal(["1001 North 1", "1002 South 1", "1003 Hillside 1"], await town.Members(Today));
        Assert.Equal(expected, (await town.Holders()).Take(4));
        await town.Council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Gives_a_team_another_name_and_knows_it_by_the_old_one(string engine)
    {
        await using var town = await Reorganising.On(engine);
        var id = (await town.Team("Riverside")).Id;

        await town.Do(await town.Rename("Riverside", "Waterside"));
        var cases = await town.Council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-16");
        var staff = await town.Council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-16");

        Assert.Equal(id, (await town.Team("Waterside")).Id);
        Assert.Equal((0, 0, 0, 0), (cases.Added, cases.Changed, staff.Added, staff.Changed));
        Assert.Equal(2, await town.Council.Db(db => db.Teams.CountAsync()));
        var past = Assert.Single(await town.Council.Ask((LineageDesk desk) => desk.Past([id], default)));
        Assert.Equal((Yesterday, "Riverside"), (past.Was[0].Until, past.Was[0].Teams[0]));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Closes_a_team_that_is_empty(string engine)
    {
        await using var town = await Reorganising.On(engine);
        await town.Council.Import(ImportKind.Staff, Council.Workbook(
            ("Staff", ["Staff number,Name,Team,Service", "1001,Grace Adeyemi,Riverside,Safeguarding"]),
            ("Teams", ["Team,Service", "Riverside,Safeguarding", "Hillside,Safeguarding", "Empty,Safeguarding"])), "2026-11-14");

        await town.Do(await town.Close("Empty"));

        Assert.Equal((Yesterday, null), ((await town.Team("Empty")).ToOn, (await town.Team("Empty")).SuccessorId));
        await town.Council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Moves_a_service_to_a_trust_and_back_and_its_history_is_one_line(string engine)
    {
        await using var town = await Reorganising.On(engine);
        await town.Council.Import(ImportKind.Staff, Employed("Council"), "2026-11-14");
        var (members, holders, loads) = (await town.Members(Today), await town.Holders(), await town.Loads());

        await town.Do(Reorganising.Move("Safeguarding", "Care Trust"));
        Assert.Equal(["Agency Ltd", "Care Trust"], await Employers(town));
        Assert.Equal("Care Trust", (await town.Team("Hillside")).Employer);

        // The sheet of the next week still has the old employer, and takes nothing back.
        var later = await town.Council.Import(ImportKind.Staff, Employed("Council"), "2026-11-16");
        Assert.Equal((0, 0), (later.Added, later.Changed));
        Assert.Equal(["Agency Ltd", "Care Trust"], await Employers(town));
        await IsAsBefore();

        await town.Do(Reorganising.Move("Safeguarding", "Council"));
        Assert.Equal(["Agency Ltd", "Council"], await Employers(town));
        await IsAsBefore();
        var team = await town.Team("Riverside");
        var past = Assert.Single(await town.Council.Ask((LineageDesk desk) => desk.Past([team.Id], default)));
        Assert.Equal(["Care Trust", "Council"], past.Employers.Select(e => e.Employer));
        Assert.Equal(3, (await town.Fairness(team))!.Points.Select(p => p.AsOf).Distinct().Count(d => d < Today));

        async Task IsAsBefore()
        {
            Assert.Equal(members, await town.Members(Today));
            Assert.Equal(holders, await town.Holders());
            Assert.Equal(loads, await town.Loads());
        }

        static byte[] Employed(string employer) => Council.Workbook(
            ("Staff", ["Staff number,Name,Team,Service,Employer,FTE,Employment type",
                $"1001,Grace Adeyemi,Riverside,Safeguarding,{employer},1,Permanent",
                $"1002,Tom Bevan,Riverside,Safeguarding,{employer},0.8,Permanent",
                    "1003,Ngozi Okafor,Hillside,Safeguarding,Agency Ltd,1,Agency"]),
            ("Teams", ["Team,Service,Employer", $"Riverside,Safeguarding,{employer}", $"Hillside,Safeguarding,{employer}"]));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_prepared_ahead_and_done_on_its_day_by_itself(string engine)
    {
        await using var town = await Reorganising.On(engine);
        var one = await town.Prepare(await town.Merge("Valley", "Riverside", "Hillside") with { On = Today.AddDays(3) });
        var before = await town.Council.Dump();

        Assert.Equal(["Its day is 19 November 2026. Until then it is only prepared"], Council.Refused(await town.TryApply(one)));
        Assert.Empty((await Tend(town)).Done);
        Assert.Equal(before, await town.Council.Dump());

        // The machine was off on the day itself: it is done when it is on again, and counts from its day.
        town.Council.Clock.Pass(TimeSpan.FromDays(4));
        Assert.Equal(one.Id, Assert.Single((await Tend(town)).Done).Id);
        Assert.Empty((await Tend(town)).Done);
        Assert.Equal(["1001 Riverside 1", "1002 Riverside 1", "1003 Hillside 1"], await town.Members(Today.AddDays(2)));
        Assert.Equal(["1001 Valley 1", "1002 Valley 1", "1003 Valley 1"], await town.Members(Today.AddDays(3)));
        await town.Council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Shows_before_it_is_done_who_moves_and_what_each_team_carries(string engine)
    {
        await using var town = await Reorganising.On(engine);
        var one = await town.Prepare(await town.Split("Riverside", ["North", "South"], ("1002", 1)));

        var seen = (await town.Show(one)).Preview!;

        Assert.Equal(["Grace Adeyemi → North", "Tom Bevan → South"], seen.Moves.Select(m => $"{m.Name} → {m.Into}"));
        Assert.Equal(["R-1", "R-2", "R-3", "R-4"], seen.Cases);
        var (old, north, south) = (
            seen.Teams.Single(t => t.Name == "Riverside"), seen.Teams.Single(t => t.Name == "North"),
                seen.Teams.Single(t => t.Name == "South"));
        Assert.Equal((2, 4, null), (old.Before!.People, old.Before.Cases, old.After));
        Assert.Equal((1, 3, 1, 1), (north.After!.People, north.After.Cases, south.After!.People, south.After.Cases));
        Assert.Equal(old.Before.Points, north.After.Points + south.After.Points);
        Assert.Equal(old.Before.Capacity, north.After.Capacity + south.After.Capacity);

        // What it said is what came of it.
        Council.Good(await town.TryApply(one));
        var again = await town.Prepare(await town.Merge("Riverside again", "North", "South"));
        var after = (await town.Show(again)).Preview!.Teams.Single(t => t.Name == "North").Before!;
        Assert.Equal((north.After.People, north.After.Cases, north.After.Points), (after.People, after.Cases, after.Points));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Takes_along_who_manages_the_team_and_what_is_on_its_way(string engine)
    {
        await using var two = await Between_teams.On(engine);
        var town = new Reorganising(two.Council);
        var transfer = await two.Propose();
        var account = Council.Good(Account.Open("grace@example.org", "Grace Adeyemi", null, DateTime.UnixEpoch));
        var riverside = (await town.Team("Riverside")).Id;
        await two.Council.Db(db => db.Change(async () =>
        {
            db.Add(account);
            await db.SaveChangesAsync();
            db.Add(AccountGrant.Give(account.Id, new(Role.TeamManager, riverside)));
            return default(Done);
        }, default));

        var merge = await town.Prepare(await town.Merge("Valley", "Riverside", "Hillside"));
        Assert.Contains("1 cases are on their way between teams that would become one. End these transfers first", Council.Refused(await town.TryApply(merge)));
        Council.Good(await two.Council.Ask((ReorganisationDesk desk) => desk.Withdraw(merge.Id, 0, Reorganising.Director, default)));

        await town.Do(await town.Split("Riverside", ["North", "South"], ("1002", 1)));

        var north = await town.Team("North");
        var moved = (await two.Show(transfer, two.Principal))!.Transfer;
        Assert.Equal((north.Id, north.Id), (moved.FromTeamId, moved.OwnerTeamId));
        var held = await two.Council.Db(
            db => db.Set<AccountGrant>().Where(g => g.AccountId == account.Id).Select(g => g.TeamId).ToListAsync());
        Assert.Equal(
            new HashSet<Id<Team>?> { north.Id, (await town.Team("South")).Id }, [.. held]);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_followed_by_figures_over_time_which_say_so(string engine)
    {
        await using var town = await Reorganising.On(engine);
        var before = (await town.Fairness(await town.Team("Riverside")))!.Points.Count;

        await town.Do(await town.Merge("Valley", "Riverside", "Hillside"));
        await town.Council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-16");

        var view = (await town.Fairness(await town.Team("Valley")))!;
        Assert.Equal(before + 1, view.Points.Count);
        var was = Assert.Single(Assert.Single(view.Past).Was);
        Assert.Equal((Yesterday, false), (was.Until, was.IsPart));
        Assert.Equal(["Hillside", "Riverside"], was.Teams);
    }

    private static Task<ReorganisationsTended> Tend(Reorganising town) => town.Council.Ask((ReorganisationDesk desk) => desk.Tend(default));

    private static Task<List<string>> Employers(Reorganising town) =>
        town.Council.Db(db => db.Workers.Select(w => w.Employer).Distinct().OrderBy(e => e).ToListAsync());
}
