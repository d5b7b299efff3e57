using System.Diagnostics;

namespace Fairload.House.Tests;

/// <summary>The two scripts at the root, run as a person runs them, from another folder.</summary>
public sealed class The_fairload_script
{
    private sealed record Outcome(int Code, string Output, string Errors);

    [Fact]
    public async Task Prints_what_the_program_prints_and_nothing_else()
    {
        var said = await Run("fairload", ["--help"]);

        Assert.Equal(0, said.Code);
        Assert.StartsWith("Description:", said.Output, StringComparison.Ordinal);
        Assert.Contains("serve", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_as_the_program_ends()
    {
        var said = await Run("fairload", ["no-such-word"]);

        Assert.Equal(2, said.Code);
        Assert.Equal("", said.Output);
        Assert.Contains("no-such-word", said.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Can_be_called_twice_at_once()
    {
        var both = await Task.WhenAll(Run("fairload", ["--help"]), Run("fairload", ["--help"]));

        Assert.Equal(both[0].Output, both[1].Output);
        Assert.All(both, said => Assert.Equal(0, said.Code));
    }

    [Theory, InlineData("fairload"), InlineData("build")]
    public async Task Names_the_SDK_where_it_is_missing(string script)
    {
        var said = await Run(script, [], path: BareTools("bash", "dirname", "readlink", "sed", "id", "rm").FullName);

        Assert.Equal(script == "fairload" ? 2 : 1, said.Code);
        Assert.Contains(".NET 10 SDK", said.Errors, StringComparison.Ordinal);
        Assert.Equal(script == "fairload" ? "" : "0 passed, 1 failed, 0 skipped\n", said.Output);
    }

    [Fact]
    public async Task Explains_itself_when_its_word_is_not_known()
    {
        var said = await Run("build", ["everything-please"]);

        Assert.Equal(2, said.Code);
        Assert.Contains("./build fix", said.Errors, StringComparison.Ordinal);
    }

    /// <summary>A folder with these tools and no other, to stand for a machine that lacks the rest.</summary>
    private static DirectoryInfo BareTools(params string[] names)
    {
        var bare = Directory.CreateTempSubdirectory("fairload-bare-");
        foreach (var name in names)
        {
            var real = new[] { "/usr/bin", "/bin" }.Select(folder => Path.Combine(folder, name)).First(File.Exists);
            File.CreateSymbolicLink(Path.Combine(bare.FullName, name), real);
        }

        return bare;
    }

    private static async Task<Outcome> Run(string script, IEnumerable<string> words, string? path = null)
    {
        var start = new ProcessStartInfo("/bin/bash", [Path.Combine(RepoRoot.Path, script), .. words])
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        if (path is not null) start.Environment["PATH"] = path;
        using var running = Process.Start(start)!;
        running.StandardInput.Close();
        var output = running.StandardOutput.ReadToEndAsync();
        var errors = running.StandardError.ReadToEndAsync();
        await running.WaitForExitAsync();
        return new(running.ExitCode, await output, await errors);
    }
}
