using Fairload.App.PeerReview;
using Fairload.App.PeerReview.Audits;
using Fairload.App.PeerReview.Reviews;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Fairload.Core.PeerReview.Audits;
using Fairload.Core.PeerReview.Reviews;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.PeerReview;

public sealed class Audits_of_case_files
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Are_drawn_so_that_they_can_be_drawn_again_and_go_to_nobody_of_the_files_own_team(string engine)
    {
        await using var set = await Filled(engine);
        var view = await Draw(set, 4);

        Assert.True(view.CanBeDrawnAgain);
        Assert.Equal((4, 4), (view.Round.ListCount, view.Round.Drawn));
        Assert.All(view.Files, f => Assert.Equal(f.TeamId == set.Riverside ? set.Hugo.Account : set.Rita.Account, f.AuditorId));
        Assert.Equal(["R-1", "R-2", "R-3", "R-5"], view.Files.Select(f => f.Reference).Order());
        var noted = await set.Council.Db(db => db.Set<AuditEntry>().Where(e => e.SubjectKind == "audit round").Select(e => e.Detail)
            .SingleAsync());
        Assert.Contains($"seed {view.Round.Seed}, list {view.Round.ListHash}", noted, StringComparison.Ordinal);

        Assert.Contains("No case was held there", Assert.Single(Council.Refused(await TryDraw(set, 4))), StringComparison.Ordinal);
        await set.Council.Db(db => db.Set<DrawnList>().ExecuteUpdateAsync(l => l.SetProperty(x => x.Refs, "R-1\nR-2\nR-3\nR-6\n")));
        Assert.False((await Show(set, view.Round.Id)).CanBeDrawnAgain);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Are_written_by_their_auditor_and_moderated_by_somebody_else(string engine)
    {
        await using var set = await Filled(engine);
        var file = (await Draw(set, 4)).Files.First(f => f.AuditorId == set.Hugo.Account);
        Assert.Null(await set.Council.Ask((FileAuditDesk desk) => desk.Show(file.Id, set.Rita, default)));

        Council.Good(await Write(set, file, FileGrade.Good, false, 0));
        Assert.Contains("in another window", Assert.Single(Council.Refused(await Write(set, file, FileGrade.Good, true, 0))),
            StringComparison.Ordinal);
        Council.Good(await Write(set, file, FileGrade.Good, true, 1));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Moderate(set, file, set.Rita));
        Council.Good(await Moderate(set, file, Room.Principal));

        var view = (await set.Council.Ask((FileAuditDesk desk) => desk.Show(file.Id, set.Hugo, default)))!;
        Assert.Equal((FileGrade.Good, FileGrade.RequiresImprovement), (view.File.Overall, view.File.Moderated));
        Assert.All(view.Sections, s => Assert.True(s.IsSaid));
        var mine = await set.Council.Ask((FileAuditDesk desk) => desk.All(set.Hugo, default));
        Assert.Equal((1, 0, 1), (mine.Shift!.Moderated, mine.Shift.Raised, mine.Shift.Lowered));
        Assert.Empty(mine.Rounds);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Tell_the_manager_of_what_can_not_wait_by_one_letter_without_a_word_of_it(string engine)
    {
        await using var set = await Filled(engine);
        var file = (await Draw(set, 4)).Files.First(f => f.AuditorId == set.Hugo.Account);
        Task<Result<AuditFile>> Raise() => set.Council.Ask((FileAuditDesk desk) =>
            desk.Raise(file.Id, "A child was not seen for nine weeks", set.Hugo, default));
        Council.Good(await Raise());
        Assert.Contains("raised about this file already", Assert.Single(Council.Refused(await Raise())), StringComparison.Ordinal);

        var letter = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(set.Council.Data.Path, "outbox"), "*.eml")));
        Assert.Contains("To: rita.moss@example.gov.uk", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("nine weeks", letter, StringComparison.Ordinal);
        Assert.DoesNotContain(file.Reference, letter, StringComparison.Ordinal);

        Assert.Null(await set.Council.Ask((FileAuditDesk desk) => desk.Concern(file.Id, set.Hugo, default)));
        Assert.NotNull(await set.Council.Ask((FileAuditDesk desk) => desk.Concern(file.Id, set.Rita, default)));
        Council.Good(await set.Council.Ask((FileAuditDesk desk) => desk.Answer(file.Id, "Seen this morning", set.Rita, default)));
        Assert.Equal("Seen this morning", Assert.Single((await set.Council.Ask((FileAuditDesk desk) =>
            desk.All(set.Rita, default))).Concerns)
            .File.UrgentAnswer);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Are_done_again_by_their_day_and_give_the_health_check_its_figures(string engine)
    {
        await using var set = await Filled(engine);
        var first = await Draw(set, 4);
        var today = set.Council.Clock.UkToday;
        foreach (var file in first.Files)
        {
            var by = file.AuditorId == set.Hugo.Account ? set.Hugo : set.Rita;
            Council.Good(await Write(set, file, FileGrade.Good, true, 0, by, file.Reference == "R-1" ? today.AddDays(20) : null));
            Council.Good(await Moderate(set, file, Room.Principal));
        }

        var figures = await Figures(set, today);
        Assert.Equal((1, 4, 4, 4, 1, 0), (figures.Audits.Rounds, figures.Audits.Finished, figures.Audits.Results.Finished,
            figures.Audits.Results.Moderated, figures.Audits.ReauditsDue, figures.Audits.ReauditsOverdue));
        Assert.Equal((new GradeCounts(0, 0, 4, 0), new GradeCounts(0, 4, 0, 0)),
            (figures.Audits.Results.Original, figures.Audits.Results.After));
        Assert.Null(figures.Audits.Results.GoodOrBetter);

        set.Council.Clock.Pass(TimeSpan.FromDays(30));
        Assert.Equal((0, 1), ((await Figures(set, today.AddDays(30))).Audits.ReauditsDue,
            (await Figures(set, today.AddDays(30))).Audits.ReauditsOverdue));
        await set.Council.Import(ImportKind.Cases, Extracts.Cases.Concat(System.Text.Encoding.UTF8.GetBytes(
            "R-9,child in need,Children,05/07/2026,,,Hillside,Ngozi Okafor,,\r\n")).ToArray(), "2026-12-14");
        var again = await Draw(set, 4, again: true);
        Assert.Equal(["R-9", "R-1"], again.Files.Select(f => f.Reference));
        Assert.Equal(first.Files.Single(f => f.Reference == "R-1").Id, again.Files[1].ReauditOfId);
        Assert.True(again.CanBeDrawnAgain);
        Assert.Equal(0, (await Figures(set, today.AddDays(30))).Audits.ReauditsOverdue);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Teach_the_managers_of_the_teams_and_nobody_else(string engine)
    {
        await using var set = await Filled(engine);
        var round = (await Draw(set, 4)).Round;
        Task<Result<AuditRound>> Learn(string what) =>
            set.Council.Ask((AuditRoundDesk desk) => desk.Learn(round.Id, what, 0, Room.Principal, default));
        Assert.Contains("This names Grace Adeyemi", Assert.Single(Council.Refused(await Learn("As Grace Adeyemi does"))),
            StringComparison.Ordinal);
        Council.Good(await Learn("Plans say who does what by when"));
        var far = await Room.Account(set.Council, "Ola Reed", new(Role.HeadOfService, Service: "Hospital"));

        Assert.Equal(["Riverside"], Assert.Single((await set.Council.Ask((FileAuditDesk desk) =>
            desk.All(set.Rita, default))).Learnt).Teams);
        Assert.Empty((await set.Council.Ask((FileAuditDesk desk) => desk.All(far, default))).Learnt);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Stand_beside_a_peer_review_whose_notes_only_those_read_who_keep_it(string engine)
    {
        await using var set = await Filled(engine);
        var today = set.Council.Clock.UkToday;
        var said = new ReviewSaid("Northmoor Council", today.AddDays(-3), today.AddDays(-1), "Lead director, principal social worker", "");
        var id = Council.Good(await set.Council.Ask((ReviewDesk desk) => desk.Plan(said, Room.Principal, default))).Id;
        var line = new LineSaid("How do people hear of decisions?", Room.Tools, "Plain letters", "Answer sooner",
            EvidenceConsidered.NotCounted, "");
        Task<Result<LineOfEnquiry>> Save(LineSaid what, int seen) =>
            set.Council.Ask((ReviewDesk desk) => desk.SaveLine(id, 1, what, seen, Room.Principal, default));
        Task<Result<ReviewNote>> Take(string says) => set.Council.Ask((ReviewDesk desk) =>
            desk.Take(id, new(1, NoteSource.Interview, 1, says), Room.Principal, default));

        Council.Good(await Save(line, 0));
        Assert.Contains("has changed this line", Assert.Single(Council.Refused(await Save(line with { Strengths = "Else" }, 0))),
            StringComparison.Ordinal);
        Assert.Contains("This names Tom Bevan", Assert.Single(Council.Refused(await Take("Tom Bevan waits for weeks"))),
            StringComparison.Ordinal);
        Council.Good(await Take("People wait for weeks"));

        Assert.Single((await set.Council.Ask((ReviewDesk desk) => desk.Show(id, Room.Principal, default)))!.Notes);
        Assert.Empty((await set.Council.Ask((ReviewDesk desk) => desk.Show(id, set.Rita, default)))!.Notes);
        var area = Assert.Single(await set.Council.Ask((ReviewDesk desk) => desk.ToConsider(id, set.Rita, default)));
        Assert.Equal(($"peer-review {id}/1", "Answer sooner"), (area.Reference, area.Text));
        var figures = await Figures(set, today);
        Assert.Equal(("Northmoor Council", 1), (figures.Review!.Review.OtherCouncil, figures.Review.Lines.Count));
        Assert.Equal((0, 0, 0), figures.Evidence.Where(e => e.Part == Room.Tools).Select(e => (e.InDate, e.Expiring, e.Expired)).Single());
    }

    private sealed record Set(Council Council, Id<Team> Riverside, Reader Rita, Reader Hugo) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Council.DisposeAsync();
    }

    /// <summary>Rita manages Riverside, Hugo manages Hillside.</summary>
    private static async Task<Set> Filled(string engine)
    {
        var council = await Council.On(engine);
        await council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-07");
        await council.Import(ImportKind.Cases, Extracts.Cases.Concat(System.Text.Encoding.UTF8.GetBytes(
            "R-6,child in need,Children,05/07/2026,06/08/2026,done,Hillside,Ngozi Okafor,,\r\n")).ToArray(), "2026-11-07");
        await council.Db(db => db.Assignments.Where(a => a.WorkerName == "Lee Carter").ExecuteUpdateAsync(a => a.SetProperty(
            x => x.WorkerId, db.Workers.Where(w => w.Name == "Ngozi Okafor").Select(w => (Id<Worker>?)w.Id).Single())));
        var teams = await council.Db(db => db.Teams.ToDictionaryAsync(t => t.Name, t => t.Id));
        return new(
            council, teams["Riverside"], await Room.Account(council, "Rita Moss", new(Role.TeamManager, teams["Riverside"])),
            await Room.Account(council, "Hugo Park", new(Role.TeamManager, teams["Hillside"])));
    }

    private static Task<Result<AuditRound>> TryDraw(Set set, int wanted, bool again = false)
    {
        var today = set.Council.Clock.UkToday;
        var plan = new RoundPlanned(today.AddDays(-90), today, null, "", wanted, today.AddDays(30));
        return set.Council.Ask((AuditRoundDesk desk) =>
            desk.Draw(plan, [set.Rita.Account!.Value, set.Hugo.Account!.Value], again, Room.Principal, default));
    }

    private static async Task<RoundView> Draw(Set set, int wanted, bool again = false) =>
        await Show(set, Council.Good(await TryDraw(set, wanted, again)).Id);

    private static async Task<RoundView> Show(Set set, Id<AuditRound> id) =>
        (await set.Council.Ask((AuditRoundDesk desk) => desk.Show(id, Room.Principal, default)))!;

    private static Task<ReviewFigures> Figures(Set set, DateOnly last) =>
        set.Council.Ask((ReviewFiguresDesk desk) => desk.Of(last.AddDays(-60), last, default));

    private static Task<Result<AuditFile>> Write(
        Set set, AuditFile file, FileGrade grade, bool finish, int seen, Reader? by = null, DateOnly? again = null)
    {
        var said = new FileSaid(
            [.. AuditSections.Codes.Select(c => new AuditedSection(file.Id, c, grade, false, ""))], grade, "Clear", "She felt heard",
            again);
        return set.Council.Ask((FileAuditDesk desk) => desk.Write(file.Id, said, finish, seen, by ?? set.Hugo, default));
    }

    private static Task<Result<AuditFile>> Moderate(Set set, AuditFile file, Reader by) => set.Council.Ask(async (FileAuditDesk desk) =>
        await desk.Moderate(
            file.Id, FileGrade.RequiresImprovement, "No plan for contact",
            await set.Council.Db(db => db.Set<AuditFile>().Where(f => f.Id == file.Id).Select(f => f.Version).SingleAsync()), by, default));
}
