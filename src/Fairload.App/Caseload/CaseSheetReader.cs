using System.Globalization;
using System.Text.RegularExpressions;
using Fairload.App.Imports.Sheets;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;

namespace Fairload.App.Caseload;

/// <summary>Reads any sheet of cases: one row a case, with at least a reference and a type.</summary>
public static partial class CaseSheetReader
{
    /// <summary>Refuses the file only when no sheet has both key columns; any other fault is listed with its row.</summary>
    /// <param name="asOf">The day the file tells about; an end after it has not happened yet.</param>
    /// <param name="matching">How to read it; null reads by the usual headers and words.</param>
    public static Result<CaseRead> Read(IOpenedBook book, DateOnly asOf, CaseMatching? matching) =>
        SheetTrouble.Guard(book.FileName, () => ReadBook(book, asOf, matching));

    private static Result<CaseRead> ReadBook(IOpenedBook book, DateOnly asOf, CaseMatching? matching)
    {
        var columns = matching?.Wanted() ?? CaseSheetWords.Columns;
        var sheets = matching is { Sheet.Length: > 0 }
            ? book.Sheets.Where(s => Written.Fold(s.Name) == Written.Fold(matching.Sheet)).ToList() : book.Sheets;
        if (sheets.Count == 0) return new Problem("file", $"{book.FileName} has no sheet called “{matching!.Sheet}”.");

        var problems = new List<RowProblem>();
        if (sheets.Select(s => SheetTable.Find(s, columns, problems)).FirstOrDefault(t => t is not null) is not { } table)
        {
            var (reference, type) = (columns.First(c => c.Key == "reference").Name, columns.First(c => c.Key == "type").Name);
            var seen = SheetTable.HeadersSeen(sheets[0], columns);
            return new Problem("file",
                $"{book.FileName} needs the columns “{reference}” and “{type}”. The columns of {sheets[0].Name} are: {seen}.");
        }

        var area = matching?.Area ?? (matching is null ? CaseMatching.Guess(table.Headers).Area : null);
        var reader = new Rows(table, asOf, matching, area);
        reader.ReadAll();
        return new CaseRead(new Dictionary<string, int> { [table.Sheet.Name] = reader.Count }, reader.Open, reader.Closed, problems);
    }

    private sealed class Rows(SheetTable table, DateOnly asOf, CaseMatching? matching, Area? area)
    {
        private readonly Dictionary<string, int> _openRows = [];
        private readonly HashSet<string> _unknownWords = [];
        private readonly Dictionary<string, string> _words =
            (matching?.Types ?? new Dictionary<string, string>()).GroupBy(t => Written.FoldHeader(t.Key))
                .ToDictionary(g => g.Key, g => g.Last().Value);

        private readonly IReadOnlyList<CaseEventKind> _kinds =
            [.. Enum.GetValues<CaseEventKind>().Where(k => table.Has(CaseSheetWords.Event + k))];

        public List<SeenCase> Open { get; } = [];
        public List<ClosedCase> Closed { get; } = [];
        public int Count { get; private set; }

        public void ReadAll()
        {
            foreach (var row in table.Rows())
            {
                Count++;
                Read(row);
            }
        }

        private void Read(TableRow row)
        {
            var reference = row.Id("reference");
            if (reference.Length == 0)
            {
                row.Error("reference", $"There is no case reference. The row was left out.");
                return;
            }

            var (start, end) = (row.Date("start"), row.Date("end"));
            if (end < start) row.Warn("end", $"The end {end:dd/MM/yyyy} is before the start {start:dd/MM/yyyy}.");
            if (start > asOf) row.Warn("start", $"{start:dd/MM/yyyy} is after {asOf:dd/MM/yyyy}, the day of the file.");

            var (type, service) = Type(row);
            var (team, worker) = (row.Text("team"), row.Id("worker"));
            if (end <= asOf)
            {
                Closed.Add(new(reference, type, service, start, end.Value, row.Text("reason"), team, worker, row.SheetName, row.Number));
                return;
            }

            if (!_openRows.TryAdd(reference, row.Number))
            {
                row.Error("reference", $"Case {reference} is open in row {_openRows[reference]} already. Row {row.Number} was left out.");
                return;
            }

            var marks = new CaseMarks(row.Text("family"), row.Text("travel"), row.YesNo("court") ?? false);
            Open.Add(new(reference, type, service, start, team, worker, row.Date("allocated"), marks, CoWorkers(row, worker), Events(row),
                row.SheetName, row.Number));
        }

        private (string Code, Area Area) Type(TableRow row)
        {
            var word = row.Text("type");
            var stated = row.Text("area") is { Length: > 0 } written ? CaseSheetWords.AreaOf(written) : null;
            var service = stated ?? area;
            if (_words.TryGetValue(Written.FoldHeader(word), out var code))
                return (code, CaseType.Find(code)?.Area ?? service ?? Area.Adults);
            if (CaseSheetWords.TypeOf(word, service) is { } type) return (type.Code, type.Area);

            // Once a word is enough: a thousand rows may use it.
            if (word.Length == 0)
            {
                row.Warn("type", $"There is no case type. The case was kept as “other”.");
            }
            else if (_unknownWords.Add(Written.FoldHeader(word)))
            {
                row.Warn("type",
                    $"We do not know the case type “{Written.Brief(word)}”. Its cases were kept as “other”. Match the word to a type.");
            }

            return (CaseSheetWords.Other, service ?? Area.Adults);
        }

        private Dictionary<CaseEventKind, DateOnly> Events(TableRow row)
        {
            var events = new Dictionary<CaseEventKind, DateOnly>();
            foreach (var kind in _kinds)
            {
                if (row.Date(CaseSheetWords.Event + kind) is not { } day) continue;
                events[kind] = day;
                // A court date may be ahead; anything else has happened or is a mistake.
                if (day > asOf && kind != CaseEventKind.CourtDate)
                    row.Warn(CaseSheetWords.Event + kind, $"{day:dd/MM/yyyy} is after {asOf:dd/MM/yyyy}, the day of the file.");
            }

            return events;
        }

        /// <summary>"Name (30%); Name (20%)". Without a share it is shared equally with the worker; together they leave the worker
        /// something.</summary>
        private static List<CoWorker> CoWorkers(TableRow row, string worker)
        {
            var people = new List<CoWorker>();
            var parts = row.Text("coworkers").Split([';', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(p => !PersonName.IsNobody(p)).ToList();
            foreach (var part in parts)
            {
                var found = WithShare().Match(part);
                var name = Written.Clean(found.Success ? found.Groups[1].Value : part);
                if (name.Length == 0 || PersonName.Fold(name) == PersonName.Fold(worker)) continue;

                var share = found.Success
                    ? decimal.Parse(found.Groups[2].Value
                        .Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) / 100
                    : Math.Round(1m / (parts.Count + 1), 4);
                if (share is <= 0 or >= 1)
                    row.Error("coworkers", $"The share of {Written.Brief(name)} is not between 0% and 100%. The co-worker was left out.");
                else people.Add(new(name, share));
            }

            if (people.Sum(p => p.Share) < 1) return people;
            row.Error("coworkers",
                $"The shares of the co-workers add up to 100% or more, which leaves nothing for the worker. They were left out.");
            return [];
        }
    }

    [GeneratedRegex(@"^(.*?)[\s(\[,:]*?([0-9]{1,3}(?:[.,][0-9]{1,2})?)\s*%\s*[)\]]?$")]
    private static partial Regex WithShare();
}
