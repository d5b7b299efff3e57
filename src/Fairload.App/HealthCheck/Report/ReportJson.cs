using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Fairload.Core.HealthCheck.Report;

namespace Fairload.App.HealthCheck.Report;

/// <summary>A report as text, the same for the same report whenever it is written: of this its name is made.</summary>
public static class ReportJson
{
    private static readonly JsonSerializerOptions Canonical = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new PlainDecimal() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Kinds, OnlyWhatIsGiven } },
    };

    public static string Write(ReportDocument report) => JsonSerializer.Serialize(report, Canonical);

    public static ReportDocument Read(string text) => JsonSerializer.Deserialize<ReportDocument>(text, Canonical)
        ?? throw new InvalidOperationException("A frozen edition holds nothing.");

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>What was frozen, held against its name: a database that somebody changed by hand is a fault, and no report.</summary>
    public static ReportDocument Read(FrozenEdition frozen) => Hash(frozen.Document) == frozen.Hash ? Read(frozen.Document)
        : throw new InvalidOperationException($"The frozen edition {frozen.Id} does not hold what its name says.");

    private static void Kinds(JsonTypeInfo type)
    {
        if (type.Type != typeof(ReportBlock)) return;
        type.PolymorphismOptions = new JsonPolymorphismOptions
        {
            TypeDiscriminatorPropertyName = "block",
            UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization,
            DerivedTypes =
            {
                new(typeof(HeadingBlock), "heading"), new(typeof(ParagraphBlock), "paragraph"), new(typeof(ListBlock), "list"),
                new(typeof(TableBlock), "table"), new(typeof(ChartBlock), "chart"),
            },
        };
    }

    /// <summary>What is worked out of the rest is not written.</summary>
    private static void OnlyWhatIsGiven(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object) return;
        foreach (var property in type.Properties.Where(p => p.Set is null).ToList()) type.Properties.Remove(property);
    }

    /// <summary>86.0 and 86 are one number, and one text.</summary>
    private sealed class PlainDecimal : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value / 1.0000000000000000000000000000m);
    }
}
