using Fairload.App.Access;
using Fairload.App.Check;
using Fairload.App.Demo;
using Fairload.App.HealthCheck.Report;
using Fairload.App.Imports;
using Fairload.App.PeerReview;
using Fairload.App.PeerReview.Room;
using Fairload.App.Schema;
using Fairload.App.Store;
using Fairload.App.Surveys.Ballots;
using Fairload.App.Surveys.Comments;
using Fairload.App.Surveys.Results;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Answers;
using Fairload.Core.Allocation.Meetings;
using Fairload.Core.Allocation.Transfers;
using Fairload.Core.Caseload;
using Fairload.Core.HealthCheck.Report;
using Fairload.Core.PeerReview.Room;
using Fairload.Core.Supervision;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Comments;
using Fairload.Core.Surveys.Results;
using Fairload.Core.Surveys.Rounds;
using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Initiatives;
using Fairload.Core.Workforce.Posts;
using Fairload.Core.Workforce.Reorganisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fairload.App.Tests.Demo;

public sealed class The_last_days_of_the_made_up_council
{
    [Fact]
    public async Task Leave_no_page_of_allocation_empty()
    {
        var council = Enumerable.Range(1, 40).Select(seed => DemoCouncil.From(seed, new DemoSize(108, 18, 640, 280))).First(IsOneTeam);
        await using var services = await Built(council);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FairloadDb>();

        var answers = await db.Set<AllocationAnswer>().OrderBy(a => a.AnsweredAt).Select(a => a.Kind).ToListAsync();
        Assert.Equal([AnswerKind.Agreed, AnswerKind.LetsTalk, AnswerKind.NotSafe], answers);
        Assert.Equal(4, await db.Set<AllocationDecision>().CountAsync(d => d.Kind == DecisionKind.Allocated));
        Assert.Equal(1, await db.Set<AllocationDecision>().CountAsync(d => d.Kind == DecisionKind.Interim));
        Assert.Equal(
            [TransferState.Proposed, TransferState.Proposed, TransferState.WithHead],
            (await db.Set<Transfer>().ToListAsync()).Select(t => t.State).Order());
        Assert.All(await db.Set<Transfer>().ToListAsync(), t => Assert.NotEmpty(t.Handover));
        Assert.Equal((3, 2), (await db.Set<PanelSession>().CountAsync(), await db.Set<PanelBooking>().CountAsync()));
        Assert.Equal(1, await db.Set<PanelBooking>().CountAsync(b => b.AdvisedAt != null));
        var entered = await db.Set<CaseSupplement>().ToListAsync();
        Assert.Contains(entered, s => s.Wish != OwnWish.NotStated);
        Assert.Contains(entered, s => s.Locality.Length > 0);
        Assert.Contains(entered, s => s.HearingOn is not null);
        Assert.Contains(entered, s => s.Family.Length > 0);
        Assert.True(await db.Set<CaseCoWorker>().AnyAsync(k => k.ToOn == null));
        Assert.Equal(6, await db.Set<Initiative>().CountAsync(i => i.ReplacedAt == null));
        Assert.True(await db.Set<WorkerWord>().AnyAsync());
        var meeting = Assert.Single(await db.Set<AllocationMeeting>().ToListAsync());
        Assert.Equal(MeetingState.Open, meeting.State);
        Assert.Equal(
            [LineMark.Pinned, LineMark.Left],
            (await db.Set<MeetingLine>().ToListAsync()).Select(l => l.Mark).Where(m => m != LineMark.Free).Order());
        var survey = Assert.Single(await db.Set<SurveyRound>().Where(r => r.State == RoundState.Open).ToListAsync());
        Assert.True(survey.IsOpen(council.Today));
        Assert.NotNull(await scope.ServiceProvider.GetRequiredService<BallotStore>().Participation(survey.Id, default));
        var reorganised = await db.Set<Reorganisation>().ToListAsync();
        Assert.Equal(
            [(ReorganisationKind.MoveService, ReorganisationState.Applied), (ReorganisationKind.Merge, ReorganisationState.Prepared)],
            reorganised.OrderBy(r => r.DueOn).Select(r => (r.Plan.Kind, r.State)));
        Assert.Contains(await db.Teams.ToListAsync(), t => t.Employer == "Marlshire Care Trust");
        Assert.Equal(
            [VacancyStage.NotAdvertised, VacancyStage.Advertised, VacancyStage.Late],
            (await db.Set<Vacancy>().ToListAsync()).Select(v => v.StageOn(council.Today)).Order());
        var undo = await scope.ServiceProvider.GetRequiredService<ImportDesk>().LookAtUndo(
            new("Ana Diaz", null, [new(Role.Analyst)]), default);
        Assert.DoesNotContain(undo!.Forbidden, p => p.Message.Contains("reorganisations", StringComparison.Ordinal));
        Assert.All(await scope.ServiceProvider.GetRequiredService<CheckDesk>().All(default), i => Assert.True(i.Holds, i.Rule));
        await HealthChecksOfBothYears(scope.ServiceProvider, council);
        await PeopleAndCarers(scope.ServiceProvider);
        await Comments(scope.ServiceProvider);
        await EvidenceReviewsAndAudits(scope.ServiceProvider, council);
    }

