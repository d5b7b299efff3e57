using Fairload.App.Actions;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Actions;
using Fairload.Core.Actions.Scrutiny;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Actions;

public sealed class Keeping_actions
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Loses_nothing_when_two_change_one_at_once(string engine)
    {
        await using var council = await ActingCouncil.On(engine);
        var action = await council.Agreed(council.Manager);
        Assert.Equal(("A-2026-001", "Team manager"), (action.Reference, action.OwnerRole));

        var moves = await Task.WhenAll(Enumerable.Range(20, 4).Select(days => Task.Run(() => council.Ask((ActionKeeping desk) =>
            desk.Move(action.Id, council.Today.AddDays(days), "The joiner is ill", 0, council.Manager, default)))));
        Assert.Single(moves, m => m.Try(out _, out _));
        Assert.All(moves.Where(m => !m.Try(out _, out _)), m => Assert.Contains(
            "Somebody has changed this action meanwhile", Assert.Single(Council.Refused(m)), StringComparison.Ordinal));

        var view = (await council.Show(action.Id, council.Manager))!;
        Assert.Equal((1, 1), (view.Line.Moves.Count, view.Action.Version));
        Assert.Equal([NoteKind.Moved, NoteKind.Agreed], view.Notes.Select(n => n.Kind));
        Assert.Equal(2, await council.Council.Db(db => db.Set<AuditEntry>().CountAsync(e => e.Action == AuditAction.ActionChanged)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_for_the_owner_and_for_the_line_of_the_unit_and_seen_by_its_staff(string engine)
    {
        await using var council = await ActingCouncil.On(engine);
        var owner = council.Riverside[0];
        var action = await council.Agreed(owner);
        Assert.Null(await council.Show(action.Id, council.Hillside));
        Assert.Null(await council.Show(action.Id, council.Member));
        Assert.False((await council.Show(action.Id, council.Riverside[1]))!.MayKeep);
        Assert.True((await council.Show(action.Id, council.Head))!.MayKeep);
        Assert.True((await council.Show(action.Id, council.Union))!.Sides is [SayingSide.Union]);

        Assert.NotEmpty(Council.Refused(await Finish(council.Riverside[1])));
        Council.Good(await Finish(owner));
        Assert.Equal(["Unit"], await Fields(council.Plan(owner) with { Team = null, Service = "Adults" }, council.Head));
        Assert.Equal(["Measure"], await Fields(
            council.Plan(owner) with { Measure = "luck", Direction = Direction.Up }, council.Head));

        Task<Result<AgreedAction>> Finish(Reader who) =>
            council.Ask((ActionKeeping desk) => desk.Finish(action.Id, "It closes", 0, who, default));

        async Task<IReadOnlyList<string>> Fields(ActionPlan plan, Reader who)
        {
            Assert.False((await council.Ask((ActionKeeping desk) => desk.Agree(plan, who, default))).Try(out _, out var problems));
            return [.. problems.Select(p => p.Field)];
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Tells_those_above_once_a_step_and_anew_for_another_day(string engine)
    {
        await using var council = await ActingCouncil.On(engine);
        var action = await council.Agreed(council.Manager, council.Today);
        Assert.Equal(0, await Tell());
        council.Pass(7);
        Assert.Equal(1, await Tell());
        Assert.Equal(0, await Tell());
        Assert.Equal([action.Id], (await Today(council.Head)).Told.Select(t => t.Action.Id));
        await council.Show(action.Id, council.Head);
        Assert.Empty((await Today(council.Head)).Told);
        council.Pass(21);
        Assert.Equal(2, await Tell());
        Assert.True((await council.Show(action.Id, council.Member))!.Line.WentToMembers);
        Assert.Equal(3, council.Letters.Count);

        Council.Good(await council.Ask((ActionKeeping desk) =>
            desk.Move(action.Id, council.Today.AddDays(1), "The joiner is back", 0, council.Manager, default)));
        Assert.Null(await council.Show(action.Id, council.Member));
        council.Pass(9);
        Assert.Equal(1, await Tell());

        Task<int> Tell() => council.Ask((EscalationDesk desk) => desk.Tell(default));
        Task<ActionsToday> Today(Reader reader) => council.Ask((ActionsTodayDesk desk) => desk.Of(reader, council.Today, default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Lets_a_vote_out_once_and_keeps_nothing_of_who_said_what(string engine)
    {
        await using var council = await ActingCouncil.On(engine);
        var action = await council.Agreed(council.Manager);
        Council.Good(await council.Ask((ActionKeeping desk) => desk.Finish(action.Id, "It closes", 0, council.Manager, default)));
        foreach (var (who, at) in council.Riverside.Index().Select(r => (r.Item, r.Index)).Take(11))
            Council.Good(await Vote(who, at < 7 ? FeltAnswer.Felt : FeltAnswer.NotFelt));
        Assert.NotEmpty(Council.Refused(await Vote(council.Riverside[0], FeltAnswer.NotFelt)));
        Assert.NotEmpty(Council.Refused(await Vote(council.Hillside, FeltAnswer.Felt)));
        Assert.True((await council.Show(action.Id, council.Riverside[12]))!.Felt.MayVote);
        Assert.Empty((await council.Show(action.Id, council.Director))!.Felt.Results);
        Assert.DoesNotContain(await council.Council.Db(db => db.Set<AuditEntry>().ToListAsync()), e => e.Who == council.Riverside[0].Name);
        Assert.Equal(0, await Tend());

        council.Pass(FeltVote.Days);
        Assert.Equal((1, 0), (await Tend(), await Tend()));
        var result = Assert.Single((await council.Show(action.Id, council.Director))!.Felt.Results);
        Assert.Equal((true, 64, 36, null), (result.IsShown, result.Felt, result.NotFelt, result.People));
        Assert.Equal(0, await council.Council.Db(db => db.Set<FeltVoter>().CountAsync()));
        Assert.Equal(0, await council.Council.Db(db => db.Set<FeltCount>().CountAsync()));

        Task<Result<Done>> Vote(Reader who, FeltAnswer answer) => council.Ask((FeltDesk d) => d.Vote(action.Id, answer, who, default));
        Task<int> Tend() => council.Ask((FeltDesk desk) => desk.Tend(default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Writes_one_letter_a_week_to_whom_something_waits_for(string engine)
    {
        await using var council = await ActingCouncil.On(engine);
        await council.Agreed(council.Manager);
        await council.Agreed(council.Head);
        await council.Ask((WeeklyLetterDesk desk) => desk.Want(false, council.Head, default));
        Assert.False(await council.Ask((WeeklyLetterDesk desk) => desk.Wants(council.Head, default)));

        Assert.Equal((1, 0), (await Send(), await Send()));
        var letter = await File.ReadAllTextAsync(Assert.Single(council.Letters));
        Assert.Contains("A-2026-001 (30 November 2026)", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("duty room", letter, StringComparison.Ordinal);
        council.Pass(6);
        Assert.Equal(0, await Send());
        council.Pass(1);
        Assert.Equal(1, await Send());

        Task<int> Send() => council.Ask((WeeklyLetterDesk desk) => desk.Send(default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Makes_six_resolutions_into_actions_and_opens_the_next_report_with_them(string engine)
    {
        await using var council = await ActingCouncil.On(engine);
        var (meeting, resolutions) = await council.Met(
            "That the report be noted", "That the Director be invited to the next meeting",
            "That a report be brought back in six months", "That the number of bank staff be circulated",
            "That sickness figures be supplied", "That members be told how staff were supported");
        Assert.Equal(
            [ResolutionShape.Note, ResolutionShape.Invite, ResolutionShape.ReportBack, ResolutionShape.Figures, ResolutionShape.Figures,
                ResolutionShape.Support],
            resolutions.Select(r => r.Shape));
        var back = await council.Ask((ScrutinyDesk desk) => desk.Show(resolutions[2].Id, council.Principal, default));
        Assert.Equal(new DateOnly(2027, 5, 17), back!.Suggested);
        Assert.NotEmpty(Council.Refused(await Split(resolutions[1], new ResolutionPart("Come", null, "", council.Today, false))));
        foreach (var (at, one) in resolutions.Take(5).Index())
            Council.Good(await Split(one, new ResolutionPart("Do it", council.Head.Account, "", council.Today.AddDays(14), at == 0)));

        var asked = Assert.Single(await council.Ask((ScrutinyDesk desk) => desk.LastAsked(1, default)));
        Assert.Equal(new AskedCounts(1, 0, 0, 4, 0, 1), asked.Counts);
        var today = await council.Ask((ActionsTodayDesk desk) => desk.Of(council.Principal, council.Today, default));
        Assert.Equal(1, today.NotTakenUp);
        var member = await council.Ask((ActionsTodayDesk desk) => desk.Of(council.Member, council.Today, default));
        Assert.Equal(meeting.Id, member.Asked!.Meeting.Id);

        Assert.Empty((await Tracker()).Resolutions);
        Council.Good(await council.Ask((ScrutinyKeeping desk) =>
            desk.Publish(resolutions[3].Id, true, true, 0, council.Director, default)));
        var published = Assert.Single((await Tracker()).Resolutions);
        Assert.Equal(resolutions[3].Id, published.Resolution!.Id);
        Assert.Equal("Officer of the council", Assert.Single(published.Actions).OwnerRole);

        Task<Result<IReadOnlyList<AgreedAction>>> Split(Resolution one, ResolutionPart part) =>
            council.Ask((ScrutinyKeeping desk) => desk.Split(one.Id, [part], council.Principal, default));
        Task<PublicTracker> Tracker() => council.Ask((TrackerDesk desk) => desk.Tracker(default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Shows_staff_what_the_commission_says_until_they_have_seen_it(string engine)
    {
        await using var council = await ActingCouncil.On(engine);
        var (meeting, _) = await council.Met();
        var message = Council.Good(await council.Ask((ScrutinyKeeping desk) =>
            desk.Tell(meeting.Id, "Thank you for what you told us.", council.Principal, default)));
        Assert.Empty((await Today(council.Union)).Messages);
        foreach (var one in council.Riverside.Take(11))
        {
            Assert.Single((await Today(one)).Messages);
            for (var twice = 0; twice < 2; twice++) await council.Ask((ScrutinyKeeping desk) => desk.Seen(message.Id, one, default));
            Assert.Empty((await Today(one)).Messages);
        }

        var view = await council.Ask((ScrutinyDesk desk) => desk.Show(meeting.Id, council.Member, default));
        Assert.Equal(10, Assert.Single(view!.Messages).AtLeast);

        Task<ActionsToday> Today(Reader reader) => council.Ask((ActionsTodayDesk desk) => desk.Of(reader, council.Today, default));
    }
}
