using System.CommandLine;
using Fairload.App.Allocation;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Web.Serve;

namespace Fairload.Web.Allocation;

/// <summary><c>fairload export allocations-to-enter OUT</c>.</summary>
internal static class ToEnterCommand
{
    public static Command ToEnter()
    {
        var file = new Argument<string>("OUT") { Description = "The CSV file to write; it is not overwritten." };
        var (data, json) = (Words.Data(), Words.Json());
        var export = new Command("allocations-to-enter", "What was agreed here and is not in the case system yet: the keying list.") { file, data, json };
        export.SetAction(async (given, stop) =>
        {
            var path = given.GetValue(file)!;
            if (Wrong(path) is { } wrong) return await Words.Refused([wrong]);
            return await Words.Ask(given.GetValue(data)!, "export", services => Write(services, path, given.GetValue(json), stop), stop);
        });
        return export;
    }

    private static Problem? Wrong(string path)
    {
        if (File.Exists(path)) return new("OUT", $"{path} is there already. Name another file; nothing was written");
        if (Directory.Exists(path)) return new("OUT", $"{path} is a folder. Name a file in it; nothing was written");
        return Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder)
            ? new("OUT", $"There is no folder {folder}. Nothing was written") : null;
    }

    private static async Task<int> Write(IServiceProvider services, string path, bool json, CancellationToken stop)
    {
        var lines = await services.GetRequiredService<ToEnterDesk>().All(Reader.AtTheMachine, stop);
        try
        {
            await using var to = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            await to.WriteAsync(CsvFile.Bytes(ToEnterSheet.Lines(new(Language.English), lines)), stop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return await Words.Refused([new("OUT", $"{path} can not be written: {e.Message}")]);
        }

        await services.GetRequiredService<AuditTrail>().Note(Reader.AtTheMachine, AuditAction.Exported, "allocations to enter", "", stop);
        if (json) await Words.Print(new { file = path, allocations = lines.Count });
        else await Console.Out.WriteLineAsync($"{path}: {lines.Count} allocations to enter in the case system.");
        return Words.IsDone;
    }
}
