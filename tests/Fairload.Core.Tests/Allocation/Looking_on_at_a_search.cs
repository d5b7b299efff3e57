using Fairload.Core.Allocation;

namespace Fairload.Core.Tests.Allocation;

public sealed class Looking_on_at_a_search
{
    [Fact]
    public void Changes_nothing_of_the_answer_and_tells_how_far_it_came()
    {
        var question = Question(people: 12, items: 60, moves: 0);
        var watch = new SearchWatch();
        Assert.Equal((SearchPart.Reading, 0), (watch.Part, watch.Spent));
        var watched = FairShare.Solve(question, 1, new(50_000, watch), default);
        var alone = FairShare.Solve(question, 1, new(50_000), default);
        Assert.Equal(alone.Chosen, watched.Chosen);
        Assert.True(watch.Part >= SearchPart.Levelling);
        Assert.InRange(watch.Spent, double.Epsilon, 1);
    }

    [Fact]
    public void Tells_of_a_frontier_that_its_effort_has_ended_it()
    {
        var question = Question(people: 12, items: 60, moves: int.MaxValue, held: true);
        var (cut, whole) = (new SearchWatch(), new SearchWatch());
        Frontier.Of(question, 1, new(40, cut), default);
        Frontier.Of(question, 1, new(10_000_000, whole), default);
        Assert.Equal(1, cut.Spent);
        Assert.Equal(SearchPart.Moving, whole.Part);
        Assert.True(whole.Spent < 1);
    }

    private static Sharing Question(int people, int items, int moves, bool held = false) => new(
        [.. Enumerable.Range(0, people).Select(i => new Holder(1000 + (i * 7), held ? 0 : i * 13, 2000, int.MaxValue))],
        [
            .. Enumerable.Range(0, items).Select(j => new Item(
                [.. Enumerable.Range(0, people).Select(i => new Option(i, 40 + (j * 31 % 57), (i + j) % 3))], 1,
                held ? j % 3 : -1)),
        ],
        moves);
}
