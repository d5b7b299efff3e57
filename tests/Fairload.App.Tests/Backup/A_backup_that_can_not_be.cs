using System.IO.Compression;
using System.Text.Json.Nodes;
using Fairload.App.Backup;
using Fairload.App.Tests.Imports;

namespace Fairload.App.Tests.Backup;

public sealed class A_backup_that_can_not_be
{
    [Fact]
    public async Task Written_where_something_is_already_or_where_no_folder_is_says_so()
    {
        await using var council = await Backups.Council("sqlite");
        var path = Backups.Path();
        await File.WriteAllTextAsync(path, "what somebody keeps here");
        Assert.Contains("is there already", Assert.Single(Council.Refused(await Backups.TryMake(council, path))), StringComparison.Ordinal);
        Assert.Equal("what somebody keeps here", await File.ReadAllTextAsync(path));
        var nowhere = Path.Combine(Path.GetDirectoryName(path)!, "not", "there.backup");
        Assert.Contains("Make it, or name another", Assert.Single(Council.Refused(await Backups.TryMake(council, nowhere))),
            StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Written_because_the_disk_is_full_leaves_nothing_and_says_so(string engine)
    {
        if (!File.Exists("/dev/full")) return;
        await using var council = await Backups.Council(engine);
        var path = Backups.Path();
        File.CreateSymbolicLink(path + ".part", "/dev/full");

        var said = Assert.Single(Council.Refused(await Backups.TryMake(council, path)));

        Assert.Contains("is full. No backup was made", said, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Path.GetDirectoryName(path)!));
        await Backups.Make(council, path);
    }

    [Fact]
    public async Task Written_while_another_writes_the_same_file_says_so()
    {
        await using var council = await Backups.Council("sqlite");
        var path = Backups.Path();
        await using (new FileStream(path + ".part", FileMode.Create, FileAccess.Write, FileShare.None))
        {
            var said = Assert.Single(Council.Refused(await Backups.TryMake(council, path)));
            Assert.Contains("could not be written", said, StringComparison.Ordinal);
        }

        Assert.True(File.Exists(path + ".part"));
    }

    [Theory]
    [InlineData("no backup", "is no backup of Fairload")]
    [InlineData("a zip of something else", "is no backup of Fairload")]
    [InlineData("cut short", "is damaged")]
    [InlineData("a row edited", "the table worker is not as it was written")]
    [InlineData("a row taken out", "the table worker is not as it was written")]
    [InlineData("a table taken out", "the table worker is missing")]
    [InlineData("the manifest edited", "what it says of itself was changed")]
    [InlineData("something put in", "does not belong in it")]
    [InlineData("a newer format", "was made by a newer Fairload")]
    [InlineData("a newer schema", "was made by a newer Fairload")]
    [InlineData("another fingerprint", "is not the file of that fingerprint")]
    [InlineData("not there", "There is no file")]
    public async Task Restored_is_refused_before_anything_is_touched(string how, string says)
    {
        await using var council = await Backups.Council("sqlite");
        var path = Backups.Path();
        await Backups.Make(council, path);
        var fingerprint = Spoil(path, how);
        var target = await Backups.Target("sqlite");

        var said = Assert.Single(Council.Refused(await RestoreDesk.Restore(path, target, fingerprint, default)));

        Assert.Contains(says, said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(target));
        Assert.Empty(Directory.GetFileSystemEntries(Path.GetDirectoryName(target)!));
    }

    [Fact]
    public async Task Damaged_in_any_byte_is_refused_or_is_what_it_was()
    {
        await using var council = await Backups.Council("sqlite");
        var path = Backups.Path();
        var made = await Backups.Make(council, path);
        var (whole, random, refused) = (await File.ReadAllBytesAsync(path), new Random(6), 0);
        for (var i = 0; i < 150; i++)
        {
            var spoilt = (byte[])whole.Clone();
            if (i % 3 == 0) spoilt = spoilt[..random.Next(spoilt.Length)];
            else spoilt[random.Next(spoilt.Length)] ^= (byte)random.Next(1, 256);
            await File.WriteAllBytesAsync(path, spoilt);
            var isRefused = !(await BackupReading.Open(path, null, default)).Try(out var reading, out _);
            refused += isRefused ? 1 : 0;
            if (isRefused) continue;
            using (reading) Assert.Equal(Backups.Lines(made.Manifest), Backups.Lines(reading!.Manifest));
        }

        Assert.InRange(refused, 120, 150);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Restored_over_data_is_refused_and_leaves_them_alone(string engine)
    {
        await using var council = await Backups.Council(engine);
        var path = Backups.Path();
        await Backups.Make(council, path);
        var before = await council.Dump();

        var said = Assert.Single(Council.Refused(await RestoreDesk.Restore(path, council.Data.Path, null, default)));

        Assert.Contains("not empty", said, StringComparison.Ordinal);
        Assert.Equal(before, await council.Dump());
    }

    [Fact]
    public async Task Restored_into_a_database_that_holds_something_is_refused()
    {
        await using var council = await Backups.Council("postgres");
        var path = Backups.Path();
        await Backups.Make(council, path);
        var folder = Directory.CreateTempSubdirectory("fairload-restored-").FullName;
        File.Copy(Path.Combine(council.Data.Path, "fairload.json"), Path.Combine(folder, "fairload.json"));

        var said = Assert.Single(Council.Refused(await RestoreDesk.Restore(path, folder, null, default)));

        Assert.Contains("is not empty. Restore into an empty one", said, StringComparison.Ordinal);
        await council.IsSound();
    }

    [Fact]
    public async Task Restored_to_its_end_leaves_settings_that_say_where_the_database_is()
    {
        await using var council = await Backups.Council("postgres");
        var path = Backups.Path();
        await Backups.Make(council, path);
        var target = await Backups.Target("postgres");
        var settings = Path.Combine(target, "fairload.json");
        var before = await File.ReadAllTextAsync(settings);

        // Whoever has the file open goes on reading the one that was: it is never half written.
        using var reader = new StreamReader(
            new FileStream(settings, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        Council.Good(await RestoreDesk.Restore(path, target, null, default));
        Assert.Equal(before, await reader.ReadToEndAsync());
        Assert.NotEqual(before, await File.ReadAllTextAsync(settings));

        // A program that was killed while it wrote left its half.
        var other = await Backups.Target("postgres");
        await File.WriteAllTextAsync(Path.Combine(other, "fairload.json.new"), "{ \"engi");
        Council.Good(await RestoreDesk.Restore(path, other, null, default));
    }

    [Fact]
    public async Task Restored_to_its_end_keeps_everybody_out_until_it_is_restored_again()
    {
        await using var council = await Backups.Council("postgres");
        var path = Backups.Path();
        var made = await Backups.Make(council, path);
        var target = await Backups.Target("postgres");
        await File.WriteAllTextAsync(Path.Combine(target, "restore-not-finished"), "");

        Assert.Contains("A restore into", Assert.Single(Council.Refused(App.Store.DataDirectory.Open(target))), StringComparison.Ordinal);
        Council.Good(await RestoreDesk.Restore(path, target, null, default));
        Assert.Equal(Backups.Lines(made.Manifest), Backups.Lines(await Backups.Again(target)));
    }

    [Fact]
    public async Task Restored_to_its_last_row_and_not_to_its_end_is_taken_as_it_is_by_the_next_try_and_by_no_other_backup()
    {
        await using var council = await Backups.Council("postgres");
        var (path, other) = (Backups.Path(), Backups.Path());
        var made = await Backups.Make(council, path);
        await Backups.Make(council, other);
        var target = await Backups.Target("postgres");
        var mark = Path.Combine(target, "restore-not-finished");
        Council.Good(await RestoreDesk.Restore(path, target, null, default));
        await File.WriteAllTextAsync(mark, BackupManifest.Hash(made.Manifest.Write()));

        var said = Assert.Single(Council.Refused(await RestoreDesk.Restore(other, target, null, default)));
        Assert.Contains("is not empty. Restore into an empty one", said, StringComparison.Ordinal);
        Council.Good(await RestoreDesk.Restore(path, target, null, default));
        Assert.False(File.Exists(mark));
        Assert.Equal(Backups.Lines(made.Manifest), Backups.Lines(await Backups.Again(target)));
    }

    private static string? Spoil(string path, string how)
    {
        switch (how)
        {
            case "no backup": File.WriteAllText(path, "Dear Fairload"); break;
            case "a zip of something else":
                File.Delete(path);
                using (var other = ZipFile.Open(path, ZipArchiveMode.Create)) other.CreateEntry("letter.txt");
                break;
            case "cut short": using (var file = File.OpenWrite(path)) file.SetLength(file.Length * 2 / 3); break;
            case "a row edited":
                Backups.Edit(path, "department/worker.jsonl", t =>
                t.Replace("Okafor", "Okapor", StringComparison.Ordinal)); break;
            case "a row taken out":
                Backups.Edit(path, "department/worker.jsonl", t =>
                t[(t.IndexOf('\n', StringComparison.Ordinal) + 1)..]); break;
            case "a table taken out":
                using (var archive = ZipFile.Open(path, ZipArchiveMode.Update)) archive.GetEntry("department/worker.jsonl")!.Delete();
                break;
            case "the manifest edited":
                Backups.Edit(path, "manifest.json", t =>
                t.Replace("\"rows\": 3", "\"rows\": 2", StringComparison.Ordinal)); break;
            case "something put in":
                using (var archive = ZipFile.Open(path, ZipArchiveMode.Update)) archive.CreateEntry("files/../../etc/passwd");
                break;
            case "a newer format": Backups.EditManifest(path, m => m["format"] = 2); break;
            case "a newer schema":
                Backups.EditManifest(path, m =>
                m["schema"]!.AsArray().Add(JsonValue.Create("9999-tomorrow.sql"))); break;
            case "another fingerprint": return new string('a', 64);
            case "not there": File.Delete(path); break;
            default: throw new ArgumentOutOfRangeException(nameof(how));
        }

        return null;
    }
}
