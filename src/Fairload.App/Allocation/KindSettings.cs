using Fairload.App.Caseload;
using Fairload.Core.Allocation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Allocation;

/// <summary>One version of what speaks for a person beside the load. The document is the whole of it; the columns are for finding
/// it.</summary>
internal sealed record KindRow(string Code, string Name, string AgreedBy, DateOnly LiveFrom, string Document);

internal sealed class KindMapping : IEntityTypeConfiguration<KindRow>
{
    public void Configure(EntityTypeBuilder<KindRow> row)
    {
        row.ToTable("kind_agreement");
        row.HasKey(k => k.Code);
    }
}

/// <summary>What the council agreed speaks for a person beside the load, in the version in force on a day. Before it has one, the example
/// that ships.</summary>
public sealed class KindSettings(FairloadDb db)
{
    private IReadOnlyList<KindAgreement>? _all;

    /// <summary>The version that went live last, on the day or before it; before the first version, the first.</summary>
    public async Task<KindAgreement> On(DateOnly day, CancellationToken stop)
    {
        var all = await All(stop);
        return all.LastOrDefault(k => k.LiveFrom <= day) ?? all[0];
    }

    /// <summary>Every version, the earliest first; the example is the first.</summary>
    public async Task<IReadOnlyList<KindAgreement>> All(CancellationToken stop)
    {
        if (_all is not null) return _all;
        var rows = await db.Set<KindRow>().AsNoTracking().ToListAsync(stop);
        var own = rows.OrderBy(r => r.LiveFrom).ThenBy(r => r.Code.Length).ThenBy(r => r.Code, StringComparer.Ordinal)
            .Select(r => ReferenceDocuments.ReadKindness(r.Document).Try(out var read, out var problems) ? read
                : throw new InvalidOperationException($"{r.Code} in the database breaks a rule: {problems[0].Message}"));
        return _all = [.. ReferenceData.Kindness(), .. own];
    }

    /// <summary>Adds a version, inside a change. Refuses what Core refuses, and a code that is taken: a version is never changed.</summary>
    internal async Task<Result<KindAgreement>> Agree(KindAgreement agreed, CancellationToken stop)
    {
        if (!KindAgreement.Read(agreed).Try(out var sound, out var problems)) return problems.ToList();
        if ((await All(stop)).Any(k => k.Code == sound.Code))
            return new Problem("Code", $"There is an agreement called {sound.Code} already; give the new version a new code");
        _all = null;
        db.Add(new KindRow(sound.Code, sound.Name, sound.AgreedBy, sound.LiveFrom, ReferenceDocuments.Write(sound)));
        db.PictureChanged();
        return sound;
    }
}
