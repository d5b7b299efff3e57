using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Surveys;

/// <summary>A questionnaire of the council's own, in one version.</summary>
internal sealed record OwnQuestionnaire(string Code, int Number, string Document, string ImportedBy, DateTime ImportedAt);

internal sealed class OwnQuestionnaireMapping : IEntityTypeConfiguration<OwnQuestionnaire>
{
    public void Configure(EntityTypeBuilder<OwnQuestionnaire> own)
    {
        own.ToTable("questionnaire");
        own.HasKey(q => new { q.Code, q.Number });
    }
}
