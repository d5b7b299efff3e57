using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Workplace;

/// <summary>Twelve people in Riverside and four in Hillside, with the readers that the tests need.</summary>
internal sealed record Two_units(Council Council, Team Riverside, Team Hillside)
{
    public Reader Manager => new("Pat Singh", null, [new(Role.TeamManager, Riverside.Id)]);
    public Reader OtherManager => new("Ola Reed", null, [new(Role.TeamManager, Hillside.Id)]);
    public static Reader Principal { get; } = new("Sam Cole", null, [new(Role.PrincipalSocialWorker)]);
    public static Reader Union { get; } = new("Mo Bell", null, [new(Role.UnionRepresentative)]);
    public static Reader Staffing { get; } = new("Ros Thwaite", null, [new(Role.HumanResources)]);

    public static async Task<Two_units> On(string engine)
    {
        var council = await Council.On(engine);
        string[] staff =
        [
            "Staff number,Name,Role,Team,Service,FTE,Start",
            .. Enumerable.Range(1, 12).Select(n => $"20{n:D2},Person {(char)('A' + n)},Social worker,Riverside,Safeguarding,1.0,2020-01-01"),
            .. Enumerable.Range(1, 4).Select(n => $"30{n:D2},Hill {(char)('A' + n)},Social worker,Hillside,Safeguarding,{(n == 4 ? "" : "0.5")},2020-01-01"),
        ];
        await council.Import(ImportKind.Staff, Council.Workbook(
            ("Staff", staff),
            ("Absences", ["Staff number,From,To,Category", "2001,2026-09-07,2026-09-18,Sickness", "2002,2026-09-07,2026-09-11,Stress",
                "3001,2026-09-07,2026-09-11,Sickness", "2003,2026-09-07,2026-09-18,Annual leave"])));
        var teams = await council.Db(db => db.Teams.AsNoTracking().ToListAsync());
        return new(council, teams.Single(t => t.Name == "Riverside"), teams.Single(t => t.Name == "Hillside"));
    }
}
