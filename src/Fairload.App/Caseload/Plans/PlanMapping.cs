using Fairload.App.Store;
using Fairload.Core.Caseload;
using Fairload.Core.Caseload.Plans;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Caseload.Plans;

internal sealed class LoadPlanMapping : IEntityTypeConfiguration<LoadPlan>
{
    public void Configure(EntityTypeBuilder<LoadPlan> plan)
    {
        plan.ToTable("load_plan");
        plan.PointsAt<LoadPlan, Worker>(p => p.WorkerId);
    }
}

internal sealed class ScoreQuestionMapping : IEntityTypeConfiguration<ScoreQuestion>
{
    public void Configure(EntityTypeBuilder<ScoreQuestion> question)
    {
        question.ToTable("score_question");
        question.PointsAt<ScoreQuestion, Case>(q => q.CaseId);
        question.PointsAt<ScoreQuestion, Worker>(q => q.WorkerId);
    }
}
