using Fairload.App.HealthCheck.Cycles;
using Fairload.App.HealthCheck.Measures;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.HealthCheck.Cycles;
using Fairload.Core.HealthCheck.Measures;
using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.HealthCheck;

public sealed class Talking_about_a_year
{
    private static readonly Reader Principal = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);
    private static readonly Reader Director = new("Dana Cole", null, [new(Role.Director)]);
    private static readonly Reader Member = new("Cllr Moss", null, [new(Role.ElectedMember)]);
    private static readonly MeasureSaid Hours = new("", new(2025, 10, 1), new(2026, 9, 30), 400, 100, null, null, "Timesheets");

    [Theory, ClassData(typeof(Engines))]
    public async Task Freezes_the_figures_when_the_report_is_begun(string engine)
    {
        await using var council = await Opened(engine);
        Imports.Council.Good(await Enter(council, "extra-hours", Hours, null));
        await Go(council, CycleStep.Reporting);
        var entry = await council.Db(db => db.Set<MeasureEntry>().SingleAsync());
        Imports.Council.Good(await Enter(council, "extra-hours", Hours with { Numerator = 900 }, entry.Id));

        Assert.Equal(4m, (await Figure(council, Principal))!.Council.Value);
        Assert.Contains("its talk is over", Assert.Single(Imports.Council.Refused(await Write(council, "Late"))), StringComparison.Ordinal);
        await Back(council, CycleStep.Talking);
        Assert.Equal(9m, (await Figure(council, Principal))!.Council.Value);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Loses_no_voice_and_hears_a_double_click_once(string engine)
    {
        await using var council = await Opened(engine);
        Imports.Council.Good(await Write(council, "Rooms are missing"));
        var said = new VoiceSaid(VoiceSide.Frontline, Stance.Agrees, "We talk in corridors", council.Clock.UkToday);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(async () => Imports.Council.Good(
            await Hear(council, said with { Says = $"Voice {i % 2}" })))));

        var finding = (await council.Ask((TalkDesk d) => d.Show(2026, 1, Member, default)))!.Value.Finding;
        Assert.Equal(["Voice 0", "Voice 1"], finding.Voices.Select(v => v.Says).Order(StringComparer.Ordinal));
        Assert.Contains("This names Grace Adeyemi", Assert.Single(Imports.Council.Refused(
            await Hear(council, said with { Says = "Grace Adeyemi said so" }))), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Keeps_every_judgement_and_tells_whoever_is_overtaken(string engine)
    {
        await using var council = await Opened(engine);
        var none = new JudgementSaid("", [], "Nothing is written down", "");
        Assert.Contains("after the talk", Assert.Single(Imports.Council.Refused(await Judge(council, none, null))),
            StringComparison.Ordinal);
        await Go(council, CycleStep.Judging);
        var first = Imports.Council.Good(await Judge(council, none, null));
        Assert.Contains("Dana Cole has judged this part meanwhile", Assert.Single(Imports.Council.Refused(
            await Judge(council, none with { Because = "Other" }, null))), StringComparison.Ordinal);
        Imports.Council.Good(await Judge(council, none with { Because = "Other" }, first.Id));

        var before = await council.Ask((JudgementDesk d) => d.Before(first.CycleId, "workload", Member, default));
        Assert.Equal(["Other", "Nothing is written down"], before.Select(j => j.Because));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Shows_members_what_was_found_and_no_figure_that_was_not_let_out(string engine)
    {
        await using var council = await Opened(engine);
        Imports.Council.Good(await Write(council, "Rooms are missing"));

        var view = (await council.Ask((CycleDesk d) => d.Show(2026, Member, default)))!;

        Assert.Equal("Rooms are missing", view.Part("workload")!.Findings.Single().Says);
        Assert.All(view.Parts, p => Assert.Empty(p.Measures));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => council.Ask((MeasureDesk d) => d.All(null, Member, default)));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
            council.Ask((CycleDesk d) => d.Go(2026, CycleStep.Gathering, "", 1, Director, default)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Takes_figures_from_a_sheet_and_gives_them_back(string engine)
    {
        await using var council = await Opened(engine);
        Imports.Council.Good(await Enter(council, "extra-hours", Hours, null));
        var before = await council.Dump();
        var sheet = Imports.Council.Csv(
            "Measure,Service,From,To,Above the line,Below the line,In place,Who will know,Will know by",
            "extra-hours,,01/10/2025,30/09/2026,500,100,,,", "partner-feedback,,,30/09/2026,,,,Head of quality,01/12/2026",
            "no-such,,,30/09/2026,1,2,,,", "turnover,Moon,,30/09/2026,1,2,,,", "vacancy-rate,,,30/09/2026,3,2,,,",
            "allocation-policy,,,30/09/2026,,,maybe,,", "extra-hours,,01/10/2025,30/09/2026,600,100,,,");
        var did = await council.Import(ImportKind.Measures, sheet);

        Assert.Equal((1, 1, 5), (did.Added, did.Changed, did.Problems.Count));
        Assert.Equal(5m, (await Figure(council, Principal))!.Council.Value);
        Assert.Equal((0, 0, 2), await Again());
        Imports.Council.Good(await council.Undo());
        Imports.Council.Good(await council.Undo());
        Assert.Equal(before, await council.Dump());

        async Task<(int, int, int)> Again()
        {
            var again = await council.Import(ImportKind.Measures, sheet);
            return (again.Added, again.Changed, again.Unchanged);
        }
    }

    private static async Task<Imports.Council> Opened(string engine)
    {
        var council = await Imports.Council.On(engine);
        await council.Import(ImportKind.Staff, Extracts.Staff, "2026-11-07");
        Imports.Council.Good(await council.Ask((CycleDesk d) => d.Begin(
            2026, "five-areas-2009", new(2025, 10, 1), new(2026, 9, 30), Principal, default)));
        return council;
    }

    private static async Task Go(Imports.Council council, CycleStep to)
    {
        while ((await council.Ask((CycleDesk d) => d.Show(2026, Principal, default)))!.Cycle is { } now && now.Step < to)
        {
            Imports.Council.Good(await council.Ask((CycleDesk d) => d.Go(
                2026, now.Step + 1, "It stays open", now.Version, Principal, default)));
        }
    }

    private static async Task Back(Imports.Council council, CycleStep to)
    {
        var now = (await council.Ask((CycleDesk d) => d.Show(2026, Principal, default)))!.Cycle;
        Imports.Council.Good(await council.Ask((CycleDesk d) => d.Go(2026, to, "A figure was wrong", now.Version, Principal, default)));
    }

    private static async Task<MeasureReading?> Figure(Imports.Council council, Reader reader) =>
        (await council.Ask((CycleDesk d) => d.Show(2026, reader, default)))!.Part("workload")!.Measures.Single(m =>
            m.Card.Code == "extra-hours");

    private static Task<Result<MeasureEntry>> Enter(Imports.Council council, string code, MeasureSaid said, Id<MeasureEntry>? seen) =>
        council.Ask((MeasureDesk d) => d.Enter(code, said, seen, Principal, default));

    private static Task<Result<Finding>> Write(Imports.Council council, string says) => council.Ask((TalkDesk d) => d.Write(
        2026, null, new(FindingKind.Concern, "workload", ["extra-hours"], "", says, "", ""), 0, Principal, default));

    private static Task<Result<Finding>> Hear(Imports.Council council, VoiceSaid said) =>
        council.Ask((TalkDesk d) => d.Hear(2026, 1, said, Principal, default));

    private static Task<Result<Judgement>> Judge(Imports.Council council, JudgementSaid said, Id<Judgement>? seen) =>
        council.Ask((JudgementDesk d) => d.Judge(2026, "workload", said, seen, Director, default));
}
