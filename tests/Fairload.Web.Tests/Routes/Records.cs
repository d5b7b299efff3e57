using Fairload.App;
using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Allocation.Scenarios;
using Fairload.Core.Caseload;
using Fairload.Core.Caseload.Calibration;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Fairload.Web.Tests.Journeys;
using Microsoft.EntityFrameworkCore;

namespace Fairload.Web.Tests.Routes;

/// <summary>What a route's address names.</summary>
internal enum Kind { Nothing, Team, Service, Worker, Case, WaitingCase, Account, Import, Round, Scenario }

/// <summary>How near a record is to the reader.</summary>
internal enum Nearness { Own, OwnTeam, OtherTeam, OtherService, NotThere }

/// <summary>Records of the made-up council that stand for others: for any reader, one of their own, one of their team, and so on.</summary>
internal sealed class Records
{
    /// <summary>Somebody at work in one team only, with a case that is held by nobody else.</summary>
    private sealed record Holder(Id<Worker> Worker, Team Team, Id<Case>? Case);

    private readonly List<Holder> _holders;
    private readonly List<Team> _teams;

    private readonly ILookup<Id<Team>?, Id<Case>> _waiting;

    private Records(
        List<Holder> holders, List<Team> teams, ILookup<Id<Team>?, Id<Case>> waiting, Team manages, Id<ImportRun> import,
        Id<Account> account, Id<CalibrationRound> round, Id<Scenario> scenario) =>
        (_holders, _teams, _waiting, Manages, Import, Account, Round, Scenario) =
            (holders, teams, waiting, manages, import, account, round, scenario);

    /// <summary>A team beside which there is another in the same service.</summary>
    public Team Manages { get; }
    public Id<ImportRun> Import { get; }
    public Id<Account> Account { get; }
    public Id<CalibrationRound> Round { get; }

    /// <summary>Of the managed team.</summary>
    public Id<Scenario> Scenario { get; }

    public static Task<Records> Of(Served site) => site.Ask(async db =>
    {
        var today = site.Clock.UkToday;
        var teams = (await db.Teams.AsNoTracking().ToListAsync())
            .Where(t => t.Exists(today)).OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        var members = (await db.Memberships.AsNoTracking().ToListAsync()).Where(m => m.IsOn(today)).ToLookup(m => m.WorkerId);
        var waiting = (await db.Assignments.AsNoTracking().Where(a => a.ToOn == null && a.WorkerId == null && a.TeamId != null)
            .OrderBy(a => a.CaseId).ToListAsync()).ToLookup(a => a.TeamId, a => a.CaseId);
        var open = (await db.Assignments.AsNoTracking().Where(a => a.ToOn == null).ToListAsync())
            .GroupBy(a => a.CaseId).Where(g => g.Count() == 1).Select(g => g.Single()).ToLookup(a => a.WorkerId);
        var holders = from worker in (await db.Workers.AsNoTracking().ToListAsync()).OrderBy(w => w.StaffNumber, StringComparer.Ordinal)
                      where !worker.HasLeft(today) && members[worker.Id].Count() == 1
                      let team = teams.Find(t => t.Id == members[worker.Id].Single().TeamId)
                      where team is not null
                      let held = open[worker.Id].FirstOrDefault(a => a.TeamId == team.Id)
                      select new Holder(worker.Id, team, held?.CaseId);
        var all = holders.ToList();
        bool Works(Team team) => all.Any(h => h.Team.Id == team.Id && h.Case is not null) && waiting[team.Id].Any();
        var manages = teams.First(t => Works(t) && teams.Any(o => o.Id != t.Id && o.Service == t.Service && Works(o)));
        var run = await db.Set<ImportRun>().AsNoTracking().Where(r => r.Kind == ImportKind.AnnexA).OrderBy(r => r.Id).FirstAsync();
        var account = await db.Set<Account>().AsNoTracking().OrderBy(a => a.Email).FirstAsync();
        return new Records(all, teams, waiting, manages, run.Id, account.Id, await OpenRound(db, today), await Kept(db, manages.Id));
    });

