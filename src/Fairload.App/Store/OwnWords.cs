using System.Text.Json;
using Fairload.App.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.App.Store;

/// <summary>A council's own lists of languages and areas of practice: <c>practice-words.json</c> in the data directory, or the lists that
/// ship.</summary>
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
                : PracticeWords.Read(words);
        }
        catch (JsonException e)
        {
            return new Problem("data", $"{File} in {path} can not be read: {e.Message} Put it right, or delete it to use the lists that ship.");
        }
    }
}
