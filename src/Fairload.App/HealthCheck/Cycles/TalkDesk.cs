using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.HealthCheck.Cycles;
using Fairload.Core.HealthCheck.Frameworks;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.HealthCheck.Cycles;

/// <summary>What is written down of a forum.</summary>
public sealed record ForumSaid(DateOnly? On, string Place, ForumHosts? Hosts, int? People, string Notes);

/// <summary>What is written down of a voice.</summary>
public sealed record VoiceSaid(VoiceSide? Side, Stance? Stance, string Says, DateOnly? On);

/// <summary>The talk of a year: findings, who was heard on them, forums. It ends when the report is begun.</summary>
public sealed class TalkDesk(FairloadDb db, CycleReading reading, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Null where there is no such finding.</summary>
    public async Task<(Cycle Cycle, Framework Framework, Finding Finding)?> Show(int year, int number, Reader reader,
        CancellationToken stop)
    {
        reader.Demand(Permission.SeeHealthCheck);
        if (await reading.Find(year, stop) is not { } cycle) return null;
        var finding = await db.Set<Finding>().AsNoTracking().Include(f => f.Voices.OrderBy(v => v.HeardOn))
            .SingleOrDefaultAsync(f => f.CycleId == cycle.Id && f.Number == number, stop);
        return finding is null ? null : (cycle, ShippedFrameworks.Find(cycle.Framework)!, finding);
    }

    /// <param name="number">Null for a new one.</param>
    /// <param name="seen">Of a finding that is rewritten: the version that the reader saw.</param>
    public Task<Result<Finding>> Write(int year, int? number, FindingSaid said, int seen, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.RunHealthCheck);
        return Alter(year, async cycle =>
        {
            var framework = ShippedFrameworks.Find(cycle.Framework)!;
            var (parts, measures) = (framework.Parts.Select(p => p.Code).ToList(), framework.Measures.Select(m => m.Code).ToList());
            if (number is { } n)
            {
                if (await Of(cycle, n, stop) is not { } held) return NoFinding(year, n);
                var again = held.Rewrite(said, parts, measures, seen, reader.Name, clock.UkToday);
                if (again.Try(out _, out _)) await Note(cycle, $"finding {n}", reader, stop);
                return again;
            }

            var next = 1 + (await db.Set<Finding>().Where(f => f.CycleId == cycle.Id).MaxAsync(f => (int?)f.Number, stop) ?? 0);
            var written = Finding.Write(cycle.Id, next, said, parts, measures, reader.Name, clock.UkToday);
            if (!written.Try(out var finding, out _)) return written;
            db.Add(finding);
            await Note(cycle, $"finding {next}", reader, stop);
            return written;
        }, stop);
    }

    /// <summary>Keeps what was said on a finding. The same, sent twice, is heard once.</summary>
    public Task<Result<Finding>> Hear(int year, int number, VoiceSaid said, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.RunHealthCheck);
        return Alter<Finding>(year, async cycle =>
        {
            if (await Of(cycle, number, stop) is not { } finding) return NoFinding(year, number);
            var heard = Voice.Hear(finding.Id, said.Side, said.Stance, said.Says, said.On, await Staff(stop), clock.UkToday);
            if (!heard.Try(out var voice, out var problems)) return problems.ToList();
            if (finding.Voices.Any(v => v with { Id = voice.Id } == voice)) return finding;
            finding.Hear(voice);
            db.Add(voice);
            await Note(cycle, $"voice on finding {number}", reader, stop);
            return finding;
        }, stop);
    }

    /// <summary>Keeps what a forum said. The same, sent twice, is kept once.</summary>
    public Task<Result<Forum>> Hold(int year, ForumSaid said, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.RunHealthCheck);
        return Alter<Forum>(year, async cycle =>
        {
            var held = Forum.Hold(
                cycle.Id, said.On, said.Place, said.Hosts, said.People, said.Notes, await Staff(stop), clock.UkToday);
            if (!held.Try(out var forum, out _)) return held;
            var same = await db.Set<Forum>().FirstOrDefaultAsync(
                f => f.CycleId == cycle.Id && f.HeldOn == forum.HeldOn && f.Place == forum.Place && f.Notes == forum.Notes, stop);
            if (same is not null) return same;
            db.Add(forum);
            await Note(cycle, "forum", reader, stop);
            return forum;
        }, stop);
    }

    private Task<Result<T>> Alter<T>(int year, Func<Cycle, Task<Result<T>>> work, CancellationToken stop) where T : class => db.Change(
        async () =>
        {
            await OneAtATime.Wait(db, "health check", stop);
            if (await db.Set<Cycle>().SingleOrDefaultAsync(c => c.Year == year, stop) is not { } cycle)
                return new Problem("", $"There is no health check of {year}. Open one first");
            if (cycle.IsFrozen)
                return new Problem("", $"The report of {year} is begun, so its talk is over. Go back to talking first, with a reason");
            return await work(cycle);
        },
        stop);

    private Task<Finding?> Of(Cycle cycle, int number, CancellationToken stop) => db.Set<Finding>().Include(f => f.Voices)
        .SingleOrDefaultAsync(f => f.CycleId == cycle.Id && f.Number == number, stop);

    private async Task<List<string>> Staff(CancellationToken stop) => await db.Workers.AsNoTracking().Select(w => w.Name).ToListAsync(stop);

    private static Problem NoFinding(int year, int number) => new("", $"There is no finding {number} of {year}. Open the page of the year again");

    private Task Note(Cycle cycle, string what, Reader reader, CancellationToken stop) =>
        audit.Note(reader, AuditAction.HealthCheckChanged, "health check", $"{cycle.Year}", what, stop);
}
