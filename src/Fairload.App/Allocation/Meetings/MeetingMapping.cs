using Fairload.App.Store;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Meetings;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Allocation.Meetings;

/// <summary>The proposal of a meeting as it stands; the document is the whole of it.</summary>
internal sealed class PlanRow
{
    public required Id<AllocationMeeting> MeetingId { get; init; }
    public required string Document { get; set; }
}

internal sealed class MeetingMapping : IEntityTypeConfiguration<AllocationMeeting>
{
    public void Configure(EntityTypeBuilder<AllocationMeeting> meeting)
    {
        meeting.ToTable("allocation_meeting");
        meeting.Ignore(m => m.About);
        meeting.PointsAt<AllocationMeeting, Team>(m => m.TeamId);
        meeting.PointsAt<AllocationMeeting, Worker>(m => m.WorkerId);
    }
}

internal sealed class PlanMapping : IEntityTypeConfiguration<PlanRow>
{
    public void Configure(EntityTypeBuilder<PlanRow> plan)
    {
        plan.ToTable("meeting_plan");
        plan.HasKey(p => p.MeetingId);
        plan.PointsAt<PlanRow, AllocationMeeting>(p => p.MeetingId);
    }
}

internal sealed class LineMapping : IEntityTypeConfiguration<MeetingLine>
{
    public void Configure(EntityTypeBuilder<MeetingLine> line)
    {
        line.ToTable("meeting_line");
        line.Ignore(l => l.IsChange);
        line.PointsAt<MeetingLine, AllocationMeeting>(l => l.MeetingId);
        line.PointsAt<MeetingLine, Case>(l => l.CaseId);
        line.PointsAt<MeetingLine, Worker>(l => l.FromId);
        line.PointsAt<MeetingLine, Worker>(l => l.ToId);
        line.PointsAt<MeetingLine, Worker>(l => l.WithId);
        line.PointsAt<MeetingLine, AllocationDecision>(l => l.DecisionId);
    }
}

internal sealed class RefusalMapping : IEntityTypeConfiguration<MeetingRefusal>
{
    public void Configure(EntityTypeBuilder<MeetingRefusal> refusal)
    {
        refusal.ToTable("meeting_refusal");
        refusal.PointsAt<MeetingRefusal, MeetingLine>(r => r.LineId);
        refusal.PointsAt<MeetingRefusal, Worker>(r => r.WorkerId);
    }
}

internal sealed class EditMapping : IEntityTypeConfiguration<MeetingEdit>
{
    public void Configure(EntityTypeBuilder<MeetingEdit> edit)
    {
        edit.ToTable("meeting_edit");
        edit.Ignore(e => e.Before);
        edit.Ignore(e => e.After);
        edit.PointsAt<MeetingEdit, AllocationMeeting>(e => e.MeetingId);
        edit.PointsAt<MeetingEdit, Case>(e => e.CaseId);
        edit.PointsAt<MeetingEdit, Worker>(e => e.WorkerId);
    }
}
