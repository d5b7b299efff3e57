using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.Core.Allocation;

/// <summary>Turns people and cases into a question for the solver.</summary>
internal sealed class QuestionMaking
{
    private const int MostPartners = 4;

    private readonly WorkToShare _asked;
    private readonly List<PersonAsked> _people = [];
    private readonly List<int> _indexes = [];
    private readonly Dictionary<Id<Worker>, int> _at = [];
    private readonly Dictionary<Id<Case>, List<int>> _holders = [];
    private readonly Dictionary<string, List<int>> _families = new(StringComparer.Ordinal);
    private readonly HashSet<string> _together = new(StringComparer.Ordinal);
    private readonly WhoMay _who;
    private readonly KindCosts _costs;
    private readonly List<Item> _items = [];
    private readonly List<ItemAsked> _shown = [];

    public QuestionMaking(WorkToShare asked)
    {
        _asked = asked;
        foreach (var (index, person) in asked.People.Index().Where(p => p.Item.Capacity > 0))
        {
            _at[person.Worker] = _people.Count;
            _indexes.Add(index);
            _people.Add(person);
        }

        var families = new Dictionary<string, Id<Case>>(StringComparer.Ordinal);
        foreach (var (at, person) in _people.Index())
        {
            foreach (var held in person.Held)
            {
                Note(_holders, held.Case, at);
                if (held.Marks.Family.Length == 0) continue;
                Note(_families, held.Marks.Family, at);
                Meets(held.Marks.Family, held.Case);
            }
        }

        foreach (var place in asked.ToPlace.Where(p => p.Case.Marks.Family.Length > 0)) Meets(place.Case.Marks.Family, place.Case.Case);
        _who = new(_people, asked.Statement);
        _costs = new(_people, asked.Kind);

        void Meets(string family, Id<Case> one)
        {
            if (!families.TryAdd(family, one) && families[family] != one) _together.Add(family);
        }
    }

    public SharingAsked Make()
    {
        foreach (var (index, place) in _asked.ToPlace.Index()) Place(index, place);
        var freed = new long[_people.Count];
        var isPlaced = _asked.ToPlace.Select(p => p.Case.Case).ToHashSet();
        foreach (var (index, one) in _asked.Standing.Index())
        {
            if (isPlaced.Contains(one.Case.Case) || _together.Contains(one.Case.Marks.Family)) continue;
            if (_at.TryGetValue(one.Holder, out var holder)) freed[holder] += Stand(index, one, holder);
        }

        var holders = _people.Select((p, at) => Holder(p, freed[at]));
        return new(new([.. holders], _items, _asked.MostMoves), _indexes, _shown);
    }

    private Holder Holder(PersonAsked person, long freed)
    {
        var limits = _asked.Limits;
        var capacity = WorkToShare.Grains(person.Capacity!.Value);
        // Rounded down, so that nobody passes it by what is rounded away.
        var ceiling = limits.Ceiling is { } most ? (long)Math.Floor(person.Capacity.Value * most * Sharing.GrainsAPoint)
            : long.MaxValue / 4;
        var mostNew = person.TakesNothing ? 0
            : limits.NewCasesAWeek is { } week ? Math.Max(0, week - person.NewThisWeek) : int.MaxValue;
        return new(Math.Max(1, capacity), Math.Max(0, WorkToShare.Grains(person.Points) - freed), ceiling, mostNew);
    }

    private void Place(int index, CaseToPlace place)
    {
        var may = _who.For(place.Case, place.Service);
        var rules = Rules(place.Case, may, place.Beside?.Worker);
        var options = new List<Option>(may.All.Count);
        var ways = new CaseWays(this, place.Case, place.Team, may, rules);
        foreach (var person in may.All)
        {
            if (place.Beside is { } beside && _people[person].Worker == beside.Worker && rules[person] == Rule.Alone)
                options.Add(new(person, WorkToShare.Grains(ways.Points * (1 - beside.Share)), 0));
            else ways.AddTo(options, person);
        }

        _items.Add(new(options, place.Risk));
        _shown.Add(new(index, -1, rules));
    }

