using System.Text.Json;
using Fairload.App.Audit;
using Fairload.App.Caseload;
using Fairload.Core.Access;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Imports;

/// <summary>How the columns of a council's own case sheet are matched, saved under a name for every later sheet of its kind.</summary>
public sealed class MatchingDesk(FairloadDb db, AuditTrail audit, TimeProvider clock)
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
        return saved is null ? null : JsonSerializer.Deserialize<CaseMatching>(saved.Document, JsonSerializerOptions.Web);
    }

    public async Task<Result<Done>> Save(string? name, CaseMatching matching, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Import);
        var given = name?.Trim() ?? "";
        if (given.Length is 0 or > LongestName) return new Problem("Name", $"Enter a name for the matching, in {LongestName} characters or fewer");
        if (given is "annex-a" or "cases") return new Problem("Name", $"{given} is taken by the program. Enter another name for the matching");

        return await db.Change<Result<Done>>(
            async () =>
            {
                var document = JsonSerializer.Serialize(matching, JsonSerializerOptions.Web);
                var now = clock.GetUtcNow().UtcDateTime;
                if (await db.Set<SavedMatching>().SingleOrDefaultAsync(m => m.Name == given, stop) is { } saved)
                    (saved.Document, saved.SavedBy, saved.SavedAt) = (document, reader.Name, now);
                else db.Add(new SavedMatching { Name = given, Document = document, SavedBy = reader.Name, SavedAt = now });
                await audit.Note(reader, AuditAction.SettingsChanged, "matching", given, stop);
                return default(Done);
            },
            stop);
    }
}
