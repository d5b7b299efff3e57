using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Surveys.Results;

namespace Fairload.Testing;

/// <summary>Reports of a health check that nobody held.</summary>
public static class MadeUpReport
{
    private static readonly DateOnly On = new(2026, 3, 31);
    private static readonly DateOnly Before = new(2025, 3, 31);
    private static readonly string[] Words = ["load", "“held”", "R&D <b>", "ŵyth", "=1+1", "-minus", "lone, working", "sick; days", "a'b"];

    /// <summary>The same in every edition, but that the public one leaves team by team out and rounds.</summary>
    public static ReportDocument Of(Edition edition, string language = ReportDocument.English) => new(
        language == ReportDocument.Welsh ? "Gwiriad iechyd 2026" : "Health check 2026", "Sampleshire Council", edition, language, On,
        [
            new("front",
            [
                new HeadingBlock(1, "What you asked last time"),
                new ParagraphBlock("Of six promises four were kept, one was moved and one was refused.", "asked", IsNumbered: true),
                new ParagraphBlock("Supervision was held 86 times in a hundred, and 71 the year before.", "better", IsNumbered: true),
                new ListBlock(["Note the report.", "Invite the director in September."]),
            ]),
            new("supervision",
            [
                new HeadingBlock(1, "Supervision"), new HeadingBlock(2, "What was held"),
                Held(edition),
                new ChartBlock("held-over-years", ChartKind.Column, "More sessions are held than two years ago", "Year",
                    ["2024", "2025", "2026"],
                    [new("Children", [66, 71, 86]), new("Adults", [null, 80, 83])], "%", 0, new(On, "sessions planned in the year", ""),
                    "Columns for children and adults over three years. Children rise from 66 to 86 per cent, adults from 80 to 83."),
            ]),
            .. edition == Edition.Public ? (ReportPart[])[] :
            [
                new("teams",
                [
                    new HeadingBlock(1, "Team by team"),
                    new ParagraphBlock("The hospital team does not know yet how often lone working was checked.", "teams"),
                    new TableBlock("waiting", "Cases that wait", "Cases that wait for somebody, by team.", ["Team", "Cases"],
                        [new("Hospital", [ReportCell.NotAvailable]), new("Riverside",
                            [ReportCell.Of(new(1041, "", 0, On, "cases of the team"))])]),
                ]),
            ],
        ]);

    private static TableBlock Held(Edition edition) => new(
        "held", "Supervision held", "Sessions held of those planned, by service, in two years.", ["Service", "2026", "2025"],
        [
            new("Adults", [Percent(edition, 83, On, 412), Percent(edition, 80, Before, 398)]),
            new("Children", [Percent(edition, 86, On, 204), Percent(edition, 71, Before, 190)]),
            new("Hospital", [ReportCell.Hidden, ReportCell.NotAvailable]),
        ]);

    private static ReportCell Percent(Edition edition, decimal value, DateOnly on, int of) => ReportCell.Of(edition == Edition.Public
        ? new(Math.Round(value / 5) * 5, "%", 0, on, $"{Math.Round(of / 5m) * 5} sessions", "Rounded to the nearest five.", 5)
        : new(value, "%", 0, on, $"{of} sessions"));

    /// <summary>Anything that passes the rules.</summary>
    public static ReportDocument Drawn(int seed)
    {
        var lot = new Random(seed);
        var parts = Enumerable.Range(0, lot.Next(1, 4)).Select(p => new ReportPart($"part-{p}",
        [
            new HeadingBlock(1, Word(lot)), new ParagraphBlock(Word(lot), $"slot-{p}", lot.Next(2) == 0),
            .. Enumerable.Range(0, lot.Next(1, 4)).Select(b => lot.Next(3) == 0 ? Chart(lot, $"chart-{p}-{b}")
                : Table(lot, $"table-{p}-{b}")),
        ]));
        return new(Word(lot), Word(lot), Edition.Internal, ReportDocument.English, On, [.. parts]);
    }

    private static ReportBlock Table(Random lot, string code)
    {
        var columns = lot.Next(1, 5);
        return new TableBlock(code, Word(lot), Word(lot), [.. Enumerable.Range(0, columns + 1).Select(c => $"{Word(lot)} {c}")],
            [.. Enumerable.Range(0, lot.Next(1, 6)).Select(r =>
                new ReportRow($"{Word(lot)} {r}", [.. Enumerable.Range(0, columns).Select(_ => Cell(lot))]))]);
    }

    private static ReportCell Cell(Random lot) => lot.Next(6) switch
    {
        0 => ReportCell.Hidden,
        1 => new(Word(lot)),
        _ => ReportCell.Of(Number(lot)),
    };

    private static ReportNumber Number(Random lot)
    {
        var decimals = lot.Next(3);
        return new(Value(lot, decimals), new[] { "%", "", "days" }[lot.Next(3)], decimals, lot.Next(2) == 0 ? On : Before, Word(lot),
            lot.Next(2) == 0 ? "" : Word(lot));
    }

    private static ChartBlock Chart(Random lot, string code)
    {
        var (decimals, categories) = (lot.Next(3), lot.Next(1, 6));
        return new(code, (ChartKind)lot.Next(3), Word(lot), Word(lot), [.. Enumerable.Range(0, categories).Select(c => $"{Word(lot)} {c}")],
            [
                .. Enumerable.Range(0, lot.Next(1, 5)).Select(s => new ReportSeries($"{Word(lot)} {s}",
                    [.. Enumerable.Range(0, categories).Select(_ => lot.Next(5) == 0 ? (decimal?)null : Value(lot, decimals))])),
            ],
            lot.Next(2) == 0 ? "%" : "", decimals, new(On, Word(lot), ""), Word(lot));
    }

    private static decimal Value(Random lot, int decimals) => Math.Round(lot.Next(-300_000, 3_000_000) / 100m, decimals);

    private static string Word(Random lot) => string.Join(' ',
        Enumerable.Range(0, lot.Next(1, 4)).Select(_ => Words[lot.Next(Words.Length)]));
}
