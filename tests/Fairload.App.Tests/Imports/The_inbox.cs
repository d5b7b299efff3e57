using System.Globalization;
using Fairload.App.Imports;
using Fairload.App.Imports.Inbox;
using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Imports;

public sealed class The_inbox
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Takes_a_file_that_has_stopped_growing_and_whose_change_is_small(string engine)
    {
        await using var council = await Filled(engine);
        var file = Put(council, "cases 2026-11-16.csv", Extracts.Cases);
        Assert.Equal(0, await Look(council));
        File.WriteAllBytes(file, [.. Extracts.Cases, .. "R-6,child in need,Children,15/11/2026,,,Riverside,,,\r\n"u8]);

        // It has grown since: left alone until it is the same at two looks.
        Assert.Equal(0, await Look(council));
        Assert.True(File.Exists(file));
        Assert.Equal(1, await Look(council));

        Assert.False(File.Exists(file));
        Assert.True(File.Exists(Path.Combine(council.Data.Path, "inbox", "done", "2026-11-16 cases 2026-11-16.csv")));
        var run = await council.Db(db => db.Imports.OrderByDescending(i => i.AppliedAt).FirstAsync());
        Assert.Equal(("the inbox", ImportKind.Cases, new DateOnly(2026, 11, 16)), (run.AppliedBy, run.Kind, run.AsOf));
        Assert.Equal("R-6", (await council.OfCase("R-6")).Reference);
        var view = await View(council);
        Assert.Equal(("cases 2026-11-16.csv", 0), (view.Taken!.Name, view.Waiting.Count));
        Assert.NotNull(view.LookedAt);
        await council.IsSound();
        Council.Good(await council.Undo());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Holds_the_first_of_a_kind_and_what_is_over_the_limits_for_a_person(string engine)
    {
        await using var council = await Council.On(engine);
        Put(council, "staff.csv", Extracts.Staff);
        await Look(council);
        Assert.Equal(1, await Look(council));
        var first = Assert.Single((await View(council)).Waiting);
        Assert.Equal((InboxFate.Held, "It is the first file of its kind, so a person has to say that it is the right one."), (first.Fate, first.Reason));
        Assert.Equal(0, await council.Db(db => db.Workers.CountAsync()));

        // A person confirms it: it is held no more.
        Council.Good(await council.Ask((ImportDesk desk) => desk.Confirm(first.ImportId!.Value, false, Council.Analyst, default)));
        Assert.Empty((await View(council)).Waiting);

        await council.Import(ImportKind.Cases, Extracts.Cases);
        Put(council, "cases.csv", Council.Csv(Extracts.CaseHeader, "R-1,child protection,Children,01/03/2026,,,Riverside,Grace Adeyemi,05/03/2026,"));
        await Look(council);
        await Look(council);
        var cut = Assert.Single((await View(council)).Waiting);
        Assert.Equal(("4", "5"), (cut.Gaps[0], cut.Gaps[1]));
        Assert.StartsWith("It would close or no longer shows", cut.Reason, StringComparison.Ordinal);
        Assert.Equal(0, await council.Db(db => db.Cases.CountAsync(c => c.MissingSince != null)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Answers_what_is_damaged_empty_unknown_or_known_already_in_a_sentence_each(string engine)
    {
        await using var council = await Filled(engine);
        Put(council, "a.csv", []);
        Put(council, "b.xlsx", [0x50, 0x4b, 3, 4, 9, 9, 9, 9]);
        Put(council, "c.csv", Council.Csv("Colour,Shape", "red,round"));
        Put(council, "d.csv.part", Extracts.Cases);
        Put(council, ".e.csv", Extracts.Cases);
        await Look(council);
        Assert.Equal(3, await Look(council));
        var refused = (await View(council)).Waiting.ToDictionary(f => f.Name, f => Sentence(f));
        Assert.Equal("a.csv is empty.", refused["a.csv"]);
        Assert.Contains("b.xlsx", refused["b.xlsx"], StringComparison.Ordinal);
        Assert.StartsWith("c.csv is none of the extracts that are taken in here", refused["c.csv"], StringComparison.Ordinal);
        Assert.Equal(["held"], Directory.GetDirectories(Inbox(council)).Select(Path.GetFileName));
        Assert.Equal(2, Directory.GetFiles(Inbox(council)).Length);

        // Twice the same: the second is not taken in again.
        Put(council, "cases 16-11-2026.csv", Extracts.Cases);
        await Look(council);
        Assert.Equal(1, await Look(council));
        Put(council, "once more.csv", Extracts.Cases);
        await Look(council);
        Assert.Equal(1, await Look(council));
        Assert.StartsWith(
            "The same file was taken in before", Sentence((await View(council)).Waiting.Single(f => f.Name == "once more.csv")),
            StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Holds_a_file_that_contradicts_what_was_entered_here(string engine)
    {
        await using var council = await Filled(engine);
        await council.Closes("R-4", new(2026, 11, 13));
        Put(council, "cases 2026-11-16.csv", Extracts.Cases);
        await Look(council);
        await Look(council);
        var held = Assert.Single((await View(council)).Waiting);
        Assert.StartsWith("It contradicts what was entered here", held.Reason, StringComparison.Ordinal);
        Assert.NotNull((await council.OfCase("R-4")).ClosedOn);
    }

    [Fact]
    public async Task Is_looked_at_by_one_node_at_a_time()
    {
        await using var council = await Filled("postgres");
        Put(council, "cases 2026-11-16.csv", Extracts.Cases);
        await Look(council);
        await council.Db(db => db.Database.ExecuteSqlRawAsync(
            "update inbox_watch set looked_by = 'another', busy_until = {0}", council.Clock.GetUtcNow().UtcDateTime.AddMinutes(5)));
        Assert.Equal(0, await Look(council));
        Assert.Single(Directory.GetFiles(Inbox(council)));

        // A node that died gives its turn up.
        council.Clock.Pass(TimeSpan.FromMinutes(6));
        Assert.Equal(1, await Look(council));
    }

    private static async Task<Council> Filled(string engine)
    {
        var council = await Council.On(engine);
        await council.Import(ImportKind.Staff, Extracts.Staff);
        await council.Import(ImportKind.Cases, Extracts.Cases);
        return council;
    }

    private static string Inbox(Council council) => Path.Combine(council.Data.Path, "inbox");

    private static string Put(Council council, string name, byte[] bytes)
    {
        var path = Path.Combine(Inbox(council), name);
        File.WriteAllBytes(path, bytes);
        File.SetLastWriteTimeUtc(path, council.Clock.GetUtcNow().UtcDateTime);
        return path;
    }

    private static Task<int> Look(Council council) => council.Ask((InboxDesk desk) => desk.Look(default));

    private static Task<InboxView> View(Council council) => council.Ask((InboxDesk desk) => desk.View(Council.Analyst, default));

    private static string Sentence(InboxFile file) => string.Format(CultureInfo.InvariantCulture, file.Reason, [.. file.Gaps]);
}
