using System.Text.Json;
using Fairload.App.Caseload;
using Fairload.App.Disclosure;
using Fairload.App.HealthCheck;
using Fairload.App.HealthCheck.Cycles;
using Fairload.App.HealthCheck.Measures;
using Fairload.App.HealthCheck.Report;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.HealthCheck.Cycles;
using Fairload.Core.HealthCheck.Measures;
using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Surveys.Results;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Demo;

/// <summary>Last year's health check, finished and published, and this year's, in the middle of its conversation.</summary>
internal sealed class DemoHealthCheck(DemoDesks desks, DemoReaders people, MovedClock clock)
{
    private const string Framework = "five-areas-2009";
    private const string Open = "Left open in the first year; the owner will say by spring.";
    private const long StepsOfTheAudit = 50_000_000;

    /// <summary>What last year's figures were, in hundred of this year's: no year is like another.</summary>
    private const int Least = 78;

    private const int Most = 126;

    public async Task Hold(DemoCouncil council, CancellationToken stop)
    {
        var (today, director) = (council.Today, Director(council));
        clock.MoveTo(today);
        await LastYear(council, today.AddYears(-1), director, stop);
        await ThisYear(today, stop);
    }

    private async Task LastYear(DemoCouncil council, DateOnly end, Reader director, CancellationToken stop)
    {
        var year = end.Year;
        clock.MoveTo(end);
        (await desks.Ask((CycleDesk d) => d.Begin(year, Framework, end.AddYears(-1).AddDays(1), end, people.Principal, stop))).OfTheDemo();
        await Talk(year, DemoTalk.LastYear, end, stop);
        await Go(year, CycleStep.Judging, stop);
        foreach (var part in ShippedFrameworks.Ladder.Parts) await Judge(year, part.Part, director, stop);
        await Go(year, CycleStep.Reporting, stop);
        await AsItWas(year, new Random(council.Seed ^ year), stop);
        await Publish(year, director, stop);
        await Go(year, CycleStep.Compared, stop);
    }

    private async Task ThisYear(DateOnly today, CancellationToken stop)
    {
        clock.MoveTo(today);
        var year = today.Year;
        (await desks.Ask((CycleDesk d) => d.Begin(year, Framework, today.AddYears(-1).AddDays(1), today, people.Principal, stop)))
            .OfTheDemo();
        await Enter("extra-hours", new("", today.AddMonths(-6), today, 1_412, 318.4m, null, null, "From the timesheets of both services."),
            stop);
        await Enter("allocation-policy", new("", null, today, null, null, null, InPlace.Partly,
            "Policy of March; not yet talked over with the hospital team."), stop);
        await Enter("partner-feedback", new("", null, today, null, null, null, null, "", "The head of quality", today.AddDays(25)), stop);
        await Enter("system-failures", new("", null, today, null, null, null, null, "", "The head of digital services", today.AddDays(11)),
            stop);
        await Talk(year, DemoTalk.ThisYear, today, stop);
    }

    private async Task Enter(string code, MeasureSaid said, CancellationToken stop) =>
        (await desks.Ask((MeasureDesk d) => d.Enter(code, said, null, people.Principal, stop))).OfTheDemo();

    private async Task Talk(int year, DemoTalk talk, DateOnly day, CancellationToken stop)
    {
        await Go(year, CycleStep.Talking, stop);
        foreach (var (finding, at) in talk.Findings.Select((f, at) => (f, at)))
        {
            (await desks.Ask((TalkDesk d) => d.Write(year, null, finding.Said, 0, people.Principal, stop))).OfTheDemo();
            foreach (var (side, stance, says) in finding.Voices)
            {
                var voice = new VoiceSaid(side, stance, says, day.AddDays(-3 - at));
                (await desks.Ask((TalkDesk d) => d.Hear(year, at + 1, voice, people.Principal, stop))).OfTheDemo();
            }
        }

        foreach (var (daysAgo, forum) in talk.Forums)
            (await desks.Ask((TalkDesk d) => d.Hold(year, forum with { On = day.AddDays(-daysAgo) }, people.Principal, stop))).OfTheDemo();
    }

