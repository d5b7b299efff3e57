using Fairload.App.Actions;
using Fairload.App.Schema;
using Fairload.App.Tests.Imports;
using Fairload.Core.Actions;
using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Actions;

public sealed class A_sheet_of_actions
{
    private static byte[] Sheet => Council.Csv(
        "Action,Owner,Due,Source,Source words,Unit,Measure,Direction",
        "Give the duty room a door,1001,01/12/2026,Small thing,,Riverside,,",
        "=SUM(A1),Hal Moss,01/12/2026,Peer review,,Safeguarding,Supervision that took place,Up",
        "Too late,1001,01/11/2026,Small thing,,,,",
        "Nobody's,,01/12/2026,Small thing,,,,",
        "A stranger's,Zoe Strange,01/12/2026,Small thing,,,,",
        "Nowhere,1001,01/12/2026,Small thing,,Atlantis,,",
        "No source,1001,01/12/2026,A dream,,,,",
        "No words,1001,01/12/2026,,,,,",
        "No way,1001,01/12/2026,Incident,,,supervision-held,");

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_looked_at_confirmed_and_undone_and_changes_nothing_that_is_held(string engine)
    {
        await using var council = await ActingCouncil.On(engine);
        var before = await council.Council.Dump();
        var look = await council.Council.Look(ImportKind.Actions, Sheet);
        Assert.Equal((2, 7), (look.Outcome.Added, look.Outcome.Problems.Count(p => p.Severity == "error")));
        Council.Good(await council.Council.Confirm(look));
        var list = await council.Ask((ActionDesk desk) => desk.List(new(), council.Principal, default));
        Assert.Equal(["A-2026-001", "A-2026-002"], list.Lines.Select(l => l.Action.Reference));
        Assert.Equal(["Riverside", "Safeguarding"], list.Lines.Select(l => l.Unit));

        Assert.Equal((0, 2), Counts(await council.Council.Import(ImportKind.Actions, Sheet)));
        Council.Good(await council.Council.Undo());
        Council.Good(await council.Ask((ActionKeeping desk) =>
            desk.Progress(list.Lines[0].Action.Id, "The joiner has measured it", council.Manager, default)));
        Assert.Contains("actions rest on what it brought (A-2026-001)", string.Join(' ', Council.Refused(await council.Council.Undo())),
            StringComparison.Ordinal);
        await council.Council.Db(db => db.Set<ActionNote>().ExecuteDeleteAsync());
        Council.Good(await council.Council.Undo());
        Assert.Equal(before, await council.Council.Dump());

        static (int, int) Counts(App.Imports.ImportOutcome outcome) => (outcome.Added, outcome.Unchanged);
    }

    /// <summary>What older versions have brought in stays when the table of imports takes up new kinds.</summary>
    [Theory, ClassData(typeof(Engines))]
    public async Task Can_be_brought_in_where_older_imports_are_held(string engine)
    {
        await using var council = await ActingCouncil.On(engine);
        var before = await council.Council.Dump();
        await council.Council.Db(async db =>
        {
            await db.Database.ExecuteSqlRawAsync("delete from schema_history where script like '0270%'");
            await db.BringUpToDate(default);
            return true;
        });
        Assert.Equal(before, await council.Council.Dump());
        Assert.Equal(1, await council.Council.Db(db => db.Imports.CountAsync()));
        Assert.Equal(2, (await council.Council.Import(ImportKind.Actions, Sheet)).Added);
        await council.Council.IsSound();
    }
}
