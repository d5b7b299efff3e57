using System.Globalization;
using Fairload.App.Access;
using Fairload.App.Imports;
using Fairload.App.Store;
using Fairload.App.Tests.Imports;
using Fairload.App.Tests.Workforce;
using Fairload.App.Workforce.Reorganisations;
using Fairload.Core.Imports;
using Fairload.Core.Workforce.Reorganisations;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit.Abstractions;

namespace Fairload.App.Tests.Backup;

/// <summary>A program that imports, undoes an import or reorganises as the commands do, and is killed wherever it is.</summary>
internal static class KilledDesks
{
    /// <summary>What this assembly does as a program of its own: <c>import DATA FILE</c>, <c>undo DATA</c>, <c>reorganise
    /// DATA</c>.</summary>
    public static async Task Run(IReadOnlyList<string> words)
    {
        var data = MadeUpBallots.Open(words[1]);
        if (!DataLock.Take(data, words[0]).Try(out var held, out var problems)) throw new InvalidOperationException(problems[0].Message);
        using (held)
        {
            await using var council = Council.In(data, Clock(), []);
            // What a program does first of all is no moment of the work.
            await council.Ask((ImportDesk desk) => desk.Recent(Council.Analyst, default));
            Console.WriteLine("begun");
            await Console.In.ReadLineAsync();
            switch (words[0])
            {
                case "import": await council.Import(ImportKind.Cases, await File.ReadAllBytesAsync(words[2]), "2026-11-16"); break;
                case "undo": Council.Good(await council.Undo()); break;
                default: await council.Ask((ReorganisationDesk desk) => desk.Tend(default)); break;
            }

            Console.WriteLine("done");
        }
    }

    public static StoppedClock Clock() => StoppedClock.At(2026, 11, 16, 12);

    /// <summary>Another directory with the same data: files are copied, a database is made of the first as its template.</summary>
    public static async Task<Council> Copy(DataDirectory first)
    {
        var path = Directory.CreateTempSubdirectory("fairload-killed-").FullName;
        LetGo(first);
        foreach (var file in Directory.EnumerateFiles(first.Path)) File.Copy(file, Path.Combine(path, Path.GetFileName(file)));
        if (first.IsPostgres)
        {
            var from = new NpgsqlConnectionStringBuilder(first.Settings.Connection);
            var name = $"t_{Guid.CreateVersion7():N}";
            await On(from, $"create database {name} template {from.Database}");
            var settings = await File.ReadAllTextAsync(Path.Combine(path, "fairload.json"));
            await File.WriteAllTextAsync(
                Path.Combine(path, "fairload.json"), settings.Replace(from.Database!, name, StringComparison.Ordinal));
        }

        return Council.In(MadeUpBallots.Open(path), Clock(), []);
    }

    public static async Task Drop(Council council)
    {
        await council.DisposeAsync();
        LetGo(council.Data);
        if (council.Data.IsPostgres)
        {
            var gone = new NpgsqlConnectionStringBuilder(council.Data.Settings.Connection);
            await On(gone, $"drop database {gone.Database} with (force)");
        }

        Directory.Delete(council.Data.Path, recursive: true);
    }

    /// <summary>A server may still be at the last word of whoever was killed.</summary>
    public static Task IsStill(Council council) => council.Db(db => db.Change(
        async () =>
        {
            await OneAtATime.Wait(db, ImportDesk.Turn, default);
            return default(Done);
        },
        default));

    /// <summary>Connections that are kept for the next to ask.</summary>
    private static void LetGo(DataDirectory data)
    {
        if (data.IsPostgres) NpgsqlConnection.ClearPool(new NpgsqlConnection(data.Connection));
        else SqliteConnection.ClearPool(new SqliteConnection(data.Connection));
    }

    private static async Task On(NpgsqlConnectionStringBuilder database, string statement)
    {
        var server = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = "postgres", Pooling = false };
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>Killed at any moment: it has happened as a whole, or not at all; and the next try comes to its end.</summary>
public sealed class A_desk_that_is_killed(ITestOutputHelper output)
{
    private const int Cases = 240;

