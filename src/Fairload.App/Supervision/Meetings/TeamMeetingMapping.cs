using Fairload.App.Store;
using Fairload.Core.Supervision.Meetings;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Supervision.Meetings;

internal sealed class TeamMeetingMapping : IEntityTypeConfiguration<TeamMeeting>
{
    public void Configure(EntityTypeBuilder<TeamMeeting> meeting)
    {
        meeting.ToTable("team_meeting");
        meeting.Ignore(m => m.Entry);
        meeting.PointsAt<TeamMeeting, Team>(m => m.TeamId);
    }
}
