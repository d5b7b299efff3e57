using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Surveys.Results;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.HealthCheck.Report;

/// <summary>Editions that are frozen, who decided to publish which for whom, and which exemptions people claim. The program gives no
/// verdict on any of it.</summary>
public sealed class EditionDesk(FairloadDb db, ReportDesk reports, ReportSource source, AuditTrail audit, TimeProvider clock)
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>Null where there is no health check of that year.</summary>
    public async Task<EditionsView?> Show(int year, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeHealthCheck);
        if (await source.CycleOf(year, stop) is not { } cycle) return null;
        var (edits, decides) = (reader.May(Permission.EditReport), reader.May(Permission.DecidePublication));
        var lines = (await Lines(f => f.CycleId == cycle, stop)).Where(l => Sees(l, reader)).ToList();
        if (!edits && !decides) return new(year, lines, [], [], false, false, Now);
        var claims = await db.Set<ExemptionClaim>().AsNoTracking().Where(c => c.CycleId == cycle).ToListAsync(stop);
        var report = await source.Make(year, Edition.Internal, ReportDocument.English, reader, stop);
        return new(year, lines, [.. claims.OrderByDescending(c => c.ClaimedOn).ThenBy(c => c.Part)],
            [.. (report?.Parts ?? []).Select(p => KeyValuePair.Create(p.Code, p.Title))], edits, decides, Now);
    }

    /// <summary>Null where there is none that this reader may read.</summary>
    public async Task<FrozenView?> One(int year, Id<FrozenEdition> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeHealthCheck);
        if (await db.Set<FrozenEdition>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id && f.Year == year, stop) is not { } frozen)
        {
            return null;
        }

        var line = (await Lines(f => f.Id == id, stop))[0];
        return Sees(line, reader) ? new(line, ReportJson.Read(frozen), reader.May(Permission.DecidePublication), Now) : null;
    }

    /// <summary>Keeps an edition as it stands now. The same once more is the one that there is. Null where there is no report.</summary>
    public async Task<Result<FrozenEdition>?> Freeze(int year, Edition edition, string language, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.EditReport);
        if (await reports.Read(year, edition, language, reader, stop) is not { } view) return null;
        if (view.Faults.Count > 0) return view.Faults.ToList();
        for (var finer = Edition.Internal; finer < edition; finer++)
        {
            if (await source.Make(year, finer, language, reader, stop) is not { } other) continue;
            if (EditionsCompared.OnlyIn(view.Report, other) is [var first, ..])
                return new Problem("", $"This edition says what a finer one does not: {first}. Nothing was frozen; tell whoever looks after the program");
        }

        return await Keep(year, view.CycleId, view.Report, reader, stop);
    }

    /// <summary>Keeps a report that was checked.</summary>
    internal Task<Result<FrozenEdition>> Keep(int year, Guid cycle, ReportDocument report, Reader reader, CancellationToken stop)
    {
        var text = ReportJson.Write(report);
        var hash = ReportJson.Hash(text);
        return db.Change<Result<FrozenEdition>>(
            async () =>
            {
                await OneAtATime.Wait(db, "frozen edition", stop);
                if (await db.Set<FrozenEdition>().AsNoTracking().SingleOrDefaultAsync(f => f.CycleId == cycle && f.Hash == hash,
                    stop) is { } same)
                {
                    return same;
                }

                var frozen = new FrozenEdition(Id<FrozenEdition>.New(), cycle, year, report.Edition, report.Language, hash, text,
                    reader.Name, Now);
                db.Add(frozen);
                await audit.Note(reader, AuditAction.HealthCheckChanged, "frozen edition", frozen.Id.ToString(),
                    $"{year}/{report.Edition}/{report.Language}", stop);
                return frozen;
            },
            stop);
    }

    /// <summary>Null where there is no such edition.</summary>
    public async Task<Result<Publication>?> Decide(int year, Id<FrozenEdition> id, PublicationForm form, Reader reader,
        CancellationToken stop)
    {
        reader.Demand(Permission.DecidePublication);
        if (await db.Set<FrozenEdition>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id && f.Year == year, stop) is not { } frozen)
        {
            return null;
        }

        if (form.Level is not { } level) return new Problem("Level", $"Choose for whom it is published");
        if (form is { Day: null, Time: not null })
        {
            return new Problem("Embargo", $"Enter the day on which the embargo ends, or leave the time empty too");
        }

        var isProved = await source.IsProved(stop);
        var asked = new PublicationAsked(level, form.Why, form.Consulted, form.Day is { } day ? Ends(day, form.Time ?? TimeOnly.MinValue)
            : null);
        var decided = Publication.Decide(frozen, asked, isProved, reader.Name, Now);
        if (!decided.Try(out var publication, out _)) return decided;
        return await db.Change<Result<Publication>>(
            async () =>
            {
                db.Add(publication);
                await audit.Note(reader, AuditAction.HealthCheckChanged, "publication", publication.Id.ToString(), $"{frozen.Id} {level}",
                    stop);
                return publication;
            },
            stop);
    }

    /// <summary>Null where there is no such publication of that edition.</summary>
    public async Task<Result<Publication>?> Withdraw(
        Id<FrozenEdition> id, Id<Publication> publicationId, string because, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.DecidePublication);
        return await db.Change<Result<Publication>?>(
            async () =>
            {
                await OneAtATime.Wait(db, "publication", stop);
                if (await db.Set<Publication>().SingleOrDefaultAsync(p => p.Id == publicationId && p.FrozenId == id, stop) is not { } one)
                {
                    return null;
                }

                var withdrawn = one.Withdraw(because, reader.Name, Now);
                if (withdrawn.Try(out _, out _))
                    await audit.Note(reader, AuditAction.HealthCheckChanged, "publication", one.Id.ToString(), "withdrawn", stop);
                return withdrawn;
            },
            stop);
    }

    /// <summary>Null where there is no health check of that year.</summary>
    public async Task<Result<ExemptionClaim>?> Claim(
        int year, string part, string section, string reason, string person, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.DecidePublication);
        if (await source.CycleOf(year, stop) is not { } cycle
            || await source.Make(year, Edition.Internal, ReportDocument.English, reader, stop) is not { } report)
        {
            return null;
        }

        if (report.Parts.All(p => p.Code != part)) return new Problem("Part", $"Choose the part that is claimed to be exempt");
        var claimed = ExemptionClaim.Claim(cycle, part, section, reason, person, clock.UkToday);
        if (!claimed.Try(out var claim, out _)) return claimed;
        return await db.Change<Result<ExemptionClaim>>(
            async () =>
            {
                await OneAtATime.Wait(db, "exemption claim", stop);
                if (await db.Set<ExemptionClaim>().AnyAsync(c => c.CycleId == cycle && c.Part == part && c.GivenUpOn == null, stop))
                    return new Problem("Part", $"An exemption is claimed for this part already. Give that claim up first");
                db.Add(claim);
                await audit.Note(reader, AuditAction.HealthCheckChanged, "exemption claim", claim.Id.ToString(), part, stop);
                return claim;
            },
            stop);
    }

    /// <summary>Null where there is no such claim.</summary>
    public async Task<Result<ExemptionClaim>?> GiveUp(int year, Id<ExemptionClaim> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.DecidePublication);
        if (await source.CycleOf(year, stop) is not { } cycle) return null;
        return await db.Change<Result<ExemptionClaim>?>(
            async () =>
            {
                await OneAtATime.Wait(db, "exemption claim", stop);
                if (await db.Set<ExemptionClaim>().SingleOrDefaultAsync(c => c.Id == id && c.CycleId == cycle, stop) is not { } claim)
                {
                    return null;
                }

                var given = claim.GiveUp(reader.Name, clock.UkToday);
                if (given.Try(out _, out _))
                {
                    await audit.Note(reader, AuditAction.HealthCheckChanged, "exemption claim", id.ToString(), "given up", stop);
                }

                return given;
            },
            stop);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Task<IReadOnlyList<FrozenLine>> Lines(System.Linq.Expressions.Expression<Func<FrozenEdition, bool>> which,
        CancellationToken stop) =>
        FrozenReading.Lines(db, which, stop);

    /// <summary>Whoever edits or decides sees all; others what was published for them and is not withdrawn.</summary>
    private bool Sees(FrozenLine line, Reader reader) =>
        reader.May(Permission.EditReport) || reader.May(Permission.DecidePublication) || line.Publications.Any(
            p => !p.IsWithdrawn && p.From <= Now && (p.Level > Edition.Internal || reader.May(Permission.SeeSurveyResults)));

    /// <summary>A time that the clocks leave out in spring counts as the hour after.</summary>
    private static DateTime Ends(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return TimeZoneInfo.ConvertTimeToUtc(London.IsInvalidTime(local) ? local.AddHours(1) : local, London);
    }
}
