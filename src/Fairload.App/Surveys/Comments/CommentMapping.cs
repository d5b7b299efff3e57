using Fairload.App.Store;
using Fairload.App.Surveys.Results;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Comments;
using Fairload.Core.Surveys.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Surveys.Comments;

/// <summary>A row of what was let out.</summary>
internal sealed class SurveyComments
{
    private SurveyComments() { }

    public Id<SurveyRound> RoundId { get; private init; }
    public string Document { get; private init; } = "";
    public string ReleasedBy { get; private init; } = "";
    public DateOnly ReleasedOn { get; private init; }
    public string PurgedBy { get; private set; } = "";
    public DateOnly? PurgedOn { get; private set; }

    public static SurveyComments Of(Id<SurveyRound> round, string document, string by, DateOnly today) =>
        new() { RoundId = round, Document = document, ReleasedBy = by, ReleasedOn = today };

    /// <summary>The originals are gone.</summary>
    public void Purged(string by, DateOnly today)
    {
        if (PurgedOn is null) (PurgedBy, PurgedOn) = (by, today);
    }
}

internal sealed class CommentReadingMapping : IEntityTypeConfiguration<CommentReading>
{
    public void Configure(EntityTypeBuilder<CommentReading> reading)
    {
        reading.ToTable("comment_reading");
        reading.Ignore(r => r.IsRead);
        reading.Ignore(r => r.IsWithheld);
        reading.PointsAt<CommentReading, SurveyRound>(r => r.RoundId);
        reading.PointsAt<CommentReading, Account>(r => r.FirstReader);
        reading.PointsAt<CommentReading, Account>(r => r.SecondReader);
    }
}

internal sealed class CommentReaderMapping : IEntityTypeConfiguration<CommentReader>
{
    public void Configure(EntityTypeBuilder<CommentReader> reader)
    {
        reader.ToTable("comment_reader");
        reader.HasKey(r => new { r.RoundId, r.AccountId });
        reader.PointsAt<CommentReader, SurveyRound>(r => r.RoundId);
        reader.PointsAt<CommentReader, Account>(r => r.AccountId);
    }
}

internal sealed class SurveyCommentsMapping : IEntityTypeConfiguration<SurveyComments>
{
    public void Configure(EntityTypeBuilder<SurveyComments> comments)
    {
        comments.ToTable("survey_comments");
        comments.HasKey(c => c.RoundId);
        comments.PointsAt<SurveyComments, SurveyResult>(c => c.RoundId);
    }
}
