using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Actions.Scrutiny;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Actions;

/// <summary>A message of the commission was shown to an account.</summary>
internal sealed record MessageSeen(Id<CommissionMessage> MessageId, Id<Account> AccountId);

internal sealed class ScrutinyMeetingMapping : IEntityTypeConfiguration<ScrutinyMeeting>
{
    public void Configure(EntityTypeBuilder<ScrutinyMeeting> meeting) => meeting.ToTable("scrutiny_meeting");
}

internal sealed class ScrutinyItemMapping : IEntityTypeConfiguration<ScrutinyItem>
{
    public void Configure(EntityTypeBuilder<ScrutinyItem> item)
    {
        item.ToTable("scrutiny_item");
        item.PointsAt<ScrutinyItem, ScrutinyMeeting>(i => i.MeetingId);
    }
}

internal sealed class ScrutinyQuestionMapping : IEntityTypeConfiguration<ScrutinyQuestion>
{
    public void Configure(EntityTypeBuilder<ScrutinyQuestion> question)
    {
        question.ToTable("scrutiny_question");
        question.PointsAt<ScrutinyQuestion, ScrutinyMeeting>(q => q.MeetingId);
    }
}

internal sealed class ResolutionMapping : IEntityTypeConfiguration<Resolution>
{
    public void Configure(EntityTypeBuilder<Resolution> resolution)
    {
        resolution.ToTable("resolution");
        resolution.Ignore(r => r.IsPublic);
        resolution.PointsAt<Resolution, ScrutinyMeeting>(r => r.MeetingId);
    }
}

internal sealed class WitnessMapping : IEntityTypeConfiguration<Witness>
{
    public void Configure(EntityTypeBuilder<Witness> witness)
    {
        witness.ToTable("scrutiny_witness");
        witness.PointsAt<Witness, ScrutinyMeeting>(w => w.MeetingId);
    }
}

internal sealed class CommissionMessageMapping : IEntityTypeConfiguration<CommissionMessage>
{
    public void Configure(EntityTypeBuilder<CommissionMessage> message)
    {
        message.ToTable("commission_message");
        message.PointsAt<CommissionMessage, ScrutinyMeeting>(m => m.MeetingId);
    }
}

internal sealed class MessageSeenMapping : IEntityTypeConfiguration<MessageSeen>
{
    public void Configure(EntityTypeBuilder<MessageSeen> seen)
    {
        seen.ToTable("commission_message_seen").HasKey(s => new { s.MessageId, s.AccountId });
        seen.PointsAt<MessageSeen, CommissionMessage>(s => s.MessageId);
        seen.PointsAt<MessageSeen, Account>(s => s.AccountId);
    }
}
