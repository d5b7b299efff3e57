using System.Reflection;
using System.Text.Json;
using Fairload.App.Caseload;
using Fairload.Core.Actions;
using Fairload.Core.HealthCheck.Frameworks;
using Fairload.Core.HealthCheck.Measures;

namespace Fairload.App.HealthCheck;

/// <summary>Cards, frameworks, crosswalk and ladder as they ship, written for this program. Read once; one that breaks a rule is our
/// mistake and stops the program.</summary>
public static class ShippedFrameworks
{
    private const string CardsFolder = "Reference/measures/";
    private const string FrameworksFolder = "Reference/frameworks/";
    private const string CrosswalkFile = FrameworksFolder + "crosswalk.json";
    private static readonly Lazy<IReadOnlyDictionary<string, MeasureCard>> HeldCards = new(ReadCards);
    private static readonly Lazy<IReadOnlyList<Framework>> HeldFrameworks = new(ReadFrameworks);
    private static readonly Lazy<Crosswalk> HeldCrosswalk = new(() => Sound(
        CrosswalkFile, Core.HealthCheck.Frameworks.Crosswalk.Read(new(One<LinksFile>(CrosswalkFile).Links), Frameworks)));
    private static readonly Lazy<MaturityLadder> HeldLadder = new(() => Sound(
        "Reference/ladder.json", MaturityLadder.Read(One<LadderFile>("Reference/ladder.json").Ladder)));

    /// <summary>By their codes.</summary>
    public static IReadOnlyDictionary<string, MeasureCard> Cards => HeldCards.Value;

    /// <summary>By year, then by code.</summary>
    public static IReadOnlyList<Framework> Frameworks => HeldFrameworks.Value;
    public static Crosswalk Crosswalk => HeldCrosswalk.Value;
    public static MaturityLadder Ladder => HeldLadder.Value;

    /// <summary>The measures that an action can be expected to move, in the order of the frameworks.</summary>
    public static ActionMeasures ForActions => new(
    [
        .. Frameworks.SelectMany(f => f.Measures).Select(m => m.Code).Distinct().Select(code => Cards[code])
            .Select(c => new ActionMeasure(c.Code, c.Name.En, c.Name.Cy)),
    ]);

    public static Framework? Find(string code) => Frameworks.FirstOrDefault(f => f.Code == code);

    private static IReadOnlyDictionary<string, MeasureCard> ReadCards()
    {
        var cards = new Dictionary<string, MeasureCard>(StringComparer.Ordinal);
        foreach (var name in Names(CardsFolder))
        {
            foreach (var card in One<CardsFile>(name).Measures)
            {
                if (!cards.TryAdd(card.Code, Sound(name, MeasureCard.Read(card))))
                    throw new InvalidOperationException($"{name}: there is a card of {card.Code} already.");
            }
        }

        return cards;
    }

    private static IReadOnlyList<Framework> ReadFrameworks() =>
    [
        .. Names(FrameworksFolder).Where(n => n != CrosswalkFile)
            .Select(n => Sound(n, Framework.Read(One<FrameworkFile>(n).Framework, Cards)))
            .OrderBy(f => f.Year).ThenBy(f => f.Code, StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Names(string folder) => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(n => n.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static T One<T>(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<T>(stream, ReferenceDocuments.Json) ?? throw new InvalidOperationException($"{name} is empty.");
    }

    private static T Sound<T>(string name, Result<T> read) where T : notnull => read.Try(out var sound, out var problems) ? sound
        : throw new InvalidOperationException($"{name}: {string.Join(" ", problems.Select(p => p.Message))}");

    private sealed record CardsFile(ReferenceHeader About, IReadOnlyList<MeasureCard> Measures);

    private sealed record FrameworkFile(ReferenceHeader About, Framework Framework);

    private sealed record LinksFile(ReferenceHeader About, IReadOnlyList<CrosswalkLink> Links);

    private sealed record LadderFile(ReferenceHeader About, MaturityLadder Ladder);
}
