using System.CommandLine;
using System.Globalization;
using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Web.Serve;

namespace Fairload.Web.Caseload;

/// <summary><c>fairload load [--team T]</c> and <c>fairload waiting</c>.</summary>
internal static class CaseloadCommands
{
    public static Command Load()
    {
        var team = new Option<string?>("--team") { Description = "Only the people of this team.", HelpName = "T" };
        var (data, json) = (Words.Data(), Words.Json());
        var load = new Command("load", "Say what everyone carries against what there is room for.") { team, data, json };
        load.SetAction((given, stop) => Words.Ask(
            given.GetValue(data)!, "load",
            async services =>
            {
                var loads = await services.GetRequiredService<LoadDesk>().Loads(given.GetValue(team), Reader.AtTheMachine, stop);
                if (!loads.Try(out var found, out var problems)) return await Words.Refused(problems);
                if (given.GetValue(json)) await Words.Print(found.People.Select(WorkerLoadJson.Of));
                else foreach (var person in found.People) await Console.Out.WriteLineAsync(Line(person));
                return Words.IsDone;
            },
            stop));
        return load;
    }

    public static Command Waiting()
    {
        var (data, json) = (Words.Data(), Words.Json());
        var waiting = new Command("waiting", "Say which cases no named person at work holds.") { data, json };
        waiting.SetAction((given, stop) => Words.Ask(
            given.GetValue(data)!, "waiting",
            async services =>
            {
                var waits = await services.GetRequiredService<WaitingDesk>().Waiting(Reader.AtTheMachine, null, null, stop);
                if (given.GetValue(json))
                {
                    await Words.Print(new
                    {
                        neverAllocated = waits.NeverAllocated.Select(WaitingCaseJson.Of),
                        heldByManager = waits.HeldByManager.Select(WaitingCaseJson.Of),
                        phantom = waits.Phantom.Select(WaitingCaseJson.Of),
                    });
                    return Words.IsDone;
                }

                await Console.Out.WriteLineAsync(
                    $"{waits.NeverAllocated.Count} never allocated, {waits.HeldByManager.Count} held by a manager, {waits.Phantom.Count} in the name of somebody who is not at work.");
                foreach (var one in waits.All) await Console.Out.WriteLineAsync(Line(one));
                return Words.IsDone;
            },
            stop));
        return waiting;
    }

    private static string Line(PersonLoad person) =>
        $"{person.Worker.Name,-32} {person.Team?.Team.Name,-32} {person.Load.Percent?.ToString() ?? "-",6} {person.Load.Band.Shape} {person.Load.Band.Word,-18} " +
        $"{person.Load.Points:0.#} points, {person.Load.Cases} cases"
            + (person.Load.IsProvisional ? $", {person.Load.Unscored} of {person.Load.Cases} not scored" : "");

    private static string Line(WaitingCase one) =>
        $"{one.Reference,-16} {CaseType.Shown(one.TypeCode),-20} {one.Team,-32} {(one.SinceIsKnown ? "since"
            : "since at least")} {one.Since:yyyy-MM-dd}  {one.Reason?.ToString() ?? one.List.ToString()} {one.Holder}";
}

/// <summary>One worker's load for programs: percent is null only with a band that has none.</summary>
internal sealed record WorkerLoadJson(
    Guid WorkerId, string StaffNumber, string Worker, string? Team, decimal? Fte, decimal Points, decimal Low, decimal High, int Unscored,
        decimal? Capacity,
    decimal? Percent, string Band, int Cases)
{
    public static WorkerLoadJson Of(PersonLoad p) => new(
        p.Worker.Id.Value, p.Worker.StaffNumber, p.Worker.Name, p.Team?.Team.Name, p.Worker.Fte, Tidy(p.Load.Points), Tidy(p.Load.Low),
            Tidy(p.Load.High),
        p.Load.Unscored, p.Load.Capacity is { } c ? Tidy(c) : null, p.Load.Percent is { } percent ? Tidy(percent.Value) : null,
            p.Load.Band.Code, p.Load.Cases);

    /// <summary>Engines keep decimals with more or fewer noughts; files show one place at least and four at most.</summary>
    private static decimal Tidy(decimal value) =>
        decimal.Parse(value.ToString("0.0###", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}

/// <summary>One waiting case for programs.</summary>
internal sealed record WaitingCaseJson(
    Guid CaseId, string Reference, string Type, int? Tier, string Team, string? Reason, string Holder, WaitingPlace Place, DateOnly Since,
        bool SinceIsKnown, int? WorkingDays)
{
    public static WaitingCaseJson Of(WaitingCase c) => new(
        c.CaseId.Value, c.Reference, CaseType.Shown(c.TypeCode), c.Tier, c.Team, c.Reason is { } reason
            ? System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(reason.ToString()) : null,
        c.Holder, c.Place, c.Since, c.SinceIsKnown, c.WorkingDays);
}