    /// <summary>What it weighs for whoever holds it now.</summary>
    private long Stand(int index, CaseThatStands one, int holder)
    {
        var may = _who.For(one.Case, one.Service);
        var rules = Rules(one.Case, may, null);
        var ways = new CaseWays(this, one.Case, one.Team, may, rules);
        var isWhole = one.Team is null || _asked.LookedAtWhole.Contains(one.Case.Case);
        var looked = isWhole ? may.All : may.Nearest(one.Team!.Value);
        var options = new List<Option>(looked.Count + 1);
        var now = -1;
        foreach (var person in ways.With(looked, holder))
        {
            if (person != holder)
            {
                ways.AddTo(options, person);
                continue;
            }

            now = options.Count;
            options.Add(new(holder, WorkToShare.Grains(ways.Points), one.Case.WishedAway == one.Holder ? ways.Cost(holder) : 0));
        }

        _items.Add(new(options, 1, now) { AlsoMay = looked.Count < may.All.Count ? may.All : [] });
        _shown.Add(new(-1, index, rules));
        return options[now].Points;
    }

    /// <summary>Whoever holds the case already, or has a conflict of interest, is looked at apart from all others.</summary>
    /// <param name="beside">Who holds a part of it, and may take the rest.</param>
    private RulesOfCase Rules(CaseAsked one, MayHold may, Id<Worker>? beside)
    {
        var except = new Dictionary<int, Rule>();
        var holders = _holders.GetValueOrDefault(one.Case) ?? [];
        foreach (var person in holders) Look(person);
        foreach (var worker in one.Conflicts)
            if (_at.TryGetValue(worker, out var person)) Look(person);

        return new(may.Rules, except);

        void Look(int person)
        {
            if (may.Rules[person] == Rule.OtherService) return;
            var worker = _people[person].Worker;
            except[person] = _who.Of(
                person, one, holders.Contains(person) && worker != beside, one.Conflicts.Contains(worker));
        }
    }

    private static void Note<TKey>(Dictionary<TKey, List<int>> lists, TKey key, int person) where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        if (list.Count == 0 || list[^1] != person) list.Add(person);
    }

    /// <summary>The ways in which one case can be held.</summary>
    private sealed class CaseWays(QuestionMaking making, CaseAsked one, Id<Team>? team, MayHold may, RulesOfCase rules)
    {
        private readonly List<int> _siblings = making._families.GetValueOrDefault(one.Marks.Family) ?? [];
        private readonly IReadOnlyList<int[]> _further = making._costs.For(one);
        private List<int>? _partners;

        /// <summary>What it weighs for whoever holds it whole, without a brother or sister.</summary>
        public decimal Points { get; } = CaseLoad.Of(one.Held(1), making._asked.Weights).Points;

        /// <summary>Those with most room, beside whom somebody who holds such work only jointly may hold it.</summary>
        private List<int> Partners => _partners ??= [.. may.Alone.Where(i => rules[i] == Rule.Alone).Take(MostPartners)];

        /// <summary>In the order of the people: these, the holder, and whoever knows the case or its family.</summary>
        public IEnumerable<int> With(IReadOnlyList<int> looked, int holder)
        {
            var more = new SortedSet<int>(_siblings);
            if (holder >= 0) more.Add(holder);
            foreach (var worker in one.HeldBefore)
                if (making._at.TryGetValue(worker, out var person)) more.Add(person);

            if (more.Count == 0) return looked;
            more.UnionWith(looked);
            return more;
        }

        public void AddTo(List<Option> options, int person)
        {
            if (rules[person] == Rule.Alone) options.Add(new(person, WorkToShare.Grains(PointsFor(person)), Cost(person)));
            if (rules[person] != Rule.Jointly) return;
            var (whole, first) = (WorkToShare.Grains(Points), WorkToShare.Grains(Points * making._asked.Statement.JointPart));
            foreach (var with in Partners) options.Add(new(person, first, Cost(person), with, whole - first));
        }

        /// <summary>Beside a brother or sister whom the person holds the case weighs what it really adds.</summary>
        private decimal PointsFor(int person) =>
            _siblings.Contains(person) ? making._people[person].Added(one, 1, making._asked.Weights) : Points;

        /// <summary>What does not speak for the person, and what speaks against them; the same as <see cref="Candidate.Signs"/> say, but
        /// for a number that is the same for everybody.</summary>
        public long Cost(int person)
        {
            var (kind, who) = (making._asked.Kind, making._people[person]);
            var cost = _siblings.Contains(person) ? 0L : kind.HoldsSibling;
            if (one.WishedAway == who.Worker) cost += kind.WishedAway + kind.HeldBefore;
            else if (!one.HeldBefore.Contains(who.Worker)) cost += kind.HeldBefore;
            if (one.WishedFor is { } wished && wished != who.Worker) cost += kind.WishedFor;
            foreach (var costs in _further) cost += costs[person];
            foreach (var place in who.Places)
                if (place.Team == team) return cost;

            return cost + kind.SameTeam;
        }
    }
}
