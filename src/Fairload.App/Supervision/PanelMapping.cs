using System.Globalization;
using Fairload.App.Store;
using Fairload.Core.Caseload;
using Fairload.Core.Supervision;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Supervision;

internal sealed class PanelSessionMapping : IEntityTypeConfiguration<PanelSession>
{
    public void Configure(EntityTypeBuilder<PanelSession> session)
    {
        session.ToTable("panel_session");
        session.Property(s => s.Begins)
            .HasConversion(time => PanelSession.Write(time), text => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture));
        session.PointsAt<PanelSession, Worker>(s => s.OpenedById);
    }
}

internal sealed class PanelBookingMapping : IEntityTypeConfiguration<PanelBooking>
{
    public void Configure(EntityTypeBuilder<PanelBooking> booking)
    {
        booking.ToTable("panel_booking");
        booking.PointsAt<PanelBooking, PanelSession>(b => b.SessionId);
        booking.PointsAt<PanelBooking, Case>(b => b.CaseId);
        booking.PointsAt<PanelBooking, Worker>(b => b.WorkerId);
        booking.PointsAt<PanelBooking, Worker>(b => b.BookedById);
    }
}
