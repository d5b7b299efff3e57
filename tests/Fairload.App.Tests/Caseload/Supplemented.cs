using Fairload.App.Caseload;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;

namespace Fairload.App.Tests.Caseload;

/// <summary>The council in which something is entered about cases: Grace and Tom in Riverside, Ngozi in Hillside, Olu has left.</summary>
internal static class Supplemented
{
    public static async Task<Council> Filled(string engine, params string[] cases)
    {
        var council = await Council.On(engine);
        await council.Import(
            ImportKind.Staff,
            Council.Csv(
                Extracts.StaffHeader,
                "1001,Grace Adeyemi,,SW10001,Social worker,Experienced,Riverside,Safeguarding,1.0,Permanent,01/09/2020,",
                "1002,Tom Bevan,,SW10002,Social worker,Experienced,Riverside,Safeguarding,0.8,Permanent,01/09/2021,",
                "1003,Ngozi Okafor,,SW10003,Social worker,Experienced,Hillside,Safeguarding,1.0,Permanent,01/02/2019,",
                "1004,Olu Left,,SW10004,Social worker,Experienced,Riverside,Safeguarding,1.0,Permanent,01/02/2019,01/10/2026"),
            "2026-11-07");
        await council.Import(ImportKind.Cases, Council.Csv([Extracts.CaseHeader, .. cases]), "2026-11-07");
        return council;
    }

    public static async Task Restrict(Council council, string reference)
    {
        var (id, account) = (await council.Case(reference), Council.Good(
            Account.Open("psw@example.gov.uk", "Pat", null, council.Clock.GetUtcNow().UtcDateTime)));
        await council.Db(db => db.Change(
            () =>
            {
                db.Add(account);
                return Task.FromResult(default(Done));
            },
            default));
        var reader = new Reader("Pat", null, [new(Role.PrincipalSocialWorker)], account.Id);
        Council.Good(await council.Ask((RestrictedDesk desk) =>
            desk.Restrict(id, new(RestrictionKind.StaffRelative, "A relative of staff", [], 0), reader, default)));
    }
}
