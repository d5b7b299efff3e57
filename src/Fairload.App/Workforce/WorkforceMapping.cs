using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Workforce;

internal sealed class TeamMapping : IEntityTypeConfiguration<Team>
{
    public void Configure(EntityTypeBuilder<Team> team) => team.ToTable("team");
}

internal sealed class WorkerMapping : IEntityTypeConfiguration<Worker>
{
    public void Configure(EntityTypeBuilder<Worker> worker)
    {
        worker.ToTable("worker");
        worker.Ignore(w => w.Facts);
        worker.Ignore(w => w.IsAgency);
    }
}

internal sealed class MembershipMapping : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> membership) => membership.ToTable("membership");
}

internal sealed class PostMapping : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> post) => post.ToTable("post");
}

internal sealed class AbsenceMapping : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> absence) => absence.ToTable("absence");
}

internal sealed class ReductionMapping : IEntityTypeConfiguration<Reduction>
{
    public void Configure(EntityTypeBuilder<Reduction> reduction) => reduction.ToTable("reduction");
}

internal sealed class ExtraDutyMapping : IEntityTypeConfiguration<ExtraDuty>
{
    public void Configure(EntityTypeBuilder<ExtraDuty> duty) => duty.ToTable("extra_duty");
}

internal sealed class SettledNameMapping : IEntityTypeConfiguration<SettledName>
{
    public void Configure(EntityTypeBuilder<SettledName> name) => name.ToTable("settled_name");
}
