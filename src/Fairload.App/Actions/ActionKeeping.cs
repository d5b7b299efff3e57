using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.Actions;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Actions;

/// <summary>Where actions are promised, changed, moved, done, refused and opened again. Whoever was overtaken is told, and nothing of
/// either is lost.</summary>
public sealed class ActionKeeping(FairloadDb db, ActionReading reading, ActionMeasures measures, AuditTrail audit, TimeProvider clock)
{
    /// <summary>What all changes to actions wait for each other by, so that numbers follow one another.</summary>
    internal const string Turn = "actions";

    public Task<Result<AgreedAction>> Agree(ActionPlan plan, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.KeepActions);
        return Alone<AgreedAction>(async () =>
        {
            if (await Wrong(plan, reader, null, stop) is { Count: > 0 } wrong) return wrong;
            var number = await NextNumber(stop);
            var agreed = AgreedAction.Agree(await WithRole(plan, stop), number, null, null, Deed(reader));
            if (!agreed.Try(out var action, out _)) return agreed;
            db.Add(action);
            db.Add(ActionNote.Of(action.Id, NoteKind.Agreed, action.What, Deed(reader)));
            await Note(action, "agreed", reader, stop);
            return agreed;
        }, stop);
    }

    public Task<Result<AgreedAction>> Amend(Id<AgreedAction> id, ActionPlan plan, int read, Reader reader, CancellationToken stop) =>
        Alter(id, "changed", reader, async action =>
        {
            if (await Wrong(plan, reader, action, stop) is { Count: > 0 } wrong) return wrong;
            return Kept(action, action.Amend(await WithRole(plan, stop), read, Deed(reader)), notes => db.AddRange(notes));
        }, stop);

    /// <summary>How it goes on. It needs nobody's turn: notes stand one under the other.</summary>
    public Task<Result<AgreedAction>> Progress(Id<AgreedAction> id, string text, Reader reader, CancellationToken stop) =>
        Alter(id, "progress", reader, action =>
            Task.FromResult(Kept(action, ActionNote.Progress(id, text, Deed(reader)), note => db.Add(note))), stop);

    public Task<Result<AgreedAction>> Move(
        Id<AgreedAction> id, DateOnly? to, string reason, int read, Reader reader, CancellationToken stop) =>
        Alter(id, "moved", reader, action => Task.FromResult(Kept(action, action.Move(to, reason, read, Deed(reader)), Moved)), stop);

    public Task<Result<AgreedAction>> Finish(Id<AgreedAction> id, string evidence, int read, Reader reader, CancellationToken stop) =>
        Alter(id, "done", reader, action =>
            Task.FromResult(Kept(action, action.Finish(evidence, read, Deed(reader)), note => db.Add(note))), stop);

    public Task<Result<AgreedAction>> Refuse(Id<AgreedAction> id, Refusal refusal, int read, Reader reader, CancellationToken stop) =>
        Alter(id, "refused", reader, action => Task.FromResult(Kept(action, action.Refuse(refusal, read, Deed(reader)), kept =>
        {
            db.Add(kept);
            db.Add(ActionNote.Of(id, NoteKind.Refused, kept.Because, Deed(reader)));
        })), stop);

    public Task<Result<AgreedAction>> Reopen(
        Id<AgreedAction> id, DateOnly? due, string reason, int read, Reader reader, CancellationToken stop) =>
        Alter(id, "opened again", reader, action => Task.FromResult(Kept(action, action.Reopen(due, reason, read, Deed(reader)), again =>
        {
            db.Add(again.Note);
            if (again.Move is { } move) db.Add(move);
        })), stop);

    /// <summary>For whoever may publish, and not for whoever answers for it.</summary>
    public Task<Result<AgreedAction>> Publish(Id<AgreedAction> id, bool isPublic, int read, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.PublishActions);
        return Alter(id, isPublic ? "published" : "withdrawn", reader, action =>
            Task.FromResult(Kept(action, action.Publish(isPublic, read, Deed(reader)), note => db.Add(note))), stop);
    }

    /// <summary>The union or the principal social worker says what they think of it.</summary>
    /// <param name="read">The number of what their side said last, as they read it.</param>
    public Task<Result<ActionSaying>> Say(
        Id<AgreedAction> id, SayingSide side, SayingKind? kind, string words, int read, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SayOnActions);
        var mine = side == SayingSide.Union ? Role.UnionRepresentative : Role.PrincipalSocialWorker;
        if (!reader.Is(mine)) throw new UnauthorizedAccessException($"{side} is not theirs to speak for.");
        return Alone<ActionSaying>(async () =>
        {
            if (await db.Set<AgreedAction>().SingleOrDefaultAsync(a => a.Id == id, stop) is not { } action) return NotThere;
            var last = await db.Set<ActionSaying>().AsNoTracking().Where(s => s.ActionId == id && s.Side == side)
                .OrderByDescending(s => s.Number).FirstOrDefaultAsync(stop);
            var said = ActionSaying.Say(id, side, kind, words, last, read, Deed(reader));
            if (!said.Try(out var saying, out _)) return said;
            db.Add(saying);
            await Note(action, $"{side}: {saying.Kind}", reader, stop);
            return said;
        }, stop);
    }

    internal async Task<int> NextNumber(CancellationToken stop)
    {
        var year = clock.UkToday.Year;
        return (await db.Set<AgreedAction>().Where(a => a.Year == year).MaxAsync(a => (int?)a.Number, stop) ?? 0) + 1;
    }

    /// <summary>With the role of the staff sheet where none was entered.</summary>
    internal async Task<ActionPlan> WithRole(ActionPlan plan, CancellationToken stop)
    {
        if (plan.OwnerRole.Trim().Length > 0 || plan.Owner is not { } owner) return plan;
        var role = await db.Set<Account>().Where(a => a.Id == owner)
            .Join(db.Workers, a => a.WorkerId, w => w.Id, (a, w) => w.Role).SingleOrDefaultAsync(stop);
        return plan with { OwnerRole = string.IsNullOrWhiteSpace(role) ? "Officer of the council" : role };
    }

    internal ActionDeed Deed(Reader reader) => new(reader.Name, clock.UkToday, clock.GetUtcNow().UtcDateTime);

    internal Task<Result<T>> Alone<T>(Func<Task<Result<T>>> work, CancellationToken stop) where T : notnull => db.Change(
        async () =>
        {
            await OneAtATime.Wait(db, Turn, stop);
            return await work();
        },
        stop);

    internal Task Note(AgreedAction action, string what, Reader reader, CancellationToken stop) =>
        audit.Note(reader, AuditAction.ActionChanged, "action", action.Reference, what, stop);

    private Task<Result<AgreedAction>> Alter(
        Id<AgreedAction> id, string what, Reader reader, Func<AgreedAction, Task<Result<AgreedAction>>> work, CancellationToken stop)
    {
        reader.Demand(Permission.SeeActions);
        return Alone(async () =>
        {
            var action = await db.Set<AgreedAction>().SingleOrDefaultAsync(a => a.Id == id, stop);
            if (action is null || await reading.One(id, stop) is not { } line) return NotThere;
            if (!ActionDesk.Keeps(line, reader)) return NotTheirs;
            var done = await work(action);
            if (done.Try(out _, out _)) await Note(action, what, reader, stop);
            return done;
        }, stop);
    }

    private static Result<AgreedAction> Kept<T>(AgreedAction action, Result<T> done, Action<T> keep) where T : notnull
    {
        if (!done.Try(out var kept, out var problems)) return problems.ToList();
        keep(kept);
        return action;
    }

    private void Moved(DueMove move)
    {
        db.Add(move);
        db.Add(ActionNote.Of(move.ActionId, NoteKind.Moved, move.Reason, new(move.MovedBy, move.MovedOn, move.MovedAt)) with
        {
            Field = "DueOn",
            Before = $"{move.FromOn:yyyy-MM-dd}",
        });
    }

    /// <summary>What only the data tell: measures, owners and units that are not there, and units that are not the reader's.</summary>
    /// <param name="held">Null for a new one. What it has already may stay.</param>
    private async Task<List<Problem>> Wrong(ActionPlan plan, Reader reader, AgreedAction? held, CancellationToken stop)
    {
        var problems = new List<Problem>();
        if (plan.Measure.Length > 0 && plan.Measure != held?.Measure && measures.Find(plan.Measure) is null)
            problems.Add(new("Measure", $"Choose a measure of the list"));
        if (plan.Owner is { } owner && owner != held?.OwnerId && !await db.Set<Account>().AnyAsync(a => a.Id == owner && !a.Disabled, stop))
            problems.Add(ActionPlan.NoOwner);
        if ((plan.Team, plan.Service) == (held?.TeamId, held?.Service)) return problems;
        var team = plan.Team is { } id ? await db.Teams.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, stop) : null;
        var service = team?.Service ?? plan.Service;
        var exists = plan.Team is null ? service.Length == 0 || await db.Teams.AnyAsync(t => t.Service == service, stop) : team is not null;
        if (!exists || !ActionSight.IsReached(reader.SightFor(Permission.KeepActions), plan.Team, service))
            problems.Add(new("Unit", $"Choose a team or a service for which you may promise something"));
        return problems;
    }

    private static Problem NotThere => new("", $"There is no such action. Look for it in the list of actions");

    private static Problem NotTheirs => new("", $"Only who answers for this action, or keeps the actions of its unit, can do that");
}
