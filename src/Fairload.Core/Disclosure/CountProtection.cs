namespace Fairload.Core.Disclosure;

/// <summary>
/// Attacks the counts of a release that is safe by its sums, and hides more of it until no count under the floor can be worked out: each
/// time the least wanted group of those that have people in common with the one that was found. It looks at nothing but who is where and how
/// many answered, so the same people always have the same groups hidden.
/// </summary>
public static class CountProtection
{
    private const long StepsAtOnce = 20_000;

    /// <param name="earlier">As they were held against each other for <paramref name="release"/>.</param>
    /// <param name="stop">Whoever waits no longer gets a release that is not proved, and so none.</param>
    public static Result<Release> Of(
        Population population, IReadOnlyList<ReleasedGroup> earlier, Release release, ProofEffort? effort, CancellationToken stop)
    {
        var spend = effort ?? ProofEffort.Usual;
        if (!CountAttack.Begin(population, earlier, release.Groups, release.Rule).Try(out var attack, out var problems))
            return problems.ToList();

        var groups = release.Groups.ToList();
        var atoms = groups.ConvertAll(g => population.AtomsOf(g.Group)!);
        var isOut = earlier.Where(e => e.ShowsPeople).Select(e => Key(population.AtomsOf(e.Group)!)).ToHashSet();
        var hidden = 0;
        while (!stop.IsCancellationRequested && attack.Proof.Steps < spend.StepsOfCounts)
        {
            var state = attack.GoOn(Math.Min(StepsAtOnce, spend.StepsOfCounts - attack.Proof.Steps));
            if (state == AuditState.AtWork) continue;
            if (state == AuditState.Proved || Next(attack.Stopped) is not { } next) break;
            groups[next] = groups[next] with { People = Disclosed.Hidden, Hidden = HiddenBecause.GivesAway };
            attack.Hide(earlier.Count + next);
            hidden++;
        }

        var proof = release.Proof;
        if (hidden > 0)
        {
            if (!Audited(population, earlier, groups, release.Rule, spend).Try(out var again, out problems)) return problems.ToList();
            proof = again;
        }

        return release with { Groups = groups, Proof = proof with { Counts = attack.Proof } };

        int? Next(int[] stopped)
        {
            for (var at = groups.Count - 1; at >= 0; at--)
                if (groups[at].People.IsShown && !isOut.Contains(Key(atoms[at])) && atoms[at].Intersect(stopped).Any()) return at;
            return null;
        }
    }

    private static string Key(int[] atoms) => string.Join(',', atoms);

    /// <summary>What is hidden more makes no sum easier to work out; it is proved anew all the same.</summary>
    private static Result<ReleaseProof> Audited(
        Population population, IReadOnlyList<ReleasedGroup> earlier, List<GroupOutcome> groups, DisclosureRule rule, ProofEffort spend)
    {
        IReadOnlyList<ReleasedGroup> all =
            [.. earlier, .. groups.Where(g => g.IsShown).Select(g => new ReleasedGroup(g.Group, g.People.IsShown))];
        if (!ReleaseAudit.Begin(population, all, rule).Try(out var audit, out var problems)) return problems.ToList();
        audit.GoOn(spend.StepsInAll);
        return audit.Proof;
    }
}
