using Fairload.Core.Disclosure;

namespace Fairload.Core.Tests.Disclosure;

public sealed class Mistakes_in_tables
{
    [Fact]
    public void Of_a_hierarchy_are_told_with_their_line()
    {
        Assert.Equal("Line 2 of team: A is there twice", Hierarchy([new(1, "A", "S"), new(2, "A", "S")]));
        Assert.Equal("Line 2 of team: A lies under S and under R; it can lie under one only", Hierarchy([new(1, "A", "S"), new(2, "A", "R")]));
        Assert.Equal("In team, A lies under itself: take one of the lines of the loop out", Hierarchy([new(1, "A", "S"), new(2, "S", "A")]));
        Assert.Equal("Line 1 of team has no name: every line names what lies under what", Hierarchy([new(1, "", "S")]));
        Assert.Equal("Line 1 of team: Total stands over everything and lies under nothing", Hierarchy([new(1, "Total", "S")]));
        Assert.Equal("The hierarchy of team is empty: give a line child,parent for each value", Hierarchy([]));
    }

    [Fact]
    public void Of_a_table_are_told_with_their_line()
    {
        Assert.Equal("Line 2 has a count of -1: a count is 0 or more", Table(new CrossingLine(2, ["A"], -1)));
        Assert.Equal("Line 2 has no team: write a value, and be it \"not said\"", Table(new CrossingLine(2, [""], 1)));
        Assert.Equal("Line 2: S is a heading of team; give only the cells under it, not their sums", Table(new CrossingLine(2, ["S"], 1)));
        Assert.Equal("Line 2: Z is not in the hierarchy of team: add it there", Table(new CrossingLine(2, ["Z"], 1)));
        Assert.Equal("The table has no lines under its heading: give one for each cell", Table());
        Assert.Equal("There are more than 10000000 people: check the column of counts", Table(new CrossingLine(2, ["A"], 1_000_000_000)));
    }

    [Fact]
    public void Of_a_population_are_told_with_the_cell()
    {
        var twice = Population(new Atom(1, [new("r", "A")]), new Atom(2, [new("r", "A")]));
        Assert.Equal("The cell r: A is there twice: put its people together", twice);
        Assert.Equal("In r: A 3 people answered and 2 were invited: check both counts", Population(new Atom(3, [new("r", "A")], 2)));
        Assert.Equal("r: A has -1 people: a count is 0 or more", Population(new Atom(-1, [new("r", "A")])));
        Assert.Equal("1 people lie in no cell: name the cell of each", Population(new Atom(1, [])));
        Assert.Equal(
            "r: A + r: B has two cells of one round: people lie in one cell of a round", Population(new Atom(1, [new("r", "A"), new("r", "B")])));
    }

    private static string Hierarchy(HierarchyLine[] lines) => First(Core.Disclosure.Hierarchy.Of("team", lines));

    private static string Table(params CrossingLine[] lines) =>
        First(Crossing.Of("r", [MadeUpTables.Value(Core.Disclosure.Hierarchy.Of("team", [new(1, "A", "S"), new(2, "B", "S")]))], lines));

    private static string Population(params Atom[] atoms) => First(Core.Disclosure.Population.Of(atoms));

    private static string First<T>(Result<T> result) where T : notnull =>
        result.Try(out _, out var problems) ? "no problem" : problems[0].Message;
}
