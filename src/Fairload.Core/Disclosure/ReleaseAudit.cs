namespace Fairload.Core.Disclosure;

/// <summary>How an audit stands.</summary>
public enum AuditState
{
    AtWork,
    Proved,

    /// <summary>A group under the floor can be worked out.</summary>
    Unsafe,

    /// <summary>The numbers grew too large to be reckoned with exactly. That is a refusal.</summary>
    GaveUp,
}

/// <summary>
/// The attacker who has every released figure and begins anew: trusts nothing that the protection found. It goes from cell to cell, so it
/// can be stopped and gone on with.
/// </summary>
public sealed class ReleaseAudit
{
    private readonly IReadOnlyList<int> _people;
    private readonly Protector _answers;
    private readonly Protector? _missing;
    private readonly int _figures;
    private int _next;

    private ReleaseAudit(IReadOnlyList<int> people, Protector answers, Protector? missing, int figures) =>
        (_people, _answers, _missing, _figures) = (people, answers, missing, figures);

    public AuditState State { get; private set; }

    /// <summary>Cells that are done with, of <see cref="Cells"/>.</summary>
    public int Done => _next;

    public int Cells => _people.Count;

    public ReleaseProof Proof => new(
        State == AuditState.Proved, _figures, _people.Count(p => p > 0), _answers.Steps + (_missing?.Steps ?? 0));

    public static Result<ReleaseAudit> Begin(Population population, IReadOnlyList<ReleasedGroup> released, DisclosureRule rule)
    {
        var problems = new List<Problem>();
        var people = population.People();
        var answers = new Protector(people, rule.Floor);
        var missing = population.Missing() is { } absent ? new Protector(absent, rule.Floor) : null;
        foreach (var one in released)
        {
            if (population.AtomsOf(one.Group) is not { } atoms)
            {
                problems.Add(Unknown(one.Group));
                continue;
            }

            answers.IsOut(atoms);
            if (one.ShowsPeople) missing?.IsOut(atoms);
        }

        if (problems.Count > 0) return problems;
        var isReckoned = answers.IsSettled() && missing?.IsSettled() != false;
        return new ReleaseAudit(people, answers, missing, released.Count)
        {
            State = !isReckoned ? AuditState.GaveUp : people.Count == 0 ? AuditState.Proved : AuditState.AtWork,
        };
    }

    /// <summary>Goes on for about so many steps more.</summary>
    public AuditState GoOn(long steps)
    {
        var most = _answers.Steps + (_missing?.Steps ?? 0) + steps;
        while (State == AuditState.AtWork)
        {
            var left = most - _answers.Steps - (_missing?.Steps ?? 0);
            if (left <= 0) return State;
            State = Look(_next, left);
            if (State == AuditState.AtWork && ++_next == _people.Count) State = AuditState.Proved;
            else if (State == AuditState.GaveUp) return State = AuditState.AtWork;
        }

        return State;
    }

    internal static Problem Unknown(Group group) =>
        new("Groups", $"{group.Name} of {group.Round} names a cell that is not in the population given: give the cells of every round that was released");

    private AuditState Look(int atom, long steps)
    {
        var finding = _answers.Look(atom, steps);
        if (finding == Finding.None && _missing is not null) finding = _missing.Look(atom, steps);
        return finding switch
        {
            Finding.None => AuditState.AtWork,
            Finding.Found => AuditState.Unsafe,
            _ => AuditState.GaveUp,
        };
    }
}
