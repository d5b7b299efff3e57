namespace Fairload.Core.Allocation.Meetings;

/// <summary>What people in the meeting settled about one item.</summary>
/// <param name="Item">Index of the item.</param>
/// <param name="Option">Index of the way in which it is held; -1 where it goes on waiting.</param>
public readonly record struct Mark(int Item, int Option);

/// <summary>Not to this person.</summary>
/// <param name="Item">Index of the item.</param>
/// <param name="Holder">Index of who is not to hold it, neither alone nor beside somebody.</param>
public readonly record struct Refused(int Item, int Holder);

/// <summary>A whole proposal that keeps every mark.</summary>
/// <param name="Chosen">For each item of the question the index into its options; -1 where it waits.</param>
/// <param name="After">Grains of each holder afterwards.</param>
/// <param name="Moves">Items that stand somewhere and would be held in another way, those of the marks among them.</param>
/// <param name="Shared">What is proven about the rest, with the marks as they are.</param>
/// <param name="Overfull">Holders who take more by the marks and stand over their ceiling by what stays with them: such an answer is no
/// proposal.</param>
public sealed record Replanned(
    IReadOnlyList<int> Chosen, IReadOnlyList<long> After, int Moves, Shared Shared, IReadOnlyList<int> Overfull);

/// <summary>Shares out anew what a meeting has not settled, around what it has.</summary>
public static class Replanning
{
    // Above what any cost of a way is worth it is kinder to leave a line as the meeting saw it.
    private const long OfAWay = 4;

    /// <summary>Holders whom the marks alone bring over their ceiling or their number of new items, by index: with any of them there is no
    /// proposal that keeps the marks.</summary>
    public static IReadOnlyList<int> Overfull(Sharing question, IReadOnlyList<Mark> marks)
    {
        var fixedIn = new Settled(question, marks);
        return [.. Enumerable.Range(0, question.Holders.Count).Where(fixedIn.IsOverfull)];
    }

    /// <summary>Refuses, by <see cref="ArgumentException"/>, two marks for one item, a mark for somebody who is refused for it, and marks
    /// that <see cref="Overfull"/> names.</summary>
    /// <param name="before">The ways of the proposal that the meeting looks at: among ways that are as fair as one another it is
    /// kept.</param>
    public static Replanned Solve(
        Sharing question, IReadOnlyList<Mark> marks, IReadOnlyList<Refused> refused, IReadOnlyDictionary<int, int> before, ulong seed,
        Effort effort, CancellationToken stop)
    {
        var settled = new Settled(question, marks);
        if (Enumerable.Range(0, question.Holders.Count).Any(settled.IsOverfull))
            throw new ArgumentException("Somebody would be given more than they may hold.", nameof(marks));

        var chosen = new int[question.Items.Count];
        Array.Fill(chosen, -1);
        foreach (var mark in marks) chosen[mark.Item] = mark.Option;
        var not = refused.ToLookup(r => r.Item, r => r.Holder);
        if (marks.Any(m => m.Option >= 0 && IsRefused(question.Items[m.Item].Options[m.Option], not[m.Item])))
            throw new ArgumentException("A mark gives an item to somebody who is refused for it.", nameof(marks));

        var (items, open) = (new List<Item>(), new List<(int Item, int[] Options)>());
        foreach (var (at, item) in question.Items.Index().Where(i => !settled.Has(i.Index)))
        {
            var left = Enumerable.Range(0, item.Options.Count)
                .Where(o => o == item.Now || !not.Contains(at) || !IsRefused(item.Options[o], not[at])).ToArray();
            long Cost(int o) => (item.Options[o].Cost * OfAWay) + (before.TryGetValue(at, out var seen) && seen != o ? 1 : 0);
            var ways = Array.ConvertAll(left, o => item.Options[o] with { Cost = Cost(o) });
            items.Add(item with { Options = ways, Now = Array.IndexOf(left, item.Now) });
            open.Add((at, left));
        }

        var rest = question with
        {
            Holders = settled.Holders(),
            Items = items,
            MostMoves = Math.Max(0, question.MostMoves - settled.Moves),
        };
        var shared = FairShare.Solve(rest, seed, effort, stop);
        foreach (var (at, (item, options)) in open.Index()) chosen[item] = shared.Chosen[at] < 0 ? -1 : options[shared.Chosen[at]];
        var after = Loads(question, chosen);
        var overfull = Enumerable.Range(0, after.Count).Where(i => settled.TakesMore(i) && after[i] > question.Holders[i].Ceiling);
        return new(chosen, after, settled.Moves + shared.Moves, shared, [.. overfull]);
    }

    private static bool IsRefused(Option option, IEnumerable<int> not) => not.Contains(option.Holder) || not.Contains(option.With);

    /// <summary>Grains of each holder when every item is held in the way that was chosen.</summary>
    public static IReadOnlyList<long> Loads(Sharing question, IReadOnlyList<int> chosen)
    {
        var loads = question.Holders.Select(h => h.Committed).ToArray();
        foreach (var (at, item) in question.Items.Index())
        {
            if (chosen[at] < 0) continue;
            var option = item.Options[chosen[at]];
            loads[option.Holder] += option.Points;
            if (option.With >= 0) loads[option.With] += option.WithPoints;
        }

        return loads;
    }

    /// <summary>What the marks alone make of everybody.</summary>
    private sealed class Settled
    {
        private readonly Sharing _question;
        private readonly HashSet<int> _items = [];
        private readonly long[] _points;
        private readonly int[] _new;
        private readonly bool[] _takesMore;

        public Settled(Sharing question, IReadOnlyList<Mark> marks)
        {
            _question = question;
            (_points, _new, _takesMore) = (new long[question.Holders.Count], new int[question.Holders.Count],
                new bool[question.Holders.Count]);
            foreach (var mark in marks)
            {
                if (!_items.Add(mark.Item)) throw new ArgumentException("Two marks for one item.", nameof(marks));
                if (mark.Option < 0) continue;
                var (item, option) = (question.Items[mark.Item], question.Items[mark.Item].Options[mark.Option]);
                var now = item.Now < 0 ? null : item.Options[item.Now];
                Take(option.Holder, option.Points, now);
                if (option.With >= 0) Take(option.With, option.WithPoints, now);
                if (item.Now >= 0 && item.Now != mark.Option) Moves++;
            }
        }

        public int Moves { get; private set; }

        public bool Has(int item) => _items.Contains(item);

        /// <summary>Who takes nothing more is never too full: what somebody holds is no breach of theirs.</summary>
        public bool IsOverfull(int holder)
        {
            var one = _question.Holders[holder];
            return _new[holder] > one.MostNew || (_takesMore[holder] && one.Committed + _points[holder] > one.Ceiling);
        }

        public bool TakesMore(int holder) => _takesMore[holder];

        public IReadOnlyList<Holder> Holders() =>
        [
            .. _question.Holders.Select((h, i) => h with
            {
                Committed = h.Committed + _points[i],
                MostNew = h.MostNew == int.MaxValue ? int.MaxValue : Math.Max(0, h.MostNew - _new[i]),
            }),
        ];

        /// <param name="now">The way in which the item is held now; null for one that waits.</param>
        private void Take(int holder, long points, Option? now)
        {
            var held = now?.Holder == holder ? now.Points : now?.With == holder ? now.WithPoints : (long?)null;
            _points[holder] += points;
            if (held is null) _new[holder]++;
            _takesMore[holder] |= held is null || points > held;
        }
    }
}
