using System.Text.Json;
using System.Text.Json.Serialization;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Transfers;
using Fairload.Core.Caseload;
using Fairload.Core.Caseload.Calibration;
using Fairload.Core.Workforce;

namespace Fairload.App.Caseload;

/// <summary>How factor sets, weights and clocks are written as JSON: in the files that ship and in the database. What is read is
/// always held against the rules of Core, so a document that a person has changed by hand can not bring in nonsense.</summary>
internal static class ReferenceDocuments
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write<T>(T document) => JsonSerializer.Serialize(document, Json);

    public static Result<FactorSet> ReadFactorSet(string json) => Read<FactorSet>(json, Held);

    public static Result<Weights> ReadWeights(string json) => Read<Weights>(json, Held);

    public static Result<ReservedFunctions> ReadStatement(string json) => Read<ReservedFunctions>(json, ReservedFunctions.Read);

    public static Result<KindAgreement> ReadKindness(string json) => Read<KindAgreement>(json, KindAgreement.Read);

    public static Result<TransferChecklist> ReadChecklist(string json) => Read<TransferChecklist>(json, TransferChecklist.Read);

    public static Result<FactorSet> Held(FactorSet s) =>
        FactorSet.Read(s.Code, s.Area, s.Name, s.AgreedBy, s.LiveFrom, s.IsExample, s.Factors);

    public static Result<Weights> Held(Weights w) =>
        Weights.Read(w.Code, w.Name, w.AgreedBy, w.LiveFrom, w.IsExample, w.Cases, w.Travel, w.Court, w.NextSibling, w.Capacity);

    private static Result<T> Read<T>(string json, Func<T, Result<T>> held) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Json) is { } read ? held(read) : new Problem("", $"The document is empty");
        }
        catch (JsonException wrong)
        {
            return new Problem("", $"The document can not be read at {wrong.Path ?? "its beginning"}; put it right there and try again");
        }
    }
}

/// <summary>What a reference file says of itself.</summary>
internal sealed record ReferenceHeader(string What, string Source, DateOnly Date, string Licence);

internal sealed record FactorSetFile(ReferenceHeader About, IReadOnlyList<FactorSet> FactorSets);

internal sealed record WeightsFile(ReferenceHeader About, IReadOnlyList<Weights> Weights);

internal sealed record StatementFile(ReferenceHeader About, IReadOnlyList<ReservedFunctions> Statements);

internal sealed record KindnessFile(ReferenceHeader About, IReadOnlyList<KindAgreement> Agreements);

internal sealed record ChecklistFile(ReferenceHeader About, IReadOnlyList<TransferChecklist> Checklists);
internal sealed record PracticeWordsFile(
    ReferenceHeader About, IReadOnlyList<ListedWord> Languages, IReadOnlyList<AreaOfPractice> Areas,
    IReadOnlyList<ListedWord> Proceedings, IReadOnlyList<ListedWord> Travel, IReadOnlyList<ListedWord> Labels)
{
    public PracticeWords Words => new(Languages, Areas) { Proceedings = Proceedings, Travel = Travel, Labels = Labels };
}

internal sealed record VignetteFile(ReferenceHeader About, IReadOnlyList<Vignette> Vignettes);

internal sealed record ClockFile(ReferenceHeader About, IReadOnlyList<Clock> Clocks);
