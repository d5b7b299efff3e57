using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.Core.Allocation.Meetings;

/// <summary>How good a proposal is, in a few figures. Loads are parts of capacity: 1.04 is 104 %.</summary>
/// <param name="Heaviest">Null where nobody has any capacity.</param>
/// <param name="Placed">Cases that waited and that somebody would take.</param>
/// <param name="Jain">Evenness, towards 1: see <see cref="Fairness"/>.</param>
public sealed record PlanFigures(decimal? Heaviest, int Placed, double Jain)
{
    /// <summary>True where this one is worse than the other in any of the three, beyond what is rounded away.</summary>
    public bool IsWorseThan(PlanFigures other) =>
        Placed < other.Placed || Heaviest - other.Heaviest > 0.0005m || other.Jain - Jain > 0.0005;
}

/// <summary>One person before and after, as parts of capacity.</summary>
public sealed record PlanPerson(Id<Worker> Worker, decimal Before, decimal After);

/// <summary>People whom perfect sharing leaves equally loaded, and how many of the cases only they can take.</summary>
public sealed record PlanBlock(decimal Share, IReadOnlyList<Id<Worker>> People, int Cases);

/// <summary>What speaks for whoever would take a case beside the load, or against them.</summary>
/// <param name="Language">That is wished for, as a code; empty for none.</param>
/// <param name="Locality">Of the case, as entered.</param>
public sealed record PlanSigns(Id<Case> Case, Id<Worker> Worker, KindSigns Signs, string Language, string Locality);

/// <summary>Why a case is left waiting.</summary>
/// <param name="Rules">For each rule against how many people it stands.</param>
/// <param name="Could">How many could hold it by the rules, if they had room.</param>
public sealed record PlanLeft(Id<Case> Case, IReadOnlyDictionary<Rule, int> Rules, int Could);

/// <summary>What is proven about a proposal, and everybody before and after. Kept as it was worked out.</summary>
/// <param name="Bound">No sharing that keeps the marks leaves a lighter heaviest load than this.</param>
/// <param name="Gap">See <see cref="Shared.Gap"/>.</param>
/// <param name="Steps">With the same data, seed and steps it comes out the same.</param>
public sealed record MeetingPlan(
    PlanFigures Figures, decimal? HeaviestBefore, decimal? Bound, double Gap, double GapOfHeaviest, int Moves, bool IsExact, long Steps,
    IReadOnlyList<PlanPerson> People, IReadOnlyList<PlanBlock> Blocks, IReadOnlyList<PlanLeft> Left)
{
    /// <summary>Of each line that somebody would take; of none in a plan that was kept before this was.</summary>
    public IReadOnlyList<PlanSigns> Signs { get; init; } = [];

    /// <summary>What speaks for this person about this case; null where nothing was kept.</summary>
    public PlanSigns? SignsOf(Id<Case> one, Id<Worker> worker) => Signs.FirstOrDefault(s => s.Case == one && s.Worker == worker);
}
