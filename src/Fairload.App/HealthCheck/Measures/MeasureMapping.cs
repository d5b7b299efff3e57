using Fairload.Core.HealthCheck.Measures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.HealthCheck.Measures;

internal sealed class MeasureEntryMapping : IEntityTypeConfiguration<MeasureEntry>
{
    public void Configure(EntityTypeBuilder<MeasureEntry> entry)
    {
        entry.ToTable("measure_entry");
        entry.Ignore(e => e.Figure);
    }
}
