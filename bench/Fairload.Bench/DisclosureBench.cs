using Fairload.Core.Disclosure;
using Fairload.Testing;

namespace Fairload.Bench;

/// <summary>Tables of made-up councils protected and audited: milliseconds of one thread, and what has to be hidden.</summary>
internal static class DisclosureBench
{
    private const int Runs = 5;
    private const int ToWarmUp = 12;

    public static int Run()
    {
        Console.WriteLine($"Floor {DisclosureRule.UsualFloor}; medians of {Runs} runs after {ToWarmUp} to warm up; the first of all stands beside them\n");
        Console.WriteLine("| Answered / teams | Table | Cells | Under the floor | Hidden | Shown | People in hidden cells | Protected, ms | The first, ms | Audited anew, ms | Counts attacked, ms | Hidden then |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|");
        Row("1,600 / 100", "team × role", new(1_600, 100, 1), byAge: false, byGender: false);
        Row("1,600 / 100", "team × role × gender", new(1_600, 100, 1), byAge: false, byGender: true);
        Row("5,000 / 138", "team × role × age × gender", new(5_000, 138, 1), byAge: true, byGender: true);
        Row("5,000 / 150", "team × role × age × gender", new(5_000, 150, 1), byAge: true, byGender: true);
        return 0;
    }

    private static void Row(string council, string table, MadeUpStaff staff, bool byAge, bool byGender)
    {
        var crossing = staff.Crossed(true, byAge, byGender);
        var groups = crossing.Groups.Select(g => g.Group).ToList();
        var (protects, audits) = (new List<double>(), new List<double>());
        var attacks = new List<double>();
        Release? release = null;
        Release? attacked = null;
        var first = 0.0;
        for (var run = -ToWarmUp; run < Runs; run++)
        {
            var start = Environment.CpuUsage.TotalTime;
            release = Made(Protection.Of(crossing.Population, [], groups, DisclosureRule.Usual));
            var middle = Environment.CpuUsage.TotalTime;
            var audit = Made(ReleaseAudit.Begin(crossing.Population, [.. release.Released], release.Rule));
            if (audit.GoOn(long.MaxValue / 2) != AuditState.Proved) throw new InvalidOperationException("Not proved.");
            var end = Environment.CpuUsage.TotalTime;
            attacked = Made(CountProtection.Of(crossing.Population, [], release, null, default));
            if (!attacked.Proof.IsProvedByAll) throw new InvalidOperationException("Counts not proved.");
            if (run == -ToWarmUp) first = (middle - start).TotalMilliseconds;
            if (run < 0) continue;
            protects.Add((middle - start).TotalMilliseconds);
            audits.Add((end - middle).TotalMilliseconds);
            attacks.Add((Environment.CpuUsage.TotalTime - end).TotalMilliseconds);
        }

        var hidden = release!.Groups.Where(g => !g.IsShown).ToList();
        var people = hidden.Sum(g => g.Group.Cells.Sum(c => crossing.Population.Atoms.First(a => a.Cells[0].Cell == c).People));
        Console.WriteLine(
            $"| {council} | {table} | {groups.Count:n0} | {hidden.Count(h => h.Hidden is HiddenBecause.Small):n0} | {hidden.Count:n0} "
            + $"| {release.Groups.Count - hidden.Count:n0} | {people:n0} | {new Sample(protects).Median:0.0} | {first:0} | {new Sample(audits).Median:0.0} "
            + $"| {new Sample(attacks).Median:0.0} | {attacked!.Groups.Count(g => !g.IsShown):n0} |");
    }

    private static T Made<T>(Fairload.Core.Result<T> result) where T : notnull =>
        result.Try(out var value, out var problems) ? value : throw new InvalidOperationException(problems[0].Message);
}
