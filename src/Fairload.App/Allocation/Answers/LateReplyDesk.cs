using Fairload.App.Access;
using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Answers;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Allocation.Answers;

/// <summary>Somebody above was told that a reply is late.</summary>
/// <param name="SeenAt">Null while nobody who was told at this step has looked.</param>
public sealed record ToldAbove(LateStep Step, DateTime ToldAt, DateTime? SeenAt);

/// <summary>A late reply of which a reader was told, without the worker and their words: those are for whom the worker chose.</summary>
public sealed record LateReply(AllocationAnswer Answer, string Reference, string Service, IReadOnlyList<ToldAbove> Told);

/// <summary>Replies to "not safe" that are late go up the line, one step at a time, once a step.</summary>
public sealed class LateReplyDesk(FairloadDb db, Outbox outbox, CouncilSettings settings, TimeProvider clock)
{
    /// <summary>
    /// Tells whoever is due to be told by today, with a letter that says nothing about anybody. Safe to run twice and on several nodes:
    /// who was told stands in the database before a letter goes.
    /// </summary>
    /// <returns>How many letters went.</returns>
    public async Task<int> Tell(CancellationToken stop)
    {
        var today = clock.UkToday;
        var late = db.Set<AllocationAnswer>().Where(a => a.Kind == AnswerKind.NotSafe && a.RepliedAt == null && a.ReplyDueOn < today);
        if (!await late.AnyAsync(stop)) return 0;
        var letters = await db.Change(
            async () =>
            {
                await OneAtATime.Wait(db, "late replies", stop);
                var to = new List<string>();
                foreach (var answer in await late.AsNoTracking().ToListAsync(stop)) to.AddRange(await Tell(answer, today, stop));
                return to;
            },
            stop);
        foreach (var to in letters.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            await outbox.Post(to, "A reply is late in Fairload / Mae ateb yn hwyr yn Fairload",
                "A written reply that somebody owes is late, and you stand above. Sign in to Fairload and look at Replies.\n\n"
                + "Mae ateb ysgrifenedig sy'n ddyledus yn hwyr, a chi sydd uwchlaw. Mewngofnodwch i Fairload ac edrych ar Atebion.",
                stop);
        }

        return letters.Count;
    }

    /// <summary>Replies that are late still and of which this reader was told.</summary>
    public async Task<IReadOnlyList<LateReply>> Mine(Reader reader, CancellationToken stop)
    {
        if (reader.Account is not { } me) return [];
        var answers = await (from r in db.Set<LateReplyRow>().AsNoTracking()
                             join a in db.Set<AllocationAnswer>() on r.AnswerId equals a.Id
                             join d in db.Set<AllocationDecision>() on a.DecisionId equals d.Id
                             join c in db.Cases on d.CaseId equals c.Id
                             where r.AccountId == me && a.RepliedAt == null
                             select new { Answer = a, c.Reference }).Distinct().ToListAsync(stop);
        var seen = new List<LateReply>();
        foreach (var one in answers.OrderBy(a => a.Answer.ReplyDueOn).ThenBy(a => a.Reference, StringComparer.Ordinal))
            seen.Add(new(one.Answer, one.Reference, await Service(one.Answer.WorkerId, stop), await Told(one.Answer.Id, stop)));
        return seen;
    }

    /// <summary>How many the reader was told of and has not looked at.</summary>
    public async Task<int> Unseen(Reader reader, CancellationToken stop) => reader.Account is { } me
        ? await db.Set<LateReplyRow>().Where(r => r.AccountId == me && r.SeenAt == null
            && db.Set<AllocationAnswer>().Any(a => a.Id == r.AnswerId && a.RepliedAt == null)).Select(r => r.AnswerId).Distinct()
            .CountAsync(stop) : 0;

