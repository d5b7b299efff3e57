using Fairload.App.Schema;
using Fairload.App.Store;
using Fairload.App.Surveys.Ballots;
using Microsoft.Data.Sqlite;

namespace Fairload.App.Tests.Store;

public sealed class Trouble_with_a_file
{
    [Fact]
    public async Task Of_the_ballots_names_that_file_and_not_the_departments()
    {
        var data = await MadeUpBallots.Data("sqlite");
        var file = Path.Combine(data.Path, "ballots.db");
        await File.WriteAllTextAsync(file, new string('x', 4096));
        Assert.Equal("The file ballots.db is damaged or is no database of ours. Put a backup in its place.", await Explained());
        File.Delete(file);
        Directory.CreateDirectory(file);
        Assert.Equal("The file ballots.db can not be opened for writing. Check who owns it and what you may do.", await Explained());

        async Task<string> Explained()
        {
            await using var store = new BallotStore(data, TimeProvider.System);
            var fault = await Assert.ThrowsAsync<SqliteException>(() => store.FinishCloses(default));
            return StoreTrouble.Explain(new InvalidOperationException("Around it.", fault))!.Message;
        }
    }

    [Fact]
    public async Task That_comes_while_the_ballots_are_read_names_it_too()
    {
        var data = await MadeUpBallots.Data("sqlite");
        await using (var store = new BallotStore(data, TimeProvider.System)) Assert.Empty(await store.Unclosed(default));
        // The first page stays, so that it still is a database.
        const int Page = 4096;
        await using (var file = File.OpenWrite(Path.Combine(data.Path, "ballots.db")))
        {
            file.Position = Page;
            await file.WriteAsync(Enumerable.Repeat((byte)'x', (int)file.Length - Page).ToArray());
        }

        await using var again = new BallotStore(data, TimeProvider.System);
        var fault = await Assert.ThrowsAsync<SqliteException>(() => again.FinishCloses(default));
        Assert.Contains("ballots.db is damaged", StoreTrouble.Explain(fault)!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_the_department_names_fairload_db()
    {
        var data = await MadeUpBallots.Data("sqlite");
        await File.WriteAllTextAsync(Path.Combine(data.Path, "fairload.db"), new string('x', 4096));
        await using var db = new FairloadDb(data.DbOptions());
        var fault = await Assert.ThrowsAsync<SqliteException>(() => db.BringUpToDate(default));
        Assert.Equal("The file fairload.db is damaged or is no database of ours. Put a backup in its place.", StoreTrouble.Explain(fault)!.Message);
    }
}
