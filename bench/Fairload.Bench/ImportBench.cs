using System.Diagnostics;
using System.Globalization;
using Fairload.App.Demo;

namespace Fairload.Bench;

/// <summary>A county's Annex A, looked at and applied by the program itself, as a whole process: wall seconds and peak memory.</summary>
internal static class ImportBench
{
    private const int Runs = 3;
    private const int Children = 50_000;

    public static async Task<int> Run(string[] args)
    {
        var engine = args.FirstOrDefault() ?? "sqlite";
        var children = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : Children;
        var folder = Directory.CreateTempSubdirectory("fairload-bench-").FullName;
        var council = DemoCouncil.From(1, new DemoSize(children / 15, children / 150, children, children / 100));
        var staff = Path.Combine(folder, "staff.xlsx");
        var first = Path.Combine(folder, "first.xlsx");
        var second = Path.Combine(folder, "second.xlsx");
        await Write(staff, to => DemoFiles.Staff(council, council.Dates.First, to));
        await Write(first, to => DemoFiles.AnnexA(council, council.Dates.First, to));
        await Write(second, to => DemoFiles.AnnexA(council, council.Dates.Second, to));
        Console.WriteLine($"{engine}: {children:n0} children, {new FileInfo(first).Length / 1024 / 1024.0:0.0} MB, {Runs} runs each, a new process and a new database each");
        Console.WriteLine("| What | Median | 95th | Range | Runs |\n|---|---|---|---|---|");

        var times = new Dictionary<string, List<double>>();
        var peaks = new Dictionary<string, List<double>>();
        for (var run = 0; run < Runs; run++)
        {
            var data = await NewData(Path.Combine(folder, $"data-{run}"), engine);
            await Time("staff sheet applied", "import", "staff", staff, "--data", data, "--as-of", Day(council.Dates.First));
            await Time("first extract looked at", "import", "annex-a", first, "--data", data, "--as-of", Day(council.Dates.First),
                "--look");
            await Time("first extract applied", "import", "annex-a", first, "--data", data, "--as-of", Day(council.Dates.First));
            await Time("second extract looked at", "import", "annex-a", second, "--data", data, "--as-of", Day(council.Dates.Second),
                "--look");
            await Time("second extract applied", "import", "annex-a", second, "--data", data, "--as-of", Day(council.Dates.Second));
            await Time("second extract undone", "import", "undo", "--data", data);
        }

        foreach (var (what, seconds) in times)
        {
            Console.WriteLine(new Sample(seconds).Line(what, "s"));
            Console.WriteLine(new Sample(peaks[what]).Line(what + ", peak memory", "MB"));
        }

        Directory.Delete(folder, recursive: true);
        return 0;

        async Task Time(string what, params string[] words)
        {
            var (seconds, peak) = await OneProcess(words);
            (times.TryGetValue(what, out var list) ? list : times[what] = []).Add(seconds);
            (peaks.TryGetValue(what, out list) ? list : peaks[what] = []).Add(peak);
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task Write(string path, Action<Stream> write)
    {
        await using var file = File.Create(path);
        write(file);
    }

    private static async Task<string> NewData(string path, string engine)
    {
        Directory.CreateDirectory(path);
        if (engine == "postgres") await BenchStore.UsePostgres(path);
        return path;
    }

    /// <summary>Wall seconds, and the peak of resident memory as the kernel kept it, in megabytes.</summary>
    private static async Task<(double Seconds, double Peak)> OneProcess(string[] words)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "fairload.dll");
        var watch = Stopwatch.StartNew();
        using var process =
            Process.Start(
            new ProcessStartInfo("dotnet", [program, .. words]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        var peak = 0.0;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, Peak(process.Id));
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(20));
        }

        watch.Stop();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', words)} ended with {process.ExitCode}: {await complained} {await said}");
        return (watch.Elapsed.TotalSeconds, peak);
    }

    private static double Peak(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0
                : double.Parse(line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1],
                CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
