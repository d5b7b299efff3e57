using Fairload.Core.Surveys.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Surveys.Results;

/// <summary>A row of what was let out.</summary>
internal sealed record SurveyResult(
    Id<SurveyRound> RoundId, string Document, int Floor, int Figures, string ReleasedBy, DateOnly ReleasedOn);

/// <summary>What is said beside the figures of a group.</summary>
public sealed class ContextNote
{
    /// <summary>A few sentences.</summary>
    public const int MostText = 1000;

    private ContextNote() { }

    public Id<SurveyRound> RoundId { get; private init; }
    public string GroupKey { get; private init; } = "";
    public string Text { get; private set; } = "";
    public string WrittenBy { get; private set; } = "";
    public DateTime WrittenAt { get; private set; }
    public int Version { get; private set; }

    public static ContextNote Of(Id<SurveyRound> round, string group) => new() { RoundId = round, GroupKey = group };

    public void Say(string text, string by, DateTime at)
    {
        (Text, WrittenBy, WrittenAt) = (text, by, at);
        Version++;
    }
}

internal sealed class SurveyResultMapping : IEntityTypeConfiguration<SurveyResult>
{
    public void Configure(EntityTypeBuilder<SurveyResult> result)
    {
        result.ToTable("survey_result");
        result.HasKey(r => r.RoundId);
        result.HasOne<SurveyRound>().WithMany().HasForeignKey(r => r.RoundId);
    }
}

internal sealed class ContextNoteMapping : IEntityTypeConfiguration<ContextNote>
{
    public void Configure(EntityTypeBuilder<ContextNote> note)
    {
        note.ToTable("survey_context_note");
        note.HasKey(n => new { n.RoundId, n.GroupKey });
        note.HasOne<SurveyResult>().WithMany().HasForeignKey(n => n.RoundId);
    }
}
