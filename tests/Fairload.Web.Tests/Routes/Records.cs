using Fairload.App;
using Fairload.App.Allocation.Transfers;
using Fairload.App.Caseload;
using Fairload.App.HealthCheck.Cycles;
using Fairload.App.HealthCheck.Report;
using Fairload.App.Supervision;
using Fairload.App.Supervision.Sessions;
using Fairload.App.Surveys.Returns;
using Fairload.App.Surveys.Rounds;
using Fairload.Core.Access;
using Fairload.Core.Allocation.Scenarios;
using Fairload.Core.Allocation.Transfers;
using Fairload.Core.Caseload;
using Fairload.Core.Caseload.Calibration;
using Fairload.Core.HealthCheck.Cycles;
using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Imports;
using Fairload.Core.Supervision;
using Fairload.Core.Supervision.Sessions;
using Fairload.Core.Surveys.Results;
using Fairload.Core.Surveys.Returns;
using Fairload.Core.Surveys.Rounds;
using Fairload.Core.Workforce;
using Fairload.Web.Tests.Journeys;
using Fairload.Web.Tests.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Fairload.Web.Tests.Routes;

/// <summary>What a route's address names.</summary>
internal enum Kind
{
    Nothing, Team, Service, Worker, Case, WaitingCase, Account, Import, Meeting, MeetingLine, Asked, Reply, Colleague, Transfer,
    PanelSession, Booking, Round, Scenario, SurveyRound, SurveyResult, Action, Scrutiny,
    Resolution, Supervision, Risk, Incident, SmallThing, Feedback, FrozenEdition, Evidence, PeerReview, AuditRound, AuditFile,
    Reorganisation, Vacancy, Initiative
}

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
    private readonly Dictionary<(Kind, Nearness), string> _underWay = [];
    private Id<SurveyRound> _survey;
    private Id<SurveyRound> _released;
    private Id<FrozenEdition> _edition;

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

    /// <summary>What people have done since the extracts.</summary>
    public Planted Planted { get; set; } = null!;

    /// <summary>A team of each nearness to the managed one, with its meeting.</summary>
    public IEnumerable<Team> OneOfEach => new[]
    {
        Manages, _teams.First(t => t.Id != Manages.Id && t.Service == Manages.Service), _teams.First(t => t.Service != Manages.Service),
    };

    /// <summary>A case of theirs.</summary>
    public Id<Case> CaseOf(Id<Worker> worker) => _holders.First(h => h.Worker == worker).Case!.Value;

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
        if (near == Nearness.NotThere)
        {
            return kind switch
            {
                Kind.Service => "No such service",
                Kind.MeetingLine => $"{Guid.CreateVersion7()}/lines/{Guid.CreateVersion7()}",
                _ => Guid.CreateVersion7().ToString(),
            };
        }

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
            Kind.Colleague => near == Nearness.Own ? null : people.FirstOrDefault(h => h.Case is not null)?.Worker.ToString(),
            Kind.Case => people.FirstOrDefault(h => h.Case is not null)?.Case?.ToString(),
            Kind.WaitingCase => near == Nearness.Own ? null
                : _teams.Where(IsNear).SelectMany(t => _waiting[t.Id]).Select(c => c.ToString()).FirstOrDefault(),
            Kind.Meeting => near == Nearness.Own ? null : Planted.Meetings.FirstOrDefault(m => IsNear(m.Team)).Meeting?.ToString(),
            Kind.MeetingLine => near == Nearness.Own ? null : Planted.Meetings.FirstOrDefault(m => IsNear(m.Team)).Line,
            Kind.Asked => near == Nearness.Own && reader == SomebodyWithCases ? Planted.Asked.ToString() : null,
            Kind.Reply => near == Nearness.OwnTeam ? Planted.Reply.ToString() : null,
            Kind.Booking or Kind.Supervision when near == Nearness.Own && reader != SomebodyWithCases => null,
            // A practitioner sees what is promised for their own team, which is further than their own.
            Kind.Action when near == Nearness.OwnTeam && reader == SomebodyWithCases => null,
            Kind.Action or Kind.Scrutiny or Kind.Resolution or Kind.Transfer or Kind.PanelSession or Kind.Booking or Kind.Supervision
                or Kind.Risk or Kind.Incident or Kind.SmallThing or Kind.Feedback or Kind.Evidence or Kind.PeerReview
                or Kind.AuditRound or Kind.AuditFile or Kind.Reorganisation or Kind.Vacancy or Kind.Initiative =>
                _underWay.GetValueOrDefault((kind, near)),
            Kind.Account => near == Nearness.OwnTeam ? Account.ToString() : null,
            Kind.Scenario => near == Nearness.OwnTeam ? Scenario.ToString() : null,
            Kind.FrozenEdition => near == Nearness.OwnTeam ? _edition.ToString() : null,
            Kind.SurveyRound => near == Nearness.OwnTeam ? _survey.ToString() : null,
            Kind.SurveyResult => near == Nearness.OwnTeam ? _released.ToString() : null,
            Kind.Round => near == Nearness.OwnTeam ? Round.ToString() : null,
            Kind.Import => near == Nearness.OwnTeam ? Import.ToString() : null,
            _ => near == Nearness.OwnTeam ? "" : null,
        };
    }

    /// <summary>Transfers between teams and cases at the panel, as a principal social worker begins them.</summary>
    public async Task Begin(Served site)
    {
        var plan = new RoundPlan(
            "pulse", RoundMode.PersonalCodes, site.Clock.UkToday, site.Clock.UkToday.AddDays(14), 10, 20, [BackgroundQuestion.RoleGroup],
            "Ola Reed");
        _survey = Good(await site.Desk<RoundDesk, Result<SurveyRound>>(desk => desk.Plan(plan, Reader.AtTheMachine, default))).Id;
        _released = await site.Services.Released(plan with { Mode = RoundMode.Kiosk });
        var reader = new Reader("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);
        await Return(site, reader);
        await HealthCheck(site, reader);
        _edition = await Published(site, reader);
        bool Works(Team team) => _holders.Any(h => h.Team.Id == team.Id && h.Case is not null);
        var beside = _teams.First(t => t.Id != Manages.Id && t.Service == Manages.Service && Works(t));
        var far = _teams.First(t => t.Service != Manages.Service && Works(t));
        foreach (var (kind, key) in await PlantedReviews.In(site, reader, far.Id)) _underWay[(kind, Nearness.OwnTeam)] = key;
        var further = _teams.First(t => t.Service != Manages.Service && t.Id != far.Id);
        foreach (var (near, from, to) in new[]
            { (Nearness.OwnTeam, Manages, beside), (Nearness.OtherTeam, beside, far), (Nearness.OtherService, far, further) })
        {
            var one = await Spare(site, _holders.Where(h => h.Team.Id == from.Id && h.Worker != SomebodyWithCases));
            var what = new Proposal(one, from.Id, to.Id, "The family has moved", "The school knows", PersonWish.NotKnown);
            var made = await site.Desk<TransferDesk, Result<Transfer>>(desk => desk.Propose(what, reader, default));
            _underWay[(Kind.Transfer, near)] = Good(made).Id.ToString();
        }

        await PlantedActions.In(site, Account, [Manages, beside, far], _underWay);
        foreach (var (near, team) in new[] { (Nearness.OwnTeam, Manages), (Nearness.OtherTeam, beside), (Nearness.OtherService, far) })
            foreach (var (kind, key) in await site.Planted(team, reader)) _underWay[(kind, near)] = key;

        var day = site.Clock.UkToday.AddDays(3);
        foreach (var (near, service) in new[] { (Nearness.OwnTeam, Manages.Service), (Nearness.OtherService, far.Service) })
        {
            var offer = new PanelOffer(service, day, new(14, 30), $"Room of {service}", "Pat Singh, Ola Reed", 4, 30);
            var made = await site.Desk<PanelSessionDesk, Result<PanelSession>>(desk => desk.Open(offer, reader, default));
            _underWay[(Kind.PanelSession, near)] = Good(made).Id.ToString();
        }

        foreach (var (near, team, slot) in new[]
            {
                (Nearness.Own, Manages, 1), (Nearness.OwnTeam, Manages, 2), (Nearness.OtherTeam, beside, 3),
                (Nearness.OtherService, far, 1),
            })
        {
            var session = _underWay[(Kind.PanelSession, near == Nearness.OtherService ? near : Nearness.OwnTeam)];
            Assert.True(Id<PanelSession>.TryParse(session, out var id));
            var whose = _holders.Where(h => h.Team.Id == team.Id && (h.Worker == SomebodyWithCases) == (near == Nearness.Own));
            var one = await Spare(site, whose);
            var made = await site.Desk<PanelDesk, Result<PanelBooking>>(
                desk => desk.Book(one, id, slot, "Is this still the right plan?", reader, default));
            _underWay[(Kind.Booking, near)] = Good(made).Id.ToString();
            var person = whose.First(h => h.Case is not null).Worker;
            var planned = await site.Desk<SupervisionDesk, Result<SupervisionSession>>(
                desk => desk.Plan(person, new(site.Clock.UkToday.AddDays(9), new(10, 0), "Room 2", null), reader, default));
            _underWay[(Kind.Supervision, near)] = Good(planned).Id.ToString();
        }
    }

    /// <summary>A signed return of this year, and a correction of it that is being filled in.</summary>
    private static async Task Return(Served site, Reader reader)
    {
        var year = site.Clock.UkToday.Year;
        Good(await site.Desk<ReturnDesk, Result<EmployersReturn>>(desk => desk.Begin(year, reader, default)));
        var said = new Dictionary<string, string> { ["EW1"] = "3", ["EW1N"] = "The policy of May." };
        Good(await site.Desk<ReturnDesk, Result<EmployersReturn>>(desk => desk.Save(year, "workload", 0, said, reader, default)));
        Good(await site.Desk<ReturnDesk, Result<EmployersReturn>>(desk => desk.Sign(year, "Principal social worker", 1, reader, default)));
        Good(await site.Desk<ReturnDesk, Result<EmployersReturn>>(desk => desk.Correct(year, "A date was wrong.", reader, default)));
    }

    /// <summary>The health check of this year with a finding on which somebody was heard.</summary>
    private static async Task HealthCheck(Served site, Reader reader)
    {
        var today = site.Clock.UkToday;
        Good(await site.Desk<CycleDesk, Result<Cycle>>(
            desk => desk.Begin(today.Year, "five-areas-2009", today.AddYears(-1), today, reader, default)));
        var said = new FindingSaid(FindingKind.Concern, "workload", ["vacancy-rate"], "", "Posts stand empty for months.", "", "");
        Good(await site.Desk<TalkDesk, Result<Finding>>(desk => desk.Write(today.Year, null, said, 0, reader, default)));
        var voice = new VoiceSaid(VoiceSide.Frontline, Stance.Agrees, "We feel it every week.", today);
        Good(await site.Desk<TalkDesk, Result<Finding>>(desk => desk.Hear(today.Year, 1, voice, reader, default)));
    }

    /// <summary>A report of that health check that everybody may read.</summary>
    private static Task<Id<FrozenEdition>> Published(Served site, Reader reader) => site.Ask(db => db.Change(
        async () =>
        {
            var (cycle, now) = (await db.Set<Cycle>().SingleAsync(), site.Clock.GetUtcNow().UtcDateTime);
            var text = ReportJson.Write(MadeUpReport.Of(Edition.Public));
            var frozen = new FrozenEdition(
                Id<FrozenEdition>.New(), cycle.Id.Value, cycle.Year, Edition.Public, "en", ReportJson.Hash(text), text, reader.Name, now);
            db.Add(frozen);
            db.Add(Good(Publication.Decide(frozen, new(Edition.Public, "The council resolved it.", "At two forums.", null), true,
                reader.Name, now)));
            return frozen.Id;
        },
        default));

    /// <summary>A case that one of them holds alone, and not the one that stands for all of theirs.</summary>
    private static Task<Id<Case>> Spare(Served site, IEnumerable<Holder> whose)
    {
        var workers = whose.Select(h => (Id<Worker>?)h.Worker).ToList();
        var examples = whose.Select(h => h.Case).OfType<Id<Case>>().ToList();
        return site.Ask(db => db.Assignments
            .Where(a => workers.Contains(a.WorkerId) && a.ToOn == null && !examples.Contains(a.CaseId) && a.Share == 1)
            .OrderBy(a => a.CaseId).Select(a => a.CaseId).FirstAsync());
    }

    internal static T Good<T>(Result<T> done) where T : notnull =>
        done.Try(out var made, out var problems) ? made : throw new InvalidOperationException(problems[0].Message);

    /// <summary>One that anybody with the permission for the managed team may open.</summary>
    public string Example(Kind kind) => kind == Kind.Asked ? Planted.Asked.ToString() : Of(kind, Nearness.OwnTeam, null) ?? "";
}
