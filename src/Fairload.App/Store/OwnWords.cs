using System.Text.Json;
using Fairload.App.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.App.Store;

/// <summary>A council's own lists of languages, areas of practice, proceedings, travel and labels: <c>practice-words.json</c> in the data
/// directory, or the lists that ship.</summary>
internal static class OwnWords
{
    public const string File = "practice-words.json";

    /// <summary>Refuses a file that can not be read, or in which a word stands twice or has no name.</summary>
    public static Result<PracticeWords> In(string path)
    {
        var file = Path.Combine(path, File);
        if (!System.IO.File.Exists(file)) return ReferenceData.PracticeWords();
        try
        {
            var words = JsonSerializer.Deserialize<PracticeWords>(System.IO.File.ReadAllText(file), ReferenceDocuments.Json);
            return words is null ? new Problem("data", $"{File} in {path} is empty. Put it right, or delete it to use the lists that ship.")
                : PracticeWords.Read(Filled(words, ReferenceData.PracticeWords()));
        }
        catch (JsonException e)
        {
            return new Problem("data", $"{File} in {path} can not be read: {e.Message} Put it right, or delete it to use the lists that ship.");
        }
    }

    /// <summary>A list that the file leaves out, as one from before the list was there does, is the one that ships.</summary>
    private static PracticeWords Filled(PracticeWords own, PracticeWords shipped) => own with
    {
        Proceedings = own.Proceedings is { Count: > 0 } proceedings ? proceedings : shipped.Proceedings,
        Travel = own.Travel is { Count: > 0 } travel ? travel : shipped.Travel,
        Labels = own.Labels is { Count: > 0 } labels ? labels : shipped.Labels,
    };
}
