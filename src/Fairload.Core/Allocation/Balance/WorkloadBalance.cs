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

    /// <param name="Least">By nurses, then by set of patients.</param>
    /// <param name="Work">By set of patients.</param>
    /// <param name="Bundles">What a nurse may have, by its first patient.</param>
    private sealed record Zone(
        int Number, IReadOnlyList<int> Acuities, long[][] Least, long[] Work, int[][] Bundles, bool MayBeIdle);

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
                for (var here = 0; here < zone.Least.Length && before + here <= wards.Nurses; here++)
                {
                    var alone = zone.Least[here][^1];
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
        var zone = new Zone(number, acuities, new long[nurses + 1][], work, [.. bundles.Select(b => b.ToArray())], wards.FewestPatients == 0);
        zone.Least[0] = new long[all];
        Array.Fill(zone.Least[0], None);
        zone.Least[0][0] = 0;
        for (var nurse = 1; nurse <= nurses; nurse++)
        {
            // More nurses than patients, where that is allowed, change nothing: the others have none.
            zone.Least[nurse] = nurse > acuities.Count ? zone.Least[nurse - 1] : new long[all];
            for (var set = 0; nurse <= acuities.Count && set < all; set++)
                zone.Least[nurse][set] = Fits(wards, set, nurse) ? Best(zone, nurse, set, out _) : None;
        }

        return zone;
    }

    /// <summary>Spares the work for sets that so many nurses can not have by their number alone.</summary>
    private static bool Fits(NursingWards wards, int set, int nurses)
    {
        var patients = BitOperations.PopCount((uint)set);
        return patients >= nurses * wards.FewestPatients && patients <= (long)nurses * wards.MostPatients;
    }

    /// <summary>The least for a set with so many nurses, and the bundle of the last of them: 0 where it has nobody.</summary>
    private static long Best(Zone zone, int nurse, int set, out int bundle)
    {
        var fewer = zone.Least[nurse - 1];
        var best = zone.MayBeIdle ? fewer[set] : None;
        bundle = 0;
        if (set == 0) return best;

        foreach (var taken in zone.Bundles[BitOperations.TrailingZeroCount(set)])
        {
            if ((taken & ~set) != 0 || fewer[set ^ taken] == None) continue;
            var sum = (zone.Work[taken] * zone.Work[taken]) + fewer[set ^ taken];
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
                Best(zone, nurse, set, out var bundle);
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