    /// <summary>Of both years: read by two, redacted, one passed on, and there to be read by a manager.</summary>
    private static async Task Comments(IServiceProvider services)
    {
        var db = services.GetRequiredService<FairloadDb>();
        var manager = new Reader("Max Hill", null, [new(Role.TeamManager)]);
        var closed = await db.Set<SurveyRound>().Where(r => r.State == RoundState.Closed && r.Respondents == Respondents.Practitioners)
            .OrderBy(r => r.OpensOn).Select(r => r.Id).ToListAsync();
        foreach (var round in closed)
        {
            var view = await services.GetRequiredService<CommentDesk>().Show(round, manager, default);
            var texts = view!.Comments!.Groups.SelectMany(g => g.Texts).ToList();
            Assert.InRange(texts.Count, 20, 40);
            Assert.Contains(texts, t => t.Contains(Redaction.Gap, StringComparison.Ordinal));
            Assert.Contains(texts, t => t.StartsWith("Mae ", StringComparison.Ordinal));
        }

        var read = await db.Set<CommentReading>().Where(r => r.RoundId == closed[1]).ToListAsync();
        Assert.All(read, r => Assert.True(r.IsRead));
        Assert.Single(read, r => r.IsPassedOn);
        Assert.Single(read, r => r.IsWithheld);
        HashSet<string> reasons = ["Case", "Health", "NamesSomebody", "TellsTheWriter"];
        Assert.Superset(reasons, read.Select(r => r.Reasons).ToHashSet());
    }

    /// <summary>Twelve files are audited and moderated, and the evaluator is let in and reads what may be read from outside.</summary>
    private static async Task EvidenceReviewsAndAudits(IServiceProvider services, DemoCouncil council)
    {
        var figures = await services.GetRequiredService<ReviewFiguresDesk>().Of(council.Today.AddDays(-60), council.Today, default);
        Assert.Equal((12, 12, 1), (figures.Audits.Results.Finished, figures.Audits.Results.Moderated, figures.Audits.ReauditsDue));
        Assert.NotNull(figures.Audits.Results.GoodOrBetter);
        Assert.Equal(3, figures.Review!.Lines.Count);
        Assert.Equal(new EvidenceByPart("five-areas-2009/tools", 1, 0, 1), figures.Evidence.Single(e => e.Part == "five-areas-2009/tools"));

        var account = await services.GetRequiredService<FairloadDb>().Set<Account>().SingleAsync(a => a.Name == "Ingrid Vale");
        var evaluator = new Reader(account.Name, null, [new(Role.Evaluator)], account.Id);
        var room = await services.GetRequiredService<EvidenceDesk>().List(new(), evaluator, default);
        Assert.Equal(
            ["Checks of equipment, last year", "Lone working: what each team does", "Supervision policy"],
            room.Rows.Select(r => r.Piece.Title));
    }

