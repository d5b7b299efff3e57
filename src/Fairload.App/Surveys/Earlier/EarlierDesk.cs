using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.Disclosure;
using Fairload.Core.Surveys.Earlier;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Surveys.Earlier;

/// <summary>An earlier question as it is kept.</summary>
/// <param name="SameAs">Items that somebody said it is.</param>
public sealed record EarlierQuestion(
    string WordingKey, string Wording, IReadOnlyList<int> Years, IReadOnlyList<string> Sources, IReadOnlyList<SaidSame> SameAs);

/// <summary>An item of a questionnaire that somebody said an earlier question is.</summary>
public sealed record SaidSame(string Questionnaire, string Item, string SaidBy);

/// <summary>Takes in what surveys before this program said, with its wording, and what somebody says of which questions are the
/// same.</summary>
public sealed class EarlierDesk(FairloadDb db, QuestionnaireDesk questionnaires, AuditTrail audit, TimeProvider clock)
{
    /// <summary>A figure that is there is told anew by a later file.</summary>
    /// <param name="look">Nothing is stored; it says what would be.</param>
    public async Task<Result<EarlierRead>> Import(Stream file, string fileName, bool look, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.PlanSurveys);
        var opened = EarlierFile.Read(file, fileName, clock.UkToday.Year, DisclosureRule.UsualFloor);
        if (!opened.Try(out var read, out var problems)) return problems.ToList();
        if (look || read.Figures.Count == 0) return read;
        return await db.Change<Result<EarlierRead>>(
            async () =>
            {
                await OneAtATime.Wait(db, "earlier figures", stop);
                var there = await db.Set<EarlierRow>().ToListAsync(stop);
                var rows = read.Figures.Select(f => Row(f, reader)).ToList();
                var told = rows.Select(KeyOf).ToHashSet();
                foreach (var old in there.Where(r => told.Contains(KeyOf(r)))) db.Remove(old);
                await db.SaveChangesAsync(stop);
                db.ChangeTracker.Clear();
                db.AddRange(rows);
                await audit.Note(reader, AuditAction.ImportApplied, "earlier figures", fileName, stop);
                return read;
            },
            stop);
    }

    /// <summary>What is kept, by wording.</summary>
    public async Task<IReadOnlyList<EarlierQuestion>> All(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.PlanSurveys);
        var (figures, said) = (await Figures(db, stop), await db.Set<SameQuestionRow>().AsNoTracking().ToListAsync(stop));
        return
        [
            .. figures.GroupBy(f => f.WordingKey).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new EarlierQuestion(
                g.Key, g.MaxBy(f => f.Year)!.Wording, [.. g.Select(f => f.Year).Distinct().Order()],
                [.. g.Select(f => f.Source).Distinct().Order(StringComparer.Ordinal)],
                [.. said.Where(s => s.WordingKey == g.Key).OrderBy(s => s.Questionnaire, StringComparer.Ordinal)
                    .Select(s => new SaidSame(s.Questionnaire, s.Item, s.SaidBy))])),
        ];
    }

    /// <summary>Says that an earlier question is an item of a questionnaire, whatever its wording, and keeps who said so.</summary>
    /// <param name="item">Empty takes back what was said.</param>
    public Task<Result<string>> Say(string wording, string questionnaire, string item, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.PlanSurveys);
        var key = EarlierFigure.Key(wording);
        return db.Change<Result<string>>(
            async () =>
            {
                if (!await db.Set<EarlierRow>().AnyAsync(r => r.WordingKey == key, stop))
                    return new Problem("Wording", $"No earlier question is worded so. Write it as the file has it");
                if (await questionnaires.Find(questionnaire, stop) is not { } asked)
                    return new Problem("Item", $"There is no questionnaire {questionnaire}. See which there are with the survey list command");
                if (item.Length > 0 && !asked.Items.Any(i => i.Code == item && EarlierYears.IsCounted(i)))
                    return new Problem("Item", $"{questionnaire} has no item {item} whose answers are counted");
                await OneAtATime.Wait(db, "earlier figures", stop);
                await db.Set<SameQuestionRow>().Where(s => s.Questionnaire == questionnaire && s.WordingKey == key)
                    .ExecuteDeleteAsync(stop);
                if (item.Length > 0) db.Add(new SameQuestionRow(questionnaire, key, item, reader.Name, clock.GetUtcNow().UtcDateTime));
                await audit.Note(reader, AuditAction.SettingsChanged, "same question", $"{questionnaire}/{item}", stop);
                return item;
            },
            stop);
    }

    internal static async Task<IReadOnlyList<EarlierFigure>> Figures(FairloadDb db, CancellationToken stop) =>
        (await db.Set<EarlierRow>().AsNoTracking().ToListAsync(stop)).ConvertAll(r => r.Figure);

    internal static async Task<IReadOnlyList<SameQuestion>> Said(FairloadDb db, string questionnaire, CancellationToken stop) =>
        await db.Set<SameQuestionRow>().AsNoTracking().Where(s => s.Questionnaire == questionnaire)
            .Select(s => new SameQuestion(s.WordingKey, s.Item, s.SaidBy)).ToListAsync(stop);

    private EarlierRow Row(EarlierFigure f, Reader reader) => new(
        f.Source, f.Year, f.Group, f.WordingKey, f.Measure, f.Answer, f.Wording, f.Scale, f.Value, f.Answered, reader.Name,
        clock.GetUtcNow().UtcDateTime);

    private static RowKey KeyOf(EarlierRow row) =>
        new(row.Source, row.Year, row.GroupName, row.WordingKey, row.Measure, row.Answer);

    private sealed record RowKey(string Source, int Year, string Group, string WordingKey, EarlierMeasure Measure, string Answer);
}
