using Fairload.App.Store;
using Fairload.Core.HealthCheck.Report;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.HealthCheck.Report;

internal sealed class EditedSentenceMapping : IEntityTypeConfiguration<EditedSentence>
{
    public void Configure(EntityTypeBuilder<EditedSentence> sentence)
    {
        sentence.ToTable("edited_sentence");
        sentence.Ignore(s => s.IsThePrograms);
    }
}

internal sealed class FrozenEditionMapping : IEntityTypeConfiguration<FrozenEdition>
{
    public void Configure(EntityTypeBuilder<FrozenEdition> frozen) => frozen.ToTable("frozen_edition");
}

internal sealed class PublicationMapping : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> publication)
    {
        publication.ToTable("publication");
        publication.Ignore(p => p.IsWithdrawn);
        publication.Ignore(p => p.From);
        publication.PointsAt<Publication, FrozenEdition>(p => p.FrozenId);
    }
}

internal sealed class ExemptionClaimMapping : IEntityTypeConfiguration<ExemptionClaim>
{
    public void Configure(EntityTypeBuilder<ExemptionClaim> claim)
    {
        claim.ToTable("exemption_claim");
        claim.Ignore(c => c.Stands);
        claim.Ignore(c => c.Claimed);
    }
}
