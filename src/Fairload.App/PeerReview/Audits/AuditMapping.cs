using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.PeerReview.Audits;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.PeerReview.Audits;

/// <summary>The references from which a round was drawn, one a line.</summary>
internal sealed record DrawnList(Id<AuditRound> RoundId, string Refs)
{
    public IEnumerable<string> All => Refs.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

internal sealed class AuditRoundMapping : IEntityTypeConfiguration<AuditRound>
{
    public void Configure(EntityTypeBuilder<AuditRound> round)
    {
        round.ToTable("audit_round");
        round.PointsAt<AuditRound, Team>(r => r.TeamId);
    }
}

internal sealed class DrawnListMapping : IEntityTypeConfiguration<DrawnList>
{
    public void Configure(EntityTypeBuilder<DrawnList> list)
    {
        list.ToTable("audit_list");
        list.HasKey(l => l.RoundId);
        list.Ignore(l => l.All);
        list.PointsAt<DrawnList, AuditRound>(l => l.RoundId);
    }
}

internal sealed class AuditFileMapping : IEntityTypeConfiguration<AuditFile>
{
    public void Configure(EntityTypeBuilder<AuditFile> file)
    {
        file.ToTable("audit_file");
        file.Ignore(f => f.IsFinished);
        file.Ignore(f => f.Grade);
        file.Ignore(f => f.Shift);
        file.PointsAt<AuditFile, AuditRound>(f => f.RoundId);
        file.PointsAt<AuditFile, Case>(f => f.CaseId);
        file.PointsAt<AuditFile, Account>(f => f.AuditorId);
        file.PointsAt<AuditFile, AuditFile>(f => f.ReauditOfId);
    }
}

internal sealed class AuditedSectionMapping : IEntityTypeConfiguration<AuditedSection>
{
    public void Configure(EntityTypeBuilder<AuditedSection> section)
    {
        section.ToTable("audited_section");
        section.HasKey(s => new { s.FileId, s.Code });
        section.Ignore(s => s.IsSaid);
        section.PointsAt<AuditedSection, AuditFile>(s => s.FileId);
    }
}
