using Fairload.App.Allocation.Transfers;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Allocation.Transfers;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Allocation.Transfers;

/// <summary>Riverside and Hillside of Safeguarding, Lakeside of another service; a manager for each, a head of service, the principal
/// social worker. Grace holds R-1 in Riverside; Ngozi and Omar work in Hillside.</summary>
internal sealed class Between_teams(Council council, IReadOnlyDictionary<string, Id<Team>> teams) : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 11, 16);

    public Council Council { get; } = council;
    public Reader Riverside { get; } = new("Rita Moss", null, [new(Role.TeamManager, teams["Riverside"])]);
    public Reader Hillside { get; } = new("Hal Frost", null, [new(Role.TeamManager, teams["Hillside"])]);
    public Reader Lakeside { get; } = new("Lara Boyd", null, [new(Role.TeamManager, teams["Lakeside"])]);
    public Reader Head { get; } = new("Hera Jones", null, [new(Role.HeadOfService, Service: "Safeguarding")]);
    public Reader Principal { get; } = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);

    public static byte[] Staff(params string[] more) => Council.Csv(
    [
        Extracts.StaffHeader,
        "1001,Grace Adeyemi,Grace Cole,SW10001,Social worker,Experienced,Riverside,Safeguarding,1.0,Permanent,01/09/2020,",
        "1002,Tom Bevan,,SW10002,Social worker,Newly qualified,Riverside,Safeguarding,0.8,Permanent,01/09/2026,",
        "1004,Omar Reed,,SW10004,Social worker,Experienced,Hillside,Safeguarding,1.0,Permanent,01/02/2019,",
        "1005,Una Kerr,,,Support worker,,Hillside,Safeguarding,1.0,Permanent,01/02/2019,",
        "1006,Lena Vale,,SW10006,Social worker,Experienced,Lakeside,Long-term,1.0,Permanent,01/02/2019,",
        .. more,
    ]);

    public const string Ngozi = "1003,Ngozi Okafor,,SW10003,Social worker,Experienced,Hillside,Safeguarding,1.0,Permanent,01/02/2019,";

    public static async Task<Between_teams> On(string engine)
    {
        var council = await Council.On(engine);
        await council.Import(ImportKind.Staff, Staff(Ngozi), "2026-11-07");
        await council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-07");
        await council.Import(ImportKind.Scores, Extracts.Scores, "2026-11-10");
        return new(council, await council.Db(db => db.Teams.ToDictionaryAsync(t => t.Name, t => t.Id)));
    }

    public Id<Team> Team(string name) => teams[name];

    public Task<Id<Case>> Case(string reference) =>
        Council.Db(db => db.Cases.Where(c => c.Reference == reference).Select(c => c.Id).SingleAsync());

    public Task<Id<Worker>> Person(string name) =>
        Council.Db(db => db.Workers.Where(w => w.Name == name).Select(w => w.Id).SingleAsync());

    public async Task<Result<Transfer>> TryPropose(string reference, string to, Reader by, string reason = "The family has moved")
    {
        var what = new Proposal(await Case(reference), default, teams[to], reason, "School nurse is Ms Hall", PersonWish.NotKnown);
        return await Council.Ask((TransferDesk desk) => desk.Propose(what, by, default));
    }

    public async Task<Id<Transfer>> Propose(string reference = "R-1", string to = "Hillside") =>
        Council.Good(await TryPropose(reference, to, Riverside)).Id;

    public Task<TransferView?> Show(Id<Transfer> id, Reader reader) =>
        Council.Ask((TransferStepDesk desk) => desk.Show(id, reader, default));

    public async Task<SeenTransfer> Seen(Id<Transfer> id) => new(id, (await Show(id, Principal))!.Transfer.Version);

    public Task<Result<Transfer>> Step(Func<TransferStepDesk, Task<Result<Transfer>>> step) => Council.Ask(step);

    public async Task<Result<Transfer>> Accept(Id<Transfer> id, string name, DateOnly? on = null, Reader? by = null)
    {
        var (seen, worker) = (await Seen(id), await Person(name));
        return await Step(d => d.Accept(seen, worker, on ?? Today, "Knows the area", by ?? Hillside, default));
    }

    /// <summary>Each manager ticks everything that is theirs.</summary>
    public async Task TickAll(Id<Transfer> id)
    {
        foreach (var by in new[] { Riverside, Hillside })
        {
            var view = (await Show(id, by))!;
            var all = view.Transfer.Items.Select(i => i.Id).ToHashSet();
            Council.Good(await Step(d => d.Tick(new(id, view.Transfer.Version), all, by, default)));
        }
    }

    public async Task<Result<Transfer>> Move(Id<Transfer> id, Reader? by = null)
    {
        var seen = await Seen(id);
        return await Step(d => d.Move(seen, by ?? Hillside, default));
    }

    public async Task<Result<Transfer>> Return(Id<Transfer> id, string why = "No chronology")
    {
        var seen = await Seen(id);
        return await Step(d => d.Return(seen, why, Hillside, default));
    }

    public async Task<Result<Transfer>> Again(Id<Transfer> id)
    {
        var seen = await Seen(id);
        return await Step(d => d.ProposeAgain(seen, "Added", "", PersonWish.KeepWorker, Riverside, default));
    }

    public async Task<string?> Holder(string reference)
    {
        var id = await Case(reference);
        return await Council.Db(db =>
            db.Assignments.Where(a => a.CaseId == id && a.ToOn == null).Select(a => a.WorkerName).SingleOrDefaultAsync());
    }

    public ValueTask DisposeAsync() => Council.DisposeAsync();
}
