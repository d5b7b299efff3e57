namespace Fairload.Core.Disclosure;

/// <summary>How many can be in a group under the floor, as far as everybody can work it out.</summary>
/// <param name="Group">Null for a cell of the finest crossing that nobody asked for as a group.</param>
/// <param name="Cells">The cells that make it.</param>
/// <param name="Least">Not fewer than this.</param>
/// <param name="Most">Not more than this.</param>
public sealed record NarrowCount(Group? Group, IReadOnlyList<CellOfRound> Cells, int Least, int Most);

/// <summary>What came of the attack on counts.</summary>
/// <param name="State">Whatever is not proved is a refusal.</param>
/// <param name="Groups">Groups and cells under the floor that were attacked.</param>
/// <param name="Steps">Tables that were looked at.</param>
/// <param name="Breach">The first count that is told too narrowly; null for none.</param>
public sealed record CountProof(AuditState State, int Groups, long Steps, NarrowCount? Breach);

/// <summary>
/// The attacker who knows that people are whole and never fewer than none: for every group and cell under the floor that is kept back, the
/// fewest and the most that can be in it, given every count that was let out, the sign that stands for every other one, and the staff list.
/// </summary>
/// <remarks>A count under the floor is told too narrowly where only one number is possible. That two are is proved by a second table that
/// agrees with all that is told; that there is none by looking at every table there is. Neither in so many steps counts as not proved. See
/// decision 110.</remarks>
public sealed class CountAttack
{
    /// <summary>For one question about one group; more counts as not proved.</summary>
    public const long StepsAQuestion = 500;

    private readonly Population _population;
    private readonly DisclosureRule _rule;
    private readonly int[] _truth;
    private readonly PossibleCounts _possible;
    private readonly List<Target> _targets = [];
    private readonly List<int>[] _targetsOf;
    private int _next;

    private CountAttack(Population population, DisclosureRule rule, List<ToldCount> told)
    {
        (_population, _rule) = (population, rule);
        _truth = [.. population.People()];
        _targetsOf = [.. _truth.Select(_ => new List<int>())];
        _possible = new(_truth, [.. population.Atoms.Select(a => a.People == 0 ? 0 : a.Invited ?? ToldCount.NoEnd)], told);
    }

    public AuditState State { get; private set; }

    public NarrowCount? Breach { get; private set; }

    public CountProof Proof => new(State, _targets.Count, _possible.Steps, Breach);

    /// <summary>Groups and cells that are done with, of <see cref="Targets"/>.</summary>
    public int Done => _next;

    public int Targets => _targets.Count;

    /// <param name="earlier">What other releases let out of the same people.</param>
    /// <param name="outcomes">What this one does; the signs of what it hides tell something too.</param>
    public static Result<CountAttack> Begin(
        Population population, IReadOnlyList<ReleasedGroup> earlier, IReadOnlyList<GroupOutcome> outcomes, DisclosureRule rule)
    {
        var (told, problems) = (new List<ToldCount>(), new List<Problem>());
        var kept = new List<(Group Group, int[] Atoms)>();
        foreach (var (group, isCountShown, hidden) in Groups(earlier, outcomes))
        {
            if (population.AtomsOf(group) is not { } atoms)
            {
                problems.Add(ReleaseAudit.Unknown(group));
                continue;
            }

            var people = atoms.Sum(a => population.Atoms[a].People);
            told.Add(Told(atoms, people, isCountShown, hidden, rule));
            if (people > 0 && people < rule.Floor) kept.Add((group, atoms));
        }

        if (problems.Count > 0) return problems;
        var attack = new CountAttack(population, rule, told);
        foreach (var (group, atoms) in kept) attack.Aim(group, atoms);
        foreach (var (atom, people) in attack._truth.Index())
            if (people > 0 && people < rule.Floor) attack.Aim(null, [atom]);
        attack.State = attack._targets.Count == 0 ? AuditState.Proved : AuditState.AtWork;
        return attack;
    }

    /// <summary>Goes on for about so many steps more.</summary>
    public AuditState GoOn(long steps)
    {
        var most = _possible.Steps + steps;
        while (State == AuditState.AtWork && _possible.Steps < most)
        {
            var finding = Attack(_next);
            if (finding == Finding.Found) Breach = Narrow(_targets[_next]);
            State = finding switch
            {
                Finding.Found => AuditState.Unsafe,
                Finding.GaveUp => AuditState.GaveUp,
                _ => ++_next == _targets.Count ? AuditState.Proved : AuditState.AtWork,
            };
        }

        return State;
    }

