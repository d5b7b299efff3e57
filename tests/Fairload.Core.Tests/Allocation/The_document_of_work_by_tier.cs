using System.Globalization;
using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Tests.Caseload;

namespace Fairload.Core.Tests.Allocation;

/// <summary>The example worked out by hand in <c>docs/methods/work-by-tier.md</c>.</summary>
public sealed class The_document_of_work_by_tier
{
    [Fact]
    public void Has_in_its_example_what_the_program_finds()
    {
        var statement = new ReservedFunctions(
            "test/1", "Test", "The board", new(2026, 1, 1), false,
            [new(ReservedFunctions.AnyType, null, ["registered"], ["experienced"], [], ["newly-qualified"])], [], 0.5m, 0.1m);
        var need = WorkNeed.Of(Sample.Case(tier: 3), _ => 10, _ => 10, statement, new CapacityRule());

        var rows = File.ReadAllLines(Path.Combine(RepoRoot.Path, "docs/methods/work-by-tier.md"))
            .SkipWhile(l => !l.StartsWith("| Level |", StringComparison.Ordinal)).Skip(2).TakeWhile(l => l.StartsWith('|'))
            .Select(l => l.Trim('|').Split('|').Select(c => c.Trim()).ToArray()).ToList();
        Assert.Equal(3, rows.Count);
        foreach (var row in rows)
        {
            var level = Enum.Parse<WorkLevel>(row[0]);
            var full = WorkNeed.FullTime(level, new());
            Assert.Equal((row[1], row[2]), (Said(need[level].Low * full, "0"), Said(need[level].High * full, "0")));
            Assert.Equal((row[3], row[4]), (Said(need[level].Low, "0.0000"), Said(need[level].High, "0.0000")));
        }
    }

    private static string Said(decimal number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
