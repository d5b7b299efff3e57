using System.Numerics;

namespace Fairload.Core.Allocation.Balance;

/// <summary>
/// Shares patients among nurses so that the sum of squared workloads is as small as can be, exactly. The mean is given by the
/// numbers, so this is also the least variance.
/// </summary>
/// <remarks>
/// For a zone, F(S, k) is the least sum of squares of the patients S with k nurses: the first patient of S is with some nurse, so
/// F(S, k) = min over bundles B of S holding it of (work of B)² + F(S − B, k − 1). Then zones share the nurses out one after another.
/// </remarks>
public static class WorkloadBalance
{
    private const long None = long.MaxValue;
    private const long Unasked = -1;

    /// <param name="Least">By nurses, then by set of patients.</param>
    /// <param name="Work">By set of patients.</param>
    /// <param name="Bundles">What a nurse may have, by its first patient.</param>
    private sealed record Zone(
        NursingWards Wards, int Number, IReadOnlyList<int> Acuities, int Nurses, long[][] Least, long[] Work, int[][] Bundles);

    /// <summary>The fairest share; null where the patients can not be shared as asked, whatever is done.</summary>
    public static NursingShare? Solve(NursingWards wards)
    {
        foreach (var zone in wards.Zones) ArgumentOutOfRangeException.ThrowIfGreaterThan(zone.Count, NursingWards.MostInAZone);
        var zones = wards.Zones.Select((acuities, number) => Table(wards, number, acuities)).ToList();

        // least[n]: of the zones so far, with n nurses in them.
        var least = Enumerable.Repeat(None, wards.Nurses + 1).ToArray();
        least[0] = 0;
        var chosen = new List<int[]>();
        foreach (var zone in zones)
        {
            var (next, choice) = (Enumerable.Repeat(None, wards.Nurses + 1).ToArray(), new int[wards.Nurses + 1]);
            for (var before = 0; before <= wards.Nurses; before++)
            {
                if (least[before] == None) continue;
                for (var here = 0; here <= zone.Nurses && before + here <= wards.Nurses; here++)
                {
                    var alone = Least(zone, here, zone.Work.Length - 1);
                    if (alone == None || least[before] + alone >= next[before + here]) continue;
                    (next[before + here], choice[before + here]) = (least[before] + alone, here);
                }
            }

            least = next;
            chosen.Add(choice);
        }

        return least[^1] == None ? null : new(least[^1], Duties(wards, zones, chosen));
    }

    private static Zone Table(NursingWards wards, int number, IReadOnlyList<int> acuities)
    {
        var all = 1 << acuities.Count;
        var work = new long[all];
        for (var set = 1; set < all; set++) work[set] = work[set & (set - 1)] + acuities[BitOperations.TrailingZeroCount(set)];

        var bundles = Enumerable.Range(0, acuities.Count).Select(_ => new List<int>()).ToArray();
        for (var set = 1; set < all; set++)
        {
            var patients = BitOperations.PopCount((uint)set);
            if (patients >= wards.FewestPatients && patients <= wards.MostPatients && work[set] <= wards.MostWork)
                bundles[BitOperations.TrailingZeroCount(set)].Add(set);
        }

        var nurses = wards.FewestPatients == 0 ? wards.Nurses : Math.Min(wards.Nurses, acuities.Count / wards.FewestPatients);
        var tables = Enumerable.Range(0, Math.Min(nurses, acuities.Count) + 1);
        var least = tables.Select(_ => Enumerable.Repeat(Unasked, all).ToArray()).ToArray();
        return new(wards, number, acuities, nurses, least, work, [.. bundles.Select(b => b.ToArray())]);
    }

    /// <summary>F(S, k), remembered. Only what is reached from the whole zone is ever asked.</summary>
    private static long Least(Zone zone, int nurses, int set)
    {
        // More nurses than patients, where that is allowed, change nothing: the others have none.
        var least = zone.Least[Math.Min(nurses, zone.Least.Length - 1)];
        if (least[set] == Unasked) least[set] = Best(zone, Math.Min(nurses, zone.Least.Length - 1), set, out _);
        return least[set];
    }

    /// <summary>The least for a set with so many nurses, and the bundle of the last of them: 0 where it has nobody.</summary>
    private static long Best(Zone zone, int nurses, int set, out int bundle)
    {
        bundle = 0;
        if (nurses == 0 || set == 0) return set == 0 && (nurses == 0 || zone.Wards.FewestPatients == 0) ? 0 : None;
        var patients = BitOperations.PopCount((uint)set);
        if (patients < nurses * zone.Wards.FewestPatients || patients > (long)nurses * zone.Wards.MostPatients) return None;

        var best = zone.Wards.FewestPatients == 0 ? Least(zone, nurses - 1, set) : None;
        foreach (var taken in zone.Bundles[BitOperations.TrailingZeroCount(set)])
        {
            if ((taken & ~set) != 0) continue;
            var others = Least(zone, nurses - 1, set ^ taken);
            if (others == None) continue;
            var sum = (zone.Work[taken] * zone.Work[taken]) + others;
            if (sum < best) (best, bundle) = (sum, taken);
        }

        return best;
    }

    private static List<NursingDuty> Duties(NursingWards wards, List<Zone> zones, List<int[]> chosen)
    {
        var duties = new List<NursingDuty>();
        var nurses = wards.Nurses;
        for (var at = zones.Count - 1; at >= 0; at--)
        {
            var (zone, here) = (zones[at], chosen[at][nurses]);
            var set = zone.Work.Length - 1;
            for (var nurse = here; nurse > 0; nurse--)
            {
                Best(zone, Math.Min(nurse, zone.Least.Length - 1), set, out var bundle);
                var patients = Enumerable.Range(0, zone.Acuities.Count).Where(p => ((bundle >> p) & 1) == 1);
                duties.Add(new(zone.Number, [.. patients], zone.Work[bundle]));
                set ^= bundle;
            }

            nurses -= here;
        }

        duties.Reverse();
        return duties;
    }
}
