namespace Fairload.Core.Disclosure;

/// <summary>
/// Decides which of the groups that are wanted may be shown, given everything that was released before. It looks at who is where and at how
/// many answered, never at what they answered; so what is hidden says nothing about answers.
/// </summary>
/// <remarks>Groups come in the order in which they are wanted, and each is kept that leaves every group under the floor uncertain: the
/// order of Langsrud's suppression by Gaussian elimination (2024), held against unions of cells and not only against single ones.</remarks>
public static class Protection
{
    public static Result<Release> Of(
        Population population, IReadOnlyList<ReleasedGroup> earlier, IReadOnlyList<Group> wanted, DisclosureRule rule,
        ProofEffort? effort = null)
    {
        var spend = effort ?? ProofEffort.Usual;
        if (!Wanted(population, wanted).Try(out var groups, out var problems)) return problems.ToList();
        if (!ReleaseAudit.Begin(population, earlier, rule).Try(out _, out problems)) return problems.ToList();

        var outcomes = Decide(population, earlier, groups, rule, spend);
        IReadOnlyList<ReleasedGroup> all =
            [.. earlier, .. outcomes.Where(o => o.IsShown).Select(o => new ReleasedGroup(o.Group, o.People.IsShown))];
        if (!ReleaseAudit.Begin(population, all, rule).Try(out var audit, out problems)) return problems.ToList();
        audit.GoOn(spend.StepsInAll);
        return new Release(rule, outcomes, audit.Proof);
    }

    private static List<GroupOutcome> Decide(
        Population population, IReadOnlyList<ReleasedGroup> earlier, IReadOnlyList<WantedGroup> groups, DisclosureRule rule,
        ProofEffort spend)
    {
        var answers = new Protector(population.People(), rule.Floor);
        var missing = population.Missing() is { } absent ? new Protector(absent, rule.Floor) : null;
        foreach (var one in earlier)
        {
            var atoms = population.AtomsOf(one.Group)!;
            answers.IsOut(atoms);
            if (one.ShowsPeople) missing?.IsOut(atoms);
        }

        var shown = groups.Select(g => Decide(g, answers, missing, rule, spend)).ToList();
        return earlier.Count == 0 ? shown : SayWhichAreEarlier(population, earlier, groups, shown, rule, spend);
    }

    private static GroupOutcome Decide(WantedGroup group, Protector answers, Protector? missing, DisclosureRule rule, ProofEffort spend)
    {
        if (group.People == 0 && group.Invited is null or 0) return new(group.Group, Disclosed.NotAvailable, HiddenBecause.Nobody);
        if (group.People < rule.Floor) return new(group.Group, Disclosed.Hidden, HiddenBecause.Small);
        var finding = answers.Admit(group.Atoms, spend.StepsAGroup);
        if (finding != Finding.None)
            return new(group.Group, Disclosed.Hidden, finding == Finding.Found ? HiddenBecause.GivesAway : HiddenBecause.NotProved);

        var isCountSafe = missing is null
            || (group.Invited - group.People >= rule.Floor && missing.Admit(group.Atoms, spend.StepsAGroup) == Finding.None);
        return new(group.Group, isCountSafe ? Disclosed.Shown(group.People) : Disclosed.Hidden, null);
    }

    /// <summary>A second look, for the sentence only: would it be hidden if nothing new were shown?</summary>
    private static List<GroupOutcome> SayWhichAreEarlier(
        Population population, IReadOnlyList<ReleasedGroup> earlier, IReadOnlyList<WantedGroup> groups, List<GroupOutcome> shown,
        DisclosureRule rule, ProofEffort spend)
    {
        var before = new Protector(population.People(), rule.Floor);
        foreach (var one in earlier) before.IsOut(population.AtomsOf(one.Group)!);
        return [.. shown.Zip(groups, (outcome, group) =>
            outcome.Hidden is HiddenBecause.GivesAway && !before.Allows(group.Atoms, spend.StepsAGroup)
                ? outcome with { Hidden = HiddenBecause.GivesAwayWithEarlier } : outcome)];
    }

    /// <summary>In the order in which they are looked at, which is not that of the input.</summary>
    private static Result<WantedGroup[]> Wanted(Population population, IReadOnlyList<Group> wanted)
    {
        var problems = new List<Problem>();
        var known = new HashSet<(string, string)>();
        foreach (var twice in wanted.Where(g => !known.Add((g.Round, g.Name))).DistinctBy(g => (g.Round, g.Name)))
            problems.Add(new("Groups", $"{twice.Name} of {twice.Round} is there twice: give each group a name of its own"));

        var groups = new List<WantedGroup>();
        foreach (var group in wanted)
        {
            if (population.AtomsOf(group) is not { } atoms) problems.Add(ReleaseAudit.Unknown(group));
            else if (atoms.Length == 0) problems.Add(new("Groups", $"{group.Name} of {group.Round} has no cells: leave it out or name them"));
            else groups.Add(WantedGroup.Of(group, atoms, population));
        }

        if (problems.Count > 0) return problems;
        return groups.OrderBy(g => g.Group.Turn).ThenByDescending(g => g.People)
            .ThenBy(g => g.Group.Round, StringComparer.Ordinal).ThenBy(g => g.Group.Name, StringComparer.Ordinal).ToArray();
    }

    /// <summary>A wanted group with its atoms counted.</summary>
    private sealed record WantedGroup(Group Group, int[] Atoms, int People, int? Invited)
    {
        public static WantedGroup Of(Group group, int[] atoms, Population population)
        {
            var (answered, invited) = (0, (int?)0);
            foreach (var at in atoms)
            {
                var atom = population.Atoms[at];
                (answered, invited) = (answered + atom.People, invited + atom.Invited);
            }

            return new(group, atoms, answered, group.Listed < invited ? group.Listed : invited);
        }
    }
}
