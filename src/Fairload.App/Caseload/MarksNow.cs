using Fairload.Core.Caseload;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload;

/// <summary>What decides how much cases weigh, with what was entered here over what their extracts say.</summary>
internal sealed class MarksNow
{
    private readonly IReadOnlyDictionary<Id<Case>, CaseSupplement> _entered;

    private MarksNow(IReadOnlyDictionary<Id<Case>, CaseSupplement> entered) => _entered = entered;

    /// <summary>One query. Only of cases of which anything was entered that weighs.</summary>
    /// <param name="cases">Null for all cases.</param>
    public static async Task<MarksNow> Of(FairloadDb db, IQueryable<Id<Case>>? cases, CancellationToken stop)
    {
        var rows = db.Set<CaseSupplement>().AsNoTracking()
            .Where(s => s.ReplacedAt == null && (s.Family != "" || s.Travel != "" || s.Court != ""));
        if (cases is not null) rows = rows.Where(s => cases.Contains(s.CaseId));
        return new(await rows.ToDictionaryAsync(s => s.CaseId, stop));
    }

    public CaseMarks Of(Case one) => _entered.TryGetValue(one.Id, out var entered) ? entered.Facts.Over(one.Marks) : one.Marks;
}
