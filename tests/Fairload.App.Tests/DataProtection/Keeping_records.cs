using Fairload.App.Caseload;
using Fairload.App.DataProtection;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.DataProtection;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.DataProtection;

public sealed class Keeping_records
{
    private static readonly Reader Officer = new("Dee Peo", null, [new(Role.Administrator)]);

    [Theory, ClassData(typeof(Engines))]
    public async Task Deletes_what_was_kept_long_enough_and_logs_counts_alone(string engine)
    {
        await using var council = await Council(engine);
        var before = await Show(council);
        Assert.Equal((1, 1), (Kind(before, RecordKind.Absences).Due, Kind(before, RecordKind.CaseNames).Due));
        Assert.False(before.IsOn);
        Assert.Equal(0, await Tend(council));
        Assert.Equal(3, await council.Db(db => db.Absences.CountAsync()));

        await council.Ask(async (RetentionDesk desk) =>
        {
            await desk.Begin(Officer, default);
            return default(Done);
        });

        var after = await Show(council);
        Assert.True(after.IsOn);
        Assert.All(after.Kinds, k => Assert.Equal(0, k.Due));
        Assert.Equal(2, await council.Db(db => db.Absences.CountAsync()));
        Assert.Equal("Deleted", await council.Db(db => db.Cases.Where(c => c.ClosedOn != null).Select(c => c.Reference).SingleAsync()));
        Assert.Equal([RecordKind.Absences, RecordKind.CaseNames], after.Log.Select(l => l.Kind).Order());
        Assert.All(after.Log, l => Assert.Equal((1, "Dee Peo"), (l.Deleted, l.DeletedBy)));
        Assert.Equal(1, await council.Db(db => db.Set<AuditEntry>()
            .CountAsync(e => e.Action == AuditAction.RecordsDeleted && e.Detail == "2")));
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_stopped_by_a_legal_hold_which_says_so(string engine)
    {
        await using var council = await Council(engine);
        async Task<Result<Done>> Hold(string what, string reason) =>
            await council.Ask((RetentionDesk desk) => desk.Hold(what, reason, Officer, default));
        Imports.Council.Good(await Hold("1001", "An inquiry has asked"));
        Imports.Council.Good(await Hold("R-9", "A claim"));
        Imports.Council.Good(await Hold("R-9", "The same once more"));
        Assert.Contains("Enter the staff number", Assert.Single(Imports.Council.Refused(await Hold("nobody", "x"))),
            StringComparison.Ordinal);
        Assert.Contains("Say why nothing may be deleted", Assert.Single(Imports.Council.Refused(await Hold("1002", " "))),
            StringComparison.Ordinal);

        var view = await Show(council);
        Assert.Equal((0, 1, 0, 1), (Kind(view, RecordKind.Absences).Due, Kind(view, RecordKind.Absences).HeldBack,
            Kind(view, RecordKind.CaseNames).Due, Kind(view, RecordKind.CaseNames).HeldBack));
        await council.Ask(async (RetentionDesk desk) =>
        {
            await desk.Begin(Officer, default);
            return default(Done);
        });
        Assert.Equal(3, await council.Db(db => db.Absences.CountAsync()));
        Assert.Equal(1, await council.Db(db => db.Cases.CountAsync(c => c.Reference == "R-9")));
        Assert.Equal(2, view.Holds.Count);

        foreach (var hold in view.Holds)
            Imports.Council.Good(await council.Ask((RetentionDesk desk) => desk.Lift(hold.Hold.Id, Officer, default)));
        Assert.Contains("lifted already", Assert.Single(Imports.Council.Refused(
            await council.Ask((RetentionDesk desk) => desk.Lift(view.Holds[0].Hold.Id, Officer, default)))), StringComparison.Ordinal);
        council.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal(2, await Tend(council));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_done_once_a_day_and_waits_for_somebody_when_the_clock_leaps(string engine)
    {
        await using var council = await Council(engine);
        await council.Ask(async (RetentionDesk desk) =>
        {
            await desk.Begin(Officer, default);
            return default(Done);
        });
        Assert.Equal(0, await Tend(council));
        council.Clock.Pass(TimeSpan.FromDays(3653));
        Assert.True(Kind(await Show(council), RecordKind.Absences).Due > 0);

        Assert.Equal(0, await Tend(council));

        var view = await Show(council);
        Assert.False(view.IsOn);
        Assert.True(Kind(view, RecordKind.Absences).Due > 0);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_as_long_as_the_council_says_and_changed_by_one_at_a_time(string engine)
    {
        await using var council = await Council(engine);
        Task<Result<Done>> Agree(int? months, string reason, int version) =>
            council.Ask((RetentionDesk desk) => desk.Agree(RecordKind.Absences, months, reason, version, Officer, default));
        Assert.Equal(2, Imports.Council.Refused(await Agree(0, "", 0)).Count);
        Imports.Council.Good(await Agree(120, "The council's schedule, line 12", 0));
        Assert.Contains("Somebody else has changed", Assert.Single(Imports.Council.Refused(await Agree(1, "Mine", 0))),
            StringComparison.Ordinal);

        var rule = Kind(await Show(council), RecordKind.Absences);
        Assert.Equal((120, "The council's schedule, line 12", "Dee Peo", 0),
            (rule.Rule.Months, rule.Rule.Reason, rule.Rule.AgreedBy, rule.Due));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => council.Ask((RetentionDesk desk) => desk.Show(new("A director", null, [new(Role.Director)]), default)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Takes_the_name_of_a_restricted_case_with_it(string engine)
    {
        await using var council = await Council(engine);
        var (id, at) = (await council.Case("R-9"), council.Clock.GetUtcNow().UtcDateTime);
        var account = Imports.Council.Good(Account.Open("psw@example.gov.uk", "P", null, at));
        await council.Db(db => db.Change(
            async () =>
            {
                db.Add(account);
                await db.SaveChangesAsync();
                return default(Done);
            },
            default));
        var psw = new Reader("P", null, [new(Role.PrincipalSocialWorker)], account.Id);
        Imports.Council.Good(await council.Ask((RestrictedDesk desk) =>
            desk.Restrict(id, new(RestrictionKind.Adoption, "As decided", [], 0), psw, default)));
        await council.Ask(async (RetentionDesk desk) =>
        {
            await desk.Begin(Officer, default);
            return default(Done);
        });

        Assert.Equal(0, await council.Db(db => db.Set<RestrictedCase>().CountAsync()));
        Assert.Equal("Deleted", (await council.Ask((CaseDesk desk) => desk.Case(id, psw, default)))!.Case.Reference);
    }

    /// <summary>Grace was away five years ago, last year and is now; one case was closed eight years ago.</summary>
    private static async Task<Council> Council(string engine)
    {
        var council = await Imports.Council.On(engine);
        await council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-07");
        await council.Import(ImportKind.Cases, Imports.Council.Csv(Extracts.CaseHeader,
            "R-1,child protection,Children,01/03/2026,,,Riverside,Grace Adeyemi,05/03/2026,",
            "R-9,child in need,Children,01/03/2018,01/09/2018,done,Riverside,Grace Adeyemi,05/03/2018,"), "2026-11-07");
        await council.Db(db => db.Change(
            async () =>
            {
                var grace = await db.Workers.Where(w => w.StaffNumber == "1001").Select(w => w.Id).SingleAsync();
                db.AddRange(
                    new Absence(Id<Absence>.New(), grace, new(2021, 1, 4), new(2021, 2, 5), "sickness", null),
                    new Absence(Id<Absence>.New(), grace, new(2025, 1, 6), new(2025, 1, 10), "sickness", null),
                    new Absence(Id<Absence>.New(), grace, new(2026, 11, 2), null, "sickness", null));
                return default(Done);
            },
            default));
        return council;
    }

    private static Task<RetentionView> Show(Council council) => council.Ask((RetentionDesk desk) => desk.Show(Officer, default));

    private static Task<int> Tend(Council council) => council.Ask((RetentionDesk desk) => desk.Tend(default));

    private static KindKept Kind(RetentionView view, RecordKind kind) => view.Kinds.Single(k => k.Rule.Kind == kind);
}
