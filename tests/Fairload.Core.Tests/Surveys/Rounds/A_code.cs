using Fairload.Core.Surveys.Rounds;
using FsCheck;
using FsCheck.Fluent;

namespace Fairload.Core.Tests.Surveys.Rounds;

public sealed class A_code
{
    private static readonly Arbitrary<AccessCode> Codes = Arb.From(
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from mark in Gen.Choose(0, 1023)
        select AccessCode.Draw(AccessCode.MarkOf(mark), new Random(seed).Next));

    [Fact]
    public void Is_read_again_as_people_type_it() => Prop.ForAll(Codes, code =>
    {
        var shown = code.ToString();
        foreach (var typed in new[]
        {
            shown, code.Text, shown.ToLowerInvariant(), shown.Replace('-', ' '), $"  {shown} ", shown.Replace('0', 'O'),
            shown.Replace('0', 'o'), shown.Replace('1', 'I'), shown.Replace('1', 'l'),
        })
        {
            if (!AccessCode.TryRead(typed, out var read) || read != code) return false;
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void With_one_wrong_letter_or_two_that_changed_places_is_always_noticed() => Prop.ForAll(Codes, code =>
    {
        for (var at = 0; at < AccessCode.Length; at++)
        {
            foreach (var letter in AccessCode.Letters.Where(l => l != code.Text[at]))
                if (AccessCode.TryRead(code.Text[..at] + letter + code.Text[(at + 1)..], out _)) return false;

            if (at + 1 == AccessCode.Length || code.Text[at] == code.Text[at + 1]) continue;
            var swapped = code.Text.ToCharArray();
            (swapped[at], swapped[at + 1]) = (swapped[at + 1], swapped[at]);
            if (AccessCode.TryRead(new string(swapped), out _)) return false;
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("0000-0000-0000-000U")]
    [InlineData("００００-0000-0000-0000")]
    public void That_nobody_drew_is_not_read(string? typed) => Assert.False(AccessCode.TryRead(typed, out _));

    [Fact]
    public void Of_a_megabyte_is_not_read() => Assert.False(AccessCode.TryRead(new string('A', 1_000_000), out _));

    [Fact]
    public void Names_its_round_and_is_never_drawn_twice()
    {
        var drawn = AccessCode.Draw("7K", 5_000, new Random(3).Next);

        Assert.Equal(5_000, drawn.Distinct().Count());
        Assert.All(drawn, c => Assert.Equal("7K", c.Mark));
        Assert.Equal(1024, Enumerable.Range(0, 1024).Select(AccessCode.MarkOf).Distinct().Count());
        Assert.Matches("^7K[0-9A-Z]{2}(-[0-9A-Z]{4}){3}$", drawn[0].ToString());
    }
}
