using System.Globalization;
using Fairload.Core.Disclosure;

namespace Fairload.Web.Disclosure;

/// <summary>One group of a protected table.</summary>
/// <param name="Count">As printed: a number or a sign.</param>
/// <param name="Cells">Which cells of the finest crossing it takes in, by number; for whoever attacks the table.</param>
internal sealed record ProtectedLine(IReadOnlyList<string> Values, string Count, string? Why, IReadOnlyList<int> Cells);

/// <summary>A protected table as it leaves: nothing in it that was hidden.</summary>
/// <param name="Says">What was proved.</param>
internal sealed record ProtectedTable(
    int Floor, IReadOnlyList<string> Variables, int Shown, int Hidden, string Says, int Cells, IReadOnlyList<ProtectedLine> Groups)
{
    public static ProtectedTable Of(IReadOnlyList<string> variables, Crossing crossing, Release release)
    {
        var values = crossing.Groups.ToDictionary(g => g.Group.Name, g => g.Values);
        var numbers = crossing.Population.Atoms.Index().ToDictionary(a => a.Item.Cells[0].Cell, a => a.Index);
        var lines = release.Groups.Select(g => new ProtectedLine(
            values[g.Group.Name], g.People.ToString(), release.Why(g)?.ToString(CultureInfo.InvariantCulture),
            [.. g.Group.Cells.Select(c => numbers[c]).Order()])).ToList();
        return new(
            release.Rule.Floor, variables, release.Groups.Count(g => g.IsShown), release.Groups.Count(g => !g.IsShown),
            release.Proof.Says(release.Rule).ToString(CultureInfo.InvariantCulture), numbers.Count, lines);
    }

    public IEnumerable<string> Lines()
    {
        yield return Line([.. Variables, "count", "why hidden"]);
        foreach (var group in Groups) yield return Line([.. group.Values, group.Count, group.Why ?? ""]);
    }

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(c =>
        c.IndexOfAny([',', '"', '\n', '\r', ';']) >= 0 ? $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : c));
}
