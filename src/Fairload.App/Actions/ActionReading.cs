using Fairload.Core.Access;
using Fairload.Core.Actions;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Actions;

/// <summary>Actions as they stand today, and who may see which.</summary>
public sealed class ActionReading(FairloadDb db, TimeProvider clock)
{
    /// <summary>Of all that are wanted, by the day on which they are due. Whoever asks filters by what the reader may see.</summary>
    internal async Task<IReadOnlyList<ActionLine>> Lines(IQueryable<AgreedAction> wanted, CancellationToken stop)
    {
        var actions = await wanted.AsNoTracking().ToListAsync(stop);
        if (actions.Count == 0) return [];
        var ids = wanted.Select(a => a.Id);
        var moves = (await db.Set<DueMove>().AsNoTracking().Where(m => ids.Contains(m.ActionId)).ToListAsync(stop))
            .ToLookup(m => m.ActionId);
        var refusals = (await db.Set<ActionRefusal>().AsNoTracking().Where(r => ids.Contains(r.ActionId)).ToListAsync(stop))
            .GroupBy(r => r.ActionId).ToDictionary(g => g.Key, g => g.MaxBy(r => r.RefusedAt));
        var steps = (await db.Set<ActionStep>().AsNoTracking().Where(s => ids.Contains(s.ActionId)).ToListAsync(stop))
            .ToLookup(s => (s.ActionId, s.DueOn), s => s.Step);
        var noted = await db.Set<ActionNote>().Where(n => ids.Contains(n.ActionId)).GroupBy(n => n.ActionId)
            .Select(g => new { g.Key, On = g.Max(n => n.NotedOn) }).ToDictionaryAsync(n => n.Key, n => n.On, stop);
        var owners = await db.Set<Account>().Where(a => wanted.Any(w => w.OwnerId == a.Id)).Select(a => new { a.Id, a.Name })
            .ToDictionaryAsync(a => a.Id, a => a.Name, stop);
        var teams = await db.Teams.AsNoTracking().Where(t => wanted.Any(w => w.TeamId == t.Id)).ToDictionaryAsync(t => t.Id, stop);
        var today = clock.UkToday;
        return [.. actions.Select(Line).OrderBy(l => l.Action.DueOn).ThenBy(l => l.Action.Year).ThenBy(l => l.Action.Number)];

        ActionLine Line(AgreedAction action)
        {
            List<DueMove> moved = [.. moves[action.Id].OrderBy(m => m.MovedAt)];
            var (refusal, team) = (refusals.GetValueOrDefault(action.Id), action.TeamId is { } id ? teams[id] : null);
            return new(
                action, owners[action.OwnerId], team?.Name ?? action.Service, team?.Service ?? action.Service,
                Standing.Of(action, moved, refusal, today), moved, refusal, [.. steps[(action.Id, action.DueOn)].Order()],
                noted.GetValueOrDefault(action.Id, action.AgreedOn));
        }
    }

    internal Task<IReadOnlyList<ActionLine>> All(CancellationToken stop) => Lines(db.Set<AgreedAction>(), stop);

    internal async Task<ActionLine?> One(Id<AgreedAction> id, CancellationToken stop) =>
        (await Lines(db.Set<AgreedAction>().Where(a => a.Id == id), stop)).SingleOrDefault();

    internal async Task<ActionSight> Sight(Reader reader, CancellationToken stop)
    {
        var today = clock.UkToday;
        var own = reader.Worker is { } worker ? await Teams(worker, today, stop) : [];
        var isMember = reader.Is(Role.ElectedMember)
            && !reader.Grants.Any(g => g.Role != Role.ElectedMember && AccessTable.Of(g.Role, Permission.SeeActions) != Reach.None);
        return new(
            reader.SightFor(Permission.SeeActions), own.Select(t => t.Id).ToHashSet(),
            own.Select(t => t.Service).Where(s => s.Length > 0).ToHashSet(), reader.Account, isMember);
    }

    /// <summary>In which somebody works on a day.</summary>
    internal async Task<IReadOnlyList<Team>> Teams(Id<Worker> worker, DateOnly day, CancellationToken stop)
    {
        var held = (await db.Memberships.AsNoTracking().Where(m => m.WorkerId == worker).ToListAsync(stop)).Where(m => m.IsOn(day))
            .OrderByDescending(m => m.Share).Select(m => m.TeamId).ToList();
        var teams = await db.Teams.AsNoTracking().Where(t => held.Contains(t.Id)).ToListAsync(stop);
        return [.. teams.Where(t => t.Exists(day)).OrderBy(t => held.IndexOf(t.Id))];
    }

    /// <summary>Staff at work on a day who belong to the unit of an action: for the whole council, everybody.</summary>
    internal async Task<IReadOnlySet<Id<Worker>>> Staff(AgreedAction action, DateOnly day, CancellationToken stop)
    {
        var workers = db.Workers.Where(w => (w.EndsOn == null || w.EndsOn >= day) && (w.StartsOn == null || w.StartsOn <= day));
        if (action is { TeamId: null, Service.Length: 0 }) return (await workers.Select(w => w.Id).ToListAsync(stop)).ToHashSet();
        var teams = db.Teams.Where(t => t.Id == action.TeamId || (action.Service != "" && t.Service == action.Service)).Select(t => t.Id);
        return (await db.Memberships.Where(m => teams.Contains(m.TeamId) && (m.FromOn == null || m.FromOn <= day)
            && (m.ToOn == null || m.ToOn >= day) && workers.Any(w => w.Id == m.WorkerId)).Select(m => m.WorkerId).Distinct()
            .ToListAsync(stop)).ToHashSet();
    }
}
