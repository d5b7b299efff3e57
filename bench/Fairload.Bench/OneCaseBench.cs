using System.Diagnostics;
using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.Bench;

/// <summary>Who should take one case, among 1,000 people of whom a tenth hold it only jointly and a few know the family.</summary>
internal static class OneCaseBench
{
    private const int People = 1_000;
    private const int Asked = 2_000;

    private static readonly ReservedFunctions Statement = new(
        "bench/1", "Bench", "Nobody", new(2026, 1, 1), true,
        [
            new(CaseType.ChildProtection.Code, null, [Qualifications.Registered], [], [], [Qualifications.NewlyQualified]),
            new(ReservedFunctions.AnyType, null, [], [], [], []),
        ],
        [Qualifications.NewlyQualified], 0.5m, 0.1m);

    public static int Run()
    {
        var random = new Random(1);
        var people = Enumerable.Range(0, People).Select(_ => One(random)).ToList();
        var work = new WorkAsked(CaseType.ChildProtection.Code, 2, false);
        var (took, used) = (new double[Asked], TimeSpan.Zero);
        for (var n = -200; n < Asked; n++)
        {
            if (n == 0) used = Environment.CpuUsage.TotalTime;
            var start = Stopwatch.GetTimestamp();
            OneCase.Ask(people, work, Statement, new(1.1m, 3), new(), 0.01m);
            if (n >= 0) took[n] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        used = Environment.CpuUsage.TotalTime - used;
        Array.Sort(took);
        Console.WriteLine($"One case among {People:n0} people, {Asked:n0} times");
        Console.WriteLine($"median {took[Asked / 2]:0.000} ms, 99 in 100 under {took[Asked * 99 / 100]:0.000} ms");
        Console.WriteLine($"{used.TotalMilliseconds / Asked:0.000} ms of processor time each");
        return 0;
    }

    private static Candidate One(Random random)
    {
        var points = random.Next(200, 1050) / 10m;
        var words = new HashSet<string> { Qualifications.Registered, Qualifications.Experienced };
        if (random.Next(10) == 0) words.Add(Qualifications.NewlyQualified);
        return new(Id<Worker>.New(), words, true, false, 100, points, points + 7, points + 3.5m, points + 3.5m, 0,
            HeldBefore: random.Next(200) == 0, HoldsSibling: random.Next(200) == 0);
    }
}
