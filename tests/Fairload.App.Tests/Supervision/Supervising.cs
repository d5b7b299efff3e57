using Fairload.App.Supervision.Sessions;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Fairload.Core.Supervision.Sessions;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Supervision;

/// <summary>Riverside with Grace and Tom, who is newly qualified since 2 November, and their manager Kate; Hillside with Ngozi. Today is
/// Monday 16 November 2026.</summary>
internal sealed class Supervising(Council council, IReadOnlyDictionary<string, Worker> people, Reader kate) : IAsyncDisposable
{
    public const string Header = "Staff number,Name,SWE number,Role,Team,Service,FTE,Start,ASYE start,Manager's staff number";

    public static DateOnly Today { get; } = new(2026, 11, 16);
    public static byte[] Staff { get; } = Council.Csv(
        Header,
        "1000,Kate Marsh,SW10000,Team manager,Riverside,Safeguarding,1,01/09/2015,,",
        "1001,Grace Adeyemi,SW10001,Social worker,Riverside,Safeguarding,1,01/09/2020,,1000",
        "1002,Tom Bevan,SW10002,Social worker,Riverside,Safeguarding,1,02/11/2026,02/11/2026,1000",
        "1003,Ngozi Okafor,SW10003,Social worker,Hillside,Safeguarding,1,,,1000",
        "1004,Lee Carter,,Business manager,Hillside,Safeguarding,1,01/02/2019,,");

    public static Reader Principal { get; } = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);
    public static Reader Director { get; } = new("Dora West", null, [new(Role.Director)]);
    public Council Council { get; } = council;

    /// <summary>Manages Riverside.</summary>
    public Reader Kate { get; } = kate;
    public Reader Grace { get; } = new("Grace Adeyemi", people["1001"].Id, [new(Role.Practitioner)]);
    public Reader Tom { get; } = new("Tom Bevan", people["1002"].Id, [new(Role.Practitioner)]);

    public Id<Worker> Of(string number) => people[number].Id;

    public static async Task<Supervising> On(string engine)
    {
        var council = await Council.On(engine);
        await council.Import(ImportKind.Staff, Staff, "2026-11-07");
        var people = await council.Db(db => db.Workers.ToDictionaryAsync(w => w.StaffNumber));
        var riverside = await council.Db(db => db.Teams.Where(t => t.Name == "Riverside").Select(t => t.Id).SingleAsync());
        return new(council, people, new("Kate Marsh", people["1000"].Id, [new(Role.TeamManager, riverside)]));
    }

    public async Task<SupervisionSession> Planned(string number, DateOnly on) => Council.Good(await Council.Ask((SupervisionDesk desk) =>
        desk.Plan(Of(number), new(on, new(10, 0), "Room 2", null), Kate, default)));

    public Task<Result<SupervisionSession>> Hold(SupervisionSession session, SessionHeld held, Reader by, string actions = "") =>
        Council.Ask((SupervisionSessionDesk desk) => desk.Hold(session.Id, session.Version, held, actions, by, default));

    public async Task<SupervisionSession> Held(string number, DateOnly on, int? minutes) => Council.Good(await Hold(
        await Planned(number, on), new(on, SessionKind.Mixed, minutes, 60, 30, false, "As before", ""), Kate,
            "Ring the school\nBook a visit"));

    public ValueTask DisposeAsync() => Council.DisposeAsync();
}
