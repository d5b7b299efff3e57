using System.Diagnostics;
using System.Globalization;
using Fairload.App.Caseload;
using Fairload.App.Imports.Sheets;
using Fairload.App.Tests.Imports.Sheets;

namespace Fairload.App.Tests.Caseload;

/// <summary>Time and memory are measured in these, so nothing else may run beside them.</summary>
[CollectionDefinition("Alone", DisableParallelization = true)]
public sealed class Alone;

[Collection("Alone")]
public sealed class A_very_big_annex_a_workbook
{
    [Fact]
    public void Of_fifty_thousand_children_is_read_in_seconds()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("fairload-").FullName, "big.xlsx");
        var start = new DateOnly(2025, 1, 1);
        string[] common = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age", "Allocated Team", "Allocated Worker"];
        IEnumerable<IReadOnlyList<object?>> Rows(int list, params string?[] more)
        {
            for (var i = 0; i < 50_000; i++)
            {
                yield return [(10_000_000 + i).ToString(CultureInfo.InvariantCulture), "a) Male", "a) WBRI",
                    new DateOnly(2015, 1, 1).AddDays(i % 4_000), 9, $"Team {i % 90}",
                    $"Worker {i % 1_400}", start.AddDays(i % 400), .. more];
            }
        }

        using (var file = File.Create(path))
        {
            WorkbookWriter.Write(file,
            [
                new("List 3", [.. common, "Date of Referral", "Referral NFA?"], Rows(3, "b) No")),
                new("List 4", [.. common, "Continuous Assessment Start Date", "Continuous Assessment Date of Authorisation"],
                    Rows(4, [null])),
                new("List 6", [.. common, "CIN Start Date", "Case Status"], Rows(6, "c) Child in need plan")),
            ]);
        }

        var held = GC.GetTotalMemory(forceFullCollection: true);
        using var stream = File.OpenRead(path);
        var clock = Stopwatch.StartNew();
        using var book = SheetsOf.Book(stream, "big.xlsx");
        Assert.True(AnnexAReader.Read(book, new(2026, 3, 31)).Try(out var read, out _));
        var took = clock.Elapsed;

        Assert.Equal(50_000, read.Open.Count);
        Assert.All(read.Open, c => Assert.Equal("child-in-need", c.TypeCode));
        // About ten times what it takes on a small machine that does nothing else.
        Assert.True(took < TimeSpan.FromSeconds(60), $"took {took}");
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - held < 250L << 20);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }
}
