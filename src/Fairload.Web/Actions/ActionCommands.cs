using System.CommandLine;
using System.Globalization;
using Fairload.App.Actions;
using Fairload.Core.Access;
using Fairload.Core.Actions;
using Fairload.Web.Serve;

namespace Fairload.Web.Actions;

/// <summary><c>fairload actions due</c>.</summary>
internal static class ActionCommands
{
    public static Command Actions() => new("actions", "What was promised.") { Due() };

    private static Command Due()
    {
        var by = new Option<string?>("--by") { Description = "Due by this day, like 2026-12-24; today when left out.", HelpName = "DATE" };
        var (data, json) = (Words.Data(), Words.Json());
        var due = new Command("due", "Open actions that are due, the longest overdue first.") { by, data, json };
        due.SetAction(async (given, stop) =>
        {
            var text = given.GetValue(by);
            DateOnly? day = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
                ? read : null;
            if (text is not null && day is null)
                return await Words.Refused([new("--by", $"{text} is no date. Write it like 2026-12-24.")]);
            return await Words.Ask(given.GetValue(data)!, "actions due", async services =>
            {
                var until = day ?? services.GetRequiredService<TimeProvider>().UkToday;
                var lines = await services.GetRequiredService<ActionDesk>().Due(until, Reader.AtTheMachine, stop);
                return await Tell(lines, until, given.GetValue(json));
            }, stop);
        });
        return due;
    }

    private static async Task<int> Tell(IReadOnlyList<ActionLine> lines, DateOnly by, bool json)
    {
        if (json)
        {
            await Words.Print(lines.Select(l => new DueJson(
                l.Action.Reference, l.Action.What, l.Owner, l.Action.OwnerRole, l.Unit.Length > 0 ? l.Unit : null, l.Action.FirstDueOn,
                l.Action.DueOn, l.Moves.Count, l.Standing.Kind, l.Steps)));
            return Words.IsDone;
        }

        if (lines.Count == 0) await Console.Out.WriteLineAsync($"Nothing is due by {by:d MMMM yyyy}.");
        foreach (var line in lines)
            await Console.Out.WriteLineAsync($"{line.Action.Reference}  {line.Action.DueOn:yyyy-MM-dd}  {line.Owner}: {line.Action.What}");
        return Words.IsDone;
    }

    private sealed record DueJson(
        string Reference, string What, string Owner, string OwnerRole, string? Unit, DateOnly FirstDueOn, DateOnly DueOn, int Moves,
        StandingKind Stands, IReadOnlyList<EscalationStep> Told);
}
