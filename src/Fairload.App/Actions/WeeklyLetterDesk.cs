using System.Globalization;
using Fairload.App.Access;
using Fairload.Core.Access;
using Fairload.Core.Actions;
using Fairload.Core.Actions.Scrutiny;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Actions;

/// <summary>One letter a week for each person for whom something waits and who wants it.</summary>
public sealed class WeeklyLetterDesk(FairloadDb db, ActionReading reading, Outbox outbox, TimeProvider clock)
{
    /// <summary>Safe to run twice and on several nodes: that a letter of the week went stands in the database before it goes.</summary>
    /// <returns>How many letters went.</returns>
    public async Task<int> Send(CancellationToken stop)
    {
        var (today, week) = (clock.UkToday, WeeklyDigest.WeekOf(clock.UkToday));
        if (!await db.Set<AgreedAction>().AnyAsync(stop) && !await db.Set<CommissionMessage>().AnyAsync(stop)) return 0;
        var letters = new List<(string To, WeeklyDigest Digest)>();
        await db.Change(
            async () =>
            {
                await OneAtATime.Wait(db, "weekly letters", stop);
                var waiting = await db.Set<Account>().AsNoTracking().Where(a => !a.Disabled
                    && !db.Set<WeeklyLetterOff>().Any(o => o.AccountId == a.Id)
                    && !db.Set<WeeklyLetter>().Any(l => l.AccountId == a.Id && l.Week == week)).ToListAsync(stop);
                if (waiting.Count == 0) return default(Done);
                var inputs = await Inputs(stop);
                foreach (var account in waiting)
                {
                    if (WeeklyDigest.Of(inputs(account), today) is not { IsEmpty: false } digest) continue;
                    db.Add(new WeeklyLetter(account.Id, week));
                    letters.Add((account.Email, digest));
                }

                return default(Done);
            },
            stop);
        foreach (var (to, digest) in letters) await outbox.Post(to, Subject, Text(digest), stop);
        return letters.Count;
    }

    public async Task<bool> Wants(Reader reader, CancellationToken stop) =>
        reader.Account is { } me && !await db.Set<WeeklyLetterOff>().AnyAsync(o => o.AccountId == me, stop);

    public Task<Done> Want(bool wants, Reader reader, CancellationToken stop) => db.Change(
        async () =>
        {
            if (reader.Account is not { } me) return default(Done);
            await db.Set<WeeklyLetterOff>().Where(o => o.AccountId == me).ExecuteDeleteAsync(stop);
            if (!wants) db.Add(new WeeklyLetterOff(me));
            return default(Done);
        },
        stop);

    /// <summary>Asks once for all of them.</summary>
    private async Task<Func<Account, DigestInput>> Inputs(CancellationToken stop)
    {
        var owned = (await db.Set<AgreedAction>().AsNoTracking().Where(a => a.State == ActionState.Open).ToListAsync(stop))
            .ToLookup(a => a.OwnerId);
        var told = (await db.Set<ActionTold>().AsNoTracking().Where(t => t.SeenAt == null).Join(
            db.Set<AgreedAction>().Where(a => a.State == ActionState.Open), t => new { t.ActionId, t.DueOn },
            a => new { ActionId = a.Id, a.DueOn }, (t, a) => new { t.AccountId, Action = a }).ToListAsync(stop))
            .ToLookup(t => t.AccountId, t => t.Action.Reference);
        var votes = await Votes(stop);
        var messages = await db.Set<CommissionMessage>().CountAsync(stop);
        var seen = await db.Set<MessageSeen>().GroupBy(s => s.AccountId).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        return account => new(
            [.. owned[account.Id].Select(a => new DigestDue(a.Reference, a.DueOn))],
            account.WorkerId is { } worker ? [.. votes.Where(v => v.Asked.Contains(worker)).Select(v => v.Reference)] : [],
            [.. told[account.Id].Distinct()],
            account.WorkerId is not null ? messages - seen.GetValueOrDefault(account.Id) : 0);
    }

    /// <summary>Votes that are open, each with who is asked and has not voted.</summary>
    private async Task<IReadOnlyList<(string Reference, HashSet<Id<Worker>> Asked)>> Votes(CancellationToken stop)
    {
        var (today, open) = (clock.UkToday, new List<(string, HashSet<Id<Worker>>)>());
        foreach (var action in await db.Set<AgreedAction>().AsNoTracking().Where(a => a.State == ActionState.Done).ToListAsync(stop))
        {
            if (!FeltVote.IsOpen(action, today)) continue;
            var voted = await db.Set<FeltVoter>().Where(v => v.ActionId == action.Id && v.Round == action.TimesDone)
                .Select(v => v.WorkerId).ToListAsync(stop);
            open.Add((action.Reference, [.. (await reading.Staff(action, today, stop)).Except(voted)]));
        }

        return open;
    }

    private const string Subject = "Your week in Fairload / Eich wythnos yn Fairload";

    /// <summary>References and days and nothing else: what they are about is read in the program.</summary>
    private static string Text(WeeklyDigest digest) =>
        $"""
        {Lines(digest, "en-GB", "Overdue, and you answer for it", "Due within a fortnight", "You are asked whether you feel it",
            "Overdue below you", "Messages of the scrutiny commission to staff")}

        Sign in to Fairload and look at Actions. There you can also switch these letters off.

        {Lines(digest, "cy-GB", "Yn hwyr, a chi sy'n atebol", "I'w wneud o fewn pythefnos", "Gofynnir a ydych yn ei deimlo",
            "Yn hwyr oddi tanoch", "Negeseuon y comisiwn craffu i staff")}

        Mewngofnodwch i Fairload ac edrych ar Camau. Yno gallwch hefyd ddiffodd y llythyrau hyn.
        """;

    private static string Lines(WeeklyDigest digest, string culture, string overdue, string due, string votes, string told, string messages)
    {
        var lines = new List<string>();
        if (digest.Overdue.Count > 0) lines.Add($"{overdue}: {Due(digest.Overdue, culture)}");
        if (digest.Due.Count > 0) lines.Add($"{due}: {Due(digest.Due, culture)}");
        if (digest.Votes.Count > 0) lines.Add($"{votes}: {string.Join(", ", digest.Votes)}");
        if (digest.Told.Count > 0) lines.Add($"{told}: {string.Join(", ", digest.Told)}");
        if (digest.Messages > 0) lines.Add($"{messages}: {digest.Messages}");
        return string.Join('\n', lines);
    }

    private static string Due(IEnumerable<DigestDue> dues, string culture)
    {
        var words = CultureInfo.GetCultureInfo(culture);
        return string.Join(", ", dues.Select(d => $"{d.Reference} ({d.DueOn.ToString("d MMMM yyyy", words)})"));
    }
}
