namespace Fairload.Core.Disclosure;

/// <summary>
/// Attacks the counts of a release that is safe by its sums, until no count under the floor can be worked out. Where one can, first the
/// signs about its people say no more whether they are under the floor; where that is not enough, the least wanted group is hidden of those
/// beside it. It looks at nothing but who is where and how many answered, so the same people always have the same groups hidden.
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

        var (groups, count) = (release.Groups.ToList(), release.Groups.Count(g => g.IsShown));
        var beside = new Beside(population, earlier, groups);
        while (!stop.IsCancellationRequested && attack.Proof.Steps < spend.StepsOfCounts)
        {
            var state = attack.GoOn(Math.Min(StepsAtOnce, spend.StepsOfCounts - attack.Proof.Steps));
            if (state == AuditState.AtWork) continue;
            if (state == AuditState.Proved || beside.ToKeepBack(attack.Stopped) is not { Count: > 0 } kept) break;
            foreach (var at in kept) groups[at] = groups[at] with { People = Disclosed.Hidden, Hidden = HiddenBecause.KeptBack };
            attack.Hide(kept.Select(at => earlier.Count + at));
        }

        var proof = release.Proof;
        if (groups.Count(g => g.IsShown) < count)
        {
            if (!Audited(population, earlier, groups, release.Rule, spend).Try(out var again, out problems)) return problems.ToList();
            proof = again;
        }

        return release with { Groups = groups, Proof = proof with { Counts = attack.Proof } };
    }

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

    /// <summary>What lies beside the people whose count was worked out.</summary>
    private sealed class Beside(Population population, IReadOnlyList<ReleasedGroup> earlier, List<GroupOutcome> groups)
    {
        private readonly List<int[]> _atoms = groups.ConvertAll(g => population.AtomsOf(g.Group)!);
        private readonly HashSet<string> _isOut = [.. earlier.Select(e => Key(population.AtomsOf(e.Group)!))];

        /// <summary>Places of groups; none when nothing of this release tells of those people any more.</summary>
        public List<int> ToKeepBack(int[] found)
        {
            var about = Enumerable.Range(0, groups.Count).Where(at => _atoms[at].Intersect(found).Any()).ToList();
            var signs = about.Where(at => groups[at].Hidden is not (null or HiddenBecause.Nobody or HiddenBecause.KeptBack)).ToList();
            if (signs.Count > 0) return signs;

            var over = about.Where(CanBeHidden).OrderBy(at => _atoms[at].Length).ThenByDescending(at => at).ToList();
            if (over.Count == 0) return [];
            var part = Enumerable.Range(0, groups.Count).Reverse()
                .Where(at => at != over[0] && CanBeHidden(at) && _atoms[at].Length < _atoms[over[0]].Length)
                .Where(at => _atoms[at].Intersect(_atoms[over[0]]).Any()).Select(at => (int?)at).FirstOrDefault();
            return [part ?? over[0]];
        }

        private bool CanBeHidden(int at) => groups[at].IsShown && !_isOut.Contains(Key(_atoms[at]));

        private static string Key(int[] atoms) => string.Join(',', atoms);
    }
}
