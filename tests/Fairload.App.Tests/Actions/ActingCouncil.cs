using Fairload.App.Access;
using Fairload.App.Actions;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Actions;
using Fairload.Core.Actions.Scrutiny;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Actions;

/// <summary>A council with fourteen people in Riverside, two in Hillside, and an account for everybody who does something here.</summary>
internal sealed class ActingCouncil(Council council) : IAsyncDisposable
{
    public Council Council { get; } = council;
    public Reader Principal { get; private set; } = null!;
    public Reader Director { get; private set; } = null!;
    public Reader Head { get; private set; } = null!;
    public Reader Manager { get; private set; } = null!;
    public Reader Union { get; private set; } = null!;
    public Reader Member { get; private set; } = null!;
    public Reader Hillside { get; private set; } = null!;
    public IReadOnlyList<Reader> Riverside { get; private set; } = [];
    public Id<Team> Team { get; private set; }

    public static async Task<ActingCouncil> On(string engine)
    {
        var one = new ActingCouncil(await Council.On(engine));
        await one.Fill();
        return one;
    }

    public DateOnly Today => Council.Clock.UkToday;

    public IReadOnlyList<string> Letters => [.. Directory.EnumerateFiles(Path.Combine(Council.Data.Path, "outbox"))];

    public ActionPlan Plan(Reader owner, DateOnly? due = null) => new(
        "Give the duty room a door", "", new(SourceKind.SmallThing, "", ""), owner.Account, "",
        due ?? Today.AddDays(14), "", null, Team, "");

    public async Task<AgreedAction> Agreed(Reader owner, DateOnly? due = null, ActionPlan? plan = null) => Council.Good(
        await Council.Ask((ActionKeeping desk) => desk.Agree(plan ?? Plan(owner, due), Principal, default)));

    public Task<T> Ask<TDesk, T>(Func<TDesk, Task<T>> ask) where TDesk : notnull => Council.Ask(ask);

    public Task<ActionView?> Show(Id<AgreedAction> id, Reader reader) => Ask((ActionDesk desk) => desk.Show(id, reader, default));

    public void Pass(int days) => Council.Clock.Pass(TimeSpan.FromDays(days));

    public async ValueTask DisposeAsync() => await Council.DisposeAsync();

    private async Task Fill()
    {
        var rows = Enumerable.Range(1, 16).Select(n => string.Join(
            ',', 1000 + n, $"Worker {n:00}", "", "", n == 1 ? "Team manager" : "Social worker", "Experienced",
            n <= 14 ? "Riverside" : "Hillside", n <= 14 ? "Safeguarding" : "Adults", "1.0", "Permanent", "01/09/2020", ""));
        await Council.Import(ImportKind.Staff, Council.Csv([Extracts.StaffHeader, .. rows]));
        var staff = await Council.Db(db => db.Workers.AsNoTracking().OrderBy(w => w.StaffNumber).ToListAsync());
        Team = await Council.Db(db => db.Teams.Where(t => t.Name == "Riverside").Select(t => t.Id).SingleAsync());
        Principal = await Account("Pat Singh", null, new(Role.PrincipalSocialWorker));
        Director = await Account("Dana Cole", null, new(Role.Director));
        Head = await Account("Hal Moss", null, new(Role.HeadOfService, Service: "Safeguarding"));
        Union = await Account("Ola Reed", null, new(Role.UnionRepresentative));
        Member = await Account("Councillor Pennard", null, new(Role.ElectedMember));
        Manager = await Account(staff[0].Name, staff[0].Id, new(Role.TeamManager, Team));
        var riverside = new List<Reader>();
        foreach (var worker in staff.Skip(1).Take(13)) riverside.Add(await Account(worker.Name, worker.Id, new(Role.Practitioner)));
        Riverside = riverside;
        Hillside = await Account(staff[14].Name, staff[14].Id, new(Role.Practitioner));
    }

    private async Task<Reader> Account(string name, Id<Worker>? worker, Grant grant)
    {
        await Ask(async (AccountDesk desk) =>
        {
            await desk.AddDemoAccount(name, worker, [grant], default);
            return default(Done);
        });
        var id = await Council.Db(db => db.Set<Account>().Where(a => a.Name == name).Select(a => a.Id).SingleAsync());
        return new(name, worker, [grant], id);
    }

    public async Task<(ScrutinyMeeting Meeting, IReadOnlyList<Resolution> Resolutions)> Met(params string[] texts)
    {
        var meeting = Council.Good(await Ask((ScrutinyKeeping desk) => desk.Record("Scrutiny Commission", Today, Principal, default)));
        var taken = new List<Resolution>();
        foreach (var text in texts)
            taken.Add(Council.Good(await Ask((ScrutinyKeeping desk) => desk.Agree(meeting.Id, text, null, Principal, default))));
        return (meeting, taken);
    }
}
