using Fairload.App.Store;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Caseload;

internal sealed class CaseMapping : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> @case)
    {
        @case.ToTable("case_record");
        @case.Ignore(c => c.Marks);
        @case.PointsAt<Case, Case>(c => c.PreviousId);
    }
}

internal sealed class AssignmentMapping : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> assignment)
    {
        assignment.ToTable("assignment");
        assignment.PointsAt<Assignment, Case>(a => a.CaseId);
        assignment.PointsAt<Assignment, Worker>(a => a.WorkerId);
        assignment.PointsAt<Assignment, Team>(a => a.TeamId);
    }
}

internal sealed class CaseEventMapping : IEntityTypeConfiguration<CaseEvent>
{
    public void Configure(EntityTypeBuilder<CaseEvent> happened)
    {
        happened.ToTable("case_event");
        happened.PointsAt<CaseEvent, Case>(e => e.CaseId);
    }
}

internal sealed class IntakeDayMapping : IEntityTypeConfiguration<IntakeDay>
{
    public void Configure(EntityTypeBuilder<IntakeDay> day) => day.ToTable("intake_day");
}

internal sealed class ScoreMapping : IEntityTypeConfiguration<Score>
{
    public void Configure(EntityTypeBuilder<Score> score)
    {
        score.ToTable("score");
        score.Ignore(s => s.Values);
        score.PointsAt<Score, Case>(s => s.CaseId);
    }
}

internal sealed class CaseAdviserMapping : IEntityTypeConfiguration<CaseAdviser>
{
    public void Configure(EntityTypeBuilder<CaseAdviser> adviser)
    {
        adviser.ToTable("case_adviser");
        adviser.PointsAt<CaseAdviser, Case>(a => a.CaseId);
        adviser.PointsAt<CaseAdviser, Worker>(a => a.WorkerId);
    }
}
