using System.Reflection;
using System.Text.Json;
using Fairload.App.Caseload;
using Fairload.Core.Surveys.Comments;

namespace Fairload.App.Surveys.Comments;

/// <summary>The list that ships with the program, read once.</summary>
public static class ShippedWordsOfHarm
{
    private static readonly Lazy<IReadOnlyList<HarmList>> Read = new(() =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Reference/words-of-harm.json")!;
        return JsonSerializer.Deserialize<HarmFile>(stream, ReferenceDocuments.Json)!.Lists;
    });

    private static readonly Lazy<WordsOfHarm> Held = new(() => new(Read.Value));

    public static IReadOnlyList<HarmList> Lists => Read.Value;

    public static WordsOfHarm Words => Held.Value;

    private sealed record HarmFile(ReferenceHeader About, IReadOnlyList<HarmList> Lists);
}
