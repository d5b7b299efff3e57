using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.Actions;
using Fairload.Core.Actions.Scrutiny;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Actions;

/// <summary>Where meetings of scrutiny are taken down and their resolutions are split into actions.</summary>
public sealed class ScrutinyKeeping(FairloadDb db, ActionKeeping keeping, AuditTrail audit)
{
    public Task<Result<ScrutinyMeeting>> Record(string committee, DateOnly? heldOn, Reader reader, CancellationToken stop) =>
        Keep(reader, async () =>
        {
            var recorded = ScrutinyMeeting.Record(committee, heldOn, keeping.Deed(reader));
            if (!recorded.Try(out var meeting, out _)) return recorded;
            if (await db.Set<ScrutinyMeeting>().AnyAsync(m => m.Committee == meeting.Committee && m.HeldOn == meeting.HeldOn, stop))
                return new Problem("HeldOn", $"That meeting is there already. Open it in the list of meetings");
            db.Add(meeting);
            await Note(meeting.Id, "recorded", reader, stop);
            return recorded;
        }, stop);

    public Task<Result<ScrutinyItem>> Add(Id<ScrutinyMeeting> id, string title, Reader reader, CancellationToken stop) =>
        Under(id, "item", reader, async () => ScrutinyItem.Of(id, await Next<ScrutinyItem>(i => i.MeetingId == id, stop), title), stop);

    public Task<Result<ScrutinyQuestion>> Ask(Id<ScrutinyMeeting> id, string asked, string by, Reader reader, CancellationToken stop) =>
        Under(id, "question", reader,
            async () => ScrutinyQuestion.Ask(id, await Next<ScrutinyQuestion>(q => q.MeetingId == id, stop), asked, by), stop);

    /// <param name="shape">Null to take it from the words.</param>
    public Task<Result<Resolution>> Agree(
        Id<ScrutinyMeeting> id, string text, ResolutionShape? shape, Reader reader, CancellationToken stop) =>
        Under(id, "resolution", reader,
            async () => Resolution.Take(id, await Next<Resolution>(r => r.MeetingId == id, stop), text, shape), stop);

    public Task<Result<Witness>> Name(Id<ScrutinyMeeting> id, string name, bool agreed, Reader reader, CancellationToken stop) =>
        Under(id, "witness", reader, () => Task.FromResult(Witness.Of(id, name, agreed)), stop);

    public Task<Result<CommissionMessage>> Tell(Id<ScrutinyMeeting> id, string text, Reader reader, CancellationToken stop) =>
        Under(id, "message", reader, () => Task.FromResult(CommissionMessage.Of(id, text, keeping.Deed(reader))), stop);

    public Task<Result<Done>> CountWitnesses(Id<ScrutinyMeeting> id, int? unnamed, Reader reader, CancellationToken stop) =>
        Keep(reader, async () =>
        {
            if (await db.Set<ScrutinyMeeting>().SingleOrDefaultAsync(m => m.Id == id, stop) is not { } meeting) return NotThere;
            var counted = meeting.CountWitnesses(unnamed);
            if (counted.Try(out _, out _)) await Note(id, "witnesses counted", reader, stop);
            return counted;
        }, stop);

    public Task<Result<Done>> Answer(
        Id<ScrutinyMeeting> id, Id<ScrutinyQuestion> question, string answer, Reader reader, CancellationToken stop) =>
        Keep(reader, async () =>
        {
            if (await db.Set<ScrutinyQuestion>().SingleOrDefaultAsync(q => q.Id == question && q.MeetingId == id, stop) is not { } one)
                return NotThere;
            var replied = one.Reply(answer, keeping.Deed(reader));
            if (replied.Try(out _, out _)) await Note(id, "answer", reader, stop);
            return replied;
        }, stop);

