using System.CommandLine;
using Fairload.App.DataProtection;
using Fairload.Core.Access;
using Fairload.Web.Serve;

namespace Fairload.Web.DataProtection;

/// <summary><c>fairload export person</c>: what is stored about somebody, for whoever answers their request.</summary>
internal static class PersonCommand
{
    public static Command Person()
    {
        var number = new Argument<string>("STAFF-NUMBER") { Description = "As on the staff sheet." };
        var to = new Argument<string>("OUT") { Description = "The archive to write. It must not be there yet." };
        var data = Words.Data();
        var person = new Command("person", "Everything that is stored about one person of staff, but for what only they may read.") { number, to, data };
        person.SetAction((given, stop) => Words.Ask(
            given.GetValue(data)!,
            "export person",
            async services =>
            {
                var (who, path) = (given.GetValue(number)!, Path.GetFullPath(given.GetValue(to)!));
                if (File.Exists(path) || Directory.Exists(path))
                    return await Words.Refused([new("OUT", $"{path} is there already. Name another file.")]);
                if (await services.GetRequiredService<PersonDataDesk>().Of(who, Reader.AtTheMachine, stop) is not { } found)
                    return await Words.Refused([new("STAFF-NUMBER", $"Nobody has the staff number {who}.")]);
                try
                {
                    var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
                    if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
                    await using var file = new FileStream(path, options);
                    await file.WriteAsync(PersonFile.Write(found), stop);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    return await Words.Refused([new("OUT", $"{path} could not be written: {e.Message}")]);
                }

                await Console.Out.WriteLineAsync($"{path}: {found.Tables.Count} tables, {found.Tables.Sum(t => t.Rows.Count)} rows about {found.Name}.");
                await Console.Error.WriteLineAsync("Their notes to themselves, votes and groups are theirs alone; they take them from the page of their account.");
                return Words.IsDone;
            },
            stop));
        return person;
    }
}
