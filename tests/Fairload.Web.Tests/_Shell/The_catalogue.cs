using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Fairload.Web.Tests._Shell;

/// <summary>APPROVE=1 adds keys that are new with no Welsh, and takes away those no longer used.</summary>
public sealed partial class The_catalogue
{
    private static readonly string Words = Path.Combine(RepoRoot.Path, "src/Fairload.Web/_Shell/words.cy.json");
    private static readonly string[] SixForms = ["few", "many", "one", "other", "two", "zero"];

    private static readonly JsonSerializerOptions Shape = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public void Holds_every_key_that_is_used_and_no_other()
    {
        var used = Keys.InUse();
        var held = Held();
        var missing = used.Keys.Where(key => !held.ContainsKey(key)).ToList();
        var stale = held.Select(entry => entry.Key).Where(key => !used.ContainsKey(key)).ToList();
        Assert.True(missing.Count + stale.Count == 0,
            $"words.cy.json has not {Quoted(missing)}; nobody asks for {Quoted(stale)}. Run with APPROVE=1, then add the Welsh.");
        Assert.Equal(held.Select(entry => entry.Key).Order(StringComparer.Ordinal), held.Select(entry => entry.Key));
    }

    [Fact]
    public void Has_Welsh_for_every_text()
    {
        var missing = Held().Where(entry => entry.Value is null || (entry.Value is JsonValue text && text.GetValue<string>().Length == 0))
            .Select(entry => entry.Key).ToList();

        Assert.True(missing.Count == 0, $"No Welsh for {Quoted(missing)}");
    }

    [Fact]
    public void Has_six_forms_of_every_counted_text()
    {
        var wrong = Held().Where(entry => entry.Key.Contains(" | ", StringComparison.Ordinal)
            != (entry.Value is JsonObject forms && forms.Select(form => form.Key).Order().SequenceEqual(SixForms)));

        Assert.Empty(wrong.Select(entry => entry.Key));
    }

    [Fact]
    public void Has_the_same_holes_in_both_languages()
    {
        var wrong = from entry in Held()
                    from welsh in entry.Value switch
                    {
                        null => [],
                        JsonObject forms => forms.Select(form => form.Value!.GetValue<string>()),
                        var one => [one.GetValue<string>()],
                    }
                    let english = entry.Key.Split(" | ")[^1]
                    where !HolesOf(english).SetEquals(HolesOf(welsh))
                    select $"{english} ↔ {welsh}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Is_only_asked_for_what_can_be_found_in_the_sources() => Assert.Empty(Keys.NotFindable());

    [Fact]
    public void Finds_what_it_looks_for() =>
        Assert.Superset(new HashSet<string> { "Today", "There is a problem", "Success",
            "In fairload.json engine must be sqlite or postgres, not {0}.",
            "The data directory {0} can not be used: {1} Name another with --data DIR." }, Keys.InUse().Keys.ToHashSet());

    private static HashSet<string> HolesOf(string text) => [.. Hole().Matches(text).Select(m => m.Value)];

    private static JsonObject Held()
    {
        var held = JsonNode.Parse(File.ReadAllText(Words))!.AsObject();
        if (Environment.GetEnvironmentVariable("APPROVE") != "1") return held;

        held = new(Keys.InUse().Keys.Select(key => KeyValuePair.Create(key, held[key]?.DeepClone())));
        File.WriteAllText(Words, held.ToJsonString(Shape) + "\n");
        return held;
    }

    private static string Quoted(IEnumerable<string> keys) => string.Join(", ", keys.Select(key => $"“{key}”"));

    [GeneratedRegex(@"(?<!\{)\{\d[^}]*\}")]
    private static partial Regex Hole();
}
