using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Fairload.App.Check;
using Fairload.App.Imports;
using Fairload.App.Imports.Sheets;
using Fairload.App.Store;
using Fairload.App.Workforce;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Fairload.App.Tests.Imports;

/// <summary>A council with a database of its own, that imports files; each question is asked in a scope of its own, as a request
/// is.</summary>
internal sealed class Council(ServiceProvider services, StoppedClock clock, DataDirectory data) : IAsyncDisposable
{
    public static Reader Analyst { get; } = new("Ana Diaz", null, [new(Role.Analyst)]);

    public StoppedClock Clock { get; } = clock;
    public DataDirectory Data { get; } = data;

    public static Task<Council> On(string engine, int year = 2026, int month = 11, int day = 16) => On(engine, [], year, month, day);

    /// <param name="between">What stands between the program and its database.</param>
    public static async Task<Council> On(string engine, IEnumerable<IInterceptor> between, int year = 2026, int month = 11, int day = 16)
    {
        var store = await Engines.Fresh(engine);
        var path = engine == "sqlite" ? Path.GetDirectoryName(store.Connection["Data Source=".Length..])!
            : Directory.CreateTempSubdirectory("fairload-").FullName;
        // Of five cases one is a fifth: a small council lets more through its inbox.
        var limits = new CouncilLimits { Inbox = new(new(2, 40), new(2, 40), new(2, 40), new(2, 40)) };
        var settings = engine == "sqlite" ? new CouncilSettings { Limits = limits }
            : new CouncilSettings { Engine = "postgres", Connection = store.Connection, Limits = limits };
        await File.WriteAllTextAsync(Path.Combine(path, "fairload.json"), JsonSerializer.Serialize(settings, JsonSerializerOptions.Web));
        if (!DataDirectory.Open(path).Try(out var data, out var problems)) throw new InvalidOperationException(problems[0].Message);
        return In(data, StoppedClock.At(year, month, day), between);
    }

    /// <summary>On a data directory that is there already.</summary>
    public static Council In(DataDirectory data, StoppedClock clock, IEnumerable<IInterceptor> between)
    {
        var services = new ServiceCollection().AddLogging().AddFairload(data, clock)
            .ConfigureDbContext<FairloadDb>(options => options.AddInterceptors(between));
        return new(services.BuildServiceProvider(), clock, data);
    }

    public async Task<T> Ask<TDesk, T>(Func<TDesk, Task<T>> ask) where TDesk : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TDesk>());
    }

    public Task<T> Db<T>(Func<FairloadDb, Task<T>> ask) => Ask(ask);

    public Task<Result<ImportOutcome>> TryImport(ImportKind kind, byte[] file, string asOf = "2026-11-14", bool closeMissing = false,
        string matching = "") =>
        Ask((ImportDesk desk) => desk.Import(Request(kind, asOf, closeMissing, matching), new MemoryStream(file), Analyst, default));

    public async Task<ImportOutcome> Import(ImportKind kind, byte[] file, string asOf = "2026-11-14", bool closeMissing = false,
        string matching = "") =>
        Good(await TryImport(kind, file, asOf, closeMissing, matching));

    public async Task<ImportLook> Look(ImportKind kind, byte[] file, string asOf = "2026-11-14") =>
        Good(await Ask((ImportDesk desk) => desk.Look(Request(kind, asOf), new MemoryStream(file), Analyst, default)));

    public Task<Result<ImportOutcome>> Confirm(ImportLook look, bool closeMissing = false) =>
        Ask((ImportDesk desk) => desk.Confirm(look.Run.Id, closeMissing, Analyst, default));

    public Task<Result<ImportRun>> Undo() => Ask((ImportDesk desk) => desk.UndoLatest(Analyst, default));

    public async Task<IReadOnlyList<string>> Unsettled() =>
        [.. (await Ask((SettleDesk desk) => desk.Unsettled(Analyst, default))).Select(n => $"{n.Written}: {n.Cases}")];

    /// <summary>Everything that must always hold does.</summary>
    public async Task IsSound()
    {
        var broken = (await Ask((CheckDesk desk) => desk.All(default))).Where(i => !i.Holds)
            .Select(i => $"{i.Rule}: {string.Join(", ", i.Broken)}").ToList();
        Assert.True(broken.Count == 0, string.Join("; ", broken));
    }

    /// <summary>
    /// Every row of every table, as the engine itself tells it, but for the imports' own books, the audit trail and the versions of
    /// the settings, which are laid down when they are first asked for.
    /// </summary>
    /// <param name="without">A table that is left out.</param>
    public Task<string> Dump(string without = "") => Db(async db =>
    {
        var dump = new StringBuilder();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct().Order(StringComparer.Ordinal))
        {
            if (table.StartsWith("import_", StringComparison.Ordinal) || table.StartsWith("audit", StringComparison.Ordinal)
                || table is "factor_set" or "weight_set" || table == without)
            {
                continue;
            }

            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "select * from " + table;
            await using var reader = await command.ExecuteReaderAsync();
            foreach (var line in (await Lines(reader)).Order(StringComparer.Ordinal))
                dump.Append(table).Append(": ").Append(line).Append('\n');
        }

        return dump.ToString();
    });

    public Task<Id<Case>> Case(string reference) =>
        Db(db => db.Cases.Where(c => c.Reference == reference).Select(c => c.Id).SingleAsync());

    /// <summary>Somebody of the staff who is signed in as a practitioner.</summary>
    public async Task<Reader> Practitioner(string number)
    {
        var worker = await Db(db => db.Workers.SingleAsync(w => w.StaffNumber == number));
        return new(worker.Name, worker.Id, [new(Role.Practitioner)]);
    }

    public static T Good<T>(Result<T> result) where T : notnull =>
        result.Try(out var value, out var problems) ? value
            : throw new InvalidOperationException(string.Join("; ", problems.Select(p => p.Message)));

    public static IReadOnlyList<string> Refused<T>(Result<T> result) where T : notnull =>
        result.Try(out var value, out var problems) ? throw new InvalidOperationException($"It was not refused: {value}")
            : [.. problems.Select(p => p.Message)];

    /// <summary>The first line holds the headers; a blank or a dash is an empty cell.</summary>
    public static byte[] Csv(params string[] lines) => Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n");

    public static byte[] Workbook(params (string Sheet, string[] Lines)[] sheets)
    {
        using var to = new MemoryStream();
        WorkbookWriter.Write(to,
            [.. sheets.Select(
            s => new SheetOut(s.Sheet, s.Lines[0].Split(','),
                s.Lines[1..].Select(l => (IReadOnlyList<object?>)[.. l.Split(',').Select(Cell)])))]);
        return to.ToArray();
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static object? Cell(string text) =>
        text.Length == 0 ? null
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : text;

    private static ImportRequest Request(ImportKind kind, string asOf, bool closeMissing = false, string matching = "") =>
        new(kind, "sheet", matching, DateOnly.ParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture), closeMissing);

    private static async Task<IReadOnlyList<string>> Lines(DbDataReader reader)
    {
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(
                string.Join("|", Enumerable.Range(0, reader.FieldCount)
                .Select(i => reader.GetName(i) + "=" + Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return lines;
    }
}