    /// <summary>The atoms of the group that it stopped at.</summary>
    internal int[] Stopped => _targets[_next].Atoms;

    /// <summary>Nothing is told of these groups any more, by their places in <see cref="Begin"/>; goes on from where it stopped. Tables
    /// that were possible before still are.</summary>
    internal void Hide(IEnumerable<int> which)
    {
        foreach (var one in which) _possible.Tell(one, 0, ToldCount.NoEnd);
        _possible.Begin();
        (State, Breach) = (AuditState.AtWork, null);
    }

    private static IEnumerable<(Group Group, bool IsCountShown, HiddenBecause? Hidden)> Groups(
        IReadOnlyList<ReleasedGroup> earlier, IReadOnlyList<GroupOutcome> outcomes) =>
        earlier.Select(e => (e.Group, e.ShowsPeople, (HiddenBecause?)null))
            .Concat(outcomes.Select(o => (o.Group, o.People.IsShown, o.Hidden)));

    /// <summary>The count, or what its sign says: that it is under the floor, or not.</summary>
    private static ToldCount Told(int[] atoms, int people, bool isCountShown, HiddenBecause? hidden, DisclosureRule rule)
    {
        if (isCountShown || hidden is HiddenBecause.Nobody) return new(atoms, people, people);
        // What went out under a lower floor may hold fewer.
        if (hidden is HiddenBecause.KeptBack) return new(atoms, 0, ToldCount.NoEnd);
        return hidden is HiddenBecause.Small ? new(atoms, 0, rule.Floor - 1) : new(atoms, Math.Min(rule.Floor, people), ToldCount.NoEnd);
    }

    private void Aim(Group? group, int[] atoms)
    {
        var target = new Target(group, atoms, atoms.Sum(a => _truth[a]));
        foreach (var atom in atoms) _targetsOf[atom].Add(_targets.Count);
        _targets.Add(target);
    }

    /// <summary>None when enough numbers are possible.</summary>
    private Finding Attack(int which)
    {
        var target = _targets[which];
        var isUnsure = false;
        foreach (var isUp in (ReadOnlySpan<bool>)[true, false])
        {
            if (!target.IsSafe && _possible.Move(target.Atoms, isUp)) Learn();
        }

        foreach (var isUp in (ReadOnlySpan<bool>)[true, false])
        {
            if (target.IsSafe) break;
            var (least, most) = isUp ? (target.People + 1, ToldCount.NoEnd) : (0, target.People - 1);
            var finding = _possible.Ask(target.Atoms, least, most, StepsAQuestion);
            isUnsure |= finding == Finding.GaveUp;
            if (finding == Finding.Found) Learn();
        }

        if (target.IsSafe) return Finding.None;
        return isUnsure ? Finding.GaveUp : Finding.Found;
    }

    /// <summary>One table tells of many groups what is possible.</summary>
    private void Learn()
    {
        var table = _possible.Table;
        var moved = new Dictionary<int, int>();
        for (var atom = 0; atom < table.Length; atom++)
        {
            if (table[atom] == _truth[atom]) continue;
            foreach (var which in _targetsOf[atom]) moved[which] = moved.GetValueOrDefault(which) + table[atom] - _truth[atom];
        }

        foreach (var (which, by) in moved) _targets[which].Seen(by);
    }

    private NarrowCount Narrow(Target target) => new(
        target.Group, [.. target.Atoms.SelectMany(a => _population.Atoms[a].Cells)], target.Least, target.Most);

    private sealed class Target
    {
        public Target(Group? group, int[] atoms, int people) =>
            (Group, Atoms, People, Least, Most) = (group, atoms, people, people, people);

        public Group? Group { get; }

        public int[] Atoms { get; }

        public int People { get; }

        public int Least { get; private set; }

        public int Most { get; private set; }

        public bool IsSafe => Most > Least;

        public void Seen(int by) => (Least, Most) = (Math.Min(Least, People + by), Math.Max(Most, People + by));
    }
}
