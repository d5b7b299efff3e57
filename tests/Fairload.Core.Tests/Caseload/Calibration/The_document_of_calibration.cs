using System.Globalization;
using Fairload.Core.Caseload.Calibration;

namespace Fairload.Core.Tests.Caseload.Calibration;

/// <summary>The example worked out by hand in <c>docs/methods/calibration.md</c>.</summary>
public sealed class The_document_of_calibration
{
    [Fact]
    public void Has_in_its_example_the_agreement_that_the_program_finds()
    {
        var page = File.ReadAllText(Path.Combine(RepoRoot.Path, "docs/methods/calibration.md")).ReplaceLineEndings("\n");
        var rows = page.Split('\n').SkipWhile(l => !l.StartsWith("| Person |", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(l => l.StartsWith('|')).Select(l => l.Trim('|').Split('|').Select(c => c.Trim()).ToArray()).ToList();
        var tiers = rows.Select(r => (IReadOnlyList<int>)[.. r[1].Split(' ').Select(int.Parse)]).ToList();

        Assert.Equal(4, rows.Count);
        Assert.Equal(rows.Select(r => r[2]), tiers.Select(t => Said(Agreement.Kappa(tiers[0], t))));
        Assert.Contains($"Agreement of the group: {Said(Agreement.Among(tiers).Kappa)}.", page, StringComparison.Ordinal);
    }

    private static string Said(double? kappa) => kappa!.Value.ToString("0.0000", CultureInfo.InvariantCulture);
}