    /// <summary>A round of calibration that is open.</summary>
    private static async Task<Id<CalibrationRound>> OpenRound(FairloadDb db, DateOnly today)
    {
        var set = ReferenceData.FactorSets().First(s => s.Area == Area.Children);
        var vignettes = ReferenceData.Vignettes().Where(v => v.Area == Area.Children).ToList();
        Assert.True(CalibrationRound.Open(set, vignettes, today.AddDays(14), today, "The tests").Try(out var round, out _));
        db.Add(round);
        await db.SaveChangesAsync();
        return round.Id;
    }

    private static async Task<Id<Scenario>> Kept(FairloadDb db, Id<Team> team)
    {
        var what = """
            {"gone":[],"levelGone":null,"leave":null,"new":{"count":2,"level":"Experienced","fte":1},"weights":null,"overFrom":null,
            "newCasesAWeek":null}
            """;
        var made = Core.Allocation.Scenarios.Scenario.Keep("Two more", team, "", what, "The tests", DateTime.UnixEpoch);
        Assert.True(made.Try(out var kept, out _));
        db.Add(kept);
        await db.SaveChangesAsync();
        return kept.Id;
    }

    /// <summary>Somebody of the managed team with cases, for a practitioner to be.</summary>
    public Id<Worker> SomebodyWithCases => _holders.First(h => h.Team.Id == Manages.Id && h.Case is not null).Worker;

    /// <summary>Null where the reader has none: somebody who is not on the staff sheet has no own case.</summary>
    public string? Of(Kind kind, Nearness near, Visitor? who)
    {
        var reader = who?.Worker;
        if (near == Nearness.NotThere) return kind == Kind.Service ? "No such service" : Guid.CreateVersion7().ToString();
        var holdsAPlace = who?.Grants.Any(g => g.Team is not null || g.Service is not null) == true;
        var home = holdsAPlace ? Manages : _holders.Find(h => h.Worker == reader)?.Team ?? Manages;
        bool IsNear(Team team) => near switch
        {
            Nearness.Own or Nearness.OwnTeam => team.Id == home.Id,
            Nearness.OtherTeam => team.Id != home.Id && team.Service == home.Service,
            _ => team.Service != home.Service,
        };
        var people = _holders.Where(h => near == Nearness.Own ? h.Worker == reader : h.Worker != reader && IsNear(h.Team)).ToList();
        return kind switch
        {
            Kind.Team => near == Nearness.Own ? null : _teams.Find(IsNear)?.Id.ToString(),
            Kind.Service => near is Nearness.Own or Nearness.OtherTeam ? null : Uri.EscapeDataString(_teams.Find(IsNear)!.Service),
            Kind.Worker => people.FirstOrDefault(h => h.Case is not null || near == Nearness.Own)?.Worker.ToString(),
            Kind.Case => people.FirstOrDefault(h => h.Case is not null)?.Case?.ToString(),
            Kind.WaitingCase => near == Nearness.Own ? null
                : _teams.Where(IsNear).SelectMany(t => _waiting[t.Id]).Select(c => c.ToString()).FirstOrDefault(),
            Kind.Account => near == Nearness.OwnTeam ? Account.ToString() : null,
            Kind.Scenario => near == Nearness.OwnTeam ? Scenario.ToString() : null,
            Kind.Round => near == Nearness.OwnTeam ? Round.ToString() : null,
            Kind.Import => near == Nearness.OwnTeam ? Import.ToString() : null,
            _ => near == Nearness.OwnTeam ? "" : null,
        };
    }

    /// <summary>One that anybody with the permission for the managed team may open.</summary>
    public string Example(Kind kind) => Of(kind, Nearness.OwnTeam, null) ?? "";
}
