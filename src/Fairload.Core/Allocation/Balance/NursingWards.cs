using Fairload.Core.Allocation.PublicProblems;

namespace Fairload.Core.Allocation.Balance;

/// <summary>
/// The balanced nursing workload problem: newborn patients lie in zones, a nurse works in one zone, and each patient has an acuity,
/// which is the work it makes. Every nurse has from the fewest to the most patients and no more work than the limit.
/// </summary>
/// <remarks>CSPLib problem 69; Mullinax and Lawley, 2002; Schaus, Van Hentenryck and Régin, 2009.</remarks>
/// <param name="Nurses">All of them work; how many in which zone is to be decided.</param>
/// <param name="FewestPatients">A nurse has at least so many.</param>
/// <param name="MostPatients">A nurse has at most so many.</param>
/// <param name="MostWork">The greatest sum of acuities that a nurse may have.</param>
/// <param name="Zones">The acuities of the patients of each zone, each 0 or more.</param>
public sealed record NursingWards(
    int Nurses, int FewestPatients, int MostPatients, int MostWork, IReadOnlyList<IReadOnlyList<int>> Zones)
{
    /// <summary>A zone is solved over every set of its patients, which more would not allow.</summary>
    public const int MostInAZone = 20;

    private const int MostZones = 10_000;
    private const int MostAcuity = 1_000_000;

    /// <summary>
    /// Reads the text form of CSPLib: zones and nurses; fewest and most patients and the most work of a nurse; then for each zone
    /// its number of patients and their acuities. Refuses what is not a whole number or out of range, and zones of more than
    /// <see cref="MostInAZone"/> patients.
    /// </summary>
    public static Result<NursingWards> Read(string text)
    {
        var numbers = WholeNumbers.In(text);
        var zones = numbers.TakeInt("the number of zones", 1, MostZones);
        var nurses = numbers.TakeInt("the number of nurses", 1, MostZones * MostInAZone);
        var fewest = numbers.TakeInt("the fewest patients of a nurse", 0, MostInAZone);
        var most = numbers.TakeInt("the most patients of a nurse", Math.Max(fewest, 1), int.MaxValue);
        var work = numbers.TakeInt("the most work of a nurse", 0, int.MaxValue);
        var lying = new List<IReadOnlyList<int>>();
        for (var zone = 0; zone < zones && numbers.Wrong is null; zone++)
        {
            var patients = numbers.TakeInt($"the number of patients of zone {zone + 1}", 0, MostInAZone);
            var says = $"an acuity of zone {zone + 1}";
            lying.Add([.. Enumerable.Range(0, patients).Select(_ => numbers.TakeInt(says, 0, MostAcuity))]);
        }

        numbers.End("the last zone");
        return numbers.Wrong is { } wrong ? wrong : new NursingWards(nurses, fewest, most, work, lying);
    }
}

/// <summary>The fairest way to share the patients, proved so.</summary>
/// <param name="SumOfSquares">The sum over nurses of the square of the work of each; the least there can be.</param>
/// <param name="Nurses">For each nurse the zone and which of its patients, both counted from 0.</param>
public sealed record NursingShare(long SumOfSquares, IReadOnlyList<NursingDuty> Nurses);

/// <summary>What one nurse does.</summary>
/// <param name="Work">The sum of the patients' acuities.</param>
public sealed record NursingDuty(int Zone, IReadOnlyList<int> Patients, long Work);
