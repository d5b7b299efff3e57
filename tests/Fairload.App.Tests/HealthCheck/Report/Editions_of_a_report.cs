using Fairload.App.Audit;
using Fairload.App.HealthCheck.Cycles;
using Fairload.App.HealthCheck.Report;
using Fairload.Core.Access;
using Fairload.Core.Disclosure;
using Fairload.Core.HealthCheck.Cycles;
using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Surveys.Results;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.HealthCheck.Report;

public sealed class Editions_of_a_report
{
    private static readonly Reader Principal = new("Pat Kerr", null, [new(Role.PrincipalSocialWorker)]);
    private static readonly Reader Other = new("Bo Day", null, [new(Role.PrincipalSocialWorker)]);
    private static readonly Reader Director = new("Dana Cole", null, [new(Role.Director)]);
    private static readonly Reader Member = new("Cllr Ray", null, [new(Role.ElectedMember)]);
    private static readonly Reader Practitioner = new("Tom Bevan", null, [new(Role.Practitioner)]);
    private static readonly PublicationForm Now = new(Edition.Public, "The council resolved it.", "At two forums.", null, null);

    [Theory, ClassData(typeof(Engines))]
    public async Task Have_sentences_that_two_people_write_without_losing_one_anothers(string engine)
    {
        var office = await Office.On(engine);
        Assert.Null(await office.Reports(d => d.Show(2025, Edition.Members, "en", Principal, default)));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
            office.Reports(d => d.Show(2026, Edition.Members, "en", Director, default)));
        Good(await office.Reports(d => d.Write(2026, Edition.Members, "en", "better", "Supervision is held more often.", 0, Principal,
            default)));
        Assert.StartsWith("Pat Kerr has changed this sentence meanwhile", Refused(await office.Reports(
            d => d.Write(2026, Edition.Members, "en", "better", "Much better.", 0, Other, default))), StringComparison.Ordinal);
        Assert.Null(await office.Reports(d => d.Write(2026, Edition.Members, "en", "nowhere", "Text.", 0, Other, default)));

        var view = (await office.Reports(d => d.Show(2026, Edition.Members, "en", Principal, default)))!;
        Assert.Equal("Supervision is held more often.", view.Report.Sentences["better"]);
        var sentence = view.Sentences.Single(s => s.Slot == "better");
        Assert.Equal((1, false, "Pat Kerr"), (sentence.Version, sentence.HasMoved, sentence.Edited!.WrittenBy));
        Assert.NotNull(view.ReadingAge);
        Assert.DoesNotContain("more often", (await office.Reports(d =>
            d.Show(2026, Edition.Members, "cy", Principal, default)))!.Report.Sentences["better"], StringComparison.Ordinal);

        office.Report = (edition, language) => Moved(MadeUpReport.Of(edition, language));
        Assert.True((await office.Reports(d => d.Sentence(2026, Edition.Members, "en", "better", Principal, default)))!.HasMoved);
        Good(await office.Reports(d => d.SetBack(2026, Edition.Members, "en", "better", 1, Other, default)));
        Assert.Equal("Now it says so.", (await office.Reports(d =>
            d.Sentence(2026, Edition.Members, "en", "better", Principal, default)))!.Text);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Are_frozen_once_by_what_they_hold_and_can_not_be_changed(string engine)
    {
        var office = await Office.On(engine);
        var first = Good(await office.Editions(d => d.Freeze(2026, Edition.Public, "en", Principal, default)));
        Assert.Equal(first.Id, Good(await office.Editions(d => d.Freeze(2026, Edition.Public, "en", Other, default))).Id);
        Assert.Equal(ReportJson.Hash(first.Document), first.Hash);
        await using (var db = office.Store.Open())
        {
            foreach (var sql in new[] { "update frozen_edition set document = '{}'", "delete from frozen_edition" })
                await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync(sql));
        }

