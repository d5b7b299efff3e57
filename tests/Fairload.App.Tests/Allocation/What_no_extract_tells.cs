using Fairload.App.Allocation;
using Fairload.App.Allocation.Meetings;
using Fairload.App.Caseload;
using Fairload.App.Tests.Imports;
using Fairload.App.Workforce;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Meetings;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Allocation;

/// <summary>Three people with the same room, of whom nothing speaks for one but what was entered.</summary>
public sealed class What_no_extract_tells
{
    private static readonly Reader Principal = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);

    [Theory, ClassData(typeof(Engines))]
    public async Task Of_conflicts_and_of_languages_that_must_be_spoken_is_a_rule_wherever_somebody_asks(string engine)
    {
        await using var council = await Filled(engine);
        await Enter(council, "W-1", new("somali", true, OwnWish.NotStated, null, ""), "1001");
        await Speaks(council, "1002", "somali");

        var view = (await One(council, "W-1"))!;
        Assert.Equal(["Tom Bevan"], view.Answer.Best.Select(w => view.People[w.Worker].Worker.Name));
        Assert.Equal(
            [("Grace Adeyemi", Rule.Conflict), ("Ngozi Okafor", Rule.LanguageMissing)],
            view.Answer.Refused.Where(r => view.People[r.Worker].Load.Capacity > 0)
                .Select(r => (view.People[r.Worker].Worker.Name, r.Rule)).Order());

        var proposed = Council.Good(await council.Ask((ProposalDesk desk) =>
            desk.Propose(new("Riverside", null, false, 0, 1, 100_000), Principal, default)));
        Assert.Equal("Tom Bevan", proposed.Cases.Single(c => c.Case.Reference == "W-1").To.Name);

        var meeting = await Meeting(council);
        var line = (await Show(council, meeting)).Lines.Single(l => l.Case.Reference == "W-1");
        Assert.Equal("Tom Bevan", line.To!.Name);
        foreach (var number in new[] { "1001", "1003" })
        {
            var forced = await council.Ask(async (MeetingEditing e) => await e.Change(
                meeting, new(line.Line.Id, line.Line.Version, EditKind.Moved, await Worker(council, number), "Try"), Principal, default));
            Assert.Contains("a rule stands against it", Assert.Single(Council.Refused(forced)), StringComparison.Ordinal);
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Of_wishes_area_language_skills_and_goals_speaks_for_people_who_are_as_free_as_others(string engine)
    {
        await using var council = await Filled(engine);
        // Ngozi has held W-2 once, and the family wants her back; of W-3 they want somebody else than her.
        await Enter(council, "W-2", new("", false, OwnWish.Keep, await Worker(council, "1003"), ""), null);
        await Enter(council, "W-3", new("", false, OwnWish.Change, await Worker(council, "1003"), ""), null);
        Assert.Equal(KindSigns.HeldBefore | KindSigns.WishedFor, await Signs(council, "W-2", "1003"));
        Assert.Equal("Ngozi Okafor", await Best(council, "W-2"));
        Assert.Equal(KindSigns.WishedAway, await Signs(council, "W-3", "1003"));
        Assert.NotEqual("Ngozi Okafor", await Best(council, "W-3"));

        // Tom holds a case in the same area, in whatever way it was written.
        await Enter(council, "W-1", new("", false, OwnWish.NotStated, null, "KT3"), null);
        await Enter(council, "T-1", new("", false, OwnWish.NotStated, null, "kt3"), null);
        Assert.Equal(KindSigns.SameLocality, await Signs(council, "W-1", "1002"));
        Assert.Equal("Tom Bevan", await Best(council, "W-1"));

        await Enter(council, "W-1", new("somali", false, OwnWish.NotStated, null, ""), null, 1);
        await Speaks(council, "1001", "somali", ["family-work"], []);
        await Speaks(council, "1002", "polish", [], ["family-work"]);
        Assert.Equal(KindSigns.SpeaksLanguage | KindSigns.HasSkill, await Signs(council, "W-1", "1001"));
        Assert.Equal(KindSigns.HasGoal, await Signs(council, "W-1", "1002"));
        Assert.Equal("Grace Adeyemi", await Best(council, "W-1"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_kept_with_the_proposal_of_a_meeting_and_spoken_of_in_proposals(string engine)
    {
        await using var council = await Filled(engine);
        await Enter(council, "W-2", new("", false, OwnWish.Keep, await Worker(council, "1003"), ""), null);
        var ngozi = await Worker(council, "1003");
        var meeting = await Meeting(council);
        var view = await Show(council, meeting);
        var line = view.Lines.Single(l => l.Case.Reference == "W-2");
        Assert.Equal(ngozi, line.To!.Id);
        Assert.True(view.Plan!.SignsOf(line.Case.Id, ngozi)!.Signs.HasFlag(KindSigns.WishedFor));

        var proposed = Council.Good(await council.Ask((ProposalDesk desk) =>
            desk.Propose(new("Riverside", null, false, 0, 1, 100_000), Principal, default)));
        Assert.True(proposed.Cases.Single(c => c.Case.Reference == "W-2").Signs.HasFlag(KindSigns.WishedFor));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Of_who_had_most_of_the_heavy_new_cases_of_six_months_counts_for_heavy_cases_alone(string engine)
    {
        await using var council = await Filled(engine);
        await council.Import(
            ImportKind.Cases,
            Council.Csv(
                [
                    Extracts.CaseHeader,
                    .. Enumerable.Range(1, 2).Select(n => $"H-{n},child in need,Children,01/10/2026,,,Riverside,Grace Adeyemi,05/10/2026,"),
                    .. new[] { "1", "2", "3" }.Select(n => $"W-{n},child in need,Children,04/06/2026,,,Riverside,,,"),
                    "T-1,child in need,Children,04/06/2026,,,Riverside,Tom Bevan,05/06/2026,",
                ]),
            "2026-11-14");
        await council.Db(async db =>
        {
            await db.Database.ExecuteSqlAsync($"update case_record set tier = 3 where reference in ('H-1', 'H-2', 'W-1')");
            return 0;
        });
        Assert.Equal(KindSigns.None, await Signs(council, "W-1", "1001") & KindSigns.FewHeavy);
        Assert.Equal(KindSigns.FewHeavy, await Signs(council, "W-1", "1002") & KindSigns.FewHeavy);
        Assert.Equal(KindSigns.None, await Signs(council, "W-2", "1002") & KindSigns.FewHeavy);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Of_their_hours_is_told_of_whoever_is_forced_onto_a_line_of_a_meeting(string engine)
    {
        await using var council = await Filled(engine);
        var meeting = await Meeting(council);
        var line = (await Show(council, meeting)).Lines.Single(l => l.Case.Reference == "W-1").Line;
        foreach (var (number, says) in new[]
        {
            ("1005", "Uma Unknown can not take case W-1: the hours are not known"),
            ("1006", "Zed Zero can not take case W-1: they have no capacity"),
        })
        {
            var worker = await Worker(council, number);
            var forced = await council.Ask((MeetingEditing e) =>
                e.Change(meeting, new(line.Id, line.Version, EditKind.Moved, worker, "Try"), Principal, default));
            Assert.StartsWith(says, Assert.Single(Council.Refused(forced)), StringComparison.Ordinal);
            var move = await council.Ask((MeetingDesk desk) => desk.Line(meeting, line.Id, Principal, default));
            Assert.Contains(
                move!.NotAllowed, n => n.Worker.Id == worker && n.Rule == (number == "1005" ? Rule.HoursNotKnown : Rule.NoCapacity));
        }
    }

    private static async Task<KindSigns> Signs(Council council, string reference, string number)
    {
        var view = (await One(council, reference))!;
        return view.Answer.For(await Worker(council, number))!.Signs & ~KindSigns.SameTeam;
    }

    private static async Task<string> Best(Council council, string reference)
    {
        var view = (await One(council, reference))!;
        return view.People[view.Answer.Best[0].Worker].Worker.Name;
    }

    private static Task<AllocateView?> One(Council council, string reference) =>
        council.Ask((AllocationDesk desk) => desk.Case(reference, Principal, default));

    private static async Task Enter(
        Council council, string reference, SupplementFacts facts, string? conflict, int number = 0)
    {
        var one = await council.Db(db => db.Cases.Where(c => c.Reference == reference).Select(c => c.Id).SingleAsync());
        Id<Worker>? with = conflict is null ? null : await Worker(council, conflict);
        var change = new SupplementChange(number, facts, with, with is null ? null : ConflictReason.Related, []);
        Council.Good(await council.Ask((SupplementDesk desk) => desk.Enter(one, change, Principal, default)));
    }

    private static async Task Speaks(
        Council council, string number, string language, string[]? skills = null, string[]? goals = null)
    {
        var worker = await Worker(council, number);
        Council.Good(await council.Ask((PracticeDesk desk) =>
            desk.Enter(worker, new([language], skills ?? [], goals ?? [], ""), Principal, default)));
    }

    private static Task<Id<Worker>> Worker(Council council, string number) =>
        council.Db(db => db.Workers.Where(w => w.StaffNumber == number).Select(w => w.Id).SingleAsync());

    private static async Task<Id<AllocationMeeting>> Meeting(Council council)
    {
        var team = await council.Db(db => db.Teams.Where(t => t.Name == "Riverside").Select(t => t.Id).SingleAsync());
        var about = new MeetingAbout(MeetingScope.Team, team, "", null, 0, 1, 100_000, false);
        var id = Council.Good(await council.Ask((MeetingDesk desk) => desk.Open(about, Principal, default))).Id;
        Council.Good(await council.Ask((MeetingEditing e) => e.WorkOut(id, Principal, default)));
        return id;
    }

    private static async Task<MeetingView> Show(Council council, Id<AllocationMeeting> id) =>
        (await council.Ask((MeetingDesk desk) => desk.Show(id, Principal, default)))!;

    private static async Task<Council> Filled(string engine)
    {
        var council = await Council.On(engine);
        string[] people =
        [
            "1001,Grace Adeyemi,,SW10001,Social worker,Experienced,Riverside,Safeguarding,1.0,Permanent,01/09/2020,",
            "1002,Tom Bevan,,SW10002,Social worker,Experienced,Riverside,Safeguarding,1.0,Permanent,01/09/2020,",
            "1003,Ngozi Okafor,,SW10003,Social worker,Experienced,Riverside,Safeguarding,1.0,Permanent,01/09/2020,",
            "1005,Uma Unknown,,SW10005,Social worker,Experienced,Riverside,Safeguarding,,Permanent,01/09/2020,",
            "1006,Zed Zero,,SW10006,Social worker,Experienced,Riverside,Safeguarding,0,Permanent,01/09/2020,",
        ];
        await council.Import(ImportKind.Staff, Council.Csv([Extracts.StaffHeader, .. people]), "2026-11-05");
        await council.Import(ImportKind.Cases, Cases("Ngozi Okafor", "05/06/2026"), "2026-11-05");
        await council.Import(ImportKind.Cases, Cases("", ""), "2026-11-07");
        return council;
    }

    /// <summary>Each of the three holds one case; W-1 waits, and two have been with somebody.</summary>
    private static byte[] Cases(string holder, string since) => Council.Csv(
        Extracts.CaseHeader,
        "G-1,child in need,Children,04/06/2026,,,Riverside,Grace Adeyemi,05/06/2026,",
        "T-1,child in need,Children,04/06/2026,,,Riverside,Tom Bevan,05/06/2026,",
        "N-1,child in need,Children,04/06/2026,,,Riverside,Ngozi Okafor,05/06/2026,",
        "W-1,child in need,Children,04/06/2026,,,Riverside,,,",
        $"W-2,child in need,Children,04/06/2026,,,Riverside,{holder},{since},",
        $"W-3,child in need,Children,04/06/2026,,,Riverside,{holder},{since},");
}
