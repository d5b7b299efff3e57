using Fairload.App.Store;
using Fairload.Core.Supervision.Reflection;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Supervision.Reflection;

/// <summary>A row of what was let out of one half-year.</summary>
internal sealed record UsefulnessReleaseRow(
    Id<UsefulnessFigures> Id, DateOnly HalfYear, string Document, string ReleasedBy, DateOnly ReleasedOn);

internal sealed class OwnNoteMapping : IEntityTypeConfiguration<OwnNote>
{
    public void Configure(EntityTypeBuilder<OwnNote> note)
    {
        note.ToTable("own_note");
        note.PointsAt<OwnNote, Worker>(n => n.WorkerId);
    }
}

internal sealed class UsefulnessMapping : IEntityTypeConfiguration<Usefulness>
{
    public void Configure(EntityTypeBuilder<Usefulness> said)
    {
        said.ToTable("usefulness");
        said.HasKey(s => new { s.WorkerId, s.HalfYear });
        said.PointsAt<Usefulness, Worker>(s => s.WorkerId);
    }
}

internal sealed class UsefulnessReleaseMapping : IEntityTypeConfiguration<UsefulnessReleaseRow>
{
    public void Configure(EntityTypeBuilder<UsefulnessReleaseRow> row) => row.ToTable("usefulness_release");
}
