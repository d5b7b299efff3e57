using Fairload.Core.Allocation;

namespace Fairload.Core.Tests.Allocation;

public sealed class A_question_that_makes_no_sense
{
    private static readonly Holder Anybody = new(10, 0, 20, 5);
    private static readonly Sharing Sound = new([Anybody, Anybody], [new([new(0, 3, 0), new(0, 2, 0, 1, 2)], 1)]);

    public static TheoryData<Sharing> Questions => new(
        Sound with { Holders = [Anybody with { Capacity = 0 }, Anybody] },
        Sound with { Holders = [Anybody with { Committed = -1 }, Anybody] },
        Sound with { Holders = [Anybody with { MostNew = -1 }, Anybody] },
        With(new Option(2, 1, 0)),
        With(new Option(-1, 1, 0)),
        With(new Option(0, -1, 0)),
        With(new Option(0, 1, -1)),
        With(new Option(0, 1, 0, 0, 1)),
        With(new Option(0, 1, 0, 2, 1)),
        With(new Option(0, 1, 0, 1, -1)),
        Sound with { Items = [Sound.Items[0] with { Risk = 0 }] },
        Sound with { Items = [Sound.Items[0] with { Now = 2 }] },
        Sound with { MostMoves = -1 },
        Sound with { Tolerance = -0.1 },
        Sound with { Tolerance = double.NaN });

    [Fact]
    public void Is_another_than_this_one() => Assert.Equal([0.2, 0.2], Solve(Sound).Shares.Select(s => s.Value));

    [Theory]
    [MemberData(nameof(Questions))]
    public void Is_refused(Sharing question) => Assert.ThrowsAny<ArgumentException>(() => Solve(question));

    [Fact]
    public void Is_not_one_without_people_or_without_work()
    {
        Assert.Empty(Solve(new([], [])).Shares);
        Assert.Equal([-1], Solve(new([], [new([], 1)])).Chosen);
        Assert.Equal([new(0, 10)], Solve(new([Anybody], [])).Shares);
    }

    private static Sharing With(Option option) => Sound with { Items = [new([option], 1)] };

    private static Shared Solve(Sharing question) => FairShare.Solve(question, 1, Effort.Usual, CancellationToken.None);
}
