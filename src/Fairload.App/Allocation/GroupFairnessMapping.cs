using Fairload.App.Store;
using Fairload.Core.Allocation;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Allocation;

/// <summary>A row of what was let out by group.</summary>
internal sealed record FairnessReleaseRow(
    Id<FairnessByGroups> Id, DateOnly FromOn, DateOnly ToOn, string Document, string ReleasedBy, DateOnly ReleasedOn);

internal sealed class OwnGroupMapping : IEntityTypeConfiguration<OwnGroup>
{
    public void Configure(EntityTypeBuilder<OwnGroup> said)
    {
        said.ToTable("own_group");
        said.HasKey(s => new { s.WorkerId, s.Question });
        said.PointsAt<OwnGroup, Worker>(s => s.WorkerId);
    }
}

internal sealed class FairnessReleaseMapping : IEntityTypeConfiguration<FairnessReleaseRow>
{
    public void Configure(EntityTypeBuilder<FairnessReleaseRow> row) => row.ToTable("fairness_release");
}
