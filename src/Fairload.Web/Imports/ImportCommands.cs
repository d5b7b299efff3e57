using System.CommandLine;
using System.Globalization;
using Fairload.App.Imports;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Fairload.Web.Serve;

namespace Fairload.Web.Imports;

/// <summary><c>fairload import KIND FILE</c> and <c>fairload import undo</c>.</summary>
internal static class ImportCommands
{
    private const int ProblemsPrinted = 40;

    public static Command Import() => new("import", "Take in an extract, or undo the last import.")
    {
        Of("staff", ImportKind.Staff, "A staff workbook (.xlsx) or a Staff sheet (.csv). Everything else joins to it."),
        Of("annex-a", ImportKind.AnnexA, "An Ofsted Annex A workbook, 2019 or 2024 form."),
        Of("cases", ImportKind.Cases, "A case sheet of your own (.xlsx or .csv), with any columns."),
        Of("scores", ImportKind.Scores, "A scores sheet (.xlsx or .csv)."),
        Of("actions", ImportKind.Actions, "A list of actions (.xlsx or .csv), each with an owner and a day."),
        Of("supervision", ImportKind.Supervision, "A log of supervision sessions (.xlsx or .csv)."),
        Of("meetings", ImportKind.Meetings, "A log of meetings (.xlsx or .csv)."),
        Of("risks", ImportKind.Risks, "A sheet of risk assessments (.xlsx or .csv)."),
        Of("incidents", ImportKind.Incidents, "A sheet of incidents (.xlsx or .csv)."),
        Of("workforce-census", ImportKind.WorkforceCensus, "The children's social work workforce census (.xml), as it was sent to the department."),
        Of("feedback", ImportKind.Feedback, "A sheet of complaints, comments and compliments (.xlsx or .csv)."),
        Of("supplement", ImportKind.Supplement, "What no extract tells of cases (.xlsx or .csv): family, court, co-workers, wishes."),
        Undo(),
    };

    private static Command Of(string word, ImportKind kind, string help)
    {
        var file = new Argument<string>("FILE") { Description = "The file to read." };
        var matching =
            new Option<string>("--matching")
            {
                Description = "Name of a saved matching of columns.",
                HelpName = "NAME",
                DefaultValueFactory = _ => ""
            };
        var asOf =
            new Option<string?>("--as-of")
            {
                Description = "The day that the file tells about, like 2026-11-13; today when left out.",
                HelpName = "DATE"
            };
        var look = new Option<bool>("--look") { Description = "Only say what it would do; keep nothing." };
        var closeMissing = new Option<bool>("--close-missing") { Description = "Close what the file no longer shows." };
        var (data, json) = (Words.Data(), Words.Json());
        var command = new Command(word, help) { file, asOf, look, closeMissing, data, json };
        if (kind == ImportKind.Cases) command.Add(matching);

        command.SetAction(async (given, stop) =>
        {
            var path = given.GetValue(file)!;
            if (!Day(given.GetValue(asOf)).Try(out var day, out var problems)) return await Words.Refused(problems);

            var named = kind == ImportKind.Cases ? given.GetValue(matching)! : "";
            var request = new ImportRequest(kind, Path.GetFileName(path), named, day.Value, given.GetValue(closeMissing));
            return await Run(request, path, $"import {word}", given.GetValue(data)!, given.GetValue(look), given.GetValue(json), stop);
        });
        return command;
    }

    /// <summary>Takes in a file, or only says what it would do.</summary>
    internal static async Task<int> Run(
        ImportRequest request, string path, string word, string data, bool look, bool json, CancellationToken stop)
    {
        if (!File.Exists(path)) return await Words.Refused([new("FILE", $"There is no file {path}. Check the path.")]);
        return await Words.Ask(
            data, word,
            async services =>
            {
                await using var bytes = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
                var desk = services.GetRequiredService<ImportDesk>();
                var done = look ? await desk.Preview(request, bytes, Reader.AtTheMachine, stop)
                    : await desk.Import(request, bytes, Reader.AtTheMachine, stop);
                return done.Try(out var outcome, out var refused) ? await Tell(outcome, look, json) : await Words.Refused(refused);
            },
            stop);
    }

    private static Command Undo()
    {
        var (data, json) = (Words.Data(), Words.Json());
        var undo = new Command("undo", "Put back what was there before the last import.") { data, json };
        undo.SetAction((given, stop) => Words.Ask(
            given.GetValue(data)!, "import undo",
            async services =>
            {
                var undone = await services.GetRequiredService<ImportDesk>().UndoLatest(Reader.AtTheMachine, stop);
                if (!undone.Try(out var run, out var problems)) return await Words.Refused(problems);

                if (given.GetValue(json)) await Words.Print(new { undone = run.FileName, kind = run.Kind, asOf = run.AsOf });
                else await Console.Out.WriteLineAsync($"Undone: {run.FileName}, as of {run.AsOf:d MMMM yyyy}.");
                return Words.IsDone;
            },
            stop));
        return undo;
    }

    private static async Task<int> Tell(ImportOutcome outcome, bool looked, bool json)
    {
        if (json)
        {
            await Words.Print(new
            {
                outcome.Read,
                outcome.Added,
                outcome.Changed,
                outcome.Unchanged,
                outcome.Missing,
                conflicts = outcome.Conflicts.Select(c => new { c.About, c.Kind, c.EnteredBy, c.EnteredOn, c.KeepsOurs }),
                problems = outcome.Problems.Select(p => new { p.Sheet, p.Row, p.Column, p.Severity, p.Message }),
            });
            return Words.IsDone;
        }

        foreach (var (sheet, rows) in outcome.Read) await Console.Out.WriteLineAsync($"{sheet}: {rows} rows read");
        await Console.Out.WriteLineAsync(
            $"{(looked ? "Would be " : "")}{outcome.Added} added, {outcome.Changed} changed, {outcome.Unchanged} unchanged, {outcome.Missing} missing.");
        if (outcome.Unsettled.Any())
        {
            var about = string.Join(", ", outcome.Unsettled.Select(c => c.About));
            await Console.Out.WriteLineAsync($"  What was entered here stays until somebody settles it. This file contradicts: {about}.");
        }

        foreach (var problem in outcome.Problems.Take(ProblemsPrinted))
            await Console.Out.WriteLineAsync($"  {problem.Severity}: {Where(problem)}{problem.Message}");
        if (outcome.Problems.Count > ProblemsPrinted)
            await Console.Out.WriteLineAsync($"  and {outcome.Problems.Count - ProblemsPrinted} more: see them all with --json.");
        return Words.IsDone;
    }

    private static string Where(ImportProblem problem) =>
        problem.Row is { } row ? string.Create(CultureInfo.InvariantCulture, $"{problem.Sheet}, row {row}: ") : $"{problem.Sheet}: ";

    private static Result<AsOfDay> Day(string? text)
    {
        if (text is null) return new AsOfDay(null);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new AsOfDay(day)
            : new Problem("--as-of", $"{text} is no date. Write it like 2026-11-13.");
    }

    private sealed record AsOfDay(DateOnly? Value);
}
