using Fairload.Core.Surveys.Earlier;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Surveys.Earlier;

/// <summary>A row of an earlier figure.</summary>
internal sealed record EarlierRow(
    string Source, int Year, string GroupName, string WordingKey, EarlierMeasure Measure, string Answer, string Wording, string Scale,
    decimal? Value, int? Answered, string ImportedBy, DateTime ImportedAt)
{
    public EarlierFigure Figure => new(Year, GroupName, Wording, Scale, Measure, Answer, Value, Answered, Source);
}

/// <summary>A row of what somebody said to be the same question.</summary>
internal sealed record SameQuestionRow(string Questionnaire, string WordingKey, string Item, string SaidBy, DateTime SaidAt);

internal sealed class EarlierMapping : IEntityTypeConfiguration<EarlierRow>
{
    public void Configure(EntityTypeBuilder<EarlierRow> row)
    {
        row.ToTable("earlier_figure");
        row.Ignore(r => r.Figure);
        row.HasKey(r => new { r.Source, r.Year, r.GroupName, r.WordingKey, r.Measure, r.Answer });
    }
}

internal sealed class SameQuestionMapping : IEntityTypeConfiguration<SameQuestionRow>
{
    public void Configure(EntityTypeBuilder<SameQuestionRow> row)
    {
        row.ToTable("same_question");
        row.HasKey(r => new { r.Questionnaire, r.WordingKey });
    }
}
