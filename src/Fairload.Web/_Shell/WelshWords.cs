using System.Text.Json;

namespace Fairload.Web;

/// <summary>The Welsh of <c>words.cy.json</c>: a text for a key, or forms by plural category for a counted one; null where it is
/// missing.</summary>
internal sealed record WelshWords(
    IReadOnlyDictionary<string, string> Texts,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Plurals)
{
    private static readonly Lazy<WelshWords> Held = new(Load);

    public static WelshWords Loaded => Held.Value;

    /// <summary>One key for both English forms.</summary>
    public static string PluralKey(string one, string other) => $"{one} | {other}";

    private static WelshWords Load()
    {
        using var stream = typeof(WelshWords).Assembly.GetManifestResourceStream("words.cy.json")
            ?? throw new InvalidOperationException("words.cy.json is not in the program.");
        using var file = JsonDocument.Parse(stream);
        var texts = new Dictionary<string, string>();
        var plurals = new Dictionary<string, IReadOnlyDictionary<string, string>>();
        foreach (var entry in file.RootElement.EnumerateObject())
        {
            if (entry.Value.ValueKind == JsonValueKind.String) texts[entry.Name] = entry.Value.GetString()!;
            if (entry.Value.ValueKind == JsonValueKind.Object)
                plurals[entry.Name] = entry.Value.EnumerateObject().ToDictionary(form => form.Name, form => form.Value.GetString()!);
        }

        return new(texts, plurals);
    }
}
