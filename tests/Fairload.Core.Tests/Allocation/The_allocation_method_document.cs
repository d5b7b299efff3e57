using System.Globalization;
using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.Core.Tests.Allocation;

/// <summary>The examples worked out by hand in <c>docs/methods/allocation.md</c>.</summary>
public sealed class The_allocation_method_document
{
    private const decimal Weighs = 7;

    private static readonly string Page =
        File.ReadAllText(Path.Combine(RepoRoot.Path, "docs/methods/allocation.md")).ReplaceLineEndings("\n");

    private static readonly ReservedFunctions Statement = new(
        "test/1", "Test", "The board", new(2026, 1, 1), false,
        [
            new(CaseType.ChildProtection.Code, null, [Qualifications.Registered], [], [], [Qualifications.NewlyQualified]),
            new(ReservedFunctions.AnyType, null, [], [], [], []),
        ],
        [], 0.5m, 0.1m);

    [Fact]
    public void Suggests_in_its_example_what_the_program_suggests()
    {
        var rows = Table("| Person | Is |")
            .Select(cells => (Name: cells[0], Person: Read(cells), Answer: cells[4], After: cells[5])).ToList();
        Assert.Equal(4, rows.Count);
        var names = rows.ToDictionary(r => r.Person.Worker, r => r.Name);
        var answer = OneCase.Ask(
            [.. rows.Select(r => r.Person)], new(CaseType.ChildProtection.Code, 2, false), Statement, new(1.1m, null), new(), 0);

        string[] places = ["first", "second", "third"];
        var told = answer.Best.Index().ToDictionary(
            way => names[way.Item.Worker],
            way => (Says: $"{places[way.Index]}, {(way.Item.With is { } with ? $"jointly with {names[with]}" : "alone")}",
                After: $"{way.Item.After.Value.ToString("0.00", CultureInfo.InvariantCulture)} %"));
        foreach (var refused in answer.Refused) told[names[refused.Worker]] = ($"{refused.Rule}", "");
        Assert.Equal(rows.Select(r => (r.Answer, r.After)), rows.Select(r => told[r.Name]));
    }

    [Fact]
    public void Has_in_its_second_example_the_gap_that_the_program_finds()
    {
        const long Point = Sharing.GrainsAPoint;
        Holder[] both = [new(10 * Point, 0, 100 * Point, 9), new(10 * Point, 0, 100 * Point, 9)];
        Item[] items =
        [
            new([new(0, 6 * Point, 0)], 1),
            new([new(0, 4 * Point, 0), new(1, 4 * Point, 0)], 1),
            new([new(0, 4 * Point, 0), new(1, 4 * Point, 0)], 1),
        ];
        var shared = FairShare.Solve(new(both, items), 1, Effort.Usual, default);

        var heaviest = Table("| | First person |").Select(cells => cells[3]).ToList();
        Assert.Equal(heaviest, [Shown(shared.Shares[0]), Shown(shared.PerfectShares[0])]);
        Assert.Contains($"a gap of {shared.Gap.ToString("0.000000", CultureInfo.InvariantCulture)};", Page, StringComparison.Ordinal);
    }

    private static string Shown(Share share) => $"{(share.Value * 100).ToString("0", CultureInfo.InvariantCulture)} %";

    private static Candidate Read(string[] cells)
    {
        var (capacity, carries) = (Number(cells[2]), Number(cells[3]));
        var words = cells[1].Split(", ").Where(w => w is Qualifications.Registered or Qualifications.Experienced
            or Qualifications.NewlyQualified).ToHashSet();
        return new(
            Id<Worker>.New(), words, true, false, capacity, carries, carries + Weighs, carries + (Weighs / 2), carries + (Weighs / 2), 0);
    }

    private static decimal Number(string cell) => decimal.Parse(cell, CultureInfo.InvariantCulture);

    private static List<string[]> Table(string begins) =>
    [
        .. Page.Split('\n').SkipWhile(l => !l.StartsWith(begins, StringComparison.Ordinal)).Skip(2)
            .TakeWhile(l => l.StartsWith('|')).Select(l => l.Trim('|').Split('|').Select(c => c.Trim()).ToArray()),
    ];
}
