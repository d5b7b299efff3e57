using System.Data.Common;
using Fairload.App.Store;
using Fairload.App.Tests.Imports;
using Fairload.App.Tests.Workforce;
using Fairload.App.Workforce.Reorganisations;
using Fairload.Core.Imports;
using Fairload.Core.Workforce.Reorganisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Fairload.App.Tests.Store;

/// <summary>What people do while the disk is full or lets nothing be written: said plainly, nothing lost, nothing half done.</summary>
public sealed class A_disk_in_trouble
{
    private const string IsFull = "The disk is full. Nothing of this change was stored. Make room and try again.";
    private const string IsReadOnly = "The file fairload.db can not be opened for writing. Check who owns it and what you may do.";

    [Fact]
    public async Task That_is_full_stores_nothing_of_an_import_and_takes_it_once_there_is_room()
    {
        var disk = new Disk();
        await using var council = await Council.On("sqlite", [disk]);
        await council.Import(ImportKind.Staff, Extracts.Staff);
        var many = Council.Csv(
            [Extracts.CaseHeader, .. Enumerable.Range(1, 400).Select(i => $"F-{i:D4},child in need,Children,02/03/2026,,,Riverside,Tom Bevan,,")]);

        await Refuses(council, disk.Full, disk, IsFull, () => council.Import(ImportKind.Cases, many));

        Assert.Equal(400, (await council.Import(ImportKind.Cases, many)).Added);
        await council.IsSound();
    }

    [Fact]
    public async Task That_lets_nothing_be_written_stores_nothing_of_what_people_do_and_all_can_be_read()
    {
        var disk = new Disk();
        await using var town = await Reorganising.On("sqlite", [disk]);
        var council = town.Council;
        var merger = await town.Prepare(await town.Merge("Valley", "Riverside", "Hillside"));

        await Refuses(council, disk.ReadOnly, disk, IsReadOnly, () => council.Opens("R-9", "child-in-need", "Riverside"));
        await Refuses(council, disk.ReadOnly, disk, IsReadOnly, () => council.Closes("R-4", new(2026, 11, 13)));
        await Refuses(council, disk.ReadOnly, disk, IsReadOnly, () => council.Undo());
        await Refuses(council, disk.ReadOnly, disk, IsReadOnly, () => town.TryApply(merger));
        await Refuses(council, disk.ReadOnly, disk, IsReadOnly, () => council.Ask((ReorganisationDesk desk) => desk.Tend(default)));

        Council.Good(await town.TryApply(merger));
        Assert.True(await council.Db(db => db.Set<Reorganisation>().AnyAsync(r => r.State == ReorganisationState.Applied)));
        await council.IsSound();
    }

    [Fact]
    public async Task A_server_that_is_read_only_stores_nothing_of_what_people_do_and_all_can_be_read()
    {
        var server = new Server();
        await using var town = await Reorganising.On("postgres", [server]);
        var council = town.Council;
        var merger = await town.Prepare(await town.Merge("Valley", "Riverside", "Hillside"));
        const string Says = "The database server takes no changes now: it is set to be read only, or a standby. "
            + "Nothing of this change was stored. Ask whoever runs it.";
        foreach (var work in new Func<Task>[]
        {
            () => council.Opens("R-9", "child-in-need", "Riverside"), () => council.Import(ImportKind.Cases, Extracts.Cases),
            () => council.Undo(), () => town.TryApply(merger),
        })
        {
            var before = await council.Dump();
            server.IsReadOnly = true;
            Assert.Equal(Says, StoreTrouble.Explain(await Assert.ThrowsAnyAsync<Exception>(work))?.Message);
            Assert.Equal(before, await council.Dump());
            server.IsReadOnly = false;
        }

        Council.Good(await town.TryApply(merger));
        await council.IsSound();
    }

    private static async Task Refuses<T>(Council council, Action begin, Disk disk, string says, Func<Task<T>> work)
    {
        var before = await council.Dump();
        begin();
        var trouble = await Assert.ThrowsAnyAsync<Exception>(work);
        Assert.Equal(says, StoreTrouble.Explain(trouble)?.Message);
        Assert.Equal(before, await council.Dump());
        disk.IsWell();
    }

    private static Task Refuses(Council council, Action begin, Disk disk, string says, Func<Task> work) => Refuses(
        council, begin, disk, says, async () =>
        {
            await work();
            return default(Done);
        });

    /// <summary>SQLite itself is told that there is no room, or that nothing may be written.</summary>
    private sealed class Disk : DbConnectionInterceptor
    {
        private const string Well = "pragma query_only = off; pragma max_page_count = 1073741823";
        private string _now = Well;

        public void Full() => _now = "pragma query_only = off; pragma max_page_count = 1";

        public void ReadOnly() => _now = "pragma query_only = on";

        public void IsWell() => _now = Well;

        public override async Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = _now;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>PostgreSQL is told to let nothing be written.</summary>
    private sealed class Server : DbConnectionInterceptor
    {
        public bool IsReadOnly { get; set; }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"set default_transaction_read_only = {(IsReadOnly ? "on" : "off")}";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
