using Fairload.App.Access;
using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Actions;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Actions;

/// <summary>What was promised and is overdue goes up the line, one step at a time, each step once for a day that was promised.</summary>
public sealed class EscalationDesk(FairloadDb db, ActionReading reading, Outbox outbox, CouncilSettings settings, TimeProvider clock)
{
    /// <summary>
    /// Takes the steps that are due by today, with a letter that says nothing about anybody. Safe to run twice and on several nodes: that a
    /// step was taken stands in the database before a letter goes.
    /// </summary>
    /// <returns>How many letters went.</returns>
    public async Task<int> Tell(CancellationToken stop)
    {
        var today = clock.UkToday;
        var late = db.Set<AgreedAction>().Where(a => a.State == ActionState.Open && a.DueOn < today);
        if (!await late.AnyAsync(stop)) return 0;
        var letters = await db.Change(
            async () =>
            {
                await OneAtATime.Wait(db, "overdue actions", stop);
                var to = new List<string>();
                var grants = await Grants(stop);
                foreach (var line in await reading.Lines(late, stop)) to.AddRange(await Take(line, grants, today, stop));
                return to;
            },
            stop);
        foreach (var to in letters.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            await outbox.Post(to, "Something promised is overdue / Mae rhywbeth a addawyd yn hwyr",
                "Something that was promised is overdue, and you are told because you stand above. Sign in to Fairload and look at Actions.\n\n"
                + "Mae rhywbeth a addawyd yn hwyr, a dywedir wrthych am mai chi sydd uwchlaw. Mewngofnodwch i Fairload ac edrych ar Camau.",
                stop);
        }

        return letters.Count;
    }

    /// <summary>Overdue actions of which the reader was told and at which they have not looked.</summary>
    internal async Task<IReadOnlyList<ActionLine>> Unseen(Reader reader, CancellationToken stop) => reader.Account is { } me
        ? await reading.Lines(db.Set<AgreedAction>().Where(a => a.State == ActionState.Open
            && db.Set<ActionTold>().Any(t => t.ActionId == a.Id && t.DueOn == a.DueOn && t.AccountId == me && t.SeenAt == null)), stop)
        : [];

    private async Task<IReadOnlyList<string>> Take(ActionLine line, List<Held> grants, DateOnly today, CancellationToken stop)
    {
        var action = line.Action;
        var above = (await Above(line, grants, stop)).ToLookup(a => a.Step, a => a.Account);
        var limits = settings.Limits;
        var days = new EscalationDays(limits.ActionLineDays, limits.ActionDirectorDays, limits.ActionMembersDays);
        var letters = new List<string>();
        var held = above.Select(g => g.Key).ToHashSet();
        var due = Escalation.Due(action.DueOn, today, days, held, ReferenceData.Calendar(settings.Nation));
        foreach (var step in due.Except(line.Steps))
        {
            db.Add(new ActionStep(action.Id, action.DueOn, step, today));
            foreach (var account in above[step].DistinctBy(a => a.Id))
            {
                db.Add(new ActionTold { ActionId = action.Id, DueOn = action.DueOn, Step = step, AccountId = account.Id });
                letters.Add(account.Email);
            }
        }

        return letters;
    }

    /// <summary>Who stands above: whoever manages the team or the service, the director, elected members; never the owner.</summary>
    private async Task<IReadOnlyList<(EscalationStep Step, Account Account)>> Above(
        ActionLine line, List<Held> grants, CancellationToken stop)
    {
        var action = line.Action;
        var service = line.Service.Length > 0 ? line.Service : await HomeService(action.OwnerId, stop);
        return
        [
            .. grants.Where(g => g.Account.Id != action.OwnerId).Where(g => g.Grant.Role switch
            {
                Role.TeamManager => action.TeamId is not null && g.Grant.TeamId == action.TeamId,
                Role.HeadOfService => service.Length > 0 && g.Grant.Service == service,
                _ => true,
            }).Select(g => (Step(g.Grant.Role), g.Account)),
        ];
    }

    /// <summary>Of an owner of something for the whole council: where they work.</summary>
    private async Task<string> HomeService(Id<Account> owner, CancellationToken stop)
    {
        if (await db.Set<Account>().Where(a => a.Id == owner).Select(a => a.WorkerId).SingleAsync(stop) is not { } worker) return "";
        return (await reading.Teams(worker, clock.UkToday, stop)).Select(t => t.Service).FirstOrDefault() ?? "";
    }

    private static EscalationStep Step(Role role) => role switch
    {
        Role.Director => EscalationStep.Director,
        Role.ElectedMember => EscalationStep.Members,
        _ => EscalationStep.Line,
    };

    private Task<List<Held>> Grants(CancellationToken stop) => (
        from grant in db.Set<AccountGrant>().AsNoTracking()
        join account in db.Set<Account>() on grant.AccountId equals account.Id
        where !account.Disabled && (grant.Role == Role.TeamManager || grant.Role == Role.HeadOfService || grant.Role == Role.Director
            || grant.Role == Role.ElectedMember)
        select new Held(grant, account)).ToListAsync(stop);

    private sealed record Held(AccountGrant Grant, Account Account);
}
