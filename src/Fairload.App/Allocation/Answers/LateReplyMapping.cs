using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Allocation.Answers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Allocation.Answers;

/// <summary>Somebody was told that a reply is late.</summary>
internal sealed class LateReplyRow
{
    public required Id<AllocationAnswer> AnswerId { get; init; }
    public required LateStep Step { get; init; }
    public required Id<Account> AccountId { get; init; }
    public required DateTime ToldAt { get; init; }
    public DateTime? SeenAt { get; set; }
}

internal sealed class LateReplyMapping : IEntityTypeConfiguration<LateReplyRow>
{
    public void Configure(EntityTypeBuilder<LateReplyRow> row)
    {
        row.ToTable("late_reply");
        row.HasKey(r => new { r.AnswerId, r.Step, r.AccountId });
        row.PointsAt<LateReplyRow, AllocationAnswer>(r => r.AnswerId);
        row.PointsAt<LateReplyRow, Account>(r => r.AccountId);
    }
}
