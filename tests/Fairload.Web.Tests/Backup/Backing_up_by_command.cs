using Fairload.Web.Tests.Imports.Commands;

namespace Fairload.Web.Tests.Backup;

public sealed class Backing_up_by_command
{
    [Fact]
    public async Task Is_done_by_the_site_that_runs_and_restored_elsewhere()
    {
        using var here = new TheProgram();
        using var there = new TheProgram();
        var path = Path.Combine(here.Folder, "council.backup");
        using (var site = here.Start("serve", "--urls", "http://127.0.0.1:0"))
        {
            while (await site.StandardError.ReadLineAsync() is { } line && !line.StartsWith("Fairload is at", StringComparison.Ordinal)) { }
            var made = await here.Run("backup", path);
            Assert.True(made.Exit == 0, made.Error);
            Assert.Matches("fingerprint [0-9a-f]{64}", made.Output);
            var again = await here.Run("backup", path);
            Assert.Equal(2, again.Exit);
            Assert.Contains($"{path} is there already. Name another file: a backup never writes over anything.", again.Error, StringComparison.Ordinal);
            site.Kill();
            await site.WaitForExitAsync();
        }

        var restored = await there.Run("restore", path);
        Assert.True(restored.Exit == 0, restored.Error);
        var twice = await there.Run("restore", path);
        Assert.Equal(2, twice.Exit);
        Assert.Contains("is not empty", twice.Error, StringComparison.Ordinal);
        var check = await there.Run("check");
        Assert.True(check.Exit == 0, check.Output + check.Error);
    }

    [Fact]
    public async Task Is_refused_where_there_are_no_data_and_for_what_is_no_backup()
    {
        using var program = new TheProgram();
        var none = await program.Run("backup", Path.Combine(program.Folder, "out"));
        Assert.Equal(2, none.Exit);
        Assert.StartsWith("There are no data in", none.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(program.Data));
        var wrong = await program.Run("restore", program.File("letter.txt", "Dear Fairload"));
        Assert.Equal(2, wrong.Exit);
        Assert.Contains("is no backup of Fairload", wrong.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(program.Data));
    }
}
