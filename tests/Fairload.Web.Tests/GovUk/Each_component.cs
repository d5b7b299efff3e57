namespace Fairload.Web.Tests.GovUk;

public sealed class Each_component
{
    public static TheoryData<string> Components { get; } = [.. Written.By.Keys];

    [Theory, MemberData(nameof(Components))]
    public async Task Writes_the_markup_of_the_design_system(string component)
    {
        var compared = new List<string>();
        foreach (var fixture in Fixture.Of(component))
        {
            var options = new Options(fixture.Options);
            string ours;
            try
            {
                ours = await Written.By[component](options);
            }
            catch (NotSupportedException)
            {
                continue;
            }

            if (!options.AllRead) continue;

            Assert.True(Rendered.Shape(fixture.Html) == Rendered.Shape(ours),
                $"{fixture}\n{fixture.Options}\n--- theirs\n{Rendered.Shape(fixture.Html)}--- ours\n{Rendered.Shape(ours)}");
            compared.Add(fixture.Name);
        }

        Assert.True(compared.Count >= Math.Min(3, Fixture.Of(component).Count),
            $"Only {string.Join(", ", compared)} of {component} could be compared.");
    }

    [Fact]
    public async Task Is_told_apart_when_an_attribute_is_missing()
    {
        var right = await Rendered.Html(new Web.GovUk.GovukButton(), "Save");

        Assert.NotEqual(Rendered.Shape(right),
            Rendered.Shape(right.Replace(" data-module=\"govuk-button\"", "", StringComparison.Ordinal)));
    }
}
