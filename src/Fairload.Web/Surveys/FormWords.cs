using Fairload.App.Surveys;
using Fairload.Core.Access;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Forms;
using Fairload.Web.Serve;

namespace Fairload.Web.Surveys;

/// <summary>An XLSForm in the terminal: what came of it, and line by line what was lost.</summary>
internal static class FormWords
{
    public const string Ending = ".xlsx";

    /// <summary>By its first bytes, or by its name where it is damaged from the first one on.</summary>
    public static async Task<bool> IsForm(string path, CancellationToken stop)
    {
        if (path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase)) return true;
        await using var file = File.OpenRead(path);
        var begins = new byte[2];
        return await file.ReadAtLeastAsync(begins, 2, throwOnEndOfStream: false, stop) == 2 && begins is [(byte)'P', (byte)'K'];
    }

    public static async Task<int> Import(QuestionnaireDesk desk, string path, bool look, bool json, CancellationToken stop)
    {
        await using var file = File.OpenRead(path);
        var taken = await desk.ImportForm(file, Path.GetFileName(path), look, Reader.AtTheMachine, stop);
        if (!taken.Try(out var read, out var problems)) return await Words.Refused(problems);
        if (!json && look) await Console.Out.WriteLineAsync("Looked at only; nothing was stored.");
        return await Tell(read.Questionnaire, !look, read.Losses, json);
    }

    public static async Task<int> Export(Questionnaire one, string path, bool json, CancellationToken stop)
    {
        using var form = new MemoryStream();
        if (!FormWorkbook.Write(one, form).Try(out var written, out var problems)) return await Words.Refused(problems);
        await File.WriteAllBytesAsync(path, form.ToArray(), stop);
        return await Tell(one, true, written.Losses, json);
    }

    private static async Task<int> Tell(Questionnaire one, bool isDone, IReadOnlyList<FormLoss> losses, bool json)
    {
        if (json)
        {
            await Words.Print(new FormJson(one.Code, one.Version, one.Items.Count(), isDone,
                [.. losses.Select(l => new LossJson(l.Sheet, l.Row, l.Column, l.Message))]));
            return Words.IsDone;
        }

        await Console.Out.WriteLineAsync(SurveyCommands.Line(one));
        await Console.Out.WriteLineAsync(losses.Count == 0 ? "Nothing is lost." : $"Not carried over: {losses.Count}.");
        foreach (var loss in losses) await Console.Out.WriteLineAsync($"  {Place(loss)}: {loss.Message}");
        return Words.IsDone;
    }

    private static string Place(FormLoss loss) =>
        string.Join(", ", new[] { loss.Sheet, loss.Row is { } row ? $"row {row}" : "", loss.Column }.Where(p => p.Length > 0));

    private sealed record FormJson(string Code, int Version, int Items, bool IsDone, IReadOnlyList<LossJson> Losses);

    private sealed record LossJson(string Sheet, int? Row, string Column, string Says);
}
