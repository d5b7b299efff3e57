using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Meetings;

namespace Fairload.Core.Tests.Allocation;

public sealed class Replanning_a_list
{
    private const int Compared = 2_000;

    [Fact]
    public void Keeps_every_mark_and_refusal_and_is_as_fair_as_trying_everything_around_them()
    {
        var (marked, refusals, overfull, left) = (0, 0, 0, 0);
        for (var seed = 0; seed < Compared; seed++)
        {
            var (question, random) = (SmallCouncils.From(seed, 5), new Random(seed));
            var marks = Marks(question, random);
            var refused = Refusals(question, random, marks);
            if (Replanning.Overfull(question, marks).Count > 0)
            {
                overfull++;
                Assert.Throws<ArgumentException>(() => Solve(question, marks, refused));
                continue;
            }

            var done = Solve(question, marks, refused);
            if (done.Overfull.Count > 0)
            {
                overfull++;
                continue;
            }

            Assert.All(marks, m => Assert.Equal(m.Option, done.Chosen[m.Item]));
            Assert.All(refused, r => Assert.False(Holds(question, done.Chosen, r), $"{seed}: refused and given"));
            var restricted = Restricted(question, marks, refused);
            var best = ByHand.Of(restricted);
            Assert.True(
                best.Shares.SequenceEqual(Shares(question, done)), $"{seed}: not as fair as trying everything");
            var pinnedMoves = marks.Count(m => question.Items[m.Item].Now is >= 0 and var now && now != m.Option);
            var broken = ByHand.Broken(question, done.Chosen);
            Assert.False(broken.Ceiling || broken.MostNew || (broken.MostMoves && pinnedMoves <= question.MostMoves),
                $"{seed}: a rule is broken");
            marked += marks.Count;
            refusals += refused.Count;
            left += marks.Count(m => m.Option < 0);
        }

        // Each of the cases that the test is about came up often.
        Assert.True(marked > Compared / 2 && refusals > Compared / 4 && overfull > Compared / 50 && left > Compared / 20);
    }

    [Fact]
    public void Without_marks_is_what_sharing_says()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var question = SmallCouncils.From(seed, 5);
            Assert.Equal(FairShare.Solve(question, 1, Effort.Usual, default).Shares, Shares(question, Solve(question, [], [])));
        }
    }

    [Fact]
    public void Leaves_lines_as_the_meeting_saw_them_where_another_way_is_no_fairer()
    {
        var one = new Item([new(0, 10, 0), new(1, 10, 0)], 1);
        var question = new Sharing([new(100, 0, 100, int.MaxValue), new(100, 0, 100, int.MaxValue)], [one, one]);
        foreach (var seen in new[] { 0, 1 })
        {
            var before = new Dictionary<int, int> { [0] = seen, [1] = 1 - seen };
            Assert.Equal([seen, 1 - seen], Replanning.Solve(question, [], [], before, 1, Effort.Usual, default).Chosen);
        }
    }

    [Fact]
    public void Refuses_two_marks_for_one_item() => Assert.Throws<ArgumentException>(() => Replanning.Overfull(
        new([new(1, 0, 1, 1)], [new([new(0, 1, 0)], 1)]), [new(0, 0), new(0, -1)]));

    [Fact]
    public void Refuses_a_mark_for_somebody_who_is_refused_for_it_alone_or_beside_another()
    {
        var holder = new Holder(10, 0, 10, 5);
        var question = new Sharing([holder, holder], [new([new(0, 1, 0), new(0, 1, 0, 1, 1)], 1)]);
        Assert.Equal([0], Solve(question, [new(0, 0)], [new(0, 1)]).Chosen);
        Assert.Throws<ArgumentException>(() => Solve(question, [new(0, 0)], [new(0, 0)]));
        Assert.Throws<ArgumentException>(() => Solve(question, [new(0, 1)], [new(0, 1)]));
    }

    [Fact]
    public void Refuses_marks_that_together_pass_a_ceiling_or_the_new_cases_of_a_week()
    {
        var question = new Sharing([new(10, 4, 10, 1)], [new([new(0, 3, 0)], 1), new([new(0, 7, 0)], 1)]);
        Assert.Empty(Replanning.Overfull(question, [new(0, 0)]));
        Assert.Equal([0], Replanning.Overfull(question, [new(1, 0)]));
        Assert.Equal([0], Replanning.Overfull(question with { Holders = [new(10, 0, 10, 1)] }, [new(0, 0), new(1, 0)]));
        Assert.Throws<ArgumentException>(() => Solve(question, [new(1, 0)], []));
    }

    private static Replanned Solve(Sharing question, IReadOnlyList<Mark> marks, IReadOnlyList<Refused> refused) =>
        Replanning.Solve(question, marks, refused, new Dictionary<int, int>(), 1, Effort.Usual, default);

    // Whoever holds an item both before and after takes nothing new; the oracle below knows only all new or none.
    private static List<Mark> Marks(Sharing question, Random random) =>
    [
        .. question.Items.Index().Where(i => random.Next(3) == 0).Select(i => new Mark(
            i.Index, i.Item.Now < 0 && (i.Item.Options.Count == 0 || random.Next(4) == 0) ? -1
                : Way(i.Item, random.Next(i.Item.Options.Count)))),
    ];

    private static int Way(Item item, int wanted)
    {
        if (item.Now < 0) return wanted;
        var (now, then) = (item.Options[item.Now], item.Options[wanted]);
        return new[] { now.Holder, now.With }.Intersect([then.Holder, then.With]).Any(h => h >= 0) ? item.Now : wanted;
    }

    private static List<Refused> Refusals(Sharing question, Random random, List<Mark> marks) =>
    [
        .. Enumerable.Range(0, question.Items.Count).Where(j => marks.All(m => m.Item != j) && random.Next(3) == 0)
            .Select(j => new Refused(j, random.Next(question.Holders.Count))),
    ];

    private static bool Holds(Sharing question, IReadOnlyList<int> chosen, Refused refused) =>
        chosen[refused.Item] is >= 0 and var o && o != question.Items[refused.Item].Now
        && question.Items[refused.Item].Options[o] is var option && (option.Holder == refused.Holder || option.With == refused.Holder);

    /// <summary>The same by another way: what is marked has no other way, and what is refused has that way no more.</summary>
    private static Sharing Restricted(Sharing question, List<Mark> marks, List<Refused> refused)
    {
        const long more = 1_000_000;
        var moves = marks.Count(m => question.Items[m.Item].Now >= 0 && question.Items[m.Item].Now != m.Option);
        return question with
        {
            MostMoves = Math.Max(0, question.MostMoves - moves),
            Items = [.. question.Items.Index().Select(i => One(i.Index, i.Item))],
        };

        Item One(int at, Item item)
        {
            if (marks.Where(m => m.Item == at).Select(m => (Mark?)m).SingleOrDefault() is { } mark)
            {
                return mark.Option < 0 ? item with { Options = [] }
                    : new([item.Options[mark.Option]], more, mark.Option == item.Now ? 0 : -1);
            }

            var options = item.Options.Index().Where(o => o.Index == item.Now
                || refused.All(r => r.Item != at || (o.Item.Holder != r.Holder && o.Item.With != r.Holder))).ToList();
            return item with { Options = [.. options.Select(o => o.Item)], Now = options.FindIndex(o => o.Index == item.Now) };
        }
    }

    private static IEnumerable<Share> Shares(Sharing question, Replanned done) =>
        done.After.Select((load, i) => new Share(load, question.Holders[i].Capacity)).OrderDescending();
}
