using Fairload.App.Actions;
using Fairload.App.Caseload;
using Fairload.App.HealthCheck.Measures;
using Fairload.App.Imports.Sheets;
using Fairload.App.Store;
using Fairload.App.Supervision.Meetings;
using Fairload.App.Supervision.Sessions;
using Fairload.App.Workforce;
using Fairload.App.Workforce.Census;
using Fairload.Core.Actions;
using Fairload.App.Workplace;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Imports;

/// <summary>What a file would do, not yet done.</summary>
internal sealed record Staged(ImportOutcome Outcome, Journal Journal);

/// <summary>From bytes to staged changes: the one path for looking, confirming and commands.</summary>
public sealed class ImportReading(
    FairloadDb db, CouncilSettings settings, CaseloadSettings caseload, ActionMeasures measures, PracticeWords words, TimeProvider clock)
{
    internal async Task<Result<Staged>> Stage(Id<ImportRun> id, ImportRequest request, DateOnly asOf, Stream file, bool closeMissing,
        CancellationToken stop)
    {
        var staged = await Read(id, request, asOf, file, closeMissing, stop);
        return staged.Try(out var read, out _) ? read with { Outcome = await RestrictedTexts.Mask(db, read.Outcome, stop) } : staged;
    }

    private async Task<Result<Staged>> Read(Id<ImportRun> id, ImportRequest request, DateOnly asOf, Stream file, bool closeMissing,
        CancellationToken stop)
    {
        file.Position = 0;
        var limits = Limits(settings.Limits);
        if (request.Kind == ImportKind.WorkforceCensus) return await Census(id, request, asOf, file, closeMissing, stop);
        if (!SheetFile.Open(file, request.FileName, limits).Try(out var book, out var problems)) return problems.ToList();

        using var opened = book;
        var stamp = new ImportStamp(id, Source(request), asOf, await PreviousAsOf(request, stop), closeMissing);
        var journal = new Journal(db);
        return request.Kind switch
        {
            ImportKind.Staff => await Staff(opened, journal, stamp, stop),
            ImportKind.AnnexA => await Cases(AnnexAReader.Read(opened, asOf), journal, stamp, stop),
            ImportKind.Cases => await CaseSheet(opened, request, journal, stamp, stop),
            ImportKind.Measures => await Then(
                MeasureSheetReader.Read(opened), journal,
                read => new MeasureStaging(journal, stamp, clock.UkToday, clock.GetUtcNow().UtcDateTime, request.FileName)
                    .Stage(db, read, stop)),
            ImportKind.Actions => await Actions(opened, journal, stamp, stop),
            ImportKind.Supervision => await Then(SupervisionSheetReader.Read(opened), journal,
                read => SupervisionStaging.Stage(db, journal, stamp, read, clock.GetUtcNow().UtcDateTime, clock.UkToday, stop)),
            ImportKind.Meetings => await Then(MeetingSheetReader.Read(opened), journal,
                read => MeetingStaging.Stage(db, journal, stamp, read, clock.GetUtcNow().UtcDateTime, clock.UkToday, stop)),
            ImportKind.Supplement => await Then(SupplementSheetReader.Read(opened), journal,
                read => new SupplementStaging(db, journal, stamp, words, clock.GetUtcNow().UtcDateTime, clock.UkToday).Stage(read, stop)),
            ImportKind.Risks => await Then(RiskSheetReader.Read(opened), journal, r => Logs(journal, stamp).Risks(r, stop)),
            ImportKind.Incidents => await Then(IncidentSheetReader.Read(opened), journal, r => Logs(journal, stamp).Incidents(r, stop)),
            ImportKind.Feedback => await Then(FeedbackSheetReader.Read(opened), journal, r => Logs(journal, stamp).Feedback(r, stop)),
            _ => await Scores(opened, journal, stamp, stop),
        };
    }

    /// <summary>The one file that is no sheet.</summary>
    private async Task<Result<Staged>> Census(
        Id<ImportRun> id, ImportRequest request, DateOnly asOf, Stream file, bool closeMissing, CancellationToken stop)
    {
        var stamp = new ImportStamp(id, Source(request), asOf, await PreviousAsOf(request, stop), closeMissing);
        var journal = new Journal(db);
        return await Then(
            CensusReader.Read(file, request.FileName, Limits(settings.Limits), clock.UkToday), journal,
            read => new CensusStaging(journal, stamp).Stage(db, read, stop));
    }

    private static async Task<Result<Staged>> Then<T>(Result<T> read, Journal journal, Func<T, Task<ImportOutcome>> stage) where T
        : notnull =>
        read.Try(out var value, out var problems) ? new Staged(await stage(value), journal) : problems.ToList();

    internal static SheetLimits Limits(CouncilLimits limits) => SheetLimits.Default with
    {
        FileBytes = limits.UploadMegabytes * 1024L * 1024L,
        UnpackedBytes = limits.UnpackedMegabytes * 1024L * 1024L,
    };

    private static string Source(ImportRequest request) => request.Kind switch
    {
        ImportKind.AnnexA => "annex-a",
        ImportKind.Cases => request.Matching.Length > 0 ? request.Matching : "cases",
        _ => "",
    };

    private Task<Result<Staged>> Staff(IOpenedBook book, Journal journal, ImportStamp stamp, CancellationToken stop) =>
        Then(StaffSheetReader.Read(book), journal, read => StaffStaging.Stage(db, journal, stamp, read, stop));

    private Task<Result<Staged>> Cases(Result<CaseRead> read, Journal journal, ImportStamp stamp, CancellationToken stop) =>
        Then(read, journal, cases => CaseStaging.Stage(db, journal, stamp, cases, stop));

    private async Task<Result<Staged>> CaseSheet(IOpenedBook book, ImportRequest request, Journal journal, ImportStamp stamp,
        CancellationToken stop)
    {
        CaseMatching? matching = null;
        if (request.Matching.Length > 0)
        {
            var saved = await db.Set<SavedMatching>().AsNoTracking().SingleOrDefaultAsync(m => m.Name == request.Matching, stop);
            if (saved is null) return new Problem("Matching", $"No matching is saved under the name {request.Matching}. Save one under Imports, or leave the name out.");
            if (!CaseMatching.FromJson(saved.Document).Try(out matching, out var unreadable)) return unreadable.ToList();
        }

        return await Cases(CaseSheetReader.Read(book, stamp.AsOf, matching), journal, stamp, stop);
    }

    private Task<Result<Staged>> Actions(IOpenedBook book, Journal journal, ImportStamp stamp, CancellationToken stop) =>
        Then(ActionSheetReader.Read(book), journal, read =>
            new ActionStaging(journal, stamp, measures, new("", clock.UkToday, clock.GetUtcNow().UtcDateTime)).Stage(db, read, stop));

    private async Task<Result<Staged>> Scores(IOpenedBook book, Journal journal, ImportStamp stamp, CancellationToken stop)
    {
        var children = await caseload.FactorSetOn(Area.Children, stamp.AsOf, stop);
        var adults = await caseload.FactorSetOn(Area.Adults, stamp.AsOf, stop);
        var names = new[] { children, adults }.Select(set => set.Factors.Select(f => f.Name).ToList()).ToList();
        var staging = new ScoreStaging(journal, stamp, caseload, clock.GetUtcNow().UtcDateTime);
        return await Then(ScoreSheetReader.Read(book, names), journal, read => staging.Stage(db, read, stop));
    }

    private LogStaging Logs(Journal journal, ImportStamp stamp) =>
        new(db, journal, stamp, clock.GetUtcNow().UtcDateTime, clock.UkToday);

    private async Task<DateOnly?> PreviousAsOf(ImportRequest request, CancellationToken stop) =>
        await db.Imports.Where(i => i.State == ImportState.Applied && i.Kind == request.Kind && i.Matching == request.Matching)
            .MaxAsync(i => (DateOnly?)i.AsOf, stop);
}
