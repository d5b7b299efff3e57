using Fairload.App.Store;
using Fairload.Core.Workforce;
using Fairload.Core.Workplace;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Workplace;

/// <summary>A row of what was let out of a quarter.</summary>
/// <param name="Quarter">As 2026-Q3.</param>
internal sealed record QuarterReleaseRow(
    Id<QuarterFigures> Id, string Quarter, string Document, string ReleasedBy, DateOnly ReleasedOn);

internal sealed class RiskAssessmentMapping : IEntityTypeConfiguration<RiskAssessment>
{
    public void Configure(EntityTypeBuilder<RiskAssessment> risk)
    {
        risk.ToTable("risk_assessment");
        risk.Ignore(r => r.Facts);
        risk.PointsAt<RiskAssessment, Team>(r => r.TeamId);
        risk.PointsAt<RiskAssessment, Worker>(r => r.WorkerId);
    }
}

internal sealed class IncidentMapping : IEntityTypeConfiguration<Incident>
{
    public void Configure(EntityTypeBuilder<Incident> incident)
    {
        incident.ToTable("incident");
        incident.PointsAt<Incident, Team>(i => i.TeamId);
        incident.PointsAt<Incident, Worker>(i => i.WorkerId);
    }
}

internal sealed class SmallThingMapping : IEntityTypeConfiguration<SmallThing>
{
    public void Configure(EntityTypeBuilder<SmallThing> thing)
    {
        thing.ToTable("small_thing");
        thing.PointsAt<SmallThing, Team>(t => t.TeamId);
        thing.PointsAt<SmallThing, Worker>(t => t.OwnerId);
    }
}

internal sealed class SmallThingVoiceMapping : IEntityTypeConfiguration<SmallThingVoice>
{
    public void Configure(EntityTypeBuilder<SmallThingVoice> voice)
    {
        voice.ToTable("small_thing_voice");
        voice.HasKey(v => new { v.ThingId, v.WorkerId });
        voice.PointsAt<SmallThingVoice, SmallThing>(v => v.ThingId);
        voice.PointsAt<SmallThingVoice, Worker>(v => v.WorkerId);
    }
}

internal sealed class FeedbackMapping : IEntityTypeConfiguration<Feedback>
{
    public void Configure(EntityTypeBuilder<Feedback> feedback)
    {
        feedback.ToTable("feedback");
        feedback.Ignore(f => f.Facts);
        feedback.PointsAt<Feedback, Team>(f => f.TeamId);
    }
}

internal sealed class TimeUseRoundMapping : IEntityTypeConfiguration<TimeUseRound>
{
    public void Configure(EntityTypeBuilder<TimeUseRound> round) => round.ToTable("time_use_round");
}

internal sealed class TimeUseWeekMapping : IEntityTypeConfiguration<TimeUseWeek>
{
    public void Configure(EntityTypeBuilder<TimeUseWeek> week)
    {
        week.ToTable("time_use_week");
        week.HasKey(w => new { w.WorkerId, w.WeekOn });
        week.PointsAt<TimeUseWeek, Worker>(w => w.WorkerId);
    }
}

internal sealed class QuarterReleaseMapping : IEntityTypeConfiguration<QuarterReleaseRow>
{
    public void Configure(EntityTypeBuilder<QuarterReleaseRow> row) => row.ToTable("quarter_release");
}
