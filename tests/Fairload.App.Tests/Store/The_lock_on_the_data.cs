using Fairload.App.Store;

namespace Fairload.App.Tests.Store;

public sealed class The_lock_on_the_data
{
    [Fact]
    public void Keeps_a_second_program_out_and_names_the_first()
    {
        var data = Data();
        Assert.True(DataLock.Take(data, "serve").Try(out var first, out _));
        Assert.False(DataLock.Take(data, "load").Try(out _, out var problems));
        Assert.Contains($"in use by: fairload serve (process {Environment.ProcessId})", problems[0].Message, StringComparison.Ordinal);
        first.Dispose();
        Assert.True(DataLock.Take(data, "load").Try(out var second, out _));
        second.Dispose();
    }

    [Fact]
    public void Lets_in_who_can_not_write_the_note_because_the_disk_is_full()
    {
        var data = Data();
        var note = Directory.CreateDirectory(Path.Combine(data.Path, "fairload.owner"));
        Assert.True(DataLock.Take(data, "check").Try(out var held, out _));
        held.Dispose();
        Assert.True(note.Exists);
    }

    private static DataDirectory Data() =>
        DataDirectory.Open(Directory.CreateTempSubdirectory("fairload-").FullName).Try(out var data, out _) ? data
            : throw new InvalidOperationException("The data directory could not be made.");
}
