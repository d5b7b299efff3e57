using Fairload.Core.Workforce;

namespace Fairload.Core.Supervision.Reflection;

/// <summary>A note that a worker writes to themselves. Nobody else reads it; it is kept shut, and deleted when the worker wants.</summary>
/// <param name="Shut">Encrypted; opened only on the worker's own page.</param>
public sealed record OwnNote(Id<OwnNote> Id, Id<Worker> WorkerId, DateOnly WrittenOn, string Shut)
{
    public const int LongestText = 4_000;
    public const int Most = 200;

    /// <summary>Refuses an empty note and one that is too long; gives the text as it is kept.</summary>
    public static Result<string> Read(string text)
    {
        var tidy = text.Trim();
        if (tidy.Length == 0) return new Problem("Text", $"Write something, or leave the page");
        return tidy.Length > LongestText
            ? new Problem("Text", $"The note is longer than {LongestText} letters; make two of it") : tidy;
    }
}
