using Fairload.App.Allocation.Meetings;
using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Answers;
using Fairload.Core.Allocation.Meetings;
using Fairload.Core.Workforce;
using Fairload.Web.Tests.Journeys;

namespace Fairload.Web.Tests.Routes;

/// <summary>What people have done in the made-up council since its extracts: records for the pages that are about that.</summary>
/// <param name="Meetings">A meeting of a team, and one of its lines as the address names it.</param>
/// <param name="Asked">A decision about which the practitioner is asked.</param>
/// <param name="Reply">Somebody's "not safe" to which the reply is late.</param>
internal sealed record Planted(
    IReadOnlyList<(Team Team, Id<AllocationMeeting>? Meeting, string Line)> Meetings, Id<AllocationDecision> Asked,
        Id<AllocationAnswer> Reply)
{
    public static async Task<Planted> In(Served site, Records records)
    {
        var meetings = new List<(Team, Id<AllocationMeeting>?, string)>();
        foreach (var team in records.OneOfEach) meetings.Add(await Meeting(site, team));
        await Drafts(site);
        var (asked, reply) = (Decide(site, records), Decide(site, records));
        var answer = Good(AllocationAnswer.Give(
            new(AnswerKind.NotSafe, "Two of us are needed", Replier.LineManager, null), reply.Id, reply.WorkerId,
                site.Clock.UkToday.AddDays(-1),
            site.Clock.GetUtcNow().UtcDateTime));
        await site.Ask(db => db.Change(
            async () =>
            {
                db.AddRange(asked, reply);
                await db.SaveChangesAsync();
                db.Add(answer);
                return default(Done);
            },
            default));
        return new(meetings, asked.Id, answer.Id);
    }

    private static async Task<(Team, Id<AllocationMeeting>?, string)> Meeting(Served site, Team team)
    {
        var about = new MeetingAbout(MeetingScope.Team, team.Id, "", null, 0, 1, 100_000, false);
        var meeting = Good(await site.Desk((MeetingDesk desk) => desk.Open(about, Reader.AtTheMachine, default))).Id;
        Good(await site.Desk((MeetingEditing desk) => desk.WorkOut(meeting, Reader.AtTheMachine, default)));
        var view = await site.Desk((MeetingDesk desk) => desk.Show(meeting, Reader.AtTheMachine, default));
        return (team, meeting, $"{meeting}/lines/{view!.Lines[0].Line.Id}");
    }

    private static async Task Drafts(Served site)
    {
        var now = await site.Desk((SettingsDesk desk) => desk.InForce(Reader.AtTheMachine, default));
        var weights = now.Weights with { Name = "Heavier courts", Court = now.Weights.Court + 1 };
        Good(await site.Desk((SettingsDraftDesk desk) => desk.Keep(weights, 0, Reader.AtTheMachine, default)));
        foreach (var set in now.FactorSets.Select(s => s with { Name = "Other names" }))
            Good(await site.Desk((SettingsDraftDesk desk) => desk.Keep(set, 0, Reader.AtTheMachine, default)));
    }

    private static AllocationDecision Decide(Served site, Records records)
    {
        var worker = records.SomebodyWithCases;
        var what = new Deciding(records.CaseOf(worker), DecisionKind.Allocated, worker, null, []);
        return Good(AllocationDecision.Make(what, [], null, site.Clock.UkToday, site.Clock.GetUtcNow().UtcDateTime, "Pat Singh"));
    }

    private static T Good<T>(Result<T> result) where T : notnull =>
        result.Try(out var value, out var problems) ? value : throw new InvalidOperationException(problems[0].Message);
}
