using Fairload.Core.Access;
using Fairload.Core.Actions;
using Fairload.Core.Actions.Scrutiny;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Actions;

/// <summary>Where to read what was promised.</summary>
public sealed class ActionDesk(FairloadDb db, ActionReading reading, FeltDesk felt, ActionMeasures measures, TimeProvider clock)
{
    public async Task<ActionList> List(ActionFilter filter, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeActions);
        var seen = await Seen(reader, stop);
        return new(
            [.. seen.Where(l => l.Action.IsOpen && l.Action.OwnerId == reader.Account)],
            [.. seen.Where(l => Matches(l, filter, reader))],
            [
                .. seen.Select(l => new ActionPlace(l.Action.TeamId, l.Action.Service, l.Unit)).Distinct()
                    .OrderBy(p => p.Name, StringComparer.CurrentCulture),
            ],
            clock.UkToday, reader.May(Permission.KeepActions), reader.May(Permission.KeepScrutiny));
    }

    /// <summary>Null where there is none that this reader may see.</summary>
    public async Task<ActionView?> Show(Id<AgreedAction> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeActions);
        if (await reading.One(id, stop) is not { } line) return null;
        if (!(await reading.Sight(reader, stop)).Sees(line.Action, line.Service, line.WentToMembers)) return null;
        await Looked(line.Action, reader, stop);
        var notes = await db.Set<ActionNote>().AsNoTracking().Where(n => n.ActionId == id).ToListAsync(stop);
        var sayings = await db.Set<ActionSaying>().AsNoTracking().Where(s => s.ActionId == id).ToListAsync(stop);
        var refusals = await db.Set<ActionRefusal>().AsNoTracking().Where(r => r.ActionId == id).ToListAsync(stop);
        var resolution = await db.Set<Resolution>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == line.Action.ResolutionId, stop);
        var meeting = resolution is null ? null
            : await db.Set<ScrutinyMeeting>().AsNoTracking().SingleAsync(m => m.Id == resolution.MeetingId, stop);
        return new(
            line, measures.Find(line.Action.Measure), resolution, meeting,
            [.. notes.OrderByDescending(n => n.NotedAt).ThenByDescending(n => n.Kind)],
            [.. sayings.OrderByDescending(s => s.SaidAt)], [.. refusals.OrderByDescending(r => r.RefusedAt)],
            await felt.Of(line.Action, reader, stop), Sides(reader), await Names(notes, stop),
            Keeps(line, reader), reader.May(Permission.PublishActions), clock.UkToday);
    }

    /// <summary>All that can not be funded and that this reader may see.</summary>
    public async Task<CannotFund> CannotFund(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeActions);
        return Core.Actions.CannotFund.Of(
            (await Seen(reader, stop)).Where(l => l.Refusal is not null).Select(l => new Unfunded(l.Action, l.Refusal!)));
    }

    /// <summary>Open actions that are due by a day, the longest due first: for whoever sits at the machine.</summary>
    public async Task<IReadOnlyList<ActionLine>> Due(DateOnly by, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeActions);
        return [.. (await Seen(reader, stop)).Where(l => l.Action.IsOpen && l.Action.DueOn <= by)];
    }

    /// <summary>Who can answer for an action, in name order: whoever has an account that sees actions and is no elected member.</summary>
    public async Task<IReadOnlyList<ActionOwner>> Owners(CancellationToken stop)
    {
        var roles = Enum.GetValues<Role>().Where(r => r != Role.ElectedMember && AccessTable.Of(r, Permission.SeeActions) != Reach.None)
            .ToList();
        var owners = await db.Set<Account>().AsNoTracking()
            .Where(a => !a.Disabled && db.Set<AccountGrant>().Any(g => g.AccountId == a.Id && roles.Contains(g.Role)))
            .Select(a => new ActionOwner(a.Id, a.Name)).ToListAsync(stop);
        return [.. owners.OrderBy(o => o.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>For which the reader may promise something, services before teams.</summary>
    public async Task<IReadOnlyList<ActionPlace>> Places(Reader reader, CancellationToken stop)
    {
        var (keeps, today) = (reader.SightFor(Permission.KeepActions), clock.UkToday);
        var teams = (await db.Teams.AsNoTracking().ToListAsync(stop)).Where(t => t.Exists(today)).ToList();
        return
        [
            .. keeps.Everything ? [ActionPlace.WholeCouncil] : Array.Empty<ActionPlace>(),
            .. teams.Select(t => t.Service).Where(s => s.Length > 0 && (keeps.Everything || keeps.Services.Contains(s))).Distinct()
                .Order(StringComparer.CurrentCulture).Select(s => new ActionPlace(null, s, s)),
            .. teams.Where(keeps.SeesTeam).OrderBy(t => t.Name, StringComparer.CurrentCulture)
                .Select(t => new ActionPlace(t.Id, "", t.Name)),
        ];
    }

    internal async Task<IReadOnlyList<ActionLine>> Seen(Reader reader, CancellationToken stop)
    {
        var sight = await reading.Sight(reader, stop);
        return [.. (await reading.All(stop)).Where(l => sight.Sees(l.Action, l.Service, l.WentToMembers))];
    }

    internal static bool Keeps(ActionLine line, Reader reader) =>
        ActionSight.Keeps(reader.SightFor(Permission.KeepActions), line.Action, line.Service, reader.Account);

    private static IReadOnlyList<SayingSide> Sides(Reader reader) =>
    [
        .. reader.Is(Role.UnionRepresentative) ? [SayingSide.Union] : Array.Empty<SayingSide>(),
        .. reader.Is(Role.PrincipalSocialWorker) ? [SayingSide.PrincipalSocialWorker] : Array.Empty<SayingSide>(),
    ];

    private static bool Matches(ActionLine line, ActionFilter filter, Reader reader) =>
        (filter.Place is null || filter.Place == new ActionPlace(line.Action.TeamId, line.Action.Service, line.Unit).Key)
        && (filter.Standing is null || filter.Standing == line.Standing.Kind)
        && (filter.Source is null || filter.Source == line.Action.SourceKind)
        && (!filter.Mine || line.Action.OwnerId == reader.Account);

    /// <summary>Whoever was told that it is overdue has looked at it now.</summary>
    private async Task Looked(AgreedAction action, Reader reader, CancellationToken stop)
    {
        if (reader.Account is not { } me) return;
        var told = db.Set<ActionTold>().Where(t => t.ActionId == action.Id && t.AccountId == me && t.SeenAt == null);
        if (!await told.AnyAsync(stop)) return;
        var at = clock.GetUtcNow().UtcDateTime;
        await db.Change(
            async () =>
            {
                foreach (var one in await told.ToListAsync(stop)) one.SeenAt = at;
                return default(Done);
            },
            stop);
    }

    private async Task<IReadOnlyDictionary<string, string>> Names(List<ActionNote> notes, CancellationToken stop)
    {
        var ids = notes.Where(n => n.Field == "Owner").SelectMany(n => new[] { n.Before, n.Text })
            .Select(t => Id<Account>.TryParse(t, out var id) ? id : default).ToHashSet();
        if (ids.Count == 0) return new Dictionary<string, string>();
        return await db.Set<Account>().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => $"{a.Id}", a => a.Name, stop);
    }
}
