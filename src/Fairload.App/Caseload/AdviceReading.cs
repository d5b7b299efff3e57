using Fairload.App.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload;

/// <summary>Who of some people advises on which cases, and what that weighs.</summary>
internal sealed record Advised(ILookup<Id<Worker>, HeldCase> Cases, decimal Part)
{
    public static Advised Nothing { get; } = new(Array.Empty<(Id<Worker> Worker, HeldCase Case)>().ToLookup(a => a.Worker, a => a.Case), 0);

    /// <summary>Null for none. Whoever holds a case needs no adviser but themselves.</summary>
    public Advice? For(Id<Worker> worker, IReadOnlyList<HeldNow> held)
    {
        if (!Cases.Contains(worker)) return null;
        var own = held.Select(h => h.CaseId).ToHashSet();
        var others = Cases[worker].Where(c => !own.Contains(c.Case)).ToList();
        return others.Count == 0 ? null : new(others, Part);
    }
}

/// <summary>Advice on open cases, for the loads of those who give it.</summary>
public sealed class AdviceReading(FairloadDb db, StatementSettings statements)
{
    /// <summary>One query; the statement is read only where anybody advises.</summary>
    internal async Task<Advised> Of(IQueryable<Id<Worker>> people, DateOnly day, CancellationToken stop)
    {
        var rows = await (from a in db.Set<CaseAdviser>().AsNoTracking()
                          join c in db.Cases.AsNoTracking() on a.CaseId equals c.Id
                          join s in db.Set<CaseSupplement>().AsNoTracking().Where(s => s.ReplacedAt == null)
                              on c.Id equals s.CaseId into entered
                          from s in entered.DefaultIfEmpty()
                          where a.ToOn == null && c.ClosedOn == null && people.Contains(a.WorkerId)
                          select new
                          {
                              a.WorkerId,
                              c.Id,
                              c.TypeCode,
                              c.Tier,
                              Marks = new CaseMarks(c.Family, c.TravelBand, c.InCourt),
                              Family = s == null ? null : s.Family,
                              Travel = s == null ? null : s.Travel,
                              Court = s == null ? null : s.Court,
                          }).ToListAsync(stop);
        if (rows.Count == 0) return Advised.Nothing;
        var part = (await statements.On(day, stop)).AdvicePart;
        return new(
            rows.ToLookup(r => r.WorkerId, r => new HeldCase(
                r.Id, r.TypeCode, r.Tier, SupplementFacts.Over(r.Family, r.Travel, r.Court, r.Marks), 1)), part);
    }
}