    /// <summary>Let out by team, some of it typed in, and nobody listed.</summary>
    private static async Task PeopleAndCarers(IServiceProvider services)
    {
        var round = await services.GetRequiredService<FairloadDb>().Set<SurveyRound>()
            .SingleAsync(r => r.Respondents == Respondents.PeopleAndCarers);
        var reader = new Reader("Max Hill", null, [new(Role.TeamManager)]);
        var result = (await services.GetRequiredService<ResultDesk>().Show(round.Id, reader, default))!.Result;
        Assert.InRange(result.Whole.Answered!.Value, 180, 200);
        Assert.True(result.Lines.Count(l => l is { Level: ResultLevel.Unit, Hidden: null }) >= 3, "Hardly a team is shown");
        var record = await services.GetRequiredService<BallotStore>().Record(round.Id, default);
        Assert.InRange(record!.KeyedIn, 20, 70);
        Assert.NotEmpty(await services.GetRequiredService<BallotStore>().Comments(round.Id, default));
    }

    /// <summary>Closed and let out in the past; some joined between them; figures differ by team and have a round before to be held
    /// against.</summary>
    private static async Task HealthChecksOfBothYears(IServiceProvider services, DemoCouncil council)
    {
        var db = services.GetRequiredService<FairloadDb>();
        var closed = await db.Set<SurveyRound>().Where(r => r.State == RoundState.Closed && r.Respondents == Respondents.Practitioners)
            .OrderBy(r => r.OpensOn).ToListAsync();
        Assert.Equal([council.Today.AddYears(-2), council.Today.AddYears(-1)], closed.Select(r => r.OpensOn));
        Assert.All(closed, r => Assert.Equal(r.ClosesOn, r.ClosedOn));
        var asked = closed.ConvertAll(r => db.Set<RoundPerson>().Where(p => p.RoundId == r.Id).Select(p => p.WorkerId).ToHashSet());
        Assert.NotEmpty(asked[1].Except(asked[0]));

        var reader = new Reader("Max Hill", null, [new(Role.TeamManager)]);
        var view = await services.GetRequiredService<ResultDesk>().Show(closed[1].Id, reader, default);
        Assert.Equal(closed[0].Id, view!.Before!.Round.Id);
        // In so small a council most units of the second year are hidden: too few joined them since the first.
        var units = view.Before.Result.Lines.Where(l => l.Level != ResultLevel.Whole && l.Hidden is null).ToList();
        Assert.True(units.Count >= 1, $"{units.Count} units are shown");
        Assert.NotEmpty(await services.GetRequiredService<BallotStore>().Comments(closed[1].Id, default));
        Assert.InRange(view.Result.Whole.Answered!.Value, asked[1].Count * 50 / 100, asked[1].Count * 75 / 100);
    }

    /// <summary>As in the usual demo, the manager to sign in as manages whoever is newly qualified.</summary>
    private static bool IsOneTeam(DemoCouncil council)
    {
        var newly = council.People.Where(p => p.Role == Role.Practitioner).ElementAt(1).StaffNumber;
        var team = council.Workers.Single(w => w.StaffNumber == newly).Team?.On(council.Today).Name;
        return team == council.People.Single(p => p.Role == Role.TeamManager).Team;
    }

    private static async Task<ServiceProvider> Built(DemoCouncil council)
    {
        var folder = Directory.CreateTempSubdirectory("fairload-week-").FullName;
        Assert.True(DataDirectory.Open(folder).Try(out var data, out _));
        var clock = new MovedClock(TimeProvider.System, council.Today);
        var services = new ServiceCollection().AddLogging().AddFairload(data, clock).AddSingleton<ReportWriter>(Report)
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FairloadDb>();
        await db.BringUpToDate(default);
        var files = Directory.CreateTempSubdirectory("fairload-files-");
        await new DemoBuilder(
            db, scope.ServiceProvider.GetRequiredService<ImportDesk>(), scope.ServiceProvider.GetRequiredService<AccountDesk>(), clock,
            new DemoWeek(services, clock)).Build(council, DemoFiles.Write(council, files.FullName), _ => { }, default);
        files.Delete(recursive: true);
        return services;
    }

    /// <summary>As short as a report can be: what stands in one is tested where it is written.</summary>
    private static ReportDocument Report(YearData data, Edition edition, string language) => new(
        "Health check", "Council", edition, language, data.On,
        [new("only", [new HeadingBlock(1, "Only"), new ParagraphBlock("Text", "text")])]);
}
