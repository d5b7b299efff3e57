using Fairload.Core.Access;
using Fairload.Core.Supervision.Sessions;
using Fairload.Core.Workforce;

namespace Fairload.App.Supervision.Sessions;

/// <summary>Whose supervision a reader sees, and whose they keep: the line of management, and whoever the last agreement names.</summary>
internal static class SupervisionSight
{
    /// <param name="last">The worker's last agreement, agreed to or not.</param>
    public static bool SeesSupervision(this Reader reader, Id<Worker> worker, IEnumerable<Team> teams, SupervisionAgreement? last) =>
        reader.SightFor(Permission.SeeSupervision).SeesWorker(worker, teams) || reader.IsNamed(last);

    /// <summary>Nobody keeps their own.</summary>
    public static bool KeepsSupervision(this Reader reader, Id<Worker> worker, IEnumerable<Team> teams, SupervisionAgreement? last) =>
        reader.Worker != worker && (reader.SightFor(Permission.KeepSupervision).SeesWorker(worker, teams) || reader.IsNamed(last));

    private static bool IsNamed(this Reader reader, SupervisionAgreement? last) =>
        last is not null && reader.Worker is { } me && reader.May(Permission.KeepSupervision)
        && (last.SupervisorId == me || last.ProfessionalId == me);
}
