using System.CommandLine;
using Fairload.App.Supervision.Sessions;
using Fairload.Core.Access;
using Fairload.Core.Supervision.Sessions;
using Fairload.Web.Serve;

namespace Fairload.Web.Supervision;

/// <summary><c>fairload supervision due [--team T]</c>.</summary>
internal static class SupervisionCommands
{
    public static Command Supervision() => new("supervision", "Say what falls due in supervision.") { Due() };

    private static Command Due()
    {
        var team = new Option<string?>("--team") { Description = "Only the people of this team.", HelpName = "T" };
        var (data, json) = (Words.Data(), Words.Json());
        var due = new Command("due", "Say for everyone when supervision was held, by when the next falls due, and since when it is late.")
        {
            team, data, json,
        };
        due.SetAction((given, stop) => Words.Ask(
            given.GetValue(data)!, "supervision due",
            async services =>
            {
                var asked = await services.GetRequiredService<SupervisionDesk>().Due(given.GetValue(team), Reader.AtTheMachine, stop);
                if (!asked.Try(out var lines, out var problems)) return await Words.Refused(problems);
                if (given.GetValue(json)) await Words.Print(lines.Select(SupervisionDueJson.Of));
                else foreach (var line in lines) await Console.Out.WriteLineAsync(Line(line));
                return Words.IsDone;
            },
            stop));
        return due;
    }

    /// <summary>Null for somebody in no team.</summary>
    internal static string? TeamOf(SupervisionLine line) => line.Person.Teams is [var team, ..] ? team.Name : null;

    private static string Line(SupervisionLine line)
    {
        var last = line.LastHeld is { } held ? $"last {held.On:yyyy-MM-dd} ({held.Minutes?.ToString(Invariant) ?? "?"} min)" : "none known";
        var state = line.Due?.State switch
        {
            DueState.Met => $"met, next from {line.Due.To.AddDays(1):yyyy-MM-dd}",
            DueState.Open => $"due by {line.Due.To:yyyy-MM-dd}",
            DueState.Suspended => "away",
            DueState.NotKnown => "not known",
            _ => "nothing due",
        };
        var late = line.LateSince is { } since ? $", late since {since:yyyy-MM-dd}" : "";
        return $"{line.Person.Worker.Name,-32} {TeamOf(line),-32} {last,-28} {state}{late}";
    }

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;
}

/// <summary>One person's supervision for programs. Null is not known, or none.</summary>
internal sealed record SupervisionDueJson(
    Guid WorkerId, string StaffNumber, string Worker, string? Team, DateOnly? LastHeldOn, int? LastMinutes, DateOnly? NextPlannedOn,
    DueState? State, Frequency? Every, DateOnly? DueFrom, DateOnly? DueBy, DateOnly? LateSince)
{
    public static SupervisionDueJson Of(SupervisionLine line) => new(
        line.Person.Worker.Id.Value, line.Person.Worker.StaffNumber, line.Person.Worker.Name, SupervisionCommands.TeamOf(line),
        line.LastHeld?.On, line.LastHeld?.Minutes, line.NextPlanned?.PlannedOn, line.Due?.State, line.Due?.Every, line.Due?.From,
        line.Due?.To, line.LateSince);
}
