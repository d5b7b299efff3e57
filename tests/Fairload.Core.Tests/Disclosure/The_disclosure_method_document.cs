using System.Globalization;
using Fairload.Core.Disclosure;
using static Fairload.Core.Tests.Disclosure.MadeUpTables;

namespace Fairload.Core.Tests.Disclosure;

/// <summary>The examples worked out by hand in <c>docs/methods/disclosure.md</c>.</summary>
public sealed class The_disclosure_method_document
{
    private static readonly string[] Page = File.ReadAllLines(Path.Combine(RepoRoot.Path, "docs/methods/disclosure.md"));

    [Fact]
    public void Hides_in_its_first_example_what_the_program_hides()
    {
        var rows = Table("**Example.** A service of three teams");
        var teams = rows.Where(r => !r[0].Contains('+')).ToList();
        var population = Value(Population.Of(teams.Select(r => new Atom(int.Parse(r[1], CultureInfo.InvariantCulture), [new("r", r[0])]))));

        var wanted = rows.Select(r => new Group("r", r[0], r[0].Split(" + "))).ToList();
        var release = Value(Protection.Of(population, [], wanted, DisclosureRule.Usual));

        Assert.Equal(4, rows.Count);
        Assert.Equal(rows.Select(r => (r[0], r[2])), release.Groups.Select(Told));
    }

    [Fact]
    public void Hides_in_its_second_example_the_team_that_somebody_left()
    {
        var rows = Table("**Example.** In 2026 a team of 13");
        var (stayed, left) = (new Atom(12, [new("2026", "team"), new("2027", "team")]), new Atom(1, [new("2026", "team")]));
        var population = Value(Population.Of([stayed, left]));

        var first = Value(Protection.Of(population, [], [new("2026", "2026", ["team"])], DisclosureRule.Usual));
        var second = Value(Protection.Of(population, [.. first.Released], [new("2027", "2027", ["team"])], DisclosureRule.Usual));

        Assert.Equal(2, rows.Count);
        Assert.Equal(rows.Select(r => (r[0], r[2])), first.Groups.Concat(second.Groups).Select(Told));
    }

    [Fact]
    public void Takes_back_in_its_third_example_what_a_sign_would_tell()
    {
        var rows = Table("**Example.** Two teams are under ten");
        var teams = rows.Where(r => !r[0].Contains('+')).ToList();
        var population = Value(Population.Of(teams.Select(r => new Atom(int.Parse(r[1], CultureInfo.InvariantCulture), [new("r", r[0])]))));
        var wanted = rows.Select(r => new Group("r", r[0], r[0].Split(" + "))).ToList();

        var first = Value(Protection.Of(population, [], wanted, DisclosureRule.Usual));
        var then = Value(CountProtection.Of(population, [], first, null, default));

        Assert.Equal(5, rows.Count);
        Assert.Equal(rows.Select(r => (r[0], r[2])), first.Groups.Select(Told));
        Assert.Equal(rows.Select(r => (r[0], r[3])), then.Groups.Select(Told));
    }

    private static (string, string) Told(GroupOutcome outcome) => (outcome.Group.Name, $"{outcome.People} {outcome.Hidden}".TrimEnd());

    private static List<string[]> Table(string after) =>
        [.. Page.SkipWhile(l => !l.StartsWith(after, StringComparison.Ordinal))
            .SkipWhile(l => !l.StartsWith("|---", StringComparison.Ordinal)).Skip(1).TakeWhile(l => l.StartsWith('|'))
            .Select(l => l.Trim('|').Split('|').Select(c => c.Trim()).ToArray())];
}
