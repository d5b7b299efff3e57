using Fairload.App.Store;
using Fairload.Core.Caseload;
using Fairload.Core.DataProtection;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.DataProtection;

/// <summary>A rule as the council agreed it.</summary>
internal sealed class RetentionRow
{
    public RecordKind Kind { get; init; }
    public int Months { get; set; }
    public string Reason { get; set; } = "";
    public string AgreedBy { get; set; } = "";
    public DateTime AgreedAt { get; set; }
    public int Version { get; set; }
}

/// <summary>What was deleted at one time, as counts.</summary>
public sealed record DeletionLine(
    Guid Id, DateTime DeletedAt, RecordKind Kind, DateOnly BeforeOn, int Deleted, int HeldBack, string DeletedBy);

internal sealed class RetentionRowMapping : IEntityTypeConfiguration<RetentionRow>
{
    public void Configure(EntityTypeBuilder<RetentionRow> rule)
    {
        rule.ToTable("retention_rule");
        rule.HasKey(r => r.Kind);
    }
}

internal sealed class LegalHoldMapping : IEntityTypeConfiguration<LegalHold>
{
    public void Configure(EntityTypeBuilder<LegalHold> hold)
    {
        hold.ToTable("legal_hold");
        hold.PointsAt<LegalHold, Worker>(h => h.WorkerId);
        hold.PointsAt<LegalHold, Case>(h => h.CaseId);
    }
}

internal sealed class DeletionLineMapping : IEntityTypeConfiguration<DeletionLine>
{
    public void Configure(EntityTypeBuilder<DeletionLine> line) => line.ToTable("deletion_log");
}
