using Fairload.App.Store;
using Fairload.Core.Allocation.Scenarios;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Allocation.Scenarios;

internal sealed class ScenarioMapping : IEntityTypeConfiguration<Scenario>
{
    public void Configure(EntityTypeBuilder<Scenario> scenario)
    {
        scenario.ToTable("scenario");
        scenario.PointsAt<Scenario, Team>(s => s.TeamId);
    }
}
