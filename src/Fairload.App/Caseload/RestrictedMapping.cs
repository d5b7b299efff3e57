using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Caseload;

internal sealed class RestrictedCaseMapping : IEntityTypeConfiguration<RestrictedCase>
{
    public void Configure(EntityTypeBuilder<RestrictedCase> restricted)
    {
        restricted.ToTable("restricted_case");
        restricted.HasKey(r => r.CaseId);
        restricted.Ignore(r => r.Name);
        restricted.PointsAt<RestrictedCase, Case>(r => r.CaseId);
        restricted.PointsAt<RestrictedCase, Account>(r => r.RestrictedBy);
    }
}

internal sealed class RestrictedReaderMapping : IEntityTypeConfiguration<RestrictedReader>
{
    public void Configure(EntityTypeBuilder<RestrictedReader> reader)
    {
        reader.ToTable("restricted_reader");
        reader.HasKey(r => new { r.CaseId, r.AccountId });
        reader.PointsAt<RestrictedReader, RestrictedCase>(r => r.CaseId);
        reader.PointsAt<RestrictedReader, Account>(r => r.AccountId);
    }
}

internal sealed class RestrictedOpeningMapping : IEntityTypeConfiguration<RestrictedOpening>
{
    public void Configure(EntityTypeBuilder<RestrictedOpening> opening)
    {
        opening.ToTable("restricted_opening");
        opening.PointsAt<RestrictedOpening, Case>(o => o.CaseId);
        opening.PointsAt<RestrictedOpening, Account>(o => o.AccountId);
    }
}

internal sealed class RestrictedNoticeMapping : IEntityTypeConfiguration<RestrictedNotice>
{
    public void Configure(EntityTypeBuilder<RestrictedNotice> notice)
    {
        notice.ToTable("restricted_notice");
        notice.HasKey(n => new { n.OpeningId, n.AccountId });
        notice.PointsAt<RestrictedNotice, RestrictedOpening>(n => n.OpeningId);
        notice.PointsAt<RestrictedNotice, Account>(n => n.AccountId);
    }
}
