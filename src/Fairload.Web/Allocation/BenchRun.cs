using System.Diagnostics;
using System.Globalization;
using Fairload.Web.Serve;

namespace Fairload.Web.Allocation;

/// <summary>One run against a budget of seconds, and how its answer is written.</summary>
internal sealed class BenchRun
{
    private const double MostSeconds = 86_400;
    private const long MostBytes = 500_000_000;
    private const int MostSearches = 8;

    private readonly Stopwatch _gone = Stopwatch.StartNew();
    private readonly double _seconds;
    private readonly CancellationToken _stop;

    private BenchRun(double seconds, CancellationToken stop) => (_seconds, _stop) = (seconds, stop);

    /// <summary>One for each processor.</summary>
    public static int Searches => Math.Clamp(Environment.ProcessorCount, 1, MostSearches);

    public static Result<BenchRun> For(double seconds, CancellationToken stop) =>
        seconds is > 0 and <= MostSeconds
            ? new BenchRun(seconds, stop)
            : new Problem("seconds", $"--seconds must be more than 0 and at most {MostSeconds}");

    /// <summary>The whole text of a file.</summary>
    public static Result<string> Text(string path)
    {
        try
        {
            if (!File.Exists(path)) return new Problem("file", $"There is no file {path}");
            if (new FileInfo(path).Length > MostBytes) return new Problem("file", $"{path} is too large to be read");
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Problem("file", $"{path} can not be read: {e.Message}");
        }
    }

    /// <summary>The part of the budget that is gone; all of it once the person stops the program, which then shows what it has.</summary>
    public double Spent() => _stop.IsCancellationRequested ? 1 : _gone.Elapsed.TotalSeconds / _seconds;

    /// <summary>Writes the answer to the file, if one is named, and then the figures.</summary>
    public async Task<int> Finish(long objective, long bound, IReadOnlyList<int>? answer, string? path, string between, bool json)
    {
        var seconds = Math.Round(_gone.Elapsed.TotalSeconds, 3);
        if (path is not null && answer is not null && Written(path, string.Join(between, answer) + "\n") is { } problem)
            return await Words.Refused([problem]);

        var figures = new BenchFigures(objective, bound, BenchFigures.GapOf(objective, bound), seconds);
        if (json) await Words.Print(figures);
        else await Console.Out.WriteLineAsync(figures.ToString());
        return Words.IsDone;
    }

    private static Problem? Written(string path, string text)
    {
        try
        {
            File.WriteAllText(path, text);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new("out", $"{path} can not be written: {e.Message}");
        }
    }
}

/// <summary>What came of a run.</summary>
/// <param name="Objective">What the answer costs.</param>
/// <param name="Bound">No answer costs less.</param>
/// <param name="Gap">What lies between, as a part of the objective: 0 is proved best.</param>
internal sealed record BenchFigures(long Objective, long Bound, double Gap, double Seconds)
{
    public static double GapOf(long objective, long bound) => (objective - bound) / (double)Math.Max(1, Math.Abs(objective));

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"objective={Objective} bound={Bound} gap={Gap:0.########} seconds={Seconds:0.###}");
}
