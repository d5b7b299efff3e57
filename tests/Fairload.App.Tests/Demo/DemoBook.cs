using ExcelDataReader;
using Fairload.App.Demo;

namespace Fairload.App.Tests.Demo;

/// <summary>A written workbook read back by another library than the one that reads imports.</summary>
internal sealed class DemoBook
{
    private readonly Dictionary<string, List<object?[]>> _sheets = [];

    public DemoBook(Action<Stream> write)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        using var file = new MemoryStream();
        write(file);
        file.Position = 0;
        using var reader = ExcelReaderFactory.CreateReader(file);
        do
        {
            var rows = _sheets[reader.Name] = [];
            while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => (object?)reader.GetValue(i))]);
        }
        while (reader.NextResult());
    }

    public static DemoBook AnnexA(DemoCouncil council, DateOnly day) => new(to => DemoFiles.AnnexA(council, day, to));

    public IReadOnlyList<string> Names => [.. _sheets.Keys];

    public IReadOnlyList<string> Headers(string sheet, int row = 0) =>
        [.. _sheets[sheet][row].Where(h => h is not null).Select(h => h!.ToString()!)];

    /// <summary>Rows below the headers, each by header.</summary>
    public IReadOnlyList<Dictionary<string, object?>> Rows(string sheet, int headerRow = 0)
    {
        var headers = Headers(sheet, headerRow);
        return [.. _sheets[sheet].Skip(headerRow + 1).Select(r => headers.Select((h, i) => (h, r[i])).ToDictionary(p => p.h,
            p => p.Item2))];
    }

    /// <summary>Every cell, in order.</summary>
    public IEnumerable<string> Cells => _sheets.SelectMany(s => s.Value.SelectMany(r => r.Select(c => $"{s.Key}|{c}")));
}
