using Fairload.App.Surveys;
using Fairload.App.Surveys.Results;
using Fairload.App.Surveys.Returns;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Results;
using Fairload.Core.Surveys.Returns;
using Fairload.Core.Surveys.Rounds;

namespace Fairload.App.Tests.Surveys.Results;

/// <summary>Rounding widens what is told of a figure; it makes no difference disappear that another edition tells of.</summary>
public sealed class What_editions_say_in_words
{
    private static readonly DateOnly Day = new(2026, 11, 16);
    private static readonly Questionnaire OfStaff = Shipped("practitioner-health-check");
    private static readonly Questionnaire OfEmployer = Shipped("employers-return");

    [Theory]
    [InlineData(56, 61, ChangeKind.Up)]
    [InlineData(61, 56, ChangeKind.Down)]
    [InlineData(60, 61, ChangeKind.NotToldApart)]
    public void Is_the_same_of_a_change_in_every_edition(int before, int now, ChangeKind kind)
    {
        var view = View(before, now, 40);
        foreach (var edition in Enum.GetValues<Edition>())
        {
            var seen = view.As(edition);
            Assert.All(seen.Asked.Themes, t => Assert.Equal(kind, seen.Change(seen.Result.Whole, t.Code)));
        }
    }

    /// <summary>Every share that is told as a number, so that each edge of the employer's steps is come to and crossed.</summary>
    [Fact]
    public void Is_the_same_of_employer_and_staff_in_every_edition()
    {
        var kinds = new HashSet<GapKind>();
        for (var percent = 6; percent < 95; percent++)
        {
            var view = View(60, 60, percent);
            var told = view.Gaps(view.Result.Whole).Select(g => (g.Staff.Code, g.Kind)).ToList();
            kinds.UnionWith(told.Select(g => g.Kind));
            foreach (var seen in Enum.GetValues<Edition>().Select(view.As))
                Assert.Equal(told, seen.Gaps(seen.Result.Whole).Select(g => (g.Staff.Code, g.Kind)));
        }

        Assert.Subset(kinds, new HashSet<GapKind> { GapKind.EmployerHigher, GapKind.EmployerLower, GapKind.NotToldApart });
    }

    [Fact]
    public void Tells_of_no_change_where_the_edition_does_not_show_the_group()
    {
        var view = View(56, 61, 40, answered: 19).As(Edition.Public);
        Assert.NotNull(view.Result.Whole.Hidden);
        Assert.All(view.Asked.Themes, t => Assert.Null(view.Change(view.Result.Whole, t.Code)));
    }

    private static ResultView View(int before, int now, int favourable, int answered = 200)
    {
        var round = Planned();
        return new(
            round, OfStaff, Result(now, favourable, answered), Day, new(round, OfStaff, Result(before, favourable, answered)),
            new Dictionary<string, ContextNote>(), [], Return(), false);
    }

    private static SurveyRound Planned()
    {
        var plan = new RoundPlan("practitioner-health-check", RoundMode.Kiosk, Day, Day.AddDays(14), 10, 20, [], "Ola Reed, room 3");
        Assert.True(SurveyRound.Plan(plan, 1, "AB", "Pat", Day).Try(out var round, out _));
        return round;
    }

    private static RoundResult Result(int score, int favourable, int answered) => new(10, true, 1,
    [
        new("all", "", ResultLevel.Whole, null, answered, ResponseBand.UnderTwoThirds, null,
            [.. OfStaff.Themes.Select(t => new ThemeLine(t.Code, score, score, score, 2))],
            [.. OfStaff.Items.Where(i => i.Kind == ItemKind.Scale).Select(i => new ItemLine(
                i.Code, [.. new[] { 50, 20, favourable }.Select(share => ShownShare.OfPercent(share, answered))]))]),
    ]);

    /// <summary>Its answers go through the scale, so that the employer stands over, under and beside staff.</summary>
    private static ReturnBeside Return()
    {
        Assert.True(EmployersReturn.Begin(2026, "{}", "Dee", Day).Try(out var one, out _));
        var answers = OfEmployer.Items.Where(i => i.Kind == ItemKind.Scale)
            .Select((i, at) => new ReturnAnswer(i.Code, OfEmployer.ScaleOf(i).Options[at % 3].Value, false, "")).ToList();
        return new(one, OfEmployer, answers);
    }

    private static Questionnaire Shipped(string code) => ShippedQuestionnaires.All.Single(q => q.Code == code);
}
