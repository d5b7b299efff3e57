using Fairload.App.Caseload;
using Fairload.Core.Allocation;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Allocation;

/// <summary>The council's statement of reserved functions, in the version in force on a day. Before it has one, the example that
/// ships.</summary>
public sealed class StatementSettings(FairloadDb db)
{
    private IReadOnlyList<ReservedFunctions>? _all;

    /// <summary>The version that went live last, on the day or before it; before the first version, the first.</summary>
    public async Task<ReservedFunctions> On(DateOnly day, CancellationToken stop)
    {
        var all = await All(stop);
        return all.LastOrDefault(s => s.LiveFrom <= day) ?? all[0];
    }

    /// <summary>Every version, the earliest first; the example is the first.</summary>
    public async Task<IReadOnlyList<ReservedFunctions>> All(CancellationToken stop)
    {
        if (_all is not null) return _all;
        var rows = await db.Set<StatementRow>().AsNoTracking().ToListAsync(stop);
        var own = rows.OrderBy(r => r.LiveFrom).ThenBy(r => r.Code.Length).ThenBy(r => r.Code, StringComparer.Ordinal)
            .Select(r => ReferenceDocuments.ReadStatement(r.Document).Try(out var read, out var problems) ? read
                : throw new InvalidOperationException($"{r.Code} in the database breaks a rule: {problems[0].Message}"));
        return _all = [.. ReferenceData.Statements(), .. own];
    }

    /// <summary>Adds a version, inside a change. Refuses what Core refuses, and a code that is taken: a version is never changed.</summary>
    internal async Task<Result<ReservedFunctions>> Agree(ReservedFunctions statement, CancellationToken stop)
    {
        if (!ReservedFunctions.Read(statement).Try(out var sound, out var problems)) return problems.ToList();
        if ((await All(stop)).Any(s => s.Code == sound.Code))
            return new Problem("Code", $"There is a statement called {sound.Code} already; give the new version a new code");
        _all = null;
        db.Add(new StatementRow(sound.Code, sound.Name, sound.AgreedBy, sound.LiveFrom, ReferenceDocuments.Write(sound)));
        db.PictureChanged();
        return sound;
    }
}
