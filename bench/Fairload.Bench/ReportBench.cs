using System.Diagnostics;
using Fairload.App.HealthCheck.Report;
using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Surveys.Results;
using Fairload.Testing;

namespace Fairload.Bench;

/// <summary>A report and a very long one as every file: how long each takes. The first is left in a folder.</summary>
internal static class ReportBench
{
    public static int Run(string folder)
    {
        Directory.CreateDirectory(folder);
        var members = MadeUpReport.Of(Edition.Members);
        Write(members, ReportFiles.Docx);
        File.WriteAllBytes(Path.Combine(folder, "members.docx"), Write(members, ReportFiles.Docx).Bytes);
        var large = Large(members);
        Console.WriteLine($"| {large.Tables.Count()} tables, {large.Tables.Sum(t => t.Rows.Count)} rows | median | 95th of 100 | range | runs |");
        Console.WriteLine("|---|--:|--:|--:|--:|");
        foreach (var kind in ReportFiles.Kinds)
        {
            var times = new List<double>();
            for (var run = 0; run < 9; run++)
            {
                var watch = Stopwatch.StartNew();
                Write(large, kind);
                times.Add(watch.Elapsed.TotalMilliseconds);
            }

            Console.WriteLine(new Sample(times).Line(kind, "ms"));
        }

        return 0;
    }

    private static ReportFile Write(ReportDocument report, string kind) =>
        ReportFiles.Of(report, kind, ReportPlain.Words, ReportTemplate.Make())
            ?? throw new InvalidOperationException("There is no such kind of file.");

    /// <summary>A hundred tables and charts of about thirty rows.</summary>
    private static ReportDocument Large(ReportDocument like) => like with
    {
        Parts =
        [
            .. Enumerable.Range(0, 50).Select(part => new ReportPart($"part-{part}",
            [
                new HeadingBlock(1, $"Part {part}"),
                .. Enumerable.Range(0, 10).Select(s => new ParagraphBlock("Supervision was held more often than in the year before.",
                    $"s-{part}-{s}", true)),
                new TableBlock($"table-{part}", $"Table {part}", "Figures by team.", ["Team", "2026", "2025", "2024"],
                    [.. Enumerable.Range(0, 30).Select(r => new ReportRow($"Team {r}", [.. Enumerable.Range(0, 3).Select(c => ReportCell.Of(
                        new(part + r + c, "%", 0, like.On, $"{r} sessions")))]))]),
                new ChartBlock($"chart-{part}", ChartKind.Bar, $"Chart {part}", "Team",
                    [.. Enumerable.Range(0, 10).Select(r => $"Team {r}")],
                    [new("2026", [.. Enumerable.Range(0, 10).Select(r => (decimal?)r)])], "%", 0, new(like.On, "sessions", ""),
                        "Figures by team."),
            ])),
        ],
    };
}
