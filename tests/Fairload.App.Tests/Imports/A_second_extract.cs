using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Imports;

public sealed class A_second_extract
{
    [Theory, ClassData(typeof(Engines))]
    public async Task That_is_the_same_file_changes_nothing(string engine)
    {
        await using var council = await Council.On(engine);
        foreach (var (kind, file) in new[] { (ImportKind.Staff, Extracts.Staff), (ImportKind.Cases, Extracts.Cases),
            (ImportKind.Scores, Extracts.Scores) })
        {
            var first = await council.Import(kind, file);
            var again = await council.Import(kind, file);
            Assert.Equal((0, 0, first.Added, 0), (again.Added, again.Changed, again.Unchanged, again.Missing));
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Of_the_closed_again_changes_nothing_whatever_its_start_says(string engine)
    {
        await using var council = await Council.On(engine);
        await council.Import(ImportKind.Cases, Cases("R-1,child in need,Children,,,,Riverside,,,"), "2026-11-07");
        var closed =
            Cases("R-1,child in need,Children,02/03/2026,10/11/2026,moved,Riverside,,,",
            "R-2,child in need,Children,,10/11/2026,moved,Riverside,,,");
        Assert.Equal((1, 1), (await council.Import(ImportKind.Cases, closed)) is var first ? (first.Added, first.Changed) : default);

        var again = await council.Import(ImportKind.Cases, closed);

        Assert.Equal((0, 0, 2), (again.Added, again.Changed, again.Unchanged));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task That_closes_an_episode_does_not_move_the_end_of_an_older_one_with_that_start(string engine)
    {
        await using var council = await Council.On(engine);
        await council.Import(ImportKind.Cases, Cases("R-1,child in need,Children,01/03/2026,01/04/2026,moved,Riverside,,,"), "2026-11-01");
        await council.Import(ImportKind.Cases, Cases("R-1,child in need,Children,01/06/2026,,,Riverside,,,"), "2026-11-07");

        // The row that ends the second episode gives the start of the first.
        var closing = Cases("R-1,child in need,Children,01/03/2026,10/11/2026,moved,Riverside,,,");
        await council.Import(ImportKind.Cases, closing, "2026-11-12");
        var again = await council.Import(ImportKind.Cases, closing, "2026-11-12");

        Assert.Equal((0, 0, 1), (again.Added, again.Changed, again.Unchanged));
        Assert.Equal(
            [new(2026, 4, 1), new DateOnly(2026, 11, 10)],
            await council.Db(db => db.Cases.OrderBy(c => c.ClosedOn).Select(c => c.ClosedOn!.Value).ToListAsync()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Says_what_is_new_changed_and_missing(string engine)
    {
        await using var council = await Council.On(engine);
        await council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-07");

        var second = await council.Import(ImportKind.Cases, Cases(
            "R-1,looked after,Children,01/03/2026,,,Riverside,Grace Adeyemi,05/03/2026,",
            "R-2,child in need,Children,02/04/2026,,,Riverside,\"Adeyemi, Grace\",,",
            "R-3,looked after,Children,03/05/2026,10/11/2026,adopted,Riverside,Tom Bevan,,",
            "R-9,child in need,Children,11/11/2026,,,Riverside,,,"));

        Assert.Equal((1, 2, 1, 2), (second.Added, second.Changed, second.Unchanged, second.Missing));
        var cases = await council.Db(db => db.Cases.ToDictionaryAsync(c => c.Reference));
        Assert.Equal("looked-after", cases["R-1"].TypeCode);
        Assert.Equal((new DateOnly(2026, 11, 10), "adopted"), (cases["R-3"].ClosedOn, cases["R-3"].CloseReason));
        Assert.Equal((null, new DateOnly(2026, 11, 14)), (cases["R-4"].ClosedOn, cases["R-4"].MissingSince));
        Assert.Equal(new DateOnly(2026, 11, 11),
            await council.Db(db => db.Assignments.Where(a => a.CaseId == cases["R-9"].Id).Select(a => a.FromOn).SingleAsync()));
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Closes_the_missing_only_when_asked_and_takes_back_a_mark_when_it_shows_again(string engine)
    {
        await using var council = await Council.On(engine);
        await council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-01");
        var less = Cases("R-1,child protection,Children,01/03/2026,,,Riverside,Grace Adeyemi,05/03/2026,");
        await council.Import(ImportKind.Cases, less, "2026-11-07");
        await council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-08");
        Assert.Equal(0, await council.Db(db => db.Cases.CountAsync(c => c.MissingSince != null || c.ClosedOn != null)));

        var closing = await council.Import(ImportKind.Cases, less, "2026-11-14", closeMissing: true);

        Assert.Equal(4, closing.Missing);
        Assert.Equal(4, await council.Db(db => db.Cases.CountAsync(c => c.ClosedOn == new DateOnly(2026, 11, 14))));
        Assert.Equal(1, await council.Db(db => db.Assignments.CountAsync(a => a.ToOn == null)));
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Opens_a_linked_case_for_a_new_episode_and_the_same_one_for_the_same_start(string engine)
    {
        await using var council = await Council.On(engine);
        await council.Import(ImportKind.Cases,
            Cases("R-1,child in need,Children,01/03/2026,,,Riverside,Grace Adeyemi,,",
            "R-2,child in need,Children,01/03/2026,,,Riverside,Grace Adeyemi,,"), "2026-11-01");
        await council.Import(ImportKind.Cases,
            Cases("R-1,child in need,Children,01/03/2026,03/11/2026,done,Riverside,,,",
            "R-2,child in need,Children,01/03/2026,03/11/2026,done,Riverside,,,"), "2026-11-07");

        await council.Import(ImportKind.Cases,
            Cases("R-1,child in need,Children,10/11/2026,,,Riverside,Tom Bevan,,",
            "R-2,child in need,Children,01/03/2026,,,Riverside,Grace Adeyemi,,"));

        var first = await council.Db(db => db.Cases.Where(c => c.Reference == "R-1").OrderBy(c => c.FirstSeenOn).ToListAsync());
        Assert.Equal(2, first.Count);
        Assert.Equal((new DateOnly(2026, 11, 3), null, first[0].Id), (first[0].ClosedOn, first[1].ClosedOn, first[1].PreviousId));
        Assert.Null(Assert.Single(await council.Db(db => db.Cases.Where(c => c.Reference == "R-2").ToListAsync())).ClosedOn);
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Closes_and_opens_again_in_one_go_and_can_be_undone(string engine)
    {
        await using var council = await Council.On(engine);
        await council.Import(ImportKind.Cases, Cases("R-1,child in need,Children,01/03/2026,,,Riverside,Grace Adeyemi,,"), "2026-11-01");
        var before = await council.Dump();
        await council.Import(ImportKind.Cases, Cases("R-1,child in need,Children,10/11/2026,,,Riverside,Grace Adeyemi,,"));
        Assert.Equal(2, await council.Db(db => db.Cases.CountAsync()));
        Assert.Equal("opened again",
            await council.Db(db => db.Cases.Where(c => c.ClosedOn != null).Select(c => c.CloseReason).SingleAsync()));

        Council.Good(await council.Undo());

        Assert.Equal(before, await council.Dump());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Ends_one_holder_and_begins_the_next_on_the_day_the_sheet_gives(string engine)
    {
        await using var council = await Council.On(engine);
        await council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-01");
        await council.Import(ImportKind.Cases, Cases("R-1,child in need,Children,01/03/2026,,,Riverside,Grace Adeyemi,05/03/2026,"), "2026-11-01");
        await council.Import(ImportKind.Cases, Cases("R-1,child in need,Children,01/03/2026,,,Riverside,Tom Bevan,09/11/2026,"));

        var held = await council.Db(db => db.Assignments.OrderBy(a => a.FromOn).ToListAsync());
        Assert.Equal(2, held.Count);
        Assert.Equal((new DateOnly(2026, 3, 5), new DateOnly(2026, 11, 9)), (held[0].FromOn, held[0].ToOn));
        Assert.Equal((new DateOnly(2026, 11, 9), true, null), (held[1].FromOn, held[1].FromIsKnown, held[1].ToOn));
    }

    [Fact]
    public async Task Dates_a_new_share_by_the_extract_and_not_by_when_the_case_was_allocated()
    {
        await using var council = await Council.On("sqlite");
        await council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-01");
        await council.Import(ImportKind.Cases, Cases("R-1,child in need,Children,01/03/2026,,,Riverside,Grace Adeyemi,05/03/2026,"), "2026-11-01");
        await council.Import(ImportKind.Cases, Cases("R-1,child in need,Children,01/03/2026,,,Riverside,Grace Adeyemi,05/03/2026,Tom Bevan (30%)"));

        var held = await council.Db(db => db.Assignments.OrderBy(a => a.FromOn).ThenByDescending(a => a.Share).ToListAsync());
        Assert.Equal([1m, 0.7m, 0.3m], held.Select(a => a.Share));
        Assert.Equal([new DateOnly(2026, 3, 5), new DateOnly(2026, 11, 14), new DateOnly(2026, 11, 14)], held.Select(a => a.FromOn));
        Assert.Equal([new DateOnly(2026, 11, 14), null, null], held.Select(a => a.ToOn));

        await council.Import(ImportKind.Cases, Cases("R-1,child in need,Children,01/03/2026,,,Riverside,Grace Adeyemi,05/03/2026,"), "2026-11-16");
        Assert.Equal(new DateOnly(2026, 11, 16),
            await council.Db(db => db.Assignments.Where(a => a.Share == 0.3m).Select(a => a.ToOn).SingleAsync()));
    }

    [Fact]
    public async Task Of_one_source_never_misses_the_cases_of_another()
    {
        await using var council = await Council.On("sqlite");
        await council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-07");
        var other =
            await council.Import(ImportKind.AnnexA,
            Council.Workbook(
                ("List 6",
                ["Child Unique ID,CIN Start Date,Case Status,Allocated Team,Allocated Worker",
                    "C-1,2026-03-01,c) CIN,Riverside,Tom Bevan"])), closeMissing: true);

        Assert.Equal((1, 0), (other.Added, other.Missing));
        Assert.Equal(6, await council.Db(db => db.Cases.CountAsync(c => c.ClosedOn == null && c.MissingSince == null)));
    }

    [Theory]
    [InlineData("annex-a/liia_Annex_A_2024_Jan.xlsx")]
    [InlineData("annex-a/cscdp_2016-01-sample.xlsx")]
    [InlineData("annex-a/cscdp_2015-01-sample.xlsx")]
    [InlineData("annex-a/cscdp_example-B-2004.xlsx")]
    public async Task Of_the_published_workbooks_comes_in_stays_and_goes(string name)
    {
        if (RepoRoot.SharedData(name) is not { } path) return;
        await using var council = await Council.On("sqlite");
        var before = await council.Dump();
        var file = await File.ReadAllBytesAsync(path);

        var first = await council.TryImport(ImportKind.AnnexA, file);
        if (!first.Try(out var outcome, out var problems))
        {
            Assert.EndsWith(".", Assert.Single(problems).Message);
            Assert.Equal(before, await council.Dump());
            return;
        }

        await council.IsSound();
        var again = await council.Import(ImportKind.AnnexA, file);
        Assert.Equal((0, 0, outcome.Added), (again.Added, again.Changed, again.Unchanged));
        Council.Good(await council.Undo());
        Council.Good(await council.Undo());
        Assert.Equal(before, await council.Dump());
    }

    private static byte[] Cases(params string[] lines) => Council.Csv([Extracts.CaseHeader, .. lines]);
}
