using System.Globalization;
using Fairload.Core.Allocation.Balance;

namespace Fairload.Core.Tests.Allocation.Balance;

public sealed class Sharing_patients_among_nurses
{
    private const string Folder = "csplib-prob069";

    [Fact]
    public void Is_as_even_as_trying_everything_finds()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var wards = Any(new(seed));
            Assert.Equal(ByTrying(wards), WorkloadBalance.Solve(wards)?.SumOfSquares);
        }
    }

    [Fact]
    public void Gives_every_patient_one_nurse_and_keeps_every_limit()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var wards = Any(new(seed));
            if (WorkloadBalance.Solve(wards) is not { } share) continue;

            Assert.Equal(wards.Nurses, share.Nurses.Count);
            Assert.Equal(share.SumOfSquares, share.Nurses.Sum(n => n.Work * n.Work));
            Assert.All(share.Nurses, n => Assert.InRange(n.Patients.Count, wards.FewestPatients, wards.MostPatients));
            Assert.All(share.Nurses, n => Assert.InRange(n.Work, 0, wards.MostWork));
            Assert.All(share.Nurses, n => Assert.Equal(n.Work, n.Patients.Sum(p => (long)wards.Zones[n.Zone][p])));
            Assert.Equal(
                wards.Zones.SelectMany((z, n) => z.Select((_, p) => (n, p))).Order(),
                share.Nurses.SelectMany(n => n.Patients.Select(p => (n.Zone, p))).Order());
        }
    }

    /// <summary>The optima were proved once by another program.</summary>
    [Fact]
    public void Reaches_the_optimum_of_every_public_ward()
    {
        if (RepoRoot.PublicProblem($"{Folder}/optimal_values_computed_here.csv") is not { } table) return;
        var lines = File.ReadLines(table).Skip(1).Select(l => l.Split(','))
            .Where(l => RepoRoot.PublicProblem(Ward(l)) is not null).ToList();

        Assert.NotEmpty(lines);
        Assert.All(lines, line =>
        {
            var found = WorkloadBalance.Solve(Read(Ward(line)));
            Assert.Equal(long.Parse(line[5], CultureInfo.InvariantCulture), found!.SumOfSquares);
        });
    }

    private static string Ward(string[] line) => $"{Folder}/SchausInstances/{line[0]}.txt";

    [Fact]
    public void Does_not_depend_on_the_order_of_zones_and_patients()
    {
        if (RepoRoot.PublicProblem($"{Folder}/SchausInstances/6zones.txt") is null) return;
        var wards = Read($"{Folder}/SchausInstances/6zones.txt");
        var chance = new Random(5);
        var shuffled = wards.Zones.Select(z => z.OrderBy(_ => chance.Next()).ToList()).OrderBy(_ => chance.Next()).ToList();

        Assert.Equal(WorkloadBalance.Solve(wards)!.SumOfSquares, WorkloadBalance.Solve(wards with { Zones = shuffled })!.SumOfSquares);
    }

    [Theory]
    [InlineData("1 1\n1 3 100\n2 10", "The file ends before an acuity of zone 1")]
    [InlineData("1 1\n3 1 100", "Line 2: the most patients of a nurse is 1, and must be between 3 and 2147483647")]
    [InlineData("1 1\n1 3 100\n21", "Line 3: the number of patients of zone 1 is 21, and must be between 0 and 20")]
    [InlineData("1 1\n1 3 100\n1 5\n7", "Line 4: 1 numbers follow after the last zone is complete")]
    public void Is_refused_for_a_file_that_is_wrong(string text, string says)
    {
        Assert.False(NursingWards.Read(text).Try(out _, out var problems));
        Assert.Equal(says, Assert.Single(problems).Message);
    }

    private static NursingWards Read(string file)
    {
        Assert.True(NursingWards.Read(File.ReadAllText(RepoRoot.PublicProblem(file)!)).Try(out var wards, out _));
        return wards;
    }

    private static NursingWards Any(Random chance)
    {
        var zones = Enumerable.Range(0, chance.Next(1, 3))
            .Select(_ => (IReadOnlyList<int>)[.. Acuities(chance, chance.Next(0, 4))]).ToList();
        var fewest = chance.Next(0, 3);
        return new(chance.Next(1, 4), fewest, Math.Max(1, chance.Next(fewest, 4)), chance.Next(10, 40), zones);
    }

    private static IEnumerable<int> Acuities(Random chance, int count) => Enumerable.Range(0, count).Select(_ => chance.Next(0, 16));

    /// <summary>Every patient to every nurse; a nurse with somebody is in the zone of the first.</summary>
    private static long? ByTrying(NursingWards wards)
    {
        var patients = wards.Zones.SelectMany((z, n) => z.Select(acuity => (Zone: n, Acuity: acuity))).ToList();
        long? best = null;
        for (var code = 0; code < Math.Pow(wards.Nurses, patients.Count); code++)
        {
            var rest = code;
            var nurses = patients.Select(p => (Patient: p, Nurse: Next())).ToLookup(p => p.Nurse, p => p.Patient);
            var all = Enumerable.Range(0, wards.Nurses).Select(n => nurses[n].ToList()).ToList();
            if (!all.All(IsKept)) continue;
            var sum = all.Sum(n => (long)n.Sum(p => p.Acuity) * n.Sum(p => p.Acuity));
            if (best is null || sum < best) best = sum;

            int Next()
            {
                var nurse = rest % wards.Nurses;
                rest /= wards.Nurses;
                return nurse;
            }
        }

        return best;

        bool IsKept(List<(int Zone, int Acuity)> nurse) =>
            nurse.Count >= wards.FewestPatients && nurse.Count <= wards.MostPatients && nurse.Sum(p => p.Acuity) <= wards.MostWork
                && nurse.Select(p => p.Zone).Distinct().Count() <= 1;
    }
}
