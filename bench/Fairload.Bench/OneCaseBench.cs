using System.Diagnostics;
using System.Runtime.InteropServices;
using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.Bench;

/// <summary>Who should take one case, among 1,000 people of whom a tenth hold it only jointly and a few know the family.</summary>
internal static class OneCaseBench
{
    private const int People = 1_000;
    private const int Asked = 5_000;
    private const int WarmUp = 1_000;

    // The system's clock of the time that one thread has had.
    private const int ThreadClock = 3;

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
        var (took, used) = (new double[Asked], new double[Asked]);
        for (var n = -WarmUp; n < Asked; n++)
        {
            var (start, busy) = (Stopwatch.GetTimestamp(), ThreadTime());
            OneCase.Ask(people, work, Statement, new(1.1m, 3), new(), 0.01m);
            if (n >= 0) (took[n], used[n]) = (Stopwatch.GetElapsedTime(start).TotalMilliseconds, ThreadTime() - busy);
        }

        Console.WriteLine($"One case among {People:n0} people, {Asked:n0} times after {WarmUp:n0} to warm up");
        Tell("on the clock", took);
        // Another program on the same processor makes an ask take longer, and does not make it more work.
        if (OperatingSystem.IsLinux()) Tell("of the processor, for this thread", used);
        return 0;
    }

    private static void Tell(string what, double[] milliseconds)
    {
        Array.Sort(milliseconds);
        Console.WriteLine(
            $"{what}: median {milliseconds[Asked / 2]:0.000} ms, 99 in 100 under {milliseconds[Asked * 99 / 100]:0.000} ms, "
            + $"longest {milliseconds[^1]:0.000} ms");
    }

    /// <summary>Milliseconds for which this thread has had a processor; 0 where the system does not say.</summary>
    private static double ThreadTime()
    {
        if (!OperatingSystem.IsLinux() || ReadClock(ThreadClock, out var spent) != 0) return 0;
        return (spent.Seconds * 1e3) + (spent.Nanoseconds / 1e6);
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int ReadClock(int clock, out Spent spent);

    [StructLayout(LayoutKind.Sequential)]
    private struct Spent
    {
        public long Seconds;
        public long Nanoseconds;
    }

    private static Candidate One(Random random)
    {
        var points = random.Next(200, 1050) / 10m;
        var words = new HashSet<string> { Qualifications.Registered, Qualifications.Experienced };
        if (random.Next(10) == 0) words.Add(Qualifications.NewlyQualified);
        return new(Id<Worker>.New(), words, true, false, 100, points, points + 7, points + 3.5m, points + 3.5m, 0,
            Signs: (random.Next(200) == 0 ? KindSigns.HeldBefore : 0) | (random.Next(200) == 0 ? KindSigns.HoldsSibling : 0)
                | (random.Next(500) == 0 ? KindSigns.WishedFor : 0) | (random.Next(10) == 0 ? KindSigns.SameLocality : 0)
                | (random.Next(5) == 0 ? KindSigns.HasSkill : 0));
    }
}