    /// <summary>The reader looks at them.</summary>
    public async Task Seen(Reader reader, CancellationToken stop)
    {
        if (reader.Account is not { } me || await Unseen(reader, stop) == 0) return;
        var at = clock.GetUtcNow().UtcDateTime;
        await db.Change(
            async () =>
            {
                foreach (var row in await db.Set<LateReplyRow>().Where(r => r.AccountId == me && r.SeenAt == null).ToListAsync(stop))
                    row.SeenAt = at;
                return default(Done);
            },
            stop);
    }

    /// <summary>Who was told that this reply is late, step by step.</summary>
    public async Task<IReadOnlyList<ToldAbove>> Told(Id<AllocationAnswer> answer, CancellationToken stop) =>
    [
        .. (await db.Set<LateReplyRow>().AsNoTracking().Where(r => r.AnswerId == answer).ToListAsync(stop)).GroupBy(r => r.Step)
            .OrderBy(g => g.Key).Select(g => new ToldAbove(g.Key, g.Min(r => r.ToldAt), g.Min(r => r.SeenAt))),
    ];

    private async Task<IReadOnlyList<string>> Tell(AllocationAnswer answer, DateOnly today, CancellationToken stop)
    {
        var above = (await Above(answer, stop)).ToLookup(a => a.Step, a => a.Account);
        var told = (await db.Set<LateReplyRow>().Where(r => r.AnswerId == answer.Id).ToListAsync(stop))
            .Select(r => (r.Step, r.AccountId)).ToHashSet();
        var letters = new List<string>();
        foreach (var step in LateSteps.Due(answer, today, above.Select(g => g.Key).ToHashSet(), Later))
        {
            foreach (var account in above[step].Where(a => told.Add((step, a.Id))))
            {
                db.Add(new LateReplyRow
                {
                    AnswerId = answer.Id,
                    Step = step,
                    AccountId = account.Id,
                    ToldAt = clock.GetUtcNow().UtcDateTime,
                });
                letters.Add(account.Email);
            }
        }

        return letters;
    }

    /// <summary>Who stands above, but neither the worker nor the manager whom they asked.</summary>
    private async Task<IReadOnlyList<(LateStep Step, Account Account)>> Above(AllocationAnswer answer, CancellationToken stop)
    {
        var service = await Service(answer.WorkerId, stop);
        var held = await (from g in db.Set<AccountGrant>().AsNoTracking()
                          join a in db.Set<Account>() on g.AccountId equals a.Id
                          where !a.Disabled && (g.Role == Role.HeadOfService || g.Role == Role.PrincipalSocialWorker
                              || g.Role == Role.Director)
                          select new { g.Role, g.TeamId, g.Service, Account = a }).ToListAsync(stop);
        return
        [
            .. held.Where(h => h.TeamId is null && (string.IsNullOrEmpty(h.Service) ? h.Role != Role.HeadOfService : h.Service == service))
                .Where(h => h.Account.WorkerId is not { } worker || (worker != answer.WorkerId && worker != answer.ToWorkerId))
                .Select(h => (Step(h.Role), h.Account)).DistinctBy(h => (h.Item1, h.Account.Id)),
        ];
    }

    private static LateStep Step(Role role) => role switch
    {
        Role.HeadOfService => LateStep.HeadOfService,
        Role.PrincipalSocialWorker => LateStep.PrincipalSocialWorker,
        _ => LateStep.Director,
    };

    private async Task<string> Service(Id<Worker> worker, CancellationToken stop)
    {
        var today = clock.UkToday;
        var home = (await db.Memberships.AsNoTracking().Where(m => m.WorkerId == worker).ToListAsync(stop)).Where(m => m.IsOn(today))
            .OrderByDescending(m => m.Share).Select(m => (Id<Team>?)m.TeamId).FirstOrDefault();
        return home is { } id ? await db.Teams.Where(t => t.Id == id).Select(t => t.Service).SingleAsync(stop) : "";
    }

    private DateOnly Later(DateOnly due, int times)
    {
        var days = times * settings.Limits.ReplyDays;
        return days == 0 ? due : ReferenceData.Calendar(settings.Nation).AddWorkingDays(due, days) ?? due.AddDays(days);
    }
}
