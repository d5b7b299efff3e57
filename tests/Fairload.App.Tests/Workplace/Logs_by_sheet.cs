using Fairload.App.Tests.Imports;
using Fairload.App.Workplace;
using Fairload.Core.Imports;
using Fairload.Core.Workplace;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Workplace;

public sealed class Logs_by_sheet
{
    private static readonly byte[] Risks = Council.Csv(
        "Kind,Team,About,Place or role,Staff number,Done on,Done by,Review on",
        "Lone working,Riverside,,,,12/01/2026,Manager,12/01/2027",
        "DSE,Riverside,,,2001,12/01/2026,Manager,12/01/2027",
        "Magic,Riverside,,,,12/01/2026,Manager,12/01/2027",
        "Violence,Nowhere,,,,12/01/2026,Manager,12/01/2027",
        "Stress,Hillside,Place,Hill House,,12/01/2026,Manager,11/01/2026");

    private static readonly byte[] Incidents = Council.Csv(
        "Number,Kind,Happened on,Team,Staff number,Followed up on,Outcome,Support offered",
        "I-1,Threat,02/03/2026,Riverside,,05/03/2026,Police told,Yes",
        "I-2,Near miss,02/04/2026,Hillside,3001,,,",
        ",Threat,02/03/2026,Riverside,,,,",
        "I-3,Threat,02/03/2026,Riverside,,01/03/2026,,");

    private static readonly byte[] Feedback = Council.Csv(
        "Number,Kind,Nature,Received on,Answered on,Outcome,Team",
        "C-1,Complaint,Delay,14/02/2026,10/03/2026,Partly upheld,Riverside",
        "C-2,Compliment,Conduct,15/02/2026,,,Hillside",
        "C-3,Complaint,Weather,15/02/2026,,,Hillside");

    [Theory, ClassData(typeof(Engines))]
    public async Task Bring_what_can_be_read_list_the_rest_and_are_undone_to_the_last_row(string engine)
    {
        var two = await Two_units.On(engine);
        await using var council = two.Council;
        var before = await council.Dump();

        var risks = await council.Import(ImportKind.Risks, Risks);
        Assert.Equal((2, 0, 4), (risks.Added, risks.Changed, risks.Problems.Count));
        var incidents = await council.Import(ImportKind.Incidents, Incidents);
        Assert.Equal((2, 2), (incidents.Added, incidents.Problems.Count));
        var feedback = await council.Import(ImportKind.Feedback, Feedback);
        Assert.Equal((2, 2), (feedback.Added, feedback.Problems.Count));
        Assert.Equal(2, (await council.Import(ImportKind.Feedback, Feedback)).Unchanged);

        var first = await council.Db(db => db.Set<Incident>().SingleAsync(i => i.Reference == "I-1"));
        Assert.Equal((IncidentOutcome.PoliceTold, true, 0), (first.Outcome, first.SupportOffered, first.Version));
        await council.IsSound();
        for (var times = 0; times < 4; times++) Council.Good(await council.Undo());
        Assert.Equal(before, await council.Dump());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Bring_a_record_up_to_date_by_its_number_and_are_not_undone_over_what_was_done_since(string engine)
    {
        var two = await Two_units.On(engine);
        await using var council = two.Council;
        await council.Import(ImportKind.Feedback, Feedback);
        var again = await council.Import(ImportKind.Feedback, Council.Csv(
            "Number,Kind,Nature,Received on,Answered on,Outcome,Team", "C-1,Complaint,Contact,14/02/2026,10/03/2026,Upheld,Riverside"));
        Assert.Equal((0, 1), (again.Added, again.Changed));
        Council.Good(await council.Undo());
        var first = await council.Db(db => db.Set<Feedback>().SingleAsync(f => f.Reference == "C-1"));
        Assert.Equal(FeedbackNature.Delay, first.Nature);

        await council.Import(ImportKind.Incidents, Incidents);
        var second = await council.Db(db => db.Set<Incident>().SingleAsync(i => i.Reference == "I-2"));
        Council.Good(await council.Ask((IncidentDesk desk) => desk.FollowUp(
            second.Id, new(new(2026, 4, 3), IncidentOutcome.NothingMore, false), 0, two.OtherManager, default)));
        Assert.Contains("changed by hand", Assert.Single(Council.Refused(await council.Undo())), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Keep_the_staff_that_they_rest_on_from_being_undone(string engine)
    {
        var two = await Two_units.On(engine);
        await using var council = two.Council;
        var one = await council.Practitioner("2001");
        Council.Good(await council.Ask((SmallThingDesk desk) => desk.Report(
            new(SmallThingKind.Kit, "Mill Lane", "No mouse", two.Riverside.Id), true, one, default)));
        Assert.Contains("rest on teams", Assert.Single(Council.Refused(await council.Undo())), StringComparison.Ordinal);
    }
}
