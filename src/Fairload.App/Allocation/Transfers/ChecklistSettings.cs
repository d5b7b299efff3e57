using Fairload.App.Caseload;
using Fairload.Core.Allocation.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Allocation.Transfers;

/// <summary>What has to be done before a case goes to another team, in the version in force on a day. Before a council has its own, the
/// example that ships.</summary>
public sealed class ChecklistSettings(FairloadDb db)
{
    private IReadOnlyList<TransferChecklist>? _all;

    /// <summary>The version that went live last, on the day or before it; before the first version, the first.</summary>
    public async Task<TransferChecklist> On(DateOnly day, CancellationToken stop)
    {
        var all = await All(stop);
        return all.LastOrDefault(c => c.LiveFrom <= day) ?? all[0];
    }

    /// <summary>Every version, the earliest first; the example is the first.</summary>
    public async Task<IReadOnlyList<TransferChecklist>> All(CancellationToken stop)
    {
        if (_all is not null) return _all;
        var rows = await db.Set<ChecklistVersion>().AsNoTracking().ToListAsync(stop);
        var own = rows.OrderBy(r => r.LiveFrom).ThenBy(r => r.Code.Length).ThenBy(r => r.Code, StringComparer.Ordinal)
            .Select(r => ReferenceDocuments.ReadChecklist(r.Document).Try(out var read, out var problems) ? read
                : throw new InvalidOperationException($"{r.Code} in the database breaks a rule: {problems[0].Message}"));
        return _all = [.. ReferenceData.Checklists(), .. own];
    }

    /// <summary>Adds a version, inside a change. Refuses what Core refuses, and a code that is taken: a version is never changed.</summary>
    internal async Task<Result<TransferChecklist>> Agree(TransferChecklist checklist, CancellationToken stop)
    {
        if (!TransferChecklist.Read(checklist).Try(out var sound, out var problems)) return problems.ToList();
        if ((await All(stop)).Any(c => c.Code == sound.Code))
            return new Problem("Code", $"There is a checklist called {sound.Code} already; give the new version a new code");
        _all = null;
        db.Add(new ChecklistVersion(sound.Code, sound.Name, sound.AgreedBy, sound.LiveFrom, ReferenceDocuments.Write(sound)));
        return sound;
    }
}
