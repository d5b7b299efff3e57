using Fairload.App.Caseload;
using Fairload.App.Imports.Sheets;
using Fairload.Core.Imports;

namespace Fairload.App.Imports;

/// <summary>What a case sheet's first rows show to somebody who matches its columns.</summary>
/// <param name="Headers">In the order of the sheet.</param>
/// <param name="Guess">What the usual headers tell.</param>
/// <param name="UnknownTypes">Words of the type column that stand for no case type we know; at most forty.</param>
public sealed record MatchingSample(IReadOnlyList<string> Headers, CaseMatching Guess, IReadOnlyList<string> UnknownTypes)
{
    private const int RowsLookedAtForHeaders = 15;
    private const int RowsLookedAtForWords = 20_000;
    private const int MostWords = 40;

    internal static Result<MatchingSample> Of(Stream file, string fileName, SheetLimits limits)
    {
        if (!SheetFile.Open(file, fileName, limits).Try(out var book, out var problems)) return problems.ToList();
        using (book) return SheetTrouble.Guard(fileName, () => Of(book));
    }

    private static Result<MatchingSample> Of(IOpenedBook book)
    {
        var best = book.Sheets.Select(sheet => (Sheet: sheet, Header: Header(sheet))).Where(s => s.Header is not null)
            .Select(s => (s.Sheet, Header: s.Header!, Guess: CaseMatching.Guess(Texts(s.Header!))))
                .OrderByDescending(s => s.Guess.Columns.Count).FirstOrDefault();
        if (best.Header is null) return new Problem("File", $"{book.FileName} has no row with at least two headers. Give us the sheet with its header row.");

        // A text file is called as its file is, and next month's will be called otherwise.
        var guess = best.Guess with { Sheet = book.Sheets.Count > 1 ? best.Sheet.Name : "" };
        return new MatchingSample(Texts(best.Header), guess, WordsUnknown(best.Sheet, best.Header, guess));
    }

    /// <summary>Of the first rows the one with the most texts.</summary>
    private static SheetRow? Header(Sheet sheet) =>
        sheet.Rows.Take(RowsLookedAtForHeaders).Where(r => Texts(r).Count > 1).MaxBy(r => Texts(r).Count);

    private static List<string> Texts(SheetRow row) =>
        [.. row.Columns.Where(c => row[c].Kind == CellKind.Text).Select(c => Written.Clean(row[c].Text)).Where(t => t.Length > 0)
            .Distinct()];

    private static List<string> WordsUnknown(Sheet sheet, SheetRow header, CaseMatching guess)
    {
        if (!guess.Columns.TryGetValue("type", out var type)) return [];
        var column = header.Columns.First(c => Written.Clean(header[c].Text) == type);
        return
        [
            .. sheet.Rows.Where(r => r.Number > header.Number).Take(RowsLookedAtForWords).Select(r => Written.Clean(r[column].Text))
                .Where(word => word.Length > 0 && CaseSheetWords.TypeOf(word, guess.Area) is null).DistinctBy(Written.FoldHeader)
                    .Take(MostWords),
        ];
    }
}