    /// <summary>Makes actions of a resolution. What is only noted is done at once.</summary>
    public Task<Result<IReadOnlyList<AgreedAction>>> Split(
        Id<Resolution> id, IReadOnlyList<ResolutionPart> parts, Reader reader, CancellationToken stop) =>
        Keep<IReadOnlyList<AgreedAction>>(reader, async () =>
        {
            if (await db.Set<Resolution>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop) is not { } resolution)
                return NotThere;
            var meeting = await db.Set<ScrutinyMeeting>().AsNoTracking().SingleAsync(m => m.Id == resolution.MeetingId, stop);
            var owned = new List<ResolutionPart>();
            foreach (var part in parts) owned.Add(part with { OwnerRole = (await keeping.WithRole(Plan(part), stop)).OwnerRole });
            var deed = keeping.Deed(reader);
            var split = Splitting.Split(resolution, meeting, owned, await keeping.NextNumber(stop), deed);
            if (!split.Try(out var made, out _)) return split;
            foreach (var (action, part) in made.Zip(owned.Where(p => !p.IsEmpty))) await Store(action, part.IsDone, deed, reader, stop);
            return split;
        }, stop);

    /// <summary>Lets the public read a resolution, with its actions or without, or takes it back with them.</summary>
    public Task<Result<Done>> Publish(Id<Resolution> id, bool isPublic, bool withActions, int read, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.PublishActions);
        return keeping.Alone<Done>(async () =>
        {
            if (await db.Set<Resolution>().SingleOrDefaultAsync(r => r.Id == id, stop) is not { } resolution) return NotThere;
            if (resolution.Version != read) return new Problem("", $"Somebody has done that already. Nothing was changed");
            var deed = keeping.Deed(reader);
            var done = resolution.Publish(isPublic, deed);
            if (!done.Try(out _, out _)) return done;
            await Note(resolution.MeetingId, isPublic ? "resolution published" : "resolution withdrawn", reader, stop);
            if (!withActions) return done;
            foreach (var action in await db.Set<AgreedAction>().Where(a => a.ResolutionId == id).ToListAsync(stop))
            {
                if (!action.Publish(isPublic, action.Version, deed).Try(out var note, out _)) continue;
                db.Add(note);
                await keeping.Note(action, isPublic ? "published" : "withdrawn", reader, stop);
            }

            return done;
        }, stop);
    }

    /// <summary>The reader has been shown a message; it does not come again.</summary>
    public Task<Done> Seen(Id<CommissionMessage> id, Reader reader, CancellationToken stop) => db.Change(async () =>
    {
        if (reader is { Account: { } me, Worker: not null } && await db.Set<CommissionMessage>().AnyAsync(m => m.Id == id, stop)
            && !await db.Set<MessageSeen>().AnyAsync(s => s.MessageId == id && s.AccountId == me, stop))
        {
            db.Add(new MessageSeen(id, me));
        }

        return default(Done);
    }, stop);

    private async Task Store(AgreedAction action, bool isDone, ActionDeed deed, Reader reader, CancellationToken stop)
    {
        db.Add(action);
        db.Add(ActionNote.Of(action.Id, NoteKind.Agreed, action.What, deed));
        if (isDone && action.Finish(action.SourceReference, 0, deed).Try(out var note, out _)) db.Add(note);
        await keeping.Note(action, "agreed", reader, stop);
    }

    private static ActionPlan Plan(ResolutionPart part) =>
        new(part.What, "", new(SourceKind.Resolution, "", ""), part.Owner, part.OwnerRole, part.DueOn, "", null, null, "");

    private Task<Result<T>> Keep<T>(Reader reader, Func<Task<Result<T>>> work, CancellationToken stop) where T : notnull
    {
        reader.Demand(Permission.KeepScrutiny);
        return keeping.Alone(work, stop);
    }

    private Task<Result<T>> Under<T>(
        Id<ScrutinyMeeting> id, string what, Reader reader, Func<Task<Result<T>>> make, CancellationToken stop) where T : class =>
        Keep(reader, async () =>
        {
            if (!await db.Set<ScrutinyMeeting>().AnyAsync(m => m.Id == id, stop)) return NotThere;
            var made = await make();
            if (!made.Try(out var one, out _)) return made;
            db.Add(one);
            await Note(id, what, reader, stop);
            return made;
        }, stop);

    private async Task<int> Next<T>(System.Linq.Expressions.Expression<Func<T, bool>> ofMeeting, CancellationToken stop) where T : class =>
        (await db.Set<T>().Where(ofMeeting).MaxAsync(r => (int?)EF.Property<int>(r, "Number"), stop) ?? 0) + 1;

    private static Problem NotThere => new("", $"There is no such meeting or resolution. Look for it in the list of meetings");

    private Task Note(Id<ScrutinyMeeting> id, string what, Reader reader, CancellationToken stop) =>
        audit.Note(reader, AuditAction.ScrutinyChanged, "scrutiny meeting", $"{id}", what, stop);
}
