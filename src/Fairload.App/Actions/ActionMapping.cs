using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Actions;
using Fairload.Core.Actions.Scrutiny;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Actions;

/// <summary>A step up the line that was taken for a day that was promised.</summary>
internal sealed record ActionStep(Id<AgreedAction> ActionId, DateOnly DueOn, EscalationStep Step, DateOnly TakenOn);

/// <summary>Somebody above was told that an action is overdue.</summary>
internal sealed class ActionTold
{
    public required Id<AgreedAction> ActionId { get; init; }
    public required DateOnly DueOn { get; init; }
    public required EscalationStep Step { get; init; }
    public required Id<Account> AccountId { get; init; }
    public DateTime? SeenAt { get; set; }
}

internal sealed class AgreedActionMapping : IEntityTypeConfiguration<AgreedAction>
{
    public void Configure(EntityTypeBuilder<AgreedAction> action)
    {
        action.ToTable("agreed_action");
        action.Ignore(a => a.Reference).Ignore(a => a.IsOpen).Ignore(a => a.IsPublic);
        action.PointsAt<AgreedAction, Account>(a => a.OwnerId);
        action.PointsAt<AgreedAction, Team>(a => a.TeamId);
        action.PointsAt<AgreedAction, Resolution>(a => a.ResolutionId);
        action.PointsAt<AgreedAction, Core.Imports.ImportRun>(a => a.BroughtBy);
    }
}

internal sealed class DueMoveMapping : IEntityTypeConfiguration<DueMove>
{
    public void Configure(EntityTypeBuilder<DueMove> move)
    {
        move.ToTable("action_move");
        move.PointsAt<DueMove, AgreedAction>(m => m.ActionId);
    }
}

internal sealed class ActionNoteMapping : IEntityTypeConfiguration<ActionNote>
{
    public void Configure(EntityTypeBuilder<ActionNote> note)
    {
        note.ToTable("action_note");
        note.PointsAt<ActionNote, AgreedAction>(n => n.ActionId);
    }
}

internal sealed class ActionRefusalMapping : IEntityTypeConfiguration<ActionRefusal>
{
    public void Configure(EntityTypeBuilder<ActionRefusal> refusal)
    {
        refusal.ToTable("action_refusal");
        refusal.Ignore(r => r.Cost);
        refusal.PointsAt<ActionRefusal, AgreedAction>(r => r.ActionId);
    }
}

internal sealed class ActionSayingMapping : IEntityTypeConfiguration<ActionSaying>
{
    public void Configure(EntityTypeBuilder<ActionSaying> saying)
    {
        saying.ToTable("action_saying");
        saying.PointsAt<ActionSaying, AgreedAction>(s => s.ActionId);
    }
}

internal sealed class ActionStepMapping : IEntityTypeConfiguration<ActionStep>
{
    public void Configure(EntityTypeBuilder<ActionStep> step)
    {
        step.ToTable("action_step").HasKey(s => new { s.ActionId, s.DueOn, s.Step });
        step.PointsAt<ActionStep, AgreedAction>(s => s.ActionId);
    }
}

internal sealed class ActionToldMapping : IEntityTypeConfiguration<ActionTold>
{
    public void Configure(EntityTypeBuilder<ActionTold> told)
    {
        told.ToTable("action_told").HasKey(t => new { t.ActionId, t.DueOn, t.Step, t.AccountId });
        told.PointsAt<ActionTold, AgreedAction>(t => t.ActionId);
        told.PointsAt<ActionTold, Account>(t => t.AccountId);
    }
}
