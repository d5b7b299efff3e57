using Fairload.Core.Supervision.Meetings;
using Fairload.Core.Supervision.Sessions;
using Fairload.Core.Workforce;

namespace Fairload.Web.Supervision.Sessions;

/// <summary>Where the pages of supervision are.</summary>
internal static class SupervisionLinks
{
    public static string Person(Id<Worker> id) => $"/supervision/people/{id}";

    public static string Plan(Id<Worker> id) => $"/supervision/people/{id}/plan";

    public static string Agreement(Id<Worker> id) => $"/supervision/people/{id}/agreement";

    public static string Digest(Id<Worker> id) => $"/supervision/people/{id}/digest";

    public static string Session(Id<SupervisionSession> id) => $"/supervision/sessions/{id}";

    public static string Record(Id<SupervisionSession> id) => $"/supervision/sessions/{id}/record";

    public static string Change(Id<SupervisionSession> id) => $"/supervision/sessions/{id}/change";

    public static string Meeting(Id<TeamMeeting> id) => $"/supervision/meetings/entry/{id}";
}
