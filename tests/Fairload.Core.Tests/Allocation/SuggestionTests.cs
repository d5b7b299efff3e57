using Fairload.Core.Allocation;

namespace Fairload.Core.Tests.Allocation;

public sealed class A_suggestion_for_one_case
{
    private static readonly Holder Light = new(100, 20, 100, int.MaxValue);
    private static readonly Holder Middling = new(100, 50, 100, int.MaxValue);
    private static readonly Holder HalfTime = new(50, 20, 50, int.MaxValue);
    private static readonly Holder Full = new(100, 100, 110, int.MaxValue);

    [Fact]
    public void Names_the_lightest_first_for_the_room_they_have()
    {
        var told = Suggestion.For([Middling, HalfTime, Light, Full], To(10, 0, 1, 2), grainsACost: 0, most: 3);
        Assert.Equal([2, 1, 0], told.Select(s => s.Option));
        Assert.Equal([new(30, 100), new(30, 50), new(60, 100)], told.Select(s => s.After));
        Assert.Equal(new Share(20, 100), told[0].Before);
        Assert.All(told, s => Assert.Equal(new(100, 100), s.HeaviestAfter));
    }

    [Fact]
    public void Names_nobody_whose_ceiling_it_would_pass_or_who_takes_nothing_new()
    {
        var none = Light with { MostNew = 0 };
        Assert.Equal([1], Suggestion.For([Full, Middling, none], To(20, 0, 1, 2), 0, 3).Select(s => s.Option));
    }

    [Fact]
    public void Lets_kindness_count_for_as_much_as_is_asked()
    {
        var item = new Item([new(0, 10, Cost: 5), new(1, 10, Cost: 0)], Risk: 1);
        Assert.Equal([0, 1], Suggestion.For([Light, Middling], item, 0, 3).Select(s => s.Option));
        Assert.Equal([1, 0], Suggestion.For([Light, Middling], item, 10, 3).Select(s => s.Option));
    }

    [Fact]
    public void Shows_both_people_of_joint_work()
    {
        var told = Suggestion.For([Light, Full], new([new(0, 6, 0, With: 1, WithPoints: 4)], 1), 0, 3).Single();
        Assert.Equal(new(26, 100), told.After);
        Assert.Equal(new Share(100, 100), told.WithBefore);
        Assert.Equal(new Share(104, 100), told.WithAfter);
        Assert.Equal(new(104, 100), told.HeaviestAfter);
    }

    [Fact]
    public void Agrees_with_working_out_the_fairness_before_and_after()
    {
        for (var seed = 0; seed < 1_000; seed++)
        {
            var question = SmallCouncils.From(seed);
            foreach (var item in question.Items)
            {
                var told = Suggestion.For(question.Holders, item, 0.5, 3);
                Assert.True(told.Zip(told.Skip(1)).All(x => Score(x.First) <= Score(x.Second)));
                foreach (var s in told)
                {
                    var (before, after) = (Phi(question with { Items = [] }, []), Phi(question with { Items = [item] }, [s.Option]));
                    Assert.Equal(after - before, s.Unevenness, 6);
                    Assert.Equal(ByHand.Shares(question with { Items = [item] }, [s.Option])[0], s.HeaviestAfter);
                }
            }
        }
    }

    private static double Score(Suggestion s) => s.Unevenness + s.Unkindness;

    private static double Phi(Sharing question, int[] chosen) => Fairness.Of(ByHand.Shares(question, chosen)).Phi;

    private static Item To(long points, params int[] holders) => new([.. holders.Select(h => new Option(h, points, 0))], 1);
}
