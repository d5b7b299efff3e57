using System.Diagnostics;

namespace Fairload.Web.Tests.Imports.Commands;

/// <summary>The built program, run as a process of its own over a data directory of its own.</summary>
internal sealed class TheProgram : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("fairload-words-").FullName;
    public string Data => Path.Combine(Folder, "data");

    public string File(string name, params string[] lines)
    {
        var path = Path.Combine(Folder, name);
        System.IO.File.WriteAllText(path, string.Join("\r\n", lines) + "\r\n");
        return path;
    }

    public Process Start(params string[] words) => StartAsIs([.. words, "--data", Data]);

    private Process StartAsIs(string[] words)
    {
        var start =
            new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder };
        foreach (var word in (string[])[Path.Combine(AppContext.BaseDirectory, "fairload.dll"), .. words])
            start.ArgumentList.Add(word);
        return Process.Start(start)!;
    }

    public Task<Said> Run(params string[] words) => End(Start(words));

    /// <summary>For words of the program that know no data directory.</summary>
    public Task<Said> RunWithoutData(params string[] words) => End(StartAsIs(words));

    private static async Task<Said> End(Process started)
    {
        using var process = started;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

internal sealed record Said(int Exit, string Output, string Error);
