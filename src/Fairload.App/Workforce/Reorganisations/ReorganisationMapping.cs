using System.Text.Json;
using Fairload.App.Store;
using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Reorganisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Workforce.Reorganisations;

internal sealed class ReorganisationMapping : IEntityTypeConfiguration<Reorganisation>
{
    public void Configure(EntityTypeBuilder<Reorganisation> one)
    {
        one.ToTable("reorganisation");
        one.Ignore(r => r.IsPrepared);
        one.Property(r => r.Plan).HasConversion(
            plan => JsonSerializer.Serialize(plan, JsonSerializerOptions.Web),
            text => JsonSerializer.Deserialize<ReorganisationPlan>(text, JsonSerializerOptions.Web)!);
    }
}

internal sealed class TeamLineMapping : IEntityTypeConfiguration<TeamLine>
{
    public void Configure(EntityTypeBuilder<TeamLine> line)
    {
        line.ToTable("team_line");
        line.PointsAt<TeamLine, Team>(l => l.FromId);
        line.PointsAt<TeamLine, Team>(l => l.ToId);
        line.PointsAt<TeamLine, Reorganisation>(l => l.ReorganisationId);
    }
}

internal sealed class FormerTeamNameMapping : IEntityTypeConfiguration<FormerTeamName>
{
    public void Configure(EntityTypeBuilder<FormerTeamName> name)
    {
        name.ToTable("former_team_name");
        name.PointsAt<FormerTeamName, Team>(n => n.TeamId);
        name.PointsAt<FormerTeamName, Reorganisation>(n => n.ReorganisationId);
    }
}
