using Fairload.App.Imports;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Imports;

public sealed class Looking_at_a_file
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Stores_nothing_but_the_run_and_the_file(string engine)
    {
        await using var council = await Council.On(engine);
        await council.Import(ImportKind.Staff, Extracts.Staff);
        var before = await council.Dump();

        var look = await council.Look(ImportKind.Cases, Extracts.Cases);

        Assert.Equal((5, 0, 0), (look.Outcome.Added, look.Outcome.Changed, look.Outcome.Missing));
        Assert.Equal(before, await council.Dump());
        Assert.Equal(Extracts.Cases,
            await council.Db(db => db.Set<ImportFile>().Where(f => f.ImportId == look.Run.Id).Select(f => f.Bytes).SingleAsync()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_done_once_whoever_confirms_first(string engine)
    {
        await using var council = await Council.On(engine);
        var look = await council.Look(ImportKind.Staff, Extracts.Staff);

        var both = await Task.WhenAll(Task.Run(() => council.Confirm(look)), Task.Run(() => council.Confirm(look)));

        Assert.Single(both, b => b.Try(out _, out _));
        Assert.Contains("already been settled", Assert.Single(Council.Refused(both.Single(b => !b.Try(out _, out _)))));
        Assert.Equal(3, await council.Db(db => db.Workers.CountAsync()));
        Assert.Equal(0, await council.Db(db => db.Set<ImportFile>().CountAsync()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_kept_as_a_new_look_when_what_is_held_has_changed(string engine)
    {
        await using var council = await Council.On(engine);
        var look = await council.Look(ImportKind.Cases, Extracts.Cases);
        await council.Import(ImportKind.Staff, Extracts.Staff);

        Assert.Contains("has changed since you looked", Assert.Single(Council.Refused(await council.Confirm(look))));
        Assert.Equal(0, await council.Db(db => db.Cases.CountAsync()));
        var again = await council.Ask((ImportDesk desk) => desk.Find(look.Run.Id, Council.Analyst, default));
        Assert.True(again!.Outcome.Problems.Count < look.Outcome.Problems.Count);

        Assert.Equal(5, Council.Good(await council.Confirm(look)).Added);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Notices_a_change_that_leaves_every_count_as_it_was(string engine)
    {
        await using var council = await Council.On(engine);
        var twins =
            Council.Csv(Extracts.StaffHeader, "1,Sam Green,,,Social worker,,Riverside,Safeguarding,1,,,",
            "2,Alex Hall,,,Social worker,,Riverside,Safeguarding,1,,,");
        var swapped =
            Council.Csv(Extracts.StaffHeader, "1,Alex Hall,,,Social worker,,Riverside,Safeguarding,1,,,",
            "2,Sam Green,,,Social worker,,Riverside,Safeguarding,1,,,");
        await council.Import(ImportKind.Staff, twins);
        var look =
            await council.Look(ImportKind.Cases,
            Council.Csv(Extracts.CaseHeader, "R-1,child in need,Children,01/03/2026,,,Riverside,Sam Green,,"));
        await council.Import(ImportKind.Staff, swapped);

        Assert.Contains("has changed since you looked", Assert.Single(Council.Refused(await council.Confirm(look))));
    }

    [Theory]
    [InlineData(ImportKind.Staff)]
    [InlineData(ImportKind.Cases)]
    public async Task Can_be_confirmed_with_what_is_missing_closed(ImportKind kind)
    {
        await using var council = await Council.On("sqlite");
        await council.Import(kind, kind == ImportKind.Staff ? Extracts.Staff : Extracts.Cases, "2026-11-07");
        var look = await council.Look(kind, kind == ImportKind.Staff ? Without(Extracts.Staff, 3) : Without(Extracts.Cases, 5));
        Assert.Equal(1, look.Outcome.Missing);

        Council.Good(await council.Confirm(look, closeMissing: true));

        if (kind == ImportKind.Staff)
        {
            Assert.Equal(new DateOnly(2026, 11, 13),
                await council.Db(db => db.Workers.Where(w => w.StaffNumber == "1003").Select(w => w.EndsOn).SingleAsync()));
        }

        else
        {
            Assert.Equal(new DateOnly(2026, 11, 14),
                await council.Db(db => db.Cases.Where(c => c.Reference == "R-5").Select(c => c.ClosedOn).SingleAsync()));
        }
    }

    [Fact]
    public async Task Keeps_the_first_thousands_of_problems_and_says_how_many_there_were()
    {
        await using var council = await Council.On("sqlite");
        var rows = Enumerable.Range(1, ImportOutcome.ProblemsKept + 200).Select(i => $"R-{i},child in need,Children,someday,,,Riverside,,,")
            .Append(",child in need,Children,,,,Riverside,,,");

        var look = await council.Look(ImportKind.Cases, Council.Csv([Extracts.CaseHeader, .. rows]));

        var kept = (await council.Ask((ImportDesk desk) => desk.Find(look.Run.Id, Council.Analyst, default)))!.Outcome;
        Assert.Equal((look.Outcome.Problems.Count, ImportOutcome.ProblemsKept), (kept.ProblemsInAll, kept.Problems.Count));
        Assert.InRange(look.Outcome.Problems.Count, ImportOutcome.ProblemsKept + 200, int.MaxValue);
        Assert.Equal("error", kept.Problems[0].Severity);
    }

    [Fact]
    public async Task That_was_abandoned_can_not_be_confirmed_and_keeps_no_file()
    {
        await using var council = await Council.On("sqlite");
        var look = await council.Look(ImportKind.Staff, Extracts.Staff);
        Council.Good(await council.Ask((ImportDesk desk) => desk.Abandon(look.Run.Id, Council.Analyst, default)));

        Assert.Contains("already been settled", Assert.Single(Council.Refused(await council.Confirm(look))));
        Assert.Contains("already been settled",
            Assert.Single(Council.Refused(await council.Ask((ImportDesk desk) => desk.Abandon(look.Run.Id, Council.Analyst, default)))));
        Assert.Equal(0, await council.Db(db => db.Set<ImportFile>().CountAsync()));
    }

    [Fact]
    public async Task Is_not_confirmed_once_a_newer_extract_is_held()
    {
        await using var council = await Council.On("sqlite");
        var look = await council.Look(ImportKind.Staff, Extracts.Staff, "2026-11-07");
        await council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-14");

        Assert.Contains("A newer file of this kind is already held, as of 14 November 2026",
            Assert.Single(Council.Refused(await council.Confirm(look))));
    }

    [Fact]
    public async Task Refuses_a_day_that_has_not_come_and_one_before_what_is_held()
    {
        await using var council = await Council.On("sqlite");
        Assert.Contains("lies in the future", Assert.Single(Council.Refused(await council.TryImport(ImportKind.Staff, Extracts.Staff, "2026-11-17"))));
        await council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-16");
        Assert.Contains("A newer file of this kind", Assert.Single(Council.Refused(await council.TryImport(ImportKind.Staff, Extracts.Staff, "2026-11-15"))));
        Assert.Equal(5, (await council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-15")).Added);
    }

    [Theory]
    [InlineData(ImportKind.Staff, "")]
    [InlineData(ImportKind.Staff, "%PDF-1.7 a leaflet")]
    [InlineData(ImportKind.Cases, "Colour,Shape\r\nred,round\r\n")]
    [InlineData(ImportKind.AnnexA, "Colour,Shape\r\nred,round\r\n")]
    [InlineData(ImportKind.Scores, "Colour,Shape\r\nred,round\r\n")]
    [InlineData(ImportKind.Staff, "PK\u0003\u0004 not really a workbook")]
    public async Task Refuses_a_bad_file_in_one_sentence_and_keeps_nothing(ImportKind kind, string content)
    {
        await using var council = await Council.On("sqlite");
        var refused = await council.Ask((ImportDesk desk) =>
            desk.Look(new(kind, "list.xlsx"), new MemoryStream(System.Text.Encoding.Latin1.GetBytes(content)), Council.Analyst, default));

        Assert.EndsWith(".", Assert.Single(Council.Refused(refused)));
        Assert.Equal(0, await council.Db(db => db.Imports.CountAsync()));
    }

    [Fact]
    public async Task Is_noted_with_its_confirming_and_undoing()
    {
        await using var council = await Council.On("sqlite");
        Council.Good(await council.Confirm(await council.Look(ImportKind.Staff, Extracts.Staff)));
        Council.Good(await council.Undo());

        var noted =
            await council.Db(db => db.Set<AuditEntry>().OrderBy(e => e.Sequence).Select(e => new { e.Who, e.Action, e.SubjectKind })
            .ToListAsync());
        Assert.Equal([AuditAction.ImportLooked, AuditAction.ImportApplied, AuditAction.ImportUndone], noted.Select(n => n.Action));
        Assert.All(noted, n => Assert.Equal(("Ana Diaz", "import"), (n.Who, n.SubjectKind)));
    }

    [Fact]
    public async Task Is_for_those_who_may_import()
    {
        await using var council = await Council.On("sqlite");
        var member = new Reader("Councillor", null, [new(Role.ElectedMember)]);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
            council.Ask(
                (ImportDesk desk) => desk.Look(new(ImportKind.Staff, "staff.csv"), new MemoryStream(Extracts.Staff), member, default)));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => council.Ask((ImportDesk desk) => desk.UndoLatest(member, default)));
    }

    private static byte[] Without(byte[] csv, int line) =>
        System.Text.Encoding.UTF8.GetBytes(
            string.Join("\r\n", System.Text.Encoding.UTF8.GetString(csv).Split("\r\n").Where((_, i) => i != line)));
}
