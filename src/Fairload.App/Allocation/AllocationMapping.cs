using Fairload.App.Store;
using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Supervision;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Allocation;

/// <summary>One version of the statement of reserved functions. The document is the whole of it; the columns are for finding it.</summary>
internal sealed record StatementRow(string Code, string Name, string AgreedBy, DateOnly LiveFrom, string Document);

internal sealed class StatementMapping : IEntityTypeConfiguration<StatementRow>
{
    public void Configure(EntityTypeBuilder<StatementRow> row)
    {
        row.ToTable("reserved_statement");
        row.HasKey(s => s.Code);
    }
}

internal sealed class DecisionMapping : IEntityTypeConfiguration<AllocationDecision>
{
    public void Configure(EntityTypeBuilder<AllocationDecision> decision)
    {
        decision.ToTable("allocation_decision");
        decision.Ignore(d => d.HeldJustBefore);
        decision.Ignore(d => d.AsksForAnAnswer);
        decision.Ignore(d => d.IsAwaited);
        decision.PointsAt<AllocationDecision, Case>(d => d.CaseId);
        decision.PointsAt<AllocationDecision, Worker>(d => d.WorkerId);
        decision.PointsAt<AllocationDecision, Worker>(d => d.WithId);
    }
}

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.ToTable("notice");
        notice.PointsAt<Notice, Worker>(n => n.WorkerId);
        notice.PointsAt<Notice, AllocationDecision>(n => n.DecisionId);
        notice.PointsAt<Notice, PanelBooking>(n => n.BookingId);
    }
}
