using Fairload.Core.Disclosure;

namespace Fairload.Core.Tests.Disclosure;

public sealed class Those_who_did_not_answer
{
    [Fact]
    public void Are_protected_in_every_group_though_of_one_nobody_knows_how_many_were_asked()
    {
        Assert.True(
            Population.Of([Cell("a", 20, 60), Cell("b", 20, 22), Cell("c", 20, null)]).Try(out var people, out _));
        var wanted = new[] { new Group("r", "all", ["a", "b", "c"]), new Group("r", "a", ["a"], 1), new Group("r", "b", ["b"], 1) };
        Assert.True(Protection.Of(people, [], wanted, DisclosureRule.Usual).Try(out var release, out _));

        Assert.All(release.Groups, g => Assert.True(g.IsShown));
        Assert.Equal([null, 20, null], wanted.Select(w => release.Groups.Single(g => g.Group.Name == w.Name).People.Count));
    }

    private static Atom Cell(string name, int people, int? invited) => new(people, [new("r", name)], invited);
}
