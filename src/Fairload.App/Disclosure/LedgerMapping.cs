using Fairload.App.Store;
using Fairload.Core.Disclosure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Disclosure;

/// <summary>One release as the ledger keeps it.</summary>
/// <param name="Chain">Rounds about the same people, one after the other: they are held against each other.</param>
/// <param name="Number">From 1 in each chain.</param>
/// <param name="Population">Cells and how many answered in each, as JSON: what an audit needs to begin anew.</param>
/// <param name="Structure">SHA-256 of the population.</param>
internal sealed record LedgerEntry(
    Id<Release> Id, string Chain, int Number, string Round, string Title, int Floor, string Population, string Structure, int Figures,
    int Cells, long Steps, DateTime ReleasedAt, DateOnly ReleasedOn, string ReleasedBy);

/// <summary>One group of a release whose figures were let out.</summary>
/// <param name="Cells">As JSON.</param>
internal sealed record LedgerRow(
    Id<ReleasedGroup> Id, Id<Release> ReleaseId, int Position, string Round, string Name, string Cells, int Turn, bool ShowsPeople);

internal sealed class LedgerAuditMapping : IEntityTypeConfiguration<LedgerAudit>
{
    public void Configure(EntityTypeBuilder<LedgerAudit> audit)
    {
        audit.ToTable("ledger_audit");
        audit.Ignore(a => a.IsProved);
    }
}

internal sealed class LedgerEntryMapping : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> entry) => entry.ToTable("disclosure_release");
}

internal sealed class LedgerRowMapping : IEntityTypeConfiguration<LedgerRow>
{
    public void Configure(EntityTypeBuilder<LedgerRow> row)
    {
        row.ToTable("disclosure_row");
        row.PointsAt<LedgerRow, LedgerEntry>(r => r.ReleaseId);
    }
}
