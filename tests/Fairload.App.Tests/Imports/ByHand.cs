using Fairload.App.Caseload;
using Fairload.App.Imports;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Imports;

/// <summary>What people enter in a council of tests between two extracts.</summary>
internal static class ByHand
{
    public static Reader Principal { get; } = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);

    public static async Task<Case> Opens(this Council council, string reference, string type, string team, Id<Worker>? holder = null)
    {
        var where = await council.Db(db => db.Teams.Where(t => t.Name == team).Select(t => t.Id).SingleAsync());
        return Council.Good(await council.Ask((CaseEntryDesk desk) =>
            desk.Open(new(reference, type, new(2026, 11, 12), where, holder), Principal, default)));
    }

    public static async Task Closes(this Council council, string reference, DateOnly on)
    {
        var one = await council.OfCase(reference);
        Council.Good(await council.Ask((CaseEntryDesk desk) => desk.Close(one.Id, new(one.Version, on, "moved"), Principal, default)));
    }

    public static async Task Corrects(this Council council, string reference, string type, DateOnly began)
    {
        var one = await council.OfCase(reference);
        Council.Good(await council.Ask((CaseEntryDesk desk) => desk.Correct(one.Id, new(one.Version, type, began), Principal, default)));
    }

    public static Task<Case> OfCase(this Council council, string reference) =>
        council.Db(db => db.Cases.AsNoTracking().SingleAsync(c => c.Reference == reference));

    public static Task<IReadOnlyList<EnteredLine>> Entered(this Council council) =>
        council.Ask((EnteredDesk desk) => desk.All(Principal, default));

    public static Task<Result<Done>> Settle(this Council council, ImportConflict conflict, bool keepsOurs) =>
        council.Ask((EnteredDesk desk) => desk.Answer(conflict.Mark, conflict.Theirs, keepsOurs, Council.Analyst, default));

    public static Task<Result<Done>> SettleLook(this Council council, ImportLook look, ImportConflict conflict, bool keepsOurs) =>
        council.Ask((ImportDesk desk) => desk.Settle(look.Run.Id, conflict.Mark, conflict.Theirs, keepsOurs, Council.Analyst, default));

    public static async Task<Result<Done>> TakeBack(this Council council, string about)
    {
        var mark = (await council.Entered()).Single(l => l.About == about).Mark.Id;
        return await council.Ask((EnteredDesk desk) => desk.TakeBack(mark, Principal, default));
    }

    /// <summary>Of the mark that was settled last.</summary>
    public static async Task<(EnteredState State, DateOnly? On)> Settled(this Council council)
    {
        var marks = await council.Db(db => db.Set<EnteredHere>().Where(m => m.State != EnteredState.Open).ToListAsync());
        var last = marks.MaxBy(m => m.EnteredAt)!;
        return (last.State, last.SettledOn);
    }

    /// <summary>Who holds each open case, by its reference.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Holders(this Council council) => await council.Db(db => (
        from a in db.Assignments
        where a.ToOn == null
        join c in db.Cases on a.CaseId equals c.Id
        select new { c.Reference, a.WorkerName }).ToDictionaryAsync(x => x.Reference, x => x.WorkerName));
}