    [Theory, ClassData(typeof(Engines))]
    public async Task While_it_imports_has_taken_in_the_whole_file_or_nothing(string engine)
    {
        await using var first = await Filled(engine);
        var file = Path.Combine(Directory.CreateTempSubdirectory("fairload-extract-").FullName, "extract.csv");
        await File.WriteAllBytesAsync(file, Extract(later: true));
        await Killed(
            first, 4, ["import", file],
            async council => await council.Db(db => db.Imports.CountAsync(i => i.State == ImportState.Applied)) == 3,
            async council => await council.Import(ImportKind.Cases, Extract(later: true), "2026-11-16"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task While_it_undoes_an_import_has_undone_it_or_not_begun(string engine)
    {
        await using var first = await Filled(engine);
        await first.Import(ImportKind.Cases, Extract(later: true), "2026-11-16");
        await Killed(
            first, 5, ["undo"], async council => await council.Db(db => db.Imports.CountAsync(i => i.State == ImportState.Undone)) == 1,
            async council => Council.Good(await council.Undo()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task While_it_reorganises_has_done_all_of_it_or_nothing(string engine)
    {
        await using var first = await Filled(engine);
        var town = new Reorganising(first);
        await town.Prepare(await town.Merge("Valley", "Riverside", "Hillside"));
        await Killed(
            first, 6, ["reorganise"],
            async council => await council.Db(db => db.Set<Reorganisation>().AnyAsync(r => r.State == ReorganisationState.Applied)),
            async council => Assert.Single((await council.Ask((ReorganisationDesk desk) => desk.Tend(default))).Done));
    }

    /// <param name="words">Of the program, without the directory.</param>
    /// <param name="isDone">Asked of the record that the work leaves of itself.</param>
    /// <param name="again">The next try.</param>
    private async Task Killed(Council first, int seed, string[] words, Func<Council, Task<bool>> isDone, Func<Council, Task> again)
    {
        string[] With(Council council) => [words[0], council.Data.Path, .. words[1..]];
        var before = await first.Dump();
        var whole = await KilledDesks.Copy(first.Data);
        var moment = new KillMoment(seed, await Kills.Whole(With(whole)));
        var after = await Stands(whole);
        await KilledDesks.Drop(whole);

        var (finished, told) = (0, 0);
        Council? council = null;
        for (var i = 0; i < Kills.Count; i++)
        {
            council ??= await KilledDesks.Copy(first.Data);
            var said = await Kills.Kill(moment, With(council));
            await KilledDesks.IsStill(council);
            var done = await isDone(council);
            Assert.True(done || !said, "It said that it was done, and it is not.");
            if (done) Assert.Equal(after, await Stands(council));
            else Assert.Equal(before, await council.Dump());
            await council.IsSound();
            (finished, told) = (finished + (done ? 1 : 0), told + (said ? 1 : 0));

            // Where nothing has happened the next one is killed on what the last one left. Once in a while the work is done instead.
            if (!done && i % 10 != 9 && i < Kills.Count - 1) continue;
            if (!done) await again(council);
            Assert.Equal(after, await Stands(council));
            await council.IsSound();
            await KilledDesks.Drop(council);
            council = null;
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{words[0]}: {Kills.Count} kills in {moment.Whole.TotalMilliseconds:0} ms: {Kills.Count - finished} nothing, {finished} the whole, of which {told} had ended; {moment.CutOff} came before the end"));
    }

    /// <summary>All that can be told of cases, people and teams without the ids, which differ from one doing to the next.</summary>
    private static async Task<string> Stands(Council council)
    {
        var town = new Reorganising(council);
        var cases = await council.Db(db => db.Cases.Select(c => c.Reference + " " + c.TypeCode + " " + c.ClosedOn).ToListAsync());
        var history = await council.Db(async db => await (
            from a in db.Assignments
            join c in db.Cases on a.CaseId equals c.Id
            select new { c.Reference, a.WorkerName, a.TeamName, a.FromOn, a.ToOn, a.Share }).ToListAsync());
        var snapshots = await council.Db(db => db.Set<Core.Caseload.LoadSnapshot>().GroupBy(s => s.AsOf)
            .Select(g => new { g.Key, Count = g.Count(), Cases = g.Sum(s => s.Cases) }).ToListAsync());
        return string.Join('\n',
        [
            .. (await town.Holders()), .. await town.Members(Reorganising.Today), .. await town.Loads(),
            .. cases.Order(StringComparer.Ordinal),
            .. history.Select(h => string.Create(
                CultureInfo.InvariantCulture, $"{h.Reference} {h.WorkerName} {h.TeamName} {h.FromOn:O} {h.ToOn:O} {h.Share:0.###}"))
                .Order(StringComparer.Ordinal),
            .. snapshots.Select(s => $"{s.Key:O} {s.Count} {s.Cases}").Order(StringComparer.Ordinal),
        ]);
    }

    private static async Task<Council> Filled(string engine)
    {
        var council = await Council.On(engine);
        await council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-07");
        await council.Import(ImportKind.Cases, Extract(later: false), "2026-11-07");
        return council;
    }

    /// <summary>In the later one some have closed, some were handed over, and some are new.</summary>
    private static byte[] Extract(bool later)
    {
        string[] people = ["Grace Adeyemi", "Tom Bevan", "Ngozi Okafor", ""];
        var rows = Enumerable.Range(later ? 40 : 0, Cases).Select(i =>
        {
            var who = people[(later && i % 3 == 0 ? i + 1 : i) % people.Length];
            var closed = later && i % 11 == 0 ? "12/11/2026" : "";
            var team = who == "Ngozi Okafor" ? "Hillside" : "Riverside";
            return string.Create(CultureInfo.InvariantCulture, $"K-{i:D4},child in need,Children,02/03/2026,{closed},,{team},{who},,");
        });
        return Council.Csv([Extracts.CaseHeader, .. rows]);
    }
}
