using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Transfers;
using Fairload.Core.Caseload;
using Fairload.Core.Caseload.Calibration;
using Fairload.Core.Workforce;

namespace Fairload.App.Caseload;

/// <summary>
/// The facts and examples that ship with the program: bank holidays, clocks, and the example factor sets and weights. Read once;
/// a file that breaks a rule is our mistake and stops the program with the sentence that says which.
/// </summary>
public static class ReferenceData
{
    private static readonly Lazy<IReadOnlyDictionary<string, WorkingCalendar>> Calendars = new(ReadCalendars);
    private static readonly Lazy<IReadOnlyList<Clock>> ShippedClocks =
        new(() => [.. Read<ClockFile>("clocks.json").Clocks.Select(c => Sound(Clock.Read(c)))]);
    private static readonly Lazy<IReadOnlyList<FactorSet>> ShippedFactorSets =
        new(() => [.. Read<FactorSetFile>("factor-sets.json").FactorSets.Select(s => Sound(ReferenceDocuments.Held(s)))]);
    private static readonly Lazy<IReadOnlyList<Weights>> ShippedWeights =
        new(() => [.. Read<WeightsFile>("weights.json").Weights.Select(w => Sound(ReferenceDocuments.Held(w)))]);

    private static readonly Lazy<IReadOnlyList<ReservedFunctions>> ShippedStatements =
        new(() => [.. Read<StatementFile>("reserved-functions.json").Statements.Select(s => Sound(ReservedFunctions.Read(s)))]);

    private static readonly Lazy<IReadOnlyList<KindAgreement>> ShippedKindness =
        new(() => [.. Read<KindnessFile>("kindness.json").Agreements.Select(a => Sound(KindAgreement.Read(a)))]);

    private static readonly Lazy<IReadOnlyList<TransferChecklist>> ShippedChecklists =
        new(() => [.. Read<ChecklistFile>("transfer-checklists.json").Checklists.Select(c => Sound(TransferChecklist.Read(c)))]);

    private static readonly Lazy<PracticeWords> ShippedWords =
        new(() => Sound(Core.Workforce.PracticeWords.Read(Read<PracticeWordsFile>("practice-words.json").Words)));

    private static readonly Lazy<IReadOnlyList<Vignette>> ShippedVignettes = new(() => Read<VignetteFile>("vignettes.json").Vignettes);

    /// <summary>The divisions whose bank holidays are known.</summary>
    public static IReadOnlyList<string> Nations => [.. Calendars.Value.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The working days of <c>england-and-wales</c> (or <c>england</c>, or <c>wales</c>), <c>scotland</c> or
    /// <c>northern-ireland</c>. Refuses any other name.</summary>
    public static WorkingCalendar Calendar(string nation) =>
        Calendars.Value.GetValueOrDefault(nation is "england" or "wales" ? "england-and-wales" : nation)
            ?? throw new ArgumentException($"Bank holidays are known for {string.Join(", ", Nations)}, not for {nation}", nameof(nation));

    public static IReadOnlyList<Clock> Clocks() => ShippedClocks.Value;

    public static IReadOnlyList<FactorSet> FactorSets() => ShippedFactorSets.Value;

    public static IReadOnlyList<ReservedFunctions> Statements() => ShippedStatements.Value;

    public static IReadOnlyList<KindAgreement> Kindness() => ShippedKindness.Value;

    public static IReadOnlyList<TransferChecklist> Checklists() => ShippedChecklists.Value;

    /// <summary>Languages and areas of practice.</summary>
    public static PracticeWords PracticeWords() => ShippedWords.Value;

    /// <summary>Made-up cases for calibration, of both areas.</summary>
    public static IReadOnlyList<Vignette> Vignettes() => ShippedVignettes.Value;

    public static IReadOnlyList<Weights> Weights() => ShippedWeights.Value;

    /// <summary>Whole years only are listed, so that a calendar covers all of its first year and all of its last.</summary>
    private static Dictionary<string, WorkingCalendar> ReadCalendars() => BankHolidays()
        .GroupBy(h => h.Nation)
        .ToDictionary(
            g => g.Key,
            g => new WorkingCalendar(g.Select(h => h.Day), new(g.Min(h => h.Day.Year), 1, 1), new(g.Max(h => h.Day.Year), 12, 31)));

    private static IEnumerable<BankHoliday> BankHolidays()
    {
        using var reader = new StreamReader(Open("bank-holidays.csv"));
        var isHeader = true;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (!isHeader)
            {
                var cells = line.Split(',');
                yield return new(cells[0], DateOnly.ParseExact(cells[1], "yyyy-MM-dd", CultureInfo.InvariantCulture), cells[2]);
            }

            isHeader = false;
        }
    }

    private static T Read<T>(string file)
    {
        using var stream = Open(file);
        return JsonSerializer.Deserialize<T>(stream, ReferenceDocuments.Json)
            ?? throw new InvalidOperationException($"Reference/{file} is empty.");
    }

    private static Stream Open(string file) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream($"Reference/{file}")
            ?? throw new InvalidOperationException($"Reference/{file} is missing.");

    private static T Sound<T>(Result<T> read) where T : notnull =>
        read.Try(out var value, out var problems)
            ? value
            : throw new InvalidOperationException(string.Join(" ", problems.Select(p => p.Message)));

    private sealed record BankHoliday(string Nation, DateOnly Day, string Name);
}
