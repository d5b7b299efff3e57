using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload;

/// <summary>The cases of one family or household: those that share a mark, whether an extract says it or somebody entered it.</summary>
public sealed class FamilyReading(FairloadDb db, CaseDesk cases)
{
    /// <summary>More than any family has: a mark that stands on more cases is none.</summary>
    private const int Most = 40;

    /// <summary>The other open cases, by reference; only those that the reader may see, so that a restricted one is not revealed by its
    /// family.</summary>
    internal async Task<IReadOnlyList<FamilyCase>> Of(Case one, string family, Reader reader, CancellationToken stop)
    {
        if (family.Length == 0) return [];
        var entered = db.Set<CaseSupplement>().Where(s => s.ReplacedAt == null);
        var others = await db.Cases.AsNoTracking()
            .Where(c => c.ClosedOn == null && c.Id != one.Id
                && (entered.Any(s => s.CaseId == c.Id && s.Family == family)
                    || (c.Family == family && !entered.Any(s => s.CaseId == c.Id && s.Family != ""))))
            .OrderBy(c => c.Reference).Take(Most).ToListAsync(stop);
        var ids = others.Select(c => c.Id).ToList();
        var assignments = (await db.Assignments.AsNoTracking().Where(a => ids.Contains(a.CaseId)).ToListAsync(stop))
            .ToLookup(a => a.CaseId);
        var holders = assignments.SelectMany(a => a).Where(a => a.ToOn is null).Select(a => a.WorkerId).OfType<Id<Worker>>().ToList();
        var people = await db.Workers.AsNoTracking().Where(w => holders.Contains(w.Id)).ToDictionaryAsync(w => w.Id, stop);
        var seen = new List<FamilyCase>();
        foreach (var other in others)
        {
            if (!await cases.MaySee(other.Id, reader, Permission.SeeCases, [.. assignments[other.Id]], stop)) continue;
            seen.Add(new(
                other,
                [
                    .. assignments[other.Id].Where(a => a.ToOn is null && a.WorkerId is not null).OrderByDescending(a => a.Share)
                        .Select(a => people[a.WorkerId!.Value]),
                ]));
        }

        return seen;
    }

    /// <summary>The mark as it is written already where another case has it: "f-204" and "F-204" are one family.</summary>
    internal async Task<string> Spelling(string family, CancellationToken stop) =>
        family.Length == 0 ? family : (await Spellings(db, stop)).GetValueOrDefault(Written.Fold(family), family);

    /// <summary>Every mark that an open case has, by the way in which they are compared.</summary>
    internal static async Task<Dictionary<string, string>> Spellings(FairloadDb db, CancellationToken stop) =>
        (await db.Set<CaseSupplement>().Where(s => s.ReplacedAt == null && s.Family != "").Select(s => s.Family)
            .Concat(db.Cases.Where(c => c.ClosedOn == null && c.Family != "").Select(c => c.Family)).Distinct().ToListAsync(stop))
        .GroupBy(Written.Fold).ToDictionary(g => g.Key, g => g.Order(StringComparer.Ordinal).First());
}
