using Fairload.Web.Tests.Imports.Commands;

namespace Fairload.Web.Tests.Surveys;

/// <summary>Nothing is stored by a mistake, so all of them are made over the same staff.</summary>
public sealed class Mistakes_in_a_round_in_the_terminal(Mistakes_in_a_round_in_the_terminal.Council staff)
    : IClassFixture<Mistakes_in_a_round_in_the_terminal.Council>
{
    [Theory]
    [InlineData("There is no questionnaire nothing", "--questionnaire", "nothing")]
    [InlineData("is the employer's own return", "--questionnaire", "employers-return")]
    [InlineData("There is no mode postal", "--mode", "postal")]
    [InlineData("tomorrow is no day", "--opens", "tomorrow")]
    [InlineData("must close after it opens", "--closes", "")]
    [InlineData("Enter a floor from 5", "--floor", "4")]
    [InlineData("There is no background question shoe-size", "--background", "shoe-size")]
    [InlineData("There is no team called Elm", "--merge", "Elm")]
    public async Task Are_refused_with_one_sentence_and_2(string sentence, string option, string value)
    {
        var plan = Rounds_in_the_terminal.Plan();
        var words = plan.Index().Where(w => w.Item != option && (w.Index == 0 || plan[w.Index - 1] != option)).Select(w => w.Item);

        var today = $"{Rounds_in_the_terminal.Today:yyyy-MM-dd}";
        var said = await staff.Fairload.Run([.. words, option, option == "--closes" ? today : value]);

        Assert.Equal((2, ""), (said.Exit, said.Output));
        Assert.Contains(sentence, Assert.Single(said.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    public sealed class Council : IAsyncLifetime
    {
        internal TheProgram Fairload { get; } = new();

        public Task InitializeAsync() => Rounds_in_the_terminal.Staff(Fairload);

        public Task DisposeAsync()
        {
            Fairload.Dispose();
            return Task.CompletedTask;
        }
    }
}
