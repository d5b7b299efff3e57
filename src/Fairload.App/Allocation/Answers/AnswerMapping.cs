using Fairload.App.Store;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Answers;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Allocation.Answers;

internal sealed class AnswerMapping : IEntityTypeConfiguration<AllocationAnswer>
{
    public void Configure(EntityTypeBuilder<AllocationAnswer> answer)
    {
        answer.ToTable("allocation_answer");
        answer.Ignore(a => a.IsOpen);
        answer.Ignore(a => a.WasInTime);
        answer.PointsAt<AllocationAnswer, AllocationDecision>(a => a.DecisionId);
        answer.PointsAt<AllocationAnswer, AllocationDecision>(a => a.InterimId);
        answer.PointsAt<AllocationAnswer, Worker>(a => a.WorkerId);
        answer.PointsAt<AllocationAnswer, Worker>(a => a.ToWorkerId);
    }
}
