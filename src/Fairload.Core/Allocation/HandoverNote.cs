using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.Core.Allocation;

/// <summary>What whoever holds a case writes for the next worker: where things stand, what was promised, what comes next. It goes with the
/// case when it is given on, and is kept then as it was.</summary>
public sealed class HandoverNote
{
    public const int LongestText = 2_000;

    private HandoverNote() { }

    public Id<HandoverNote> Id { get; private init; }
    public Id<Case> CaseId { get; private init; }

    /// <summary>Who holds the case and writes.</summary>
    public Id<Worker> WorkerId { get; private init; }
    public string Text { get; private set; } = "";
    public DateTime WrittenAt { get; private set; }

    /// <summary>The decision with which it went; null until the case is given on.</summary>
    public Id<AllocationDecision>? DecisionId { get; private set; }
    public int Version { get; private set; }

    /// <summary>Refuses silence and a text that is too long.</summary>
    public static Result<HandoverNote> Begin(Id<Case> one, Id<Worker> writer, string text, DateTime at)
    {
        var note = new HandoverNote { Id = Id<HandoverNote>.New(), CaseId = one, WorkerId = writer };
        return note.Write(text, at);
    }

    /// <summary>Refuses silence, a text that is too long, and a note that has gone with its case.</summary>
    public Result<HandoverNote> Write(string text, DateTime at)
    {
        var written = text.Trim();
        if (DecisionId is not null) return new Problem("", $"The case has been given on meanwhile, with the note as it was. Nothing was changed.");
        if (written.Length == 0) return new Problem("Text", $"Write what the next worker needs to know to begin");
        if (written.Length > LongestText) return new Problem("Text", $"The note is longer than {LongestText} letters; make it shorter");
        if (written == Text) return this;
        (Text, WrittenAt) = (written, at);
        Version++;
        return this;
    }

    /// <summary>The case is given on: the note goes with it.</summary>
    public void GoesWith(AllocationDecision decision)
    {
        DecisionId = decision.Id;
        Version++;
    }
}
