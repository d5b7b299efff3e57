using Fairload.App.Audit;
using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Imports;

/// <summary>How the columns of a council's own case sheet are matched, saved under a name for every later sheet of its kind.</summary>
public sealed class MatchingDesk(FairloadDb db, CouncilSettings settings, CaseloadSettings caseload, AuditTrail audit, TimeProvider clock)
{
    private const int LongestName = 60;

    public async Task<IReadOnlyList<string>> Names(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Import);
        return await db.Set<SavedMatching>().AsNoTracking().OrderBy(m => m.Name).Select(m => m.Name).ToListAsync(stop);
    }

    public async Task<CaseMatching?> Find(string name, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Import);
        var saved = await db.Set<SavedMatching>().AsNoTracking().SingleOrDefaultAsync(m => m.Name == name, stop);
        return saved is not null && CaseMatching.FromJson(saved.Document).Try(out var matching, out _) ? matching : null;
    }

    /// <summary>The columns of a sheet that somebody brought to match, and what they seem to be. Nothing of the sheet is kept.</summary>
    public Result<MatchingSample> Sample(Stream file, string fileName, Reader reader)
    {
        reader.Demand(Permission.Import);
        return MatchingSample.Of(file, fileName, ImportReading.Limits(settings.Limits));
    }

    public async Task<Result<Done>> Save(string? name, CaseMatching matching, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Import);
        var given = name?.Trim() ?? "";
        if (given.Length is 0 or > LongestName) return new Problem("Name", $"Enter a name for the matching, in {LongestName} characters or fewer");
        if (given is "annex-a" or "cases") return new Problem("Name", $"{given} is taken by the program. Enter another name for the matching");
        if (Wrong(matching) is { Count: > 0 } wrong) return wrong;

        return await db.Change<Result<Done>>(
            async () =>
            {
                var document = (matching with { Name = given }).ToJson();
                var now = clock.GetUtcNow().UtcDateTime;
                if (await db.Set<SavedMatching>().SingleOrDefaultAsync(m => m.Name == given, stop) is { } saved)
                    (saved.Document, saved.SavedBy, saved.SavedAt) = (document, reader.Name, now);
                else db.Add(new SavedMatching { Name = given, Document = document, SavedBy = reader.Name, SavedAt = now });
                await audit.Note(reader, AuditAction.SettingsChanged, "matching", given, stop);
                return default(Done);
            },
            stop);
    }

    /// <summary>The headers of the factors in force today, for an empty scores sheet.</summary>
    public async Task<IReadOnlyList<string>> FactorNames(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Import);
        var today = clock.UkToday;
        return FactorHeaders.Of(
            [await caseload.FactorSetOn(Area.Children, today, stop), await caseload.FactorSetOn(Area.Adults, today, stop)]);
    }

    private static List<Problem> Wrong(CaseMatching matching)
    {
        var problems = new List<Problem>();
        if (!matching.Columns.ContainsKey("reference")) problems.Add(new("", $"Choose which column holds the case reference"));
        if (!matching.Columns.ContainsKey("type")) problems.Add(new("", $"Choose which column holds the case type"));
        problems.AddRange(matching.Types.Where(t => CaseType.Find(t.Value) is null)
            .Select(t => new Problem("", $"Choose a case type for “{t.Key}”")));
        return problems;
    }
}
