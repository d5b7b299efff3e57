using Fairload.Core.Disclosure;

namespace Fairload.Core.Tests.Disclosure;

/// <summary>Tables of made-up councils with every heading, and what had to be hidden in them by a plain search that tried everything and
/// reckoned with no bounds.</summary>
public sealed class Protecting_large_tables
{
    /// <summary>A plain search took up to twenty thousand steps for one group, and more for some of the second council's.</summary>
    private static readonly ProofEffort Little = new(3_000, 10_000);

    [Theory]
    [InlineData(1_600, 100, 1, false, false, 441, 1_723)]
    [InlineData(1_600, 100, 1, false, true, 1_312, 5_624)]
    [InlineData(5_000, 150, 1, true, true, 9_649, 36_795)]
    [InlineData(5_000, 150, 2, true, true, 9_876, 36_992)]
    public void Hides_no_more_groups_and_no_more_people_than_a_plain_search_and_proves_it_with_less(
        int staff, int teams, int seed, bool byAge, bool byGender, int groups, int people)
    {
        var crossing = new MadeUpStaff(staff, teams, seed).Crossed(true, byAge, byGender);
        var release = MadeUpTables.Value(Protection.Of(
            crossing.Population, [], [.. crossing.Groups.Select(g => g.Group)], DisclosureRule.Usual, Little));
        var peopleOf = crossing.Population.Atoms.ToDictionary(a => a.Cells[0].Cell, a => a.People);
        var hidden = release.Groups.Where(g => !g.IsShown).ToList();

        Assert.True(release.Proof.IsProved);
        Assert.DoesNotContain(release.Groups, g => g.Hidden is HiddenBecause.NotProved);
        Assert.InRange(hidden.Count, 1, groups);
        Assert.InRange(hidden.Sum(g => g.Group.Cells.Sum(c => peopleOf[c])), 1, people);
    }
}
