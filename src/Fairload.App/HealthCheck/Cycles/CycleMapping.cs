using Fairload.Core.HealthCheck.Cycles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.HealthCheck.Cycles;

internal sealed class CycleMapping : IEntityTypeConfiguration<Cycle>
{
    public void Configure(EntityTypeBuilder<Cycle> cycle)
    {
        cycle.ToTable("health_check_cycle");
        cycle.HasMany(c => c.Steps).WithOne().HasForeignKey(s => s.CycleId);
    }
}

internal sealed class StepMapping : IEntityTypeConfiguration<StepTaken>
{
    public void Configure(EntityTypeBuilder<StepTaken> step) => step.ToTable("health_check_step");
}

internal sealed class FindingMapping : IEntityTypeConfiguration<Finding>
{
    public void Configure(EntityTypeBuilder<Finding> finding)
    {
        finding.ToTable("finding");
        finding.HasMany(f => f.Voices).WithOne().HasForeignKey(v => v.FindingId);
        finding.Ignore(f => f.MeasureCodes);
        finding.Ignore(f => f.NotHeard);
    }
}

internal sealed class VoiceMapping : IEntityTypeConfiguration<Voice>
{
    public void Configure(EntityTypeBuilder<Voice> voice) => voice.ToTable("finding_voice");
}

internal sealed class ForumMapping : IEntityTypeConfiguration<Forum>
{
    public void Configure(EntityTypeBuilder<Forum> forum) => forum.ToTable("forum");
}

internal sealed class JudgementMapping : IEntityTypeConfiguration<Judgement>
{
    public void Configure(EntityTypeBuilder<Judgement> judgement)
    {
        judgement.ToTable("judgement");
        judgement.Ignore(j => j.ShownLines);
    }
}

/// <summary>Figures of a cycle as they stood when its report was begun.</summary>
internal sealed record FrozenFigures(Guid Id, Id<Cycle> CycleId, string Document, DateTime FrozenAt);

internal sealed class FrozenFiguresMapping : IEntityTypeConfiguration<FrozenFigures>
{
    public void Configure(EntityTypeBuilder<FrozenFigures> frozen) => frozen.ToTable("frozen_figures");
}