        office.Report = (edition, language) => edition == Edition.Internal ? Moved(MadeUpReport.Of(Edition.Public, language))
            : MadeUpReport.Of(edition, language);
        Assert.StartsWith("This edition says what a finer one does not: held / Adults / 2026",
            Refused(await office.Editions(d => d.Freeze(2026, Edition.Members, "en", Principal, default))), StringComparison.Ordinal);
        office.Report = (edition, language) => MadeUpReport.Of(edition, language) with { Council = "" };
        Assert.Contains("needs a title", Refused(await office.Editions(d => d.Freeze(2026, Edition.Internal, "en", Principal, default))),
            StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Are_published_by_somebody_after_the_audit_and_the_embargo_and_withdrawn_with_a_reason(string engine)
    {
        var office = await Office.On(engine);
        var frozen = Good(await office.Editions(d => d.Freeze(2026, Edition.Public, "en", Principal, default)));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => office.Editions(d => d.Decide(2026, frozen.Id, Now, Member, default)));
        Assert.StartsWith("Nothing was published: the audit",
            Refused(await office.Editions(d => d.Decide(2026, frozen.Id, Now, Director, default))), StringComparison.Ordinal);
        await office.Audit();

        // British summer time: nine o'clock there is eight here.
        var published = Good(await office.Editions(d => d.Decide(2026, frozen.Id, Now with { Day = new(2026, 4, 20), Time = new(9, 0) },
            Director, default)));
        Assert.Equal(new DateTime(2026, 4, 20, 8, 0, 0, DateTimeKind.Utc), published.EmbargoUntil);
        Assert.Null(await office.Published(d => d.Find(2026, "en", default)));
        Assert.Empty(await office.Published(d => d.All(default)));
        Assert.Null(await office.Editions(d => d.One(2026, frozen.Id, Member, default)));
        office.Clock.Pass(new DateTimeOffset(2026, 4, 20, 8, 0, 0, TimeSpan.Zero) - office.Clock.GetUtcNow());
        Assert.Equal("Health check 2026", (await office.Published(d => d.Find(2026, "en", default)))!.Report!.Title);
        Assert.NotNull(await office.Editions(d => d.One(2026, frozen.Id, Member, default)));
        Assert.Null(await office.Published(d => d.Find(2026, "cy", default)));

        Assert.Contains("why it is withdrawn", Refused(await office.Editions(d => d.Withdraw(frozen.Id, published.Id, "", Director, default))),
            StringComparison.Ordinal);
        Good(await office.Editions(d => d.Withdraw(frozen.Id, published.Id, "A figure was wrong.", Director, default)));
        var gone = (await office.Published(d => d.Find(2026, "en", default)))!;
        Assert.Equal((null, "A figure was wrong."), (gone.Report, gone.Publication.WithdrawnBecause));
        Assert.Equal("A figure was wrong.", Assert.Single(await office.Published(d => d.All(default))).Publication.WithdrawnBecause);
        await using var db = office.Store.Open();
        foreach (var sql in new[] { "update publication set why = 'x'", "update publication set withdrawn_because = 'x'",
            "delete from publication" })
        {
            await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync(sql));
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Are_read_by_those_for_whom_they_are_and_leave_out_what_a_person_claims_exempt(string engine)
    {
        var office = await Office.On(engine);
        await office.Audit();
        Assert.Contains("Choose the part", Refused(await office.Editions(d =>
            d.Claim(2026, "nowhere", "Section 40", "It tells of a person.", "Ann Lee", Director, default))), StringComparison.Ordinal);
        var claim = Good(await office.Editions(d => d.Claim(2026, "teams", "Section 40", "It tells of a person.", "Ann Lee", Director,
            default)));
        Assert.Contains("already", Refused(await office.Editions(d =>
            d.Claim(2026, "teams", "Section 41", "Again.", "Ann Lee", Director, default))), StringComparison.Ordinal);

        var staff = Good(await office.Editions(d => d.Freeze(2026, Edition.Internal, "en", Principal, default)));
        var members = Good(await office.Editions(d => d.Freeze(2026, Edition.Members, "en", Principal, default)));
        Assert.Equal("Ann Lee", ReportJson.Read(members).Parts.Single(p => p.Code == "teams").Exempt!.ClaimedBy);
        Good(await office.Editions(d => d.Decide(2026, staff.Id, Now with { Level = Edition.Internal }, Director, default)));
        Good(await office.Editions(d => d.Decide(2026, members.Id, Now with { Level = Edition.Members }, Director, default)));
        Assert.Equal([members.Id], (await office.Editions(d => d.Show(2026, Member, default)))!.Editions.Select(e => e.Id));
        Assert.Equal([staff.Id, members.Id], (await office.Editions(d => d.Show(2026, Practitioner, default)))!.Editions.Select(e => e.Id));
        Assert.Empty((await office.Editions(d => d.Show(2026, Member, default)))!.Claims);
        Assert.Single((await office.Editions(d => d.Show(2026, Director, default)))!.Claims);
        Assert.Null(await office.Published(d => d.Find(2026, "en", default)));
        Good(await office.Editions(d => d.GiveUp(2026, claim.Id, Director, default)));
        Assert.Contains("given up already", Refused(await office.Editions(d => d.GiveUp(2026, claim.Id, Director, default))),
            StringComparison.Ordinal);
    }

    private static ReportDocument Moved(ReportDocument report) =>
        report.With(new Dictionary<string, string> { ["better"] = "Now it says so." });

    private static T Good<T>(Result<T>? result) where T : notnull
    {
        IReadOnlyList<Problem>? problems = null;
        Assert.True(result!.Value.Try(out var value, out problems), string.Join('\n', problems ?? []));
        return value!;
    }

    private static string Refused<T>(Result<T>? result) where T : notnull
    {
        Assert.False(result!.Value.Try(out _, out var problems));
        return Assert.Single(problems).Message;
    }

    private sealed class Office(TestStore store)
    {
        public TestStore Store { get; } = store;
        public StoppedClock Clock { get; } = StoppedClock.At(2026, 4, 2);
        public Func<Edition, string, ReportDocument> Report { get; set; } = MadeUpReport.Of;

        public static async Task<Office> On(string engine)
        {
            var office = new Office(await Engines.Fresh(engine));
            await using var db = office.Store.Open();
            db.Add(Good<Cycle>(Cycle.Open(2026, "five-areas-2009", new(2025, 4, 1), new(2026, 3, 31), "Pat Kerr", new(2026, 4, 1))));
            await db.SaveChangesAsync();
            return office;
        }

        public async Task Audit()
        {
            await using var db = Store.Open();
            db.Add(new LedgerAudit(Id<LedgerAudit>.New(), Clock.GetUtcNow().UtcDateTime, Clock.UkToday, "Pat Kerr", 0, 0, 0, ""));
            await db.SaveChangesAsync();
        }

        public async Task<T> Reports<T>(Func<ReportDesk, Task<T>> ask)
        {
            await using var db = Store.Open();
            return await ask(new(db, Source(db), new AuditTrail(db, Clock), Clock));
        }

        public async Task<T> Editions<T>(Func<EditionDesk, Task<T>> ask)
        {
            await using var db = Store.Open();
            var (source, audit) = (Source(db), new AuditTrail(db, Clock));
            return await ask(new(db, new ReportDesk(db, source, audit, Clock), source, audit, Clock));
        }

        public async Task<T> Published<T>(Func<PublishedDesk, Task<T>> ask)
        {
            await using var db = Store.Open();
            return await ask(new(db, Clock));
        }

        private ReportSource Source(FairloadDb db) => new(
            db, new PublicationState(db), (year, edition, language, _, _) =>
                Task.FromResult<ReportDocument?>(year == 2026 ? Report(edition, language) : null));
    }
}
