using Fairload.App.Store;
using Fairload.Core.Allocation.Transfers;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Allocation.Transfers;

/// <summary>One version of the checklist. The document is the whole of it; the columns are for finding it.</summary>
internal sealed record ChecklistVersion(string Code, string Name, string AgreedBy, DateOnly LiveFrom, string Document);

internal sealed class ChecklistMapping : IEntityTypeConfiguration<ChecklistVersion>
{
    public void Configure(EntityTypeBuilder<ChecklistVersion> row)
    {
        row.ToTable("transfer_checklist");
        row.HasKey(c => c.Code);
    }
}

/// <summary>A transfer is read and written as a whole: its steps and its checklist belong to it.</summary>
internal sealed class TransferMapping : IEntityTypeConfiguration<Transfer>
{
    public void Configure(EntityTypeBuilder<Transfer> transfer)
    {
        transfer.ToTable("transfer");
        transfer.PointsAt<Transfer, Case>(t => t.CaseId);
        transfer.PointsAt<Transfer, Team>(t => t.FromTeamId);
        transfer.PointsAt<Transfer, Team>(t => t.ToTeamId);
        transfer.PointsAt<Transfer, Team>(t => t.OwnerTeamId);
        transfer.PointsAt<Transfer, Worker>(t => t.WorkerId);
        transfer.PointsAt<Transfer, Worker>(t => t.WithId);
        transfer.HasMany(t => t.Items).WithOne().HasForeignKey(i => i.TransferId).OnDelete(DeleteBehavior.ClientNoAction);
        transfer.HasMany(t => t.Steps).WithOne().HasForeignKey(s => s.TransferId).OnDelete(DeleteBehavior.ClientNoAction);
    }
}

internal sealed class TransferItemMapping : IEntityTypeConfiguration<TransferItem>
{
    public void Configure(EntityTypeBuilder<TransferItem> item) => item.ToTable("transfer_item");
}

internal sealed class TransferStepMapping : IEntityTypeConfiguration<TransferStep>
{
    public void Configure(EntityTypeBuilder<TransferStep> step)
    {
        step.ToTable("transfer_step");
        step.PointsAt<TransferStep, Worker>(s => s.WorkerId);
    }
}
