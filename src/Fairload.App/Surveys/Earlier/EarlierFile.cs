using System.Globalization;
using Fairload.App.Imports.Sheets;
using Fairload.Core.Surveys.Earlier;

namespace Fairload.App.Surveys.Earlier;

/// <summary>What a file of earlier figures holds, and what was left out and why.</summary>
public sealed record EarlierRead(IReadOnlyList<EarlierFigure> Figures, IReadOnlyList<Problem> LeftOut);

/// <summary>Reads earlier figures: a row for each, from a workbook or a text file.</summary>
internal static class EarlierFile
{
    private const int MostRows = 20_000;

    private static readonly SheetColumn[] Columns =
    [
        new("year", ["year", "survey year", "date"], IsKey: true), new("group", ["group", "unit", "team", "service"], IsQuiet: true),
        new("question", ["question", "wording", "statement"], IsKey: true), new("scale", ["scale", "answers", "options"], IsQuiet: true),
        new("measure", ["measure", "kind"], IsQuiet: true), new("answer", ["answer", "option"], IsQuiet: true),
        new("value", ["value", "figure", "result"], IsKey: true), new("answered", ["answered", "number who answered", "n", "responses"]),
        new("source", ["source", "survey", "supplier"], IsKey: true),
    ];

    public static Result<EarlierRead> Read(Stream file, string fileName, int thisYear, int floor)
    {
        if (!SheetFile.Open(file, fileName, SheetLimits.Default).Try(out var book, out var problems)) return problems.ToList();
        using var opened = book;
        return SheetTrouble.Guard<EarlierRead>(opened.FileName, () =>
        {
            if (opened.Sheets.Select(s => SheetTable.Find(s, Columns, [])).FirstOrDefault(t => t is not null) is { } table)
                return Read(table, opened.FileName, thisYear, floor);
            return new Problem("File", $"{opened.FileName} needs the columns year, question, value and source in one row. Nothing was stored");
        });
    }

    private static Result<EarlierRead> Read(SheetTable table, string fileName, int thisYear, int floor)
    {
        var (figures, leftOut, seen) = (new List<EarlierFigure>(), new List<Problem>(), new HashSet<EarlierFigure>());
        foreach (var row in table.Rows())
        {
            if (figures.Count + leftOut.Count >= MostRows)
                return new Problem("File", $"{fileName} has more than {MostRows} rows. Give the figures of fewer years at a time");
            if (!Figure(row, thisYear, floor).Try(out var figure, out var wrong)) leftOut.AddRange(wrong);
            else if (seen.Add(figure with { Wording = figure.WordingKey, Scale = "", Value = null, Answered = null })) figures.Add(figure);
            else leftOut.Add(new("File", $"Row {row.Number} tells once more what a row above it tells. The row was left out"));
        }

        return new EarlierRead(figures, leftOut);
    }

    private static Result<EarlierFigure> Figure(TableRow row, int thisYear, int floor)
    {
        var answer = row.Text("answer");
        if (Measure(row.Text("measure"), answer) is not { } measure)
        {
            return new Problem("File",
                $"Row {row.Number}: {row.Text("measure")} is no measure; write favourable, mean or count. The row was left out");
        }

        var isShare = measure == EarlierMeasure.Favourable;
        var value = isShare ? Share(row) : row.Amount("value");
        var answered = row.Amount("answered");
        if (answered is { } people && (people != Math.Floor(people) || people is < 0 or > 1_000_000))
            return new Problem("File", $"Row {row.Number}: {people:0.##} is no number of people who answered. The row was left out");
        return EarlierFigure.Of(
            new(Year(row), row.Text("group"), row.Text("question"), row.Text("scale"), measure,
                measure == EarlierMeasure.Count ? answer : "", value, (int?)answered, row.Text("source")),
            row.Number, thisYear, floor);
    }

    /// <summary>A plain number is in per cent, as whoever prints 61 means it; a cell that shows a per cent is one.</summary>
    private static decimal? Share(TableRow row) =>
        row.Cell("value").Kind == CellKind.Percent || row.Text("value").EndsWith('%') ? row.Fraction("value") * 100 : row.Amount("value");

    /// <summary>The year itself, or that of a date; 0 for neither, which is no year.</summary>
    private static int Year(TableRow row)
    {
        if (int.TryParse(row.Text("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 0 and < 10_000)
            return year;
        return row.Date("year")?.Year ?? 0;
    }

    private static EarlierMeasure? Measure(string written, string answer) => Core.Imports.Written.FoldHeader(written) switch
    {
        "" => answer.Length > 0 ? EarlierMeasure.Count : EarlierMeasure.Favourable,
        "favourable" or "share favourable" or "percent favourable" or "favourable percent" or "positive" or "percent positive" or "agree" =>
            EarlierMeasure.Favourable,
        "mean" or "average" => EarlierMeasure.Mean,
        "count" or "people" or "number" => EarlierMeasure.Count,
        _ => null,
    };
}