    private async Task Go(int year, CycleStep to, CancellationToken stop)
    {
        while ((await desks.Ask((CycleDesk d) => d.Show(year, people.Principal, stop)))!.Cycle is { } now && now.Step < to)
            (await desks.Ask((CycleDesk d) => d.Go(year, now.Step + 1, Open, now.Version, people.Principal, stop))).OfTheDemo();
    }

    private async Task Judge(int year, string part, Reader director, CancellationToken stop)
    {
        var rung = ShippedFrameworks.Ladder.Part(part)!.Steps[part is "tools" ? 0 : 1];
        var said = new JudgementSaid(
            rung.Step, [.. rung.Evidence.Select(_ => "Seen in the evidence room, and shown to the union.")],
            "Talked over in the forums and with managers; staff would put it no higher.", "It is fair, and it must not stay here.");
        (await desks.Ask((JudgementDesk d) => d.Judge(year, part, said, null, director, stop))).OfTheDemo();
    }

    /// <summary>The demo holds one year's records, so the figures frozen with the year before are made up from this year's.</summary>
    private Task<Done> AsItWas(int year, Random dice, CancellationToken stop) => desks.Ask((FairloadDb db) => db.Change(
        async () =>
        {
            var frozen = await db.Set<FrozenFigures>().SingleAsync(f => db.Set<Cycle>().Any(c => c.Id == f.CycleId && c.Year == year),
                stop);
            var figures = JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<MeasureFigure>>>(
                frozen.Document, ReferenceDocuments.Json)!;
            var was = figures.ToDictionary(f => f.Key, f => f.Value.Select(one => Was(one, dice)).ToList());
            db.Entry(frozen).CurrentValues[nameof(FrozenFigures.Document)] = JsonSerializer.Serialize(was, ReferenceDocuments.Json);
            return default(Done);
        },
        stop));

    private static MeasureFigure Was(MeasureFigure figure, Random dice)
    {
        if (figure is not { State: FigureState.Known, Value: { } value, Release: "" }) return figure;
        var part = dice.Next(Least, Most) / 100m;
        if (figure is { Numerator: { } of, Denominator: { } whole })
        {
            var was = Math.Min(decimal.Round(of * part), value <= 100 && of <= whole ? whole : decimal.MaxValue);
            return figure with { Numerator = was, Value = of == 0 ? value : value * was / of };
        }

        return figure with { Value = decimal.Round(value * part) };
    }

    /// <summary>All three editions in English and the public one in Welsh, each decided on by the director.</summary>
    private async Task Publish(int year, Reader director, CancellationToken stop)
    {
        (await desks.Ask((DisclosureDesk d) => d.AuditAll(StepsOfTheAudit, people.Principal, stop))).OfTheDemo();
        foreach (var (edition, language) in new[]
        {
            (Edition.Internal, ReportDocument.English), (Edition.Members, ReportDocument.English), (Edition.Public, ReportDocument.English),
            (Edition.Public, ReportDocument.Welsh),
        })
        {
            var frozen = await desks.Ask((EditionDesk d) => d.Freeze(year, edition, language, people.Principal, stop))
                ?? throw new InvalidOperationException("The demo has no report to freeze.");
            var form = new PublicationForm(
                edition, "Promised to staff and members when the check was opened.", "In two forums, and by the joint committee.", null,
                null);
            _ = await desks.Ask((EditionDesk d) => d.Decide(year, frozen.OfTheDemo().Id, form, director, stop))
                ?? throw new InvalidOperationException("The demo has nothing to publish.");
        }
    }

    private static Reader Director(DemoCouncil council) =>
        new(council.People.Single(p => p.Role == Role.Director).Name, null, [new(Role.Director)]);
}
