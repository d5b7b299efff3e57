using System.Globalization;
using CsvHelper;
using Fairload.App.Imports.Sheets;
using Fairload.Core.Imports;

namespace Fairload.App.Demo;

/// <summary>A file of the made-up council that is to be imported.</summary>
/// <param name="AsOf">The day the file tells about.</param>
public sealed record DemoFile(ImportKind Kind, string Path, DateOnly AsOf);

/// <summary>Writes the made-up council's extracts in the formats that councils' systems give.</summary>
public static class DemoFiles
{
    /// <summary>Twelve files, four for each of the three days. They must be imported in the order in which they are returned.</summary>
    public static IReadOnlyList<DemoFile> Write(DemoCouncil council, string directory)
    {
        Directory.CreateDirectory(directory);
        var files = new List<DemoFile>();
        foreach (var day in council.Dates.Extracts)
        {
            files.Add(Write(ImportKind.Staff, "staff.xlsx", day, to => Staff(council, day, to)));
            files.Add(Write(ImportKind.AnnexA, "annex-a.xlsx", day, to => AnnexA(council, day, to)));
            files.Add(Write(ImportKind.Cases, "adults.csv", day, to => AdultsCsv(council, day, to)));
            files.Add(Write(ImportKind.Scores, "scores.xlsx", day, to => Scores(council, day, to)));
        }

        return files;

        DemoFile Write(ImportKind kind, string name, DateOnly day, Action<Stream> write)
        {
            var path = Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}-{name}"));
            using var to = File.Create(path);
            write(to);
            return new(kind, path, day);
        }
    }

    public static void Staff(DemoCouncil council, DateOnly day, Stream to) => WorkbookWriter.Write(to, DemoStaffSheets.On(council, day));

    /// <summary>Eleven lists in the form of January 2024.</summary>
    public static void AnnexA(DemoCouncil council, DateOnly day, Stream to)
    {
        var lists = new DemoAnnexA(council, day);
        WorkbookWriter.Write(to, [.. Enumerable.Range(1, 11)
            .Select(n => new SheetOut($"List {n}", DemoAnnexAHeaders.Of2024[n - 1], lists.List(n)))]);
    }

    /// <summary>The same in the form of August 2019: a title above the headers, other sheet names, fewer columns in list 9.</summary>
    public static void AnnexAOf2019(DemoCouncil council, DateOnly day, Stream to)
    {
        var lists = new DemoAnnexA(council, day);
        WorkbookWriter.Write(to, [.. Enumerable.Range(1, 11)
            .Select(n => new SheetOut($"List_{n}", DemoAnnexAHeaders.Of2019(n), n == 9 ? Before2024(lists.List(9)) : lists.List(n)))],
            $"{DemoCouncil.Name} Council: child-level data");
    }

    /// <summary>List 9 had no column for the personal adviser, who stood where the worker does.</summary>
    private static IEnumerable<IReadOnlyList<object?>> Before2024(IEnumerable<IReadOnlyList<object?>> rows)
    {
        var (worker, adviser) = (8, 9);
        foreach (var row in rows)
        {
            var kept = row.Select((value, place) => place == worker ? value ?? row[adviser] : value);
            yield return [.. kept.Where((_, place) => !DemoAnnexAHeaders.NotIn2019OfList9.Contains(place))];
        }
    }

    public static void AdultsWorkbook(DemoCouncil council, DateOnly day, Stream to) =>
        WorkbookWriter.Write(to, [DemoCaseSheets.Adults(council, day)]);

    public static void AdultsCsv(DemoCouncil council, DateOnly day, Stream to)
    {
        var sheet = DemoCaseSheets.Adults(council, day);
        // With a mark of its encoding, as spreadsheet programs write it, so that names keep their accents.
        using var text = new StreamWriter(to, new System.Text.UTF8Encoding(true), leaveOpen: true);
        using var csv = CsvWriter.Create(text, new CsvWriterOptions(), true);
        foreach (var header in sheet.Headers) csv.WriteField(header);
        csv.EndRecord();
        foreach (var row in sheet.Rows)
        {
            foreach (var value in row) csv.WriteField(Plain(value));
            csv.EndRecord();
        }
    }

    private static string? Plain(object? value) =>
        value is DateOnly date ? date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : value?.ToString();

    public static void Scores(DemoCouncil council, DateOnly day, Stream to) =>
        WorkbookWriter.Write(to, [DemoCaseSheets.Scores(council, day)]);
}
