using Fairload.Core.Disclosure;
using FsCheck;
using FsCheck.Fluent;
using static Fairload.Core.Tests.Disclosure.MadeUpTables;

namespace Fairload.Core.Tests.Disclosure;

public sealed class What_may_be_printed
{
    [Theory]
    [InlineData(4, 20, "The floor is 4: give at least 5, so that nobody stands out in so small a group")]
    [InlineData(10, 9, "The floor for comments is 9: give at least the floor for figures, which is 10")]
    public void Is_never_promised_under_five(int floor, int comments, string says)
    {
        Assert.False(DisclosureRule.Of(floor, comments).Try(out _, out var problems));
        Assert.Equal(says, problems![0].Message);
    }

    [Fact]
    public void Is_no_count_that_was_forgotten() => Assert.Equal("[c]", default(Disclosed).ToString());

    [Fact]
    public void Is_never_a_count_under_the_floor() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(ArbMap.Default.GeneratorFor<int>().ToArbitrary(), seed =>
        {
            var tables = AnyGroups(seed & 0xFFFF, 2 + (seed & 7), 2 + (seed >> 3 & 7), 14);
            return Value(Protection.Of(tables.Population, [], tables.Groups, DisclosureRule.Usual)).Groups
                .All(g => g.People.Count is null or >= 10 && g.IsShown == g.People.IsShown);
        }));

    [Theory]
    [InlineData(12, "10")]
    [InlineData(13, "15")]
    [InlineData(1_002, "1000")]
    public void Is_rounded_to_five_for_the_public(int people, string says) => Assert.Equal(says, Count(people).Rounded().ToString());

    [Fact]
    public void Keeps_its_sign_in_every_edition()
    {
        Assert.Equal("[c]", Disclosed.Hidden.Rounded().ToString());
        Assert.Equal("[x]", Disclosed.NotAvailable.Rounded().ToString());
    }

    [Fact]
    public void Tells_in_one_sentence_why_something_is_hidden()
    {
        var release = Value(Protection.Of(
            Value(Population.Of(new[] { ("A", 20), ("B", 12), ("C", 4), ("D", 0) }.Select(c => new Atom(c.Item2, [new("r", c.Item1)])))),
            [], [new("r", "all", ["A", "B", "C"], -1), .. "ABCD".Select(c => new Group("r", $"{c}", [$"{c}"]))],
            DisclosureRule.Usual));

        Assert.Equal(
            [null, null, "With the other figures shown here, a group of fewer than 10 people could be worked out.",
                "Fewer than 10 people of this group answered.", "Nobody belongs to this group."],
            release.Groups.Select(g => release.Why(g)?.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static Disclosed Count(int people) => Value(Protection.Of(
        Value(Population.Of([new Atom(people, [new("r", "A")])])), [], [new("r", "A", ["A"])], DisclosureRule.Usual)).Groups[0].People;
}
