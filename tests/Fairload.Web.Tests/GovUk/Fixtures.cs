using System.Text.Json;

namespace Fairload.Web.Tests.GovUk;

/// <summary>The design system's own examples of a component: what is put in, and the markup that comes out.</summary>
internal sealed record Fixture(string Component, string Name, JsonElement Options, string Html)
{
    private static readonly string Components = Path.Combine(RepoRoot.Path,
        "src/Fairload.Web/node_modules/govuk-frontend/dist/govuk/components");

    public override string ToString() => $"{Component}: {Name}";

    public static IReadOnlyList<Fixture> Of(string component)
    {
        var file = Path.Combine(Components, component, "fixtures.json");
        if (!File.Exists(file)) throw new InvalidOperationException($"No {file}. Run npm ci --ignore-scripts in src/Fairload.Web.");

        var document = JsonDocument.Parse(File.ReadAllText(file));
        return [.. document.RootElement.GetProperty("fixtures").EnumerateArray().Select(f =>
            new Fixture(component, f.GetProperty("name").GetString()!, f.GetProperty("options"), f.GetProperty("html").GetString()!))];
    }
}

/// <summary>Reads a fixture's options. Whatever is asked for is ticked off; what is left over is something we do not offer.</summary>
internal sealed class Options(JsonElement json)
{
    private readonly HashSet<string> _read = [];
    private readonly List<Options> _inside = [];

    public bool AllRead => json.ValueKind != JsonValueKind.Object
        || (json.EnumerateObject().All(p => _read.Contains(p.Name) || p.Value.ValueKind == JsonValueKind.Null)
        && _inside.TrueForAll(o => o.AllRead));

    public bool Has(string name) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out _);

    public string? Text(string name) => Value(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Null } => null,
        { } other => other.GetRawText(),
    };

    public bool? Flag(string name) => Value(name)?.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };

    public int? Number(string name) => Value(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;

    public Options? Inside(string name)
    {
        if (Value(name) is not { ValueKind: JsonValueKind.Object } inner) return null;

        _inside.Add(new(inner));
        return _inside[^1];
    }

    public IReadOnlyList<Options> List(string name)
    {
        if (Value(name) is not { ValueKind: JsonValueKind.Array } list) return [];

        var whole = list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object);
        if (!whole) throw new NotSupportedException("A Razor page has no empty items.");

        var items = list.EnumerateArray().Select(item => new Options(item)).ToList();
        _inside.AddRange(items);
        return items;
    }

    public IReadOnlyList<(string, string)> Attributes(string name = "attributes")
    {
        var attributes = Inside(name);
        return attributes is null ? [] : [.. attributes.Names().Select(n => (n, attributes.Text(n)!))];
    }

    public IEnumerable<string> Names() => json.EnumerateObject().Select(p => p.Name);

    /// <summary>Content as text or as markup; text is encoded.</summary>
    public string Content(string text = "text", string html = "html") => Text(html) is { Length: > 0 } markup
        ? Ignored(text, markup)
        : System.Net.WebUtility.HtmlEncode(Text(text) ?? "");

    private string Ignored(string text, string markup)
    {
        _read.Add(text);
        return markup;
    }

    private JsonElement? Value(string name)
    {
        _read.Add(name);
        return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : null;
    }
}
