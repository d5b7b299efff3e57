using System.Globalization;
using Fairload.App.Imports.Sheets;

namespace Fairload.App.Demo;

/// <summary>The staff workbook of a day: staff, teams, posts, absences, reductions and duties.</summary>
internal static class DemoStaffSheets
{
    public static IReadOnlyList<SheetOut> On(DemoCouncil council, DateOnly day)
    {
        // Who left stays on the sheet for a year, with the last day.
        var staff = council.Workers.Where(w => w.Start <= day && !(w.End < day.AddYears(-1)))
            .OrderBy(w => w.StaffNumber, StringComparer.Ordinal).ToList();
        var teams = council.Teams.Where(t => t.From <= day).ToList();
        return
        [
            new("Staff",
                ["Staff number", "Name", "Other names", "SWE number", "Role", "Level", "Team", "Service", "Employer", "FTE", "Hours",
                    "Employment type", "Start", "End",
                    "ASYE start", "Approvals", "Languages", "E-mail", "Manager's staff number"],
                staff.Select(w => Person(w, day))),
            new("Teams", ["Team", "Service", "Employer", "From", "To", "Successor"],
                teams.Select(t => Row(t.Name, t.Service, t.Employer, t.From, t.To < day ? t.To : null, t.To < day ? t.Successor?.Name
                    : null))),
            new("Posts", ["Team", "Level", "Established FTE"], teams.Where(t => !(t.To < day)).SelectMany(t => Posts(council, t, day))),
            new("Absences", ["Staff number", "From", "To", "Category"],
                staff.SelectMany(w => w.Absences.Where(a => a.From <= day).Select(a => Row(w.StaffNumber, a.From, a.To, a.Category)))),
            new("Reductions", ["Staff number", "Reason", "%", "From", "To"],
                staff.SelectMany(w => w.Reductions.Where(r => r.From <= day)
                    .Select(r => Row(w.StaffNumber, r.Reason, r.Percent, r.From, r.To)))),
            new("Duties", ["Staff number", "Duty", "Points", "From", "To"],
                staff.SelectMany(w => w.Duties.Where(d => d.From <= day).Select(d => Row(w.StaffNumber, d.Duty, d.Points, d.From, d.To)))),
        ];
    }

    private static object?[] Row(params object?[] values) => values;

    private static object?[] Person(DemoWorker w, DateOnly day)
    {
        var team = w.Team?.On(day);
        var knownEnd = w.IsAgency || w.End <= day.AddDays(28) ? w.End : null;
        return Row(w.StaffNumber, w.Name, w.OtherNames, w.SweNumber, w.Role, w.Level, TeamCell(w, day), w.Service,
            team?.Employer ?? $"{DemoCouncil.Name} Council",
            w.Fte, w.Hours, w.EmploymentType, w.Start, knownEnd, w.AsyeStart, w.Approvals, w.Languages, w.Email, w.Manager?.StaffNumber);
    }

    private static string? TeamCell(DemoWorker w, DateOnly day)
    {
        if (w.Team is not { } team) return null;
        if (w.SecondTeam is not { } second) return team.On(day).Name;
        return string.Create(CultureInfo.InvariantCulture,
            $"{team.On(day).Name} ({w.FirstShare * 100:0}%); {second.On(day).Name} ({(1 - w.FirstShare) * 100:0}%)");
    }

    /// <summary>Posts are what is filled by the team's own staff, and the vacancies that make England's rate on top.</summary>
    private static IEnumerable<IReadOnlyList<object?>> Posts(DemoCouncil council, DemoTeam team, DateOnly day)
    {
        var own = council.Workers.Where(w => w.Team?.On(day) == team && w.Start <= day && !w.HasLeft(day) && !w.IsAgency
            && w.EmploymentType != "Bank");
        foreach (var level in own.GroupBy(w => w.Level == "Newly qualified" ? "Social worker" : w.Level)
            .OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var filled = level.Sum(w => w.Fte ?? 1m);
            var established = level.Key is "Social worker" or "Senior practitioner" ? filled / (1 - (decimal)DemoShape.VacancyShare)
                : filled;
            yield return Row(team.Name, level.Key, Math.Round(established * 2, MidpointRounding.AwayFromZero) / 2);
        }
    }
}
