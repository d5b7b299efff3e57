using Fairload.App.Store;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Workforce;

internal sealed class TeamMapping : IEntityTypeConfiguration<Team>
{
    public void Configure(EntityTypeBuilder<Team> team)
    {
        team.ToTable("team");
        team.PointsAt<Team, Team>(t => t.SuccessorId);
    }
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
    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.ToTable("membership");
        membership.PointsAt<Membership, Worker>(m => m.WorkerId);
        membership.PointsAt<Membership, Team>(m => m.TeamId);
    }
}

internal sealed class PostMapping : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> post)
    {
        post.ToTable("post");
        post.PointsAt<Post, Team>(p => p.TeamId);
    }
}

internal sealed class AbsenceMapping : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> absence)
    {
        absence.ToTable("absence");
        absence.PointsAt<Absence, Worker>(a => a.WorkerId);
    }
}

internal sealed class ReductionMapping : IEntityTypeConfiguration<Reduction>
{
    public void Configure(EntityTypeBuilder<Reduction> reduction)
    {
        reduction.ToTable("reduction");
        reduction.PointsAt<Reduction, Worker>(r => r.WorkerId);
    }
}

internal sealed class ExtraDutyMapping : IEntityTypeConfiguration<ExtraDuty>
{
    public void Configure(EntityTypeBuilder<ExtraDuty> duty)
    {
        duty.ToTable("extra_duty");
        duty.PointsAt<ExtraDuty, Worker>(d => d.WorkerId);
    }
}

internal sealed class SettledNameMapping : IEntityTypeConfiguration<SettledName>
{
    public void Configure(EntityTypeBuilder<SettledName> name)
    {
        name.ToTable("settled_name");
        name.PointsAt<SettledName, Worker>(n => n.WorkerId);
        name.PointsAt<SettledName, Team>(n => n.TeamId);
    }
}

internal sealed class WorkerWordMapping : IEntityTypeConfiguration<WorkerWord>
{
    public void Configure(EntityTypeBuilder<WorkerWord> word)
    {
        word.ToTable("worker_word");
        word.PointsAt<WorkerWord, Worker>(w => w.WorkerId);
    }
}
