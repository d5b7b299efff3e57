using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Surveys.Results;
using Fairload.Core.Surveys.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.HealthCheck.Report;

/// <summary>A sentence that may be put in other words.</summary>
/// <param name="Own">As the program says it.</param>
/// <param name="Edited">Null where nobody ever changed it.</param>
/// <param name="NotInReport">Figures that the person wrote and that stand nowhere in the report.</param>
public sealed record SentenceView(string Slot, string Own, EditedSentence? Edited, IReadOnlyList<string> NotInReport, int? ReadingAge)
{
    public string Text => Edited is { IsThePrograms: false } edited ? edited.Text : Own;

    public int Version => Edited?.Version ?? 0;

    /// <summary>The program says something else now than when the sentence was written.</summary>
    public bool HasMoved => Edited is { IsThePrograms: false } edited && edited.InsteadOf != Own;
}

/// <summary>A report before it is frozen.</summary>
/// <param name="Report">With what people wrote, and with exempt parts marked.</param>
/// <param name="Faults">Why it can not be frozen as it is.</param>
/// <param name="ReadingAge">Of its sentences, in years; null in Welsh, for which no measure is known to hold.</param>
public sealed record ReportView(
    int Year, Guid CycleId, ReportDocument Report, IReadOnlyList<SentenceView> Sentences, IReadOnlyList<Problem> Faults, int? ReadingAge);

/// <summary>The report of a year while it is written: as the program makes it, and sentence by sentence as people put it.</summary>
public sealed class ReportDesk(FairloadDb db, ReportSource source, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Null where there is no report of that year.</summary>
    public async Task<ReportView?> Show(int year, Edition edition, string language, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.EditReport);
        return await Read(year, edition, language, reader, stop);
    }

    /// <summary>Null where there is no such sentence.</summary>
    public async Task<SentenceView?> Sentence(int year, Edition edition, string language, string slot, Reader reader,
        CancellationToken stop) =>
        (await Show(year, edition, language, reader, stop))?.Sentences.FirstOrDefault(s => s.Slot == slot);

    /// <summary>Puts a sentence in other words. Whoever was overtaken is told, and nothing of either is lost. Null where there is no such
    /// sentence.</summary>
    /// <param name="seen">The version that the reader saw; 0 for a sentence that nobody had changed.</param>
    public Task<Result<EditedSentence>?> Write(
        int year, Edition edition, string language, string slot, string text, int seen, Reader reader, CancellationToken stop) =>
        Alter(year, edition, language, slot, reader,
            (sentence, report) => sentence.Write(text, report, seen, reader.Name, clock.GetUtcNow().UtcDateTime), stop);

    /// <summary>Back to what the program says. Null where there is no such sentence.</summary>
    public Task<Result<EditedSentence>?> SetBack(
        int year, Edition edition, string language, string slot, int seen, Reader reader, CancellationToken stop) =>
        Alter(year, edition, language, slot, reader, (sentence, _) => sentence.SetBack(seen, reader.Name, clock.GetUtcNow().UtcDateTime),
            stop);

    internal async Task<ReportView?> Read(int year, Edition edition, string language, Reader reader, CancellationToken stop)
    {
        if (await source.CycleOf(year, stop) is not { } cycle || await source.Make(year, edition, language, reader, stop) is not { } own)
        {
            return null;
        }

        var edited = await db.Set<EditedSentence>().AsNoTracking()
            .Where(s => s.CycleId == cycle && s.Edition == edition && s.Language == language).ToDictionaryAsync(s => s.Slot, stop);
        var claims = await db.Set<ExemptionClaim>().AsNoTracking().Where(c => c.CycleId == cycle && c.GivenUpOn == null).ToListAsync(stop);

        var written = edited.Values.Where(s => !s.IsThePrograms).ToDictionary(s => s.Slot, s => s.Text);
        var report = own.With(written).With(claims);
        var checkedReport = ReportRules.Check(report);
        checkedReport.Try(out _, out var faults);
        return new(year, cycle, report, [.. own.Sentences.Select(s => View(s.Key, s.Value, edited.GetValueOrDefault(s.Key), own))], faults
            ?? [],
            AgeOf(language, [.. report.Blocks.OfType<ParagraphBlock>().Select(p => p.Text)]));
    }

    private async Task<Result<EditedSentence>?> Alter(
        int year, Edition edition, string language, string slot, Reader reader,
        Func<EditedSentence, ReportDocument, Result<EditedSentence>> how, CancellationToken stop)
    {
        reader.Demand(Permission.EditReport);
        if (await source.CycleOf(year, stop) is not { } cycle || await source.Make(year, edition, language, reader, stop) is not { } own
            || !own.Sentences.ContainsKey(slot))
        {
            return null;
        }

        return await db.Change(
            async () =>
            {
                await OneAtATime.Wait(db, "report sentence", stop);
                var held = await db.Set<EditedSentence>().SingleOrDefaultAsync(
                    s => s.CycleId == cycle && s.Edition == edition && s.Language == language && s.Slot == slot, stop);
                var sentence = held ?? EditedSentence.Begin(cycle, edition, language, slot);
                var altered = how(sentence, own);
                if (!altered.Try(out _, out _)) return altered;
                if (held is null) db.Add(sentence);
                await audit.Note(reader, AuditAction.HealthCheckChanged, "report sentence", $"{year}/{edition}/{language}/{slot}",
                    sentence.IsThePrograms ? "set back" : "written", stop);
                return altered;
            },
            stop);
    }

    private static SentenceView View(string slot, string own, EditedSentence? edited, ReportDocument report) => new(
        slot, own, edited, edited is { IsThePrograms: false } ? SentenceNumbers.NotIn(report, edited.Text) : [],
        AgeOf(report.Language, [edited is { IsThePrograms: false } ? edited.Text : own]));

    private static int? AgeOf(string language, IReadOnlyList<string> texts) => language == ReportDocument.English ? Effort.AgeOf(texts)
        : null;
}
