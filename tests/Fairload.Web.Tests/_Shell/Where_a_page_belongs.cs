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
}
