namespace Fairload.Core.Disclosure;

/// <summary>Why a group is hidden. All but the first say the same of it: nothing about what its people answered.</summary>
public enum HiddenBecause
{
    /// <summary>Fewer than the floor answered.</summary>
    Small,

    /// <summary>With the other figures of this release a group under the floor could be worked out.</summary>
    GivesAway,

    /// <summary>With figures of earlier releases alone a group under the floor could be worked out.</summary>
    GivesAwayWithEarlier,

    /// <summary>The proof took more than the effort allowed, and what is not proved is not shown.</summary>
    NotProved,

    /// <summary>There is nobody in the group.</summary>
    Nobody,

    /// <summary>Without saying whether the group is under the floor: with the other signs that alone would tell a count.</summary>
    KeptBack,
}

/// <summary>A group and what may be seen of it.</summary>
/// <param name="People">How many answered; a sign where the group is hidden, or where nearly everybody answered, because then the count
/// would tell who did not.</param>
/// <param name="Hidden">Null when figures about the group may be shown.</param>
public sealed record GroupOutcome(Group Group, Disclosed People, HiddenBecause? Hidden)
{
    /// <summary>Means and percentages may be shown.</summary>
    public bool IsShown => Hidden is null;

    /// <summary>Shown, but nearly everybody answered: the number of those who did not is kept back.</summary>
    public bool IsNearlyComplete => IsShown && !People.IsShown;
}

/// <summary>A group whose figures were let out, by this release or an earlier one.</summary>
/// <param name="ShowsPeople">Whether the number of those who answered was let out with them.</param>
public sealed record ReleasedGroup(Group Group, bool ShowsPeople);

/// <summary>What an audit of all released groups together came to.</summary>
/// <param name="IsProved">No group of people that is a union of cells and has fewer than the floor can be worked out by adding and
/// subtracting released figures.</param>
/// <param name="Figures">Released groups that were held against each other, earlier ones with them.</param>
/// <param name="Cells">Cells of the finest crossing that hold anybody.</param>
/// <param name="Steps">Groups that the attacker looked at.</param>
/// <param name="Counts">What came of the attacker who knows that people are whole; null where the counts are no secret.</param>
public sealed record ReleaseProof(bool IsProved, int Figures, int Cells, long Steps, CountProof? Counts = null)
{
    /// <summary>By every attacker that looked: sums and, where there are any to protect, counts.</summary>
    public bool IsProvedByAll => IsProved && Counts is (null or { State: AuditState.Proved });

    /// <summary>For under the table.</summary>
    public FormattableString Says(DisclosureRule rule) => IsProvedByAll
        ? (FormattableString)$"Proved: {Figures} groups held against each other, earlier releases with them; no group of fewer than {rule.Floor} people can be worked out from them."
        : $"Not proved that no group of fewer than {rule.Floor} people can be worked out. Nothing of this may be shown.";
}

/// <summary>What leaves, what stays, and the proof.</summary>
/// <param name="Groups">By turn, then size, then name.</param>
public sealed record Release(DisclosureRule Rule, IReadOnlyList<GroupOutcome> Groups, ReleaseProof Proof)
{
    /// <summary>What the ledger has to remember.</summary>
    public IEnumerable<ReleasedGroup> Released => Groups.Where(g => g.IsShown).Select(g => new ReleasedGroup(g.Group, g.People.IsShown));

    /// <summary>Why a group is hidden, in one sentence; null when it is shown.</summary>
    public FormattableString? Why(GroupOutcome outcome) => outcome.Hidden switch
    {
        null => null,
        HiddenBecause.Small => $"Fewer than {Rule.Floor} people of this group answered.",
        HiddenBecause.GivesAway => $"With the other figures shown here, a group of fewer than {Rule.Floor} people could be worked out.",
        HiddenBecause.GivesAwayWithEarlier =>
            $"With figures that were shown before, a group of fewer than {Rule.Floor} people could be worked out.",
        HiddenBecause.NotProved => $"It could not be proved in time that this gives away no group of fewer than {Rule.Floor} people.",
        HiddenBecause.Nobody => $"Nobody belongs to this group.",
        HiddenBecause.KeptBack => $"Kept back, so that no count of fewer than {Rule.Floor} people can be worked out.",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}

/// <summary>How much is spent on proofs, counted in groups looked at, so that the same input always gives the same answer.</summary>
/// <param name="StepsAGroup">For one group before it is hidden instead.</param>
/// <param name="StepsInAll">For the audit of everything together before the release is refused.</param>
/// <param name="StepsOfCounts">For the attack on counts before the release is refused.</param>
public sealed record ProofEffort(long StepsAGroup, long StepsInAll, long StepsOfCounts = ProofEffort.UsualStepsOfCounts)
{
    public const long UsualStepsOfCounts = 5_000_000;

    public static ProofEffort Usual { get; } = new(20_000, 50_000_000);
}
