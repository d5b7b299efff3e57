using Microsoft.EntityFrameworkCore;

namespace Fairload.App.PeerReview;

/// <summary>The names that notes may not hold: of everybody who is or was on the staff list, as extracts write them too.</summary>
internal static class StaffNames
{
    public static async Task<IReadOnlyList<string>> Of(FairloadDb db, CancellationToken stop)
    {
        var staff = await db.Workers.AsNoTracking().Select(w => new { w.Name, w.OtherNames }).ToListAsync(stop);
        return [.. staff.SelectMany(w => w.OtherNames.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Prepend(w.Name))];
    }
}
