using System.Globalization;
using System.Text.Json;
using Fairload.Core.Imports;

namespace Fairload.App.Imports;

/// <summary>What an import did or would do, as people, the API and <c>--json</c> see it. Counts are of people, cases or scores.</summary>
/// <param name="Digest">Fingerprint of what would be stored, before the missing are closed: equal ones mean that nothing moved between
/// looking and confirming.</param>
public sealed record ImportOutcome(
    IReadOnlyDictionary<string, int> Read,
    int Added,
    int Changed,
    int Unchanged,
    int Missing,
    IReadOnlyList<ImportProblem> Problems,
    string Digest = "")
{
    /// <summary>A file that is wrong on every row is wrong for one reason: keeping more would help nobody and cost hundreds of
    /// megabytes.</summary>
    public const int ProblemsKept = 5000;

    /// <summary>More than are listed when the outcome was kept and had too many.</summary>
    public int ProblemsInAll { get => Math.Max(field, Problems.Count); init; }

    /// <summary>How many cases the file closes; among the changed.</summary>
    public int Closed { get; init; }

    /// <summary>Where the file contradicts what was entered here by hand.</summary>
    public IReadOnlyList<ImportConflict> Conflicts { get; init; } = [];

    /// <summary>Those that nobody has settled: until then what was entered here stays.</summary>
    public IEnumerable<ImportConflict> Unsettled => Conflicts.Where(c => c.KeepsOurs is null);

    /// <summary>As it is kept with its import: what was left out comes before what was only remarked on.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        Problems.Count <= ProblemsKept ? this
            : this with { Problems = [.. Problems.OrderBy(p => p.Severity != "error").Take(ProblemsKept)], ProblemsInAll = ProblemsInAll },
            Shape);

    public static ImportOutcome FromJson(string json) => JsonSerializer.Deserialize<ImportOutcome>(json, Shape)!;

    private static JsonSerializerOptions Shape { get; } = new(JsonSerializerDefaults.Web);
}

/// <summary>Where an extract contradicts what somebody entered here.</summary>
/// <param name="About">The reference of the case or the staff number.</param>
/// <param name="Ours">What was entered, as <see cref="EnteredFacts"/> writes it.</param>
/// <param name="Theirs">What the extract says, written the same way.</param>
/// <param name="KeepsOurs">What a person settled; null while nobody has.</param>
public sealed record ImportConflict(
    Id<EnteredHere> Mark, EnteredKind Kind, string About, string Ours, string Theirs, string EnteredBy, DateOnly EnteredOn, bool? KeepsOurs,
    string SettledBy);

/// <summary>One thing that a person should look at. <see cref="Text"/> and <see cref="Args"/> are the catalogue's key and its
/// gaps.</summary>
public sealed record ImportProblem(string Sheet, int? Row, string Column, string Severity, string Message, string Text,
    IReadOnlyList<string> Args)
{
    public static ImportProblem Of(RowProblem problem) => new(
        problem.Sheet,
        problem.Row,
        problem.Column,
        problem.Severity == Core.Imports.Severity.Error ? "error" : "warning",
        problem.Message,
        problem.Says.Format,
        [.. problem.Says.GetArguments().Select(Gap)]);

    /// <summary>Days as people here write them, whatever the sentence asks for: as text it can not be asked again.</summary>
    private static string Gap(object? value) =>
        value is DateOnly day ? day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
