using Fairload.App.Store;
using Fairload.Core.Supervision.Sessions;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Supervision.Sessions;

internal sealed class AgreementMapping : IEntityTypeConfiguration<SupervisionAgreement>
{
    public void Configure(EntityTypeBuilder<SupervisionAgreement> agreement)
    {
        agreement.ToTable("supervision_agreement");
        agreement.Ignore(a => a.Terms);
        agreement.PointsAt<SupervisionAgreement, Worker>(a => a.WorkerId);
        agreement.PointsAt<SupervisionAgreement, Worker>(a => a.SupervisorId);
        agreement.PointsAt<SupervisionAgreement, Worker>(a => a.ProfessionalId);
    }
}

internal sealed class SessionMapping : IEntityTypeConfiguration<SupervisionSession>
{
    public void Configure(EntityTypeBuilder<SupervisionSession> session)
    {
        session.ToTable("supervision_session");
        session.Ignore(s => s.Logged);
        session.PointsAt<SupervisionSession, Worker>(s => s.WorkerId);
        session.PointsAt<SupervisionSession, Worker>(s => s.SupervisorId);
    }
}

internal sealed class ActionMapping : IEntityTypeConfiguration<SessionAction>
{
    public void Configure(EntityTypeBuilder<SessionAction> action)
    {
        action.ToTable("supervision_action");
        action.PointsAt<SessionAction, SupervisionSession>(a => a.SessionId);
    }
}
