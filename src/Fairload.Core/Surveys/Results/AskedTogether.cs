using Fairload.Core.Disclosure;

namespace Fairload.Core.Surveys.Results;

/// <summary>Somebody who was asked in a round, by where the staff list has them.</summary>
/// <param name="Person">The same in every round.</param>
/// <param name="Cell">See <see cref="RoundStructure.CellOf"/>.</param>
public sealed record PersonInRound(string Person, string Round, string Cell);

/// <summary>Everybody who was asked in any of several rounds, cut by where they were in each: who stayed, who joined, who left.</summary>
/// <remarks>
/// Where nearly everybody of a group answered in both rounds, a difference between the two tells of the few who came or went: so the groups
/// of a later round are held against those of the earlier ones by these people. Where more than a tenth did not answer nobody knows who
/// did, and people's answers of one year are not taken for those of the next: see decision 103.
/// </remarks>
public static class AskedTogether
{
    public static Result<Population> Of(IEnumerable<PersonInRound> people) => Population.Of(
        people.GroupBy(p => p.Person).Select(CellsOf).GroupBy(Key).Select(same => new Atom(same.Count(), same.First())));

    private const int NearlyAll = 90;

    /// <summary>What is wanted of the round of which nearly everybody answered, by the cells that somebody was asked in.</summary>
    public static IReadOnlyList<Group> Wanted(RoundStructure structure, IEnumerable<PersonInRound> asked)
    {
        var known = asked.Select(p => p.Cell).ToHashSet();
        return
        [
            .. structure.Wanted.Where(g => IsNearlyComplete(structure.Population, g))
                .Select(g => g with { Cells = [.. g.Cells.Where(known.Contains)] }).Where(g => g.Cells.Count > 0),
        ];
    }

    private static bool IsNearlyComplete(Population population, Group group)
    {
        var atoms = population.AtomsOf(group)!.Select(at => population.Atoms[at]).ToList();
        var invited = Math.Min(group.Listed ?? int.MaxValue, atoms.Sum(a => a.Invited ?? a.People));
        return atoms.Sum(a => a.People) * 100L >= invited * (long)NearlyAll;
    }

    private static List<CellOfRound> CellsOf(IEnumerable<PersonInRound> person) =>
        [.. person.Select(p => new CellOfRound(p.Round, p.Cell)).OrderBy(c => c.Round, StringComparer.Ordinal)];

    private static string Key(List<CellOfRound> cells) => string.Join(" + ", cells.Select(c => $"{c.Round}:{c.Cell}"));
}
