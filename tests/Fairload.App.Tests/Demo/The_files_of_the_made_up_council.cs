using System.Security.Cryptography;
using Fairload.App.Caseload;
using Fairload.App.Demo;
using Fairload.App.Imports.Sheets;
using Fairload.App.Workforce;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;

namespace Fairload.App.Tests.Demo;

public sealed class The_files_of_the_made_up_council
{
    private static readonly DemoCouncil Council = DemoCouncil.From(1, DemoSize.Small);

    [Fact]
    public void Are_the_same_bytes_for_the_same_seed()
    {
        var (one, other) = (Hashes(DemoCouncil.From(5, DemoSize.Small)), Hashes(DemoCouncil.From(5, DemoSize.Small)));
        Assert.Equal(one, other);
        Assert.Equal(12, one.Distinct().Count());
        Assert.Empty(one.Intersect(Hashes(DemoCouncil.From(6, DemoSize.Small))));
    }

    [Fact]
    public void Are_named_by_day_and_come_in_the_order_of_import()
    {
        var folder = Directory.CreateTempSubdirectory("fairload-demo-").FullName;
        var files = DemoFiles.Write(Council, folder);

        Assert.Equal([ImportKind.Staff, ImportKind.AnnexA, ImportKind.Cases, ImportKind.Scores], files.Take(4).Select(f => f.Kind));
        Assert.Equal(["2026-11-13-staff.xlsx", "2026-11-13-annex-a.xlsx", "2026-11-13-adults.csv", "2026-11-13-scores.xlsx"], files.Skip(8)
            .Select(f => Path.GetFileName(f.Path)));
        Assert.Equal(Council.Dates.Extracts.SelectMany(d => Enumerable.Repeat(d, 4)), files.Select(f => f.AsOf));
        Assert.All(files, f => Assert.True(new FileInfo(f.Path).Length > 500));
    }

    [Fact]
    public void Have_the_headers_of_the_real_lists_of_2024()
    {
        if (RepoRoot.SharedData("annex-a/liia_Annex_A_2024_Jan.xlsx") is not { } path) return;
        var real = new DemoBook(to => File.OpenRead(path).CopyTo(to));
        var ours = DemoBook.AnnexA(Council, Council.Dates.Third);
        for (var list = 1; list <= 11; list++) Assert.Equal(real.Headers($"List {list}"), ours.Headers($"List {list}"));
    }

    [Fact]
    public void Have_the_headers_of_the_real_lists_of_2019_below_a_title()
    {
        if (RepoRoot.SharedData("annex-a/cscdp_2015-01-sample.xlsx") is not { } path) return;
        var real = new DemoBook(to => File.OpenRead(path).CopyTo(to));
        var ours = new DemoBook(to => DemoFiles.AnnexAOf2019(Council, Council.Dates.Third, to));
        for (var list = 1; list <= 11; list++) Assert.Equal(real.Headers($"List_{list}", 1), ours.Headers($"List_{list}", 1));
        Assert.Equal(["Marlshire Council: child-level data"], ours.Headers("List_6"));
    }

    [Fact]
    public void Fill_every_list_with_rows_as_wide_as_its_headers()
    {
        var book = DemoBook.AnnexA(Council, Council.Dates.Third);
        for (var list = 1; list <= 11; list++)
        {
            var lists = new DemoAnnexA(Council, Council.Dates.Third);
            Assert.NotEmpty(book.Rows($"List {list}"));
            Assert.All(lists.List(list), r => Assert.Equal(DemoAnnexAHeaders.Of2024[list - 1].Length, r.Count));
            Assert.All(lists.List(list), r => Assert.All(r.OfType<DateOnly>(),
                d => Assert.True(d <= Council.Dates.Third || r[3] is DateOnly born && born == d, $"List {list} of {r[0]} tells of {d}")));
        }
    }

    [Fact]
    public void Are_read_as_the_open_cases_that_the_council_has()
    {
        foreach (var council in new[] { Council, DemoCouncil.From(1, DemoSize.Usual) })
        {
            foreach (var day in council.Dates.Extracts)
            {
                var read = Read(to => DemoFiles.AnnexA(council, day, to), "annex-a.xlsx", b => AnnexAReader.Read(b, day));
                var open = council.Cases.Where(c => c.Child is not null && c.IsOpen(day)).ToDictionary(c => c.Reference);

                Assert.Equal(open.Keys.Order(), read.Open.Select(c => c.Reference).Order());
                Assert.All(read.Open, c => Assert.Equal(open[c.Reference].TypeOn(day), c.TypeCode));
            }
        }
    }

