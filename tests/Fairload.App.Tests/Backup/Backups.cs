using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fairload.App.Backup;
using Fairload.App.Store;
using Fairload.App.Surveys.Ballots;
using Fairload.App.Tests.Imports;
using Fairload.Core.Imports;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Rounds;

namespace Fairload.App.Tests.Backup;

/// <summary>A council with staff, cases, scores and a round that people answer, and what its backups are compared by.</summary>
internal static class Backups
{
    public const int Answered = 7;

    public static async Task<Council> Council(string engine)
    {
        var council = await Imports.Council.On(engine);
        await council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-07");
        await council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-07");
        await council.Import(ImportKind.Scores, Extracts.Scores, "2026-11-10");
        var round = Id<SurveyRound>.New();
        await using var ballots = new BallotStore(council.Data, council.Clock);
        await ballots.Prepare(round, [.. Enumerable.Range(0, 20).Select(MadeUpBallots.Code)], BallotRules.Of(20, 5), default);
        for (var person = 0; person < Answered; person++)
        {
            var (code, nonce) = (MadeUpBallots.Code(person), MadeUpBallots.Nonce(person));
            Assert.IsType<Cast.Counted>(await ballots.Cast(round, code, nonce, MadeUpBallots.Of(person), default));
        }

        return council;
    }

    public static string Path(string name = "out.backup") =>
        System.IO.Path.Combine(Directory.CreateTempSubdirectory("fairload-backup-").FullName, name);

    public static Task<Result<BackupMade>> TryMake(Council council, string path) =>
        council.Ask((BackupDesk desk) => desk.Make(path, default));

    public static async Task<BackupMade> Make(Council council, string path) => Imports.Council.Good(await TryMake(council, path));

    /// <summary>A directory that is not there yet, or one that names an empty database.</summary>
    public static async Task<string> Target(string engine)
    {
        var folder = System.IO.Path.Combine(Directory.CreateTempSubdirectory("fairload-restored-").FullName, "data");
        if (engine == "sqlite") return folder;
        Directory.CreateDirectory(folder);
        var settings = new CouncilSettings { Engine = engine, Connection = await Engines.NewPostgres() };
        await File.WriteAllTextAsync(
            System.IO.Path.Combine(folder, "fairload.json"), JsonSerializer.Serialize(settings, JsonSerializerOptions.Web));
        return folder;
    }

    /// <summary>Another backup of what was restored, made by a program that knows nothing of the first.</summary>
    public static async Task<BackupManifest> Again(string folder)
    {
        var data = MadeUpBallots.Open(folder);
        await using var db = new FairloadDb(data.DbOptions());
        await using var ballots = new BallotStore(data, TimeProvider.System);
        var desk = new BackupDesk(db, data, ballots, new(db, TimeProvider.System), TimeProvider.System);
        return Imports.Council.Good(await desk.Make(Path(), default)).Manifest;
    }

    /// <summary>What has to be the same: each table with its rows and their checksum. Both are taken before the trail is told of
    /// it.</summary>
    /// <param name="countOnly">A table of which only the rows are counted.</param>
    public static IReadOnlyList<string> Lines(BackupManifest manifest, string countOnly = "") =>
        [.. manifest.Tables.Select(t => $"{t.Store} {t.Name} {t.Rows} {(t.Name == countOnly ? "" : t.Sha256)}")
            .Order(StringComparer.Ordinal)];

    /// <summary>The archive with one entry written anew.</summary>
    public static void Edit(string path, string entry, Func<string, string> edit)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Update);
        string text;
        using (var reader = new StreamReader(archive.GetEntry(entry)!.Open())) text = reader.ReadToEnd();
        archive.GetEntry(entry)!.Delete();
        using var writer = new StreamWriter(archive.CreateEntry(entry).Open());
        writer.Write(edit(text));
    }

    /// <summary>As somebody would who knows how the manifest is sealed.</summary>
    public static void EditManifest(string path, Action<JsonObject> edit)
    {
        var manifest = "";
        Edit(path, "manifest.json", text =>
        {
            var parsed = JsonNode.Parse(text)!.AsObject();
            edit(parsed);
            return manifest = parsed.ToJsonString();
        });
        Edit(path, "manifest.sha256", _ => Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(manifest))));
    }
}
