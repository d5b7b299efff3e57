using System.Text.Json;
using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Forms;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Surveys;

/// <summary>Which questionnaires there are: those that ship and those that the council brought. A version that is there is never
/// changed.</summary>
public sealed class QuestionnaireDesk(FairloadDb db, AuditTrail audit, TimeProvider clock)
{
    /// <summary>A file that is larger is no questionnaire.</summary>
    public const int LargestFile = 2_000_000;

    private static readonly JsonSerializerOptions Readable = new(ReferenceDocuments.Json) { WriteIndented = true };

    /// <summary>The latest version of each, by code.</summary>
    public async Task<IReadOnlyList<Questionnaire>> All(CancellationToken stop)
    {
        var own = (await db.Set<OwnQuestionnaire>().AsNoTracking().ToListAsync(stop)).Select(q => Sound(q.Document));
        return
        [
            .. ShippedQuestionnaires.All.Concat(own).GroupBy(q => q.Code).Select(g => g.MaxBy(q => q.Version)!)
                .OrderBy(q => q.Code, StringComparer.Ordinal),
        ];
    }

    /// <summary>The latest version; null where there is none.</summary>
    public async Task<Questionnaire?> Find(string code, CancellationToken stop) => (await All(stop)).FirstOrDefault(q => q.Code == code);

    /// <summary>One version; null where there is none.</summary>
    public async Task<Questionnaire?> Find(string code, int version, CancellationToken stop)
    {
        if (ShippedQuestionnaires.All.FirstOrDefault(q => q.Code == code && q.Version == version) is { } shipped) return shipped;
        var own = await db.Set<OwnQuestionnaire>().AsNoTracking().SingleOrDefaultAsync(q => q.Code == code && q.Number == version, stop);
        return own is null ? null : Sound(own.Document);
    }

    /// <summary>Takes in the project's own JSON. Sent twice, it is one version. Refuses what Core refuses, and other content under a
    /// version that is there.</summary>
    public async Task<Result<Questionnaire>> Import(string json, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.PlanSurveys);
        return Read(json).Try(out var sound, out var problems) ? await Keep(sound, false, reader, stop) : problems.ToList();
    }

    /// <summary>Takes in an XLSForm, and says what of it is not held.</summary>
    /// <param name="look">Nothing is stored; it says what would be.</param>
    public async Task<Result<FormRead>> ImportForm(Stream file, string fileName, bool look, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.PlanSurveys);
        if (!FormWorkbook.Read(file, fileName).Try(out var read, out var problems)) return problems.ToList();
        var kept = await Keep(read.Questionnaire, look, reader, stop);
        return kept.Try(out _, out problems) ? read : problems.ToList();
    }

    private Task<Result<Questionnaire>> Keep(Questionnaire sound, bool look, Reader reader, CancellationToken stop) =>
        db.Change<Result<Questionnaire>>(
            async () =>
            {
                await OneAtATime.Wait(db, "questionnaires", stop);
                var document = Write(sound);
                if (await Find(sound.Code, sound.Version, stop) is { } there)
                    return Write(there) == document ? there : Taken(sound);
                if (look) return sound;
                db.Add(new OwnQuestionnaire(sound.Code, sound.Version, document, reader.Name, clock.GetUtcNow().UtcDateTime));
                await audit.Note(reader, AuditAction.SettingsChanged, "questionnaire", $"{sound.Code}/{sound.Version}", stop);
                return sound;
            },
            stop);

    /// <summary>As a file that can be taken in again.</summary>
    public static string Export(Questionnaire one) => JsonSerializer.Serialize(new QuestionnaireFile(one), Readable) + "\n";

    /// <summary>As it is kept.</summary>
    public static string Write(Questionnaire one) => ReferenceDocuments.Write(one);

    /// <summary>One that was held against the rules when it came in.</summary>
    internal static Questionnaire Sound(string document) => JsonSerializer.Deserialize<Questionnaire>(document, ReferenceDocuments.Json)
        ?? throw new InvalidOperationException("A stored questionnaire is empty.");

    private static Result<Questionnaire> Read(string json)
    {
        if (json.Length > LargestFile)
            return new Problem("File", $"The file is larger than {LargestFile} letters, so it is no questionnaire. Nothing was stored");
        try
        {
            return JsonSerializer.Deserialize<QuestionnaireFile>(json, ReferenceDocuments.Json)?.Questionnaire is { } read
                ? Questionnaire.Read(read)
                : new Problem("File", $"The file holds no questionnaire: look for one with the survey export command. Nothing was stored");
        }
        catch (JsonException wrong)
        {
            var (where, line) = (wrong.Path ?? "its beginning", (wrong.LineNumber ?? 0) + 1);
            return new Problem("File", $"The file can not be read at {where}, line {line}. Put it right there and try again");
        }
    }

    private static Problem Taken(Questionnaire one) => new(
        "Version", $"There is a version {one.Version} of {one.Code} that asks something else. Give the new one version {one.Version + 1}");

    private sealed record QuestionnaireFile(Questionnaire Questionnaire);
}
