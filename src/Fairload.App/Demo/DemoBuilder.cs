using Fairload.App.Access;
using Fairload.App.Imports;
using Fairload.App.Store;
using Fairload.Core.Access;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Demo;

/// <summary>
/// Fills an empty database with a made-up council by the way that a real one goes: its files are written, and read by the same
/// importers on the days that they tell about.
/// </summary>
/// <param name="clock">The clock that the desks ask too: it is moved to each day.</param>
/// <param name="week">What people have done here since the last extract; null for files and accounts alone.</param>
public sealed class DemoBuilder(FairloadDb db, ImportDesk imports, AccountDesk accounts, MovedClock clock, DemoWeek? week = null)
{
    private const string BuildingSetting = "demo-building";

    private static readonly Reader Importer = new("Demo", null, [new(Role.Analyst)]);

    /// <summary>A demo that was being built when the program stopped; it is to be thrown away.</summary>
    public static async Task<bool> IsHalfBuilt(FairloadDb db, CancellationToken stop) =>
        await Settings.Get(db, BuildingSetting, stop) is not null;

    /// <param name="say">Told what is being done, a line a step.</param>
    public async Task Build(DemoCouncil council, IReadOnlyList<DemoFile> files, Action<string> say, CancellationToken stop)
    {
        await Put(() => Settings.Put(db, BuildingSetting, "yes", stop), stop);
        foreach (var file in files)
        {
            if (week is not null && file == files.First(f => f.AsOf == council.Dates.Third)) await week.BeforeTheLastExtract(council, stop);
            clock.MoveTo(file.AsOf);
            await using var bytes = File.OpenRead(file.Path);
            var done = await imports.Import(new(file.Kind, Path.GetFileName(file.Path), AsOf: file.AsOf), bytes, Importer, stop);
            if (!done.Try(out var outcome, out var problems))
                throw new InvalidOperationException($"{file.Path} was refused: {problems[0].Message}");
            say($"{Path.GetFileName(file.Path)}: {outcome.Added} added, {outcome.Changed} changed, {outcome.Problems.Count} to look at");
        }

        clock.MoveTo(council.Today);
        foreach (var person in council.People) await Account(person, stop);
        if (week is not null) await week.Play(council, say, stop);
        await Put(
            async () =>
            {
                await DemoMark.Write(db, council.Seed, council.Today, stop);
                await Settings.Remove(db, BuildingSetting, stop);
            },
            stop);
    }

    private Task Put(Func<Task> work, CancellationToken stop) => db.Change(
        async () =>
        {
            await work();
            return default(Done);
        },
        stop);

    private async Task Account(DemoPerson person, CancellationToken stop)
    {
        var worker = person.StaffNumber is { } number ? await db.Workers.AsNoTracking().SingleAsync(w => w.StaffNumber == number, stop)
            : null;
        var team = person.Team is { } name ? await db.Teams.AsNoTracking().SingleAsync(t => t.Name == name, stop) : null;
        await accounts.AddDemoAccount(person.Name, worker?.Id, [new Grant(person.Role, team?.Id, person.Service)], stop);
    }
}
