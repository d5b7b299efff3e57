using System.CommandLine;
using Fairload.App.HealthCheck.Cycles;
using Fairload.App.HealthCheck.Measures;
using Fairload.Core.Access;
using Fairload.Core.HealthCheck.Measures;
using Fairload.Core.Imports;
using Fairload.Web.Imports;
using Fairload.Web.Serve;

namespace Fairload.Web.HealthCheck;

/// <summary><c>fairload healthcheck status|measures|import-measures|report</c>.</summary>
internal static class HealthCheckCommands
{
    public static Command HealthCheck() =>
        new("healthcheck", "The year's health check: where it stands and what its measures say.")
        {
            Status(), Measures(), Import(), Report.ReportCommand.Report(),
        };

    private static Command Status()
    {
        var (data, json) = (Words.Data(), Words.Json());
        var status = new Command("status", "Say where the latest health check stands.") { data, json };
        status.SetAction((given, stop) => Words.Ask(given.GetValue(data)!, "healthcheck", async services =>
        {
            if (await services.GetRequiredService<CycleDesk>().Show(null, Reader.AtTheMachine, stop) is not { } view)
                return await Words.Refused([new("", $"No health check has been opened yet. The principal social worker opens one on the page Health check")]);
            if (given.GetValue(json)) await Words.Print(StatusJson.Of(view));
            else foreach (var line in Lines(view)) await Console.Out.WriteLineAsync(line);
            return Words.IsDone;
        }, stop));
        return status;
    }

    private static Command Measures()
    {
        var framework = new Option<string?>("--framework")
        {
            Description = "Code of the framework; the five areas of 2009 when left out.",
            HelpName = "F",
        };
        var (data, json) = (Words.Data(), Words.Json());
        var measures = new Command("measures", "Say what each measure comes to, and how it is filled.") { framework, data, json };
        measures.SetAction((given, stop) => Words.Ask(given.GetValue(data)!, "healthcheck", async services =>
        {
            var asked = given.GetValue(framework);
            if (await services.GetRequiredService<MeasureDesk>().All(asked, Reader.AtTheMachine, stop) is not { } view)
                return await Words.Refused([new("framework", $"There is no framework {asked}. There are five-areas-2009 and employer-standards-2014, -2020 and -2025")]);
            var all = view.Framework.Measures.Select(m => (m.Number, Reading: view.Readings[m.Code]));
            if (given.GetValue(json)) await Words.Print(all.Select(m => MeasureJson.Of(m.Number, m.Reading)));
            else foreach (var (number, reading) in all) await Console.Out.WriteLineAsync(Line(number, reading));
            return Words.IsDone;
        }, stop));
        return measures;
    }

    private static Command Import()
    {
        var file = new Argument<string>("FILE") { Description = "A sheet of figures (.xlsx or .csv), as `fairload template measures` writes it." };
        var look = new Option<bool>("--look") { Description = "Only say what it would do; keep nothing." };
        var (data, json) = (Words.Data(), Words.Json());
        var import = new Command("import-measures", "Take in figures that the program can not know.") { file, look, data, json };
        import.SetAction(async (given, stop) => await ImportCommands.Run(
            new(ImportKind.Measures, Path.GetFileName(given.GetValue(file)!)), given.GetValue(file)!, "healthcheck", given.GetValue(data)!,
            given.GetValue(look), given.GetValue(json), stop));
        return import;
    }

    private static IEnumerable<string> Lines(CycleView view)
    {
        var T = new Catalogue(Language.English);
        yield return $"Health check {view.Cycle.Year}, {view.Framework.Name.En}: {CycleWords.Step(T, view.Cycle.Step)}";
        yield return $"Figures tell about {view.Cycle.FromOn:yyyy-MM-dd} to {view.Cycle.ToOn:yyyy-MM-dd}.";
        foreach (var part in view.Parts)
        {
            yield return $"  {part.Part.Name.En}: {part.Measures.Count} measures, {part.NotYetKnown} not yet known, {part.Findings.Count} findings, "
                + CycleWords.Judged(T, view.Ladder, part.Judgement).ToLowerInvariant();
        }
    }

    private static string Line(string number, MeasureReading reading)
    {
        var T = new Catalogue(Language.English);
        return $"{number,-5} {reading.Card.Name.En}: {MeasureWords.Figure(T, reading.Card, reading.Council)} ({MeasureWords.Filled(T, reading.Card.Filled)})";
    }

    private sealed record StatusJson(int Year, string Framework, string Step, DateOnly From, DateOnly To,
        IReadOnlyList<StatusJson.PartJson> Parts)
    {
        public static StatusJson Of(CycleView view) => new(
            view.Cycle.Year, view.Framework.Code, view.Cycle.Step.ToString(), view.Cycle.FromOn, view.Cycle.ToOn,
            [.. view.Parts.Select(p => new PartJson(
                p.Part.Code, p.Measures.Count, p.NotYetKnown, p.Findings.Count, p.Findings.Count(f => f.IsTalkedAbout),
                p.Judgement?.Step))]);

        internal sealed record PartJson(string Part, int Measures, int NotYetKnown, int Findings, int TalkedAbout, string? Step);
    }

    private sealed record MeasureJson(
        string Number, string Measure, string Name, FigureState State, decimal? Value, decimal? Numerator, decimal? Denominator,
        InPlace? InPlace, int NotKnown, DateOnly From, DateOnly To, Filling Filled, IReadOnlyList<FigurePart> Parts)
    {
        public static MeasureJson Of(string number, MeasureReading reading)
        {
            var (card, figure) = (reading.Card, reading.Council);
            return new(
                number, card.Code, card.Name.En, figure.State, figure.Value, figure.Numerator, figure.Denominator, figure.InPlace,
                figure.NotKnown, figure.From, figure.To, card.Filled, figure.Parts);
        }
    }
}
