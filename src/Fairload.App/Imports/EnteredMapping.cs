using Fairload.App.Store;
using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Imports;

internal sealed class EnteredHereMapping : IEntityTypeConfiguration<EnteredHere>
{
    public void Configure(EntityTypeBuilder<EnteredHere> mark)
    {
        mark.ToTable("entered_here");
        mark.Ignore(m => m.Ours);
    }
}

internal sealed class EnteredAnswerMapping : IEntityTypeConfiguration<EnteredAnswer>
{
    public void Configure(EntityTypeBuilder<EnteredAnswer> answer)
    {
        answer.ToTable("entered_answer");
        answer.PointsAt<EnteredAnswer, EnteredHere>(a => a.MarkId);
    }
}
