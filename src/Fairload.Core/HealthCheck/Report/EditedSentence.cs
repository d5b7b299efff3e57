using Fairload.Core.Surveys.Results;

namespace Fairload.Core.HealthCheck.Report;

/// <summary>A sentence of a report that a person put in other words, for one edition in one language. It outlives the figures: what the
/// program would have said is kept beside it, so that a change of that is seen.</summary>
public sealed class EditedSentence
{
    public const int MostText = 2000;

    private EditedSentence() { }

    public Id<EditedSentence> Id { get; private init; }
    public Guid CycleId { get; private init; }
    public Edition Edition { get; private init; }
    public string Language { get; private init; } = "";
    public string Slot { get; private init; } = "";

    /// <summary>Empty where the program's own was set back.</summary>
    public string Text { get; private set; } = "";

    /// <summary>What the program said when it was written.</summary>
    public string InsteadOf { get; private set; } = "";
    public string WrittenBy { get; private set; } = "";
    public DateTime WrittenAt { get; private set; }

    /// <summary>Counts what was saved; 0 for a sentence that nobody ever changed.</summary>
    public int Version { get; private set; }

    public bool IsThePrograms => Text.Length == 0;

    public static EditedSentence Begin(Guid cycle, Edition edition, string language, string slot) =>
        new() { Id = Id<EditedSentence>.New(), CycleId = cycle, Edition = edition, Language = language, Slot = slot };

    /// <param name="report">As the program makes it, of the same edition and language.</param>
    /// <param name="seen">The version that the reader saw.</param>
    public Result<EditedSentence> Write(string text, ReportDocument report, int seen, string by, DateTime at)
    {
        var plain = Plain(text);
        if (!report.Sentences.TryGetValue(Slot, out var own))
        {
            throw new ArgumentException("The report has no such sentence.", nameof(report));
        }

        if (plain.Length == 0) return new Problem("Text", $"Write the sentence, or set it back to the program’s own");
        if (plain.Length > MostText) return new Problem("Text", $"Shorten the sentence to {MostText} characters or fewer");
        if (Edition == Edition.Public && SentenceNumbers.NotIn(report, plain) is [var first, ..])
            return new Problem("Text", $"{first} stands nowhere in the public edition, so nobody has proved that it tells of no small group. Leave it out");
        if (seen != Version) return Overtaken;
        // The program's own words are no edit.
        Save(plain == own ? "" : plain, own, by, at);
        return this;
    }

    public Result<EditedSentence> SetBack(int seen, string by, DateTime at)
    {
        if (seen != Version) return Overtaken;
        Save("", "", by, at);
        return this;
    }

    private Problem Overtaken =>
        new("Text", $"{WrittenBy} has changed this sentence meanwhile. What you wrote is still here and not saved; theirs stands beside it");

    private void Save(string text, string insteadOf, string by, DateTime at)
    {
        (Text, InsteadOf, WrittenBy, WrittenAt) = (text, text.Length == 0 ? "" : insteadOf, by, at);
        Version++;
    }

    /// <summary>One paragraph, without what can not be printed.</summary>
    private static string Plain(string text) =>
        string.Join(' ', string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
