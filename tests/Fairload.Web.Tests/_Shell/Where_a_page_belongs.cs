using Fairload.Core.Access;
using Fairload.Core.Workforce;

namespace Fairload.Web.Tests._Shell;

public sealed class Where_a_page_belongs
{
    [Theory]
    [InlineData("/fairness", "/allocation")]
    [InlineData("/fairness/groups", "/surveys")]
    [InlineData("/fairness/groups/release", "/surveys")]
    [InlineData("/disclosure", "/surveys")]
    [InlineData("/surveys/return/2026", "/surveys")]
    public void Is_one_place_of_the_navigation(string page, string place) =>
        Assert.Equal([place], Navigation.Work.Where(d => d.IsAbove(page)).Select(d => d.Href));

    [Fact]
    public void Is_found_from_every_page_by_every_role_that_may_open_it()
    {
        (Permission Opens, string Register)[] registers =
        [
            (Permission.SeeSupervision, "/supervision"), (Permission.SeeSupervisionFigures, "/supervision"),
            (Permission.SeeWorkplace, "/workplace"), (Permission.SeeWorkplaceReleases, "/workplace"),
            (Permission.SeeEvidence, "/evidence"), (Permission.SeeReviews, "/peer-reviews"), (Permission.AuditFiles, "/file-audits"),
        ];
        foreach (var role in Enum.GetValues<Role>())
        {
            var reader = Somebody(role);
            var (first, second) = (Navigation.First(reader).ToList(), Navigation.Second(reader).ToList());
            Assert.InRange(first.Count, 1, 7);
            var places = first.Concat(second).Select(d => d.Href).ToList();
            Assert.Equal(places.Distinct(), places);
            var missing = registers.Where(r => reader.May(r.Opens))
                .Where(r => places.Count(p => p.StartsWith(r.Register, StringComparison.Ordinal)) != 1);
            Assert.Empty(missing.Select(r => $"{role}: {r.Register}"));
        }
    }

    private static Reader Somebody(Role role) => new("Ada Quill", null,
    [
        role switch
        {
            Role.TeamManager => new(role, Id<Team>.New()),
            Role.HeadOfService => new(role, Service: "Children"),
            _ => new(role),
        },
    ]);
}
