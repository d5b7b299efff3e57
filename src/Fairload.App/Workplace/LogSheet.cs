using Fairload.App.Imports.Sheets;
using Fairload.Core.Imports;

namespace Fairload.App.Workplace;

/// <summary>The rows of a log, as they were read.</summary>
internal sealed record LogRead<T>(
    IReadOnlyDictionary<string, int> Read, string Sheet, IReadOnlyList<T> Rows, IReadOnlyList<RowProblem> Problems);

/// <summary>What sheets of risk assessments, incidents and feedback have in common: one table, a row a record, codes in words.</summary>
internal static class LogSheet
{
    /// <param name="needed">How the columns that have to be there are named in the refusal.</param>
    public static Result<LogRead<T>> Read<T>(
        IOpenedBook book, IReadOnlyList<SheetColumn> columns, string needed, Func<TableRow, T?> row) where T : class =>
        SheetTrouble.Guard<LogRead<T>>(book.FileName, () =>
        {
            var problems = new List<RowProblem>();
            var table = book.Sheets.Select(s => SheetTable.Find(s, columns, problems)).FirstOrDefault(t => t is not null);
            if (table is null)
            {
                var seen = SheetTable.HeadersSeen(book.Sheets[0], columns);
                return new Problem("file", $"{book.FileName} needs the columns {needed}. The columns of {book.Sheets[0].Name} are: {seen}.");
            }

            var (rows, count) = (new List<T>(), 0);
            foreach (var one in table.Rows())
            {
                count++;
                if (row(one) is { } read) rows.Add(read);
            }

            return new LogRead<T>(new Dictionary<string, int> { [table.Sheet.Name] = count }, table.Sheet.Name, rows, problems);
        });

    /// <summary>Null where it is blank or no word of the list; the second is said.</summary>
    /// <param name="words">In small letters, without accents.</param>
    public static TCode? Code<TCode>(TableRow row, string key, IReadOnlyDictionary<string, TCode> words) where TCode : struct
    {
        var text = row.Text(key);
        if (text.Length == 0) return null;
        if (words.TryGetValue(Written.FoldHeader(CodedValue.Bare(text)), out var code)) return code;
        var known = string.Join(", ", words.GroupBy(w => w.Value).Select(w => w.First().Key));
        row.Error(key, $"“{Written.Brief(text)}” is not one of: {known}.");
        return null;
    }

    /// <summary>A column without which a row says nothing.</summary>
    public static bool IsMissing(TableRow row, string key, bool isMissing)
    {
        if (isMissing && row.Text(key).Length == 0) row.Error(key, $"This is blank and is needed. The row was left out.");
        else if (isMissing) row.Error(key, $"This could not be read and is needed. The row was left out.");
        return isMissing;
    }
}
