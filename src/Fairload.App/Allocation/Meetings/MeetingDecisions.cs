using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Allocation.Meetings;

/// <summary>What was taken back, and what was left because somebody has decided since.</summary>
public sealed record TakenBack(int Cases, IReadOnlyList<string> Left);

/// <summary>From a list to decisions: all of the list or nothing.</summary>
public sealed class MeetingDecisions(
    FairloadDb db, MeetingStore store, MeetingQuestions questions, CaseGiving giving, NoticeDesk notices, AuditTrail audit,
        TimeProvider clock)
{
    private const int Told = 5;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>
    /// Gives every case as the list says. Refuses a list that was changed since it was seen, and one of which anything can not be done any
    /// more, with what that is.
    /// </summary>
    public async Task<Result<AllocationMeeting>> Agree(
        Id<AllocationMeeting> id, int version, string present, string minutes, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Allocate);
        var agreed = await db.Change(() => Decide(id, version, present, minutes, reader, stop), stop);
        if (agreed.Try(out _, out _)) await Mail(id, stop);
        return agreed;
    }

    /// <summary>Gives every case back to whom it was spread from. What somebody has decided about since is left as it is.</summary>
    public async Task<Result<TakenBack>> TakeBack(Id<AllocationMeeting> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Allocate);
        var (mail, left) = (new List<Id<AllocationDecision>>(), new List<string>());
        var done = await db.Change<Result<TakenBack>>(
            async () =>
            {
                if (await store.Take(id, reader, stop) is not { } meeting) return new Problem("", $"There is no such meeting");
                if (!meeting.TakeBack(Now, reader.Name).Try(out _, out var problems)) return problems.ToList();
                foreach (var line in await db.Set<MeetingLine>().Where(l => l.MeetingId == id && l.DecisionId != null).ToListAsync(stop))
                {
                    if (await giving.GiveBack(line.DecisionId!.Value, reader, stop) is { } back) mail.Add(back.Id);
                    else left.Add(await db.Cases.Where(c => c.Id == line.CaseId).Select(c => c.Reference).SingleAsync(stop));
                }

                await audit.Note(reader, AuditAction.MeetingEnded, "meeting", id.ToString(), stop);
                return new TakenBack(mail.Count, left);
            },
            stop);
        if (done.Try(out _, out _)) await notices.Mail(mail, stop);
        return done;
    }

    private async Task<Result<AllocationMeeting>> Decide(
        Id<AllocationMeeting> id, int version, string present, string minutes, Reader reader, CancellationToken stop)
    {
        if (await store.Take(id, reader, stop) is not { } meeting) return new Problem("", $"There is no such meeting");
        if (meeting.State == MeetingState.Open && meeting.Version != version)
            return new Problem("", $"The list has been changed while you looked at it. Nothing was decided: read it again, and agree if it is still right");

        var lines = await db.Set<MeetingLine>().Where(l => l.MeetingId == id && l.ToId != null).ToListAsync(stop);
        var forbids = meeting.State == MeetingState.Open ? await WhatForbids(meeting, lines, stop) : [];
        if (forbids.Count > 0) return forbids.ToList();
        if (!meeting.Agree(present, minutes, Now, reader.Name).Try(out _, out var problems)) return problems.ToList();

        var kind = meeting.Scope == MeetingScope.Caseload ? DecisionKind.Spread : DecisionKind.AtMeeting;
        foreach (var line in lines)
        {
            var what = new Deciding(line.CaseId, kind, line.ToId!.Value, line.WithId, [], line.Reason, line.Note);
            var given = await giving.Give(what, null, reader, stop);
            line.IsDecided(given.Try(out var decision, out var refused) ? decision
                : throw new InvalidOperationException(refused[0].Message));
        }

        await audit.Note(reader, AuditAction.MeetingEnded, "meeting", id.ToString(), $"{lines.Count} cases", stop);
        return meeting;
    }

    /// <summary>Against the rules and loads of this moment: people and cases may have changed since the list was worked out.</summary>
    private async Task<IReadOnlyList<Problem>> WhatForbids(AllocationMeeting meeting, List<MeetingLine> lines, CancellationToken stop)
    {
        var question = await questions.Read(meeting.About, lines.Select(l => l.CaseId), stop);
        var places = question.Items.Index().ToDictionary(i => i.Item.Case.Id, i => i.Index);
        var (problems, marks) = (new List<Problem>(), new List<Mark>());
        foreach (var line in lines)
        {
            var at = places.GetValueOrDefault(line.CaseId, -1);
            var way = at < 0 ? -1 : question.Way(at, line.ToId!.Value, line.WithId);
            var isHeldAsSeen = at >= 0 && question.Items[at].From?.Id == line.FromId;
            if (way >= 0 && isHeldAsSeen) marks.Add(new(at, way));
            else problems.Add(await CanNot(line, isThere: at >= 0 && isHeldAsSeen, stop));
        }

        // What is not on the list stays with whom it is.
        var listed = lines.Select(l => l.CaseId).ToHashSet();
        marks.AddRange(question.Sharing.Items.Index().Where(i => i.Item.Now >= 0 && !listed.Contains(question.Items[i.Index].Case.Id))
            .Select(i => new Mark(i.Index, i.Item.Now)));
        problems.AddRange(Replanning.Overfull(question.Sharing, marks).Select(h => new Problem(
            "", $"{question.People[h].Worker.Name} would be over the ceiling by now. Nothing was decided: have the list worked out again")));
        return problems.Count <= Told ? problems
            : [.. problems.Take(Told), new("", $"{problems.Count - Told} more lines can not be done any more. Have the list worked out again")];
    }

    private async Task<Problem> CanNot(MeetingLine line, bool isThere, CancellationToken stop)
    {
        var reference = await db.Cases.Where(c => c.Id == line.CaseId).Select(c => c.Reference).SingleAsync(stop);
        var person = await db.Workers.Where(w => w.Id == line.ToId).Select(w => w.Name).SingleAsync(stop);
        return isThere
            ? new("", $"{person} can not take case {reference} any more: a rule stands against it by now. Nothing was decided: have the list worked out again")
            : new("", $"Case {reference} is not as the list says any more: it was closed or given to somebody meanwhile. Nothing was decided: have the list worked out again");
    }

    private async Task Mail(Id<AllocationMeeting> id, CancellationToken stop) => await notices.Mail(
        await db.Set<MeetingLine>().Where(l => l.MeetingId == id && l.DecisionId != null).Select(l => l.DecisionId!.Value)
            .ToListAsync(stop), stop);
}