    [Fact]
    public void Are_read_as_the_same_open_cases_from_the_form_of_2019()
    {
        var day = Council.Dates.Third;
        var now = Read(to => DemoFiles.AnnexA(Council, day, to), "2024.xlsx", b => AnnexAReader.Read(b, day)).Open;
        var then = Read(to => DemoFiles.AnnexAOf2019(Council, day, to), "2019.xlsx", b => AnnexAReader.Read(b, day)).Open;

        Assert.Equal(now.Select(c => (c.Reference, c.TypeCode, c.TeamName, c.WorkerName, c.StartedOn)), then
            .Select(c => (c.Reference, c.TypeCode, c.TeamName, c.WorkerName, c.StartedOn)));
    }

    [Fact]
    public void Hold_adults_cases_alike_as_text_and_as_workbook()
    {
        var day = Council.Dates.Third;
        var text = Read(to => DemoFiles.AdultsCsv(Council, day, to), "adults.csv", b => CaseSheetReader.Read(b, day, null));
        var book = Read(to => DemoFiles.AdultsWorkbook(Council, day, to), "adults.xlsx", b => CaseSheetReader.Read(b, day, null));
        var open = Council.Cases.Where(c => c.Adult is not null && c.IsOpen(day)).OrderBy(c => c.Reference, StringComparer.Ordinal)
            .ToList();

        Assert.Equal(open.Select(c => (c.Reference, c.TypeOn(day), (DateOnly?)c.Opened)), text.Open
            .Select(c => (c.Reference, c.TypeCode, c.StartedOn)));
        Assert.Equal(text.Open.Select(c => (c.Reference, c.WorkerName, c.TeamName, c.AllocatedOn)), book.Open
            .Select(c => (c.Reference, c.WorkerName, c.TeamName, c.AllocatedOn)));
        Assert.NotEmpty(text.Closed);
        Assert.Contains(text.Open, c => c.CoWorkers.Count > 0);
    }

    [Fact]
    public void Hold_staff_that_are_read_without_a_fault()
    {
        foreach (var day in Council.Dates.Extracts)
        {
            var read = Read(to => DemoFiles.Staff(Council, day, to), "staff.xlsx", StaffSheetReader.Read);
            Assert.Empty(read.Problems.Where(p => p.Severity == Severity.Error).Select(p => p.Message));
            Assert.Equal(Council.Workers.Count(w => w.IsAtWork(day)), read.Staff
                .Count(s => Council.Workers.Single(w => w.StaffNumber == s.Facts.StaffNumber).IsAtWork(day)));
            Assert.All(read.Staff, s => Assert.Equal(Council.Workers.Single(w => w.StaffNumber == s.Facts.StaffNumber).Fte, s.Facts.Fte));
            Assert.NotEmpty(read.Posts!);
            Assert.NotEmpty(read.Absences!);
            Assert.NotEmpty(read.Duties!);
        }
    }

    [Fact]
    public void Bring_each_score_once()
    {
        var names = new[] { "Risk", "Breadth of need", "Depth of need", "Factor 4", "Factor 5", "Factor 6" };
        var read = Council.Dates.Extracts.Select(d => Read(to => DemoFiles.Scores(Council, d, to), "scores.xlsx",
            b => ScoreSheetReader.Read(b, names))).ToList();

        var rows = read.SelectMany(r => r.Scores).ToList();
        Assert.Equal(Enum.GetValues<ScoreBy>(), rows.Select(r => r.By).Distinct().Order());
        foreach (var @case in Council.Cases.Where(c => Council.Dates.Extracts.All(c.IsOpen) && c.Scores.Count > 0))
        {
            Assert.Equal(@case.Scores.Select(s => string.Join(",", s.Factors)).Order(), rows.Where(r => r.Reference == @case.Reference)
                .Select(r => string.Join(",", r.Factors)).Order());
        }
    }

    private static T Read<T>(Action<Stream> write, string name, Func<IOpenedBook, Result<T>> read) where T : notnull
    {
        using var file = new MemoryStream();
        write(file);
        file.Position = 0;
        Assert.True(SheetFile.Open(file, name, SheetLimits.Default).Try(out var book, out var shut), shut?[0].Message);
        using (book)
        {
            Assert.True(read(book).Try(out var value, out var problems), problems?[0].Message);
            return value;
        }
    }

    private static List<string> Hashes(DemoCouncil council) =>
        [.. DemoFiles.Write(council, Directory.CreateTempSubdirectory("fairload-demo-").FullName)
            .Select(f => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f.Path))))];
}
