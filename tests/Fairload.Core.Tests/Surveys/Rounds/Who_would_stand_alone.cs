using Fairload.Core.Surveys.Rounds;

namespace Fairload.Core.Tests.Surveys.Rounds;

public sealed class Who_would_stand_alone
{
    private static readonly BackgroundQuestion[] Both = [BackgroundQuestion.RoleGroup, BackgroundQuestion.Contract];

    [Fact]
    public void Is_counted_by_unit_and_answers()
    {
        // Twelve in one team, of whom one is the manager and one comes from an agency.
        var crossing = Crossing.Of([.. Enumerable.Range(0, 12).Select(n => Person("Riverside", n == 0, n == 1))], Both, 5, 65);

        Assert.Equal(new Standing(2, 2), crossing.All);
        Assert.Equal(new Standing(1, 1), Of(crossing, BackgroundQuestion.RoleGroup).ByItself);
        Assert.Equal(("manager", 1), (crossing.Questions[0].Smallest, crossing.Questions[0].InSmallest));
        Assert.Equal(new Standing(1, 1), Of(crossing, BackgroundQuestion.RoleGroup).Without);
    }

    [Fact]
    public void Names_the_question_without_which_fewest_are_left()
    {
        // Three managers in thirty, and nobody from an agency: the contract costs nothing.
        var crossing = Crossing.Of([.. Enumerable.Range(0, 30).Select(n => Person("Riverside", n < 3, false))], Both, 5, 65);

        Assert.Equal(new Standing(0, 3), crossing.All);
        Assert.Equal(BackgroundQuestion.RoleGroup, crossing.Drop);
        Assert.Null(Crossing.Of([.. Enumerable.Range(0, 30).Select(_ => Person("Riverside", false, false))], Both, 5, 65).Drop);
    }

    [Theory]
    [InlineData(12, 10, 7, false)]
    [InlineData(15, 10, 9, false)]
    [InlineData(16, 10, 10, true)]
    [InlineData(8, 5, 5, true)]
    public void Counts_the_answers_that_are_expected_and_not_the_people(int people, int floor, int expected, bool isShown) =>
        Assert.Equal(new UnitOutlook("Riverside", people, expected, isShown), Crossing.Outlook("Riverside", people, floor, 65));

    [Fact]
    public void Is_nobody_where_nobody_is_asked()
    {
        var crossing = Crossing.Of([], Both, 10, 65);

        Assert.Equal((new Standing(0, 0), 0, 0), (crossing.All, crossing.People, crossing.Shown));
        Assert.All(crossing.Questions, q => Assert.Equal(("", 0), (q.Smallest, q.InSmallest)));
    }

    private static QuestionCost Of(Crossing crossing, BackgroundQuestion question) =>
        crossing.Questions.Single(q => q.Question == question);

    private static AskedPerson Person(string unit, bool isManager, bool isAgency) => new(unit, new Dictionary<BackgroundQuestion, string>
    {
        [BackgroundQuestion.RoleGroup] = isManager ? "manager" : "social-worker",
        [BackgroundQuestion.Contract] = isAgency ? "agency-or-bank" : "employed",
    });
}
