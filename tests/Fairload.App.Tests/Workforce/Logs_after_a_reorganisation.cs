using Fairload.App.Tests.Actions;
using Fairload.App.Tests.Imports;
using Fairload.Core.Actions;
using Fairload.Core.Imports;
using Fairload.Core.Supervision.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Workforce;

/// <summary>Whoever keeps a log goes on writing the names that they know.</summary>
public sealed class Logs_after_a_reorganisation
{
    private const string Header = "Kind,Date,Outcome,Team,Service,Minutes,Attended,Why cancelled";

    [Theory, ClassData(typeof(Engines))]
    public async Task Tell_of_the_team_that_had_the_work_on_the_day(string engine)
    {
        await using var town = await Reorganising.On(engine);
        await town.Do(await town.Merge("Valley", "Riverside", "Hillside"));
        town.Council.Clock.Pass(TimeSpan.FromDays(4));

        var log = Council.Csv(Header, "Team,02/11/2026,Held,Riverside,,60,9,", "Team,18/11/2026,Held,Hillside,,60,9,");
        var did = await town.Council.Import(ImportKind.Meetings, log, "2026-11-20");

        Assert.Equal((2, 0), (did.Added, did.Problems.Count));
        Assert.Equal(["Riverside", "Valley"], await Met(town.Council));
        Assert.Equal((0, 2), (await town.Council.Import(ImportKind.Meetings, log, "2026-11-20")) is var again
            ? (again.Added, again.Unchanged) : default);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Are_understood_under_the_old_name_of_a_team(string engine)
    {
        await using var town = await Reorganising.On(engine);
        await town.Do(await town.Rename("Riverside", "Valley"));
        await town.Council.Import(ImportKind.Meetings, Council.Csv(Header, "Team,02/11/2026,Held,Riverside,,60,9,"), "2026-11-16");
        Assert.Equal(["Valley"], await Met(town.Council));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Double_nothing_when_they_are_read_once_more(string engine)
    {
        await using var town = await Reorganising.On(engine);
        var risks = Council.Csv(
            "Kind,Team,About,Place or role,Staff number,Done on,Done by,Review on",
            "Lone working,Riverside,,,,12/01/2026,Manager,12/01/2027");
        Assert.Equal(1, (await town.Council.Import(ImportKind.Risks, risks, "2026-11-16")).Added);
        await town.Do(await town.Merge("Valley", "Riverside", "Hillside"));
        var again = await town.Council.Import(ImportKind.Risks, risks, "2026-11-16");
        Assert.Equal((0, 0, 1), (again.Added, again.Changed, again.Unchanged));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Leave_out_no_action_of_a_team_that_is_called_otherwise_now(string engine)
    {
        await using var acting = await ActingCouncil.On(engine);
        var town = new Reorganising(acting.Council);
        var today = acting.Council.Clock.UkToday;
        await town.Do(await town.Rename("Riverside", "Valley") with { On = today });
        var sheet = Council.Csv(
            "Action,Owner,Due,Source,Source words,Unit,Measure,Direction",
            "Give the duty room a door,1001,01/12/2026,Small thing,,Riverside,,");
        Assert.Equal(1, (await acting.Council.Import(ImportKind.Actions, sheet, $"{today:yyyy-MM-dd}")).Added);
        var valley = (await town.Team("Valley")).Id;
        Assert.Equal(valley, (await acting.Council.Db(db => db.Set<AgreedAction>().SingleAsync())).TeamId);
    }

    private static Task<List<string>> Met(Council council) => council.Db(async db => await (
        from m in db.Set<TeamMeeting>()
        join t in db.Teams on m.TeamId equals t.Id
        orderby t.Name
        select t.Name).ToListAsync());
}
