using System.Globalization;
using Fairload.App.Caseload;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.Web.Caseload;

/// <summary>One waiting list as a table, the longest wait first.</summary>
internal sealed record WaitingTableView(string Caption, IReadOnlyList<WaitingCase> Cases, bool WithTeam)
{
    public static string FindRoom(WaitingCase one, Id<Team> team) => string.Create(
        CultureInfo.InvariantCulture, $"{Links.Team(team)}?Type={Uri.EscapeDataString(CaseType.Shown(one.TypeCode))}&Tier={one.Tier}&Points={one.Points:0.##}#find-room");
}
