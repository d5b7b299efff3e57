using Fairload.App.Store;
using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Census;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Workforce.Census;

internal sealed class CensusMapping : IEntityTypeConfiguration<CensusEntry>
{
    public void Configure(EntityTypeBuilder<CensusEntry> entry)
    {
        entry.ToTable("census_entry");
        entry.Ignore(e => e.Facts);
        entry.PointsAt<CensusEntry, Worker>(e => e.WorkerId);
    }
}
