using Fairload.App.Store;
using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Workforce.Posts;

internal sealed class VacancyMapping : IEntityTypeConfiguration<Vacancy>
{
    public void Configure(EntityTypeBuilder<Vacancy> vacancy)
    {
        vacancy.ToTable("vacancy");
        vacancy.Ignore(v => v.IsOpen);
        vacancy.Ignore(v => v.Facts);
        vacancy.PointsAt<Vacancy, Team>(v => v.TeamId);
    }
}
