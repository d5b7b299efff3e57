using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Earlier;
using Fairload.Core.Surveys.Results;
using FsCheck;
using FsCheck.Fluent;

namespace Fairload.Core.Tests.Surveys.Earlier;

public sealed class Earlier_years
{
    private const string Five = "Never; Rarely; Sometimes; Often; Always";

    private static readonly Scale Often = new(
        "often", [.. Five.Split("; ").Select((name, at) => new AnswerOption(at + 1, new(name, name + "?")))], null);

    private static readonly SurveyItem Item = new(
        "W1", ItemKind.Scale, "often", null, new("I have time to think.", "Mae gen i amser."), null, false, "t", null, null, null, null);

    private static readonly SurveyItem Choice = new(
        "C1", ItemKind.OneOf, null, [new(1, new("Yes", "Ydw")), new(2, new("No", "Nac ydw"))], new("Do you drive?", "Gyrru?"), null, false,
        null, null, null, null, null);

    private static readonly Questionnaire Asked = new(
        "q", 1, new("Q", "Q"), Respondents.Practitioners, new("", ""), [Often],
        [new("t", new("T", "T"), [], [], ThemeScoring.Mean100)],
        [new("s", new("S", "S"), null, [Item, Choice, Item with { Code = "W2", Says = new("Bad?", "Drwg?"), Reverse = true }])]);

    private static readonly EarlierFigure Figure = new(
        2024, "", "i have time to  think", Five, EarlierMeasure.Favourable, "", 61, 120, "Another supplier");

    [Fact]
    public void Stand_beside_an_item_of_the_same_wording_whatever_its_case_blanks_and_punctuation()
    {
        var beside = One(Figure);
        Assert.Equal(("W1", "all", null), (beside.Item, beside.Key, beside.Why));
        Assert.Equal(61, Assert.Single(beside.Shares).Share.Value);
        Assert.Null(One(Figure with { Wording = "MAE GEN I AMSER" }).Why);
        Assert.Null(One(Figure with { Scale = string.Join('|', Five.Split("; ").Reverse()) }).Why);
        Assert.Equal("units:A", One(Figure with { Group = "team-a" }).Key);
    }

    [Fact]
    public void Say_why_they_can_not_be_compared()
    {
        Assert.Equal(NoComparison.Wording, One(Figure with { Wording = "I have enough time to think" }).Why);
        Assert.Equal(NoComparison.Scale, One(Figure with { Scale = "Disagree; Agree" }).Why);
        Assert.Equal(NoComparison.Scale, One(Figure with { Scale = "Rarely; Never; Sometimes; Often; Always" }).Why);
        Assert.Equal(NoComparison.ScaleNotKnown, One(Figure with { Scale = "" }).Why);
        Assert.Equal(NoComparison.Measure, One(Figure with { Measure = EarlierMeasure.Mean, Value = 3.4m }).Why);
        Assert.Equal(NoComparison.Measure, One(Figure with { Wording = "Do you drive?" }).Why);
        Assert.Equal(NoComparison.Group, One(Figure with { Group = "A team that was closed" }).Why);
        Assert.Equal(NoComparison.Number, One(Figure with { Answered = null, Value = null }).Why);
        Assert.Equal(NoComparison.TooFew, One(Figure with { Answered = 9 }).Why);
    }

    [Fact]
    public void Are_the_same_question_where_somebody_said_so()
    {
        var said = new SameQuestion(EarlierFigure.Key("Time?"), "W1", "Ola Reed");
        var beside = One(Figure with { Wording = "Time?", Scale = "No; Yes" }, said);
        Assert.Equal(("W1", null, "Ola Reed"), (beside.Item, beside.Why, beside.SaidBy));
        Assert.Null(One(Figure, said).SaidBy);
        Assert.Equal(NoComparison.Wording, One(Figure with { Wording = "Time?" }, said with { Item = "W9" }).Why);
    }

    [Fact]
    public void Are_added_up_from_the_people_who_gave_each_answer()
    {
        var counts = Counts("I have time to think", Five, 10, 20, 30, 25, 15);
        Assert.Equal(40, Assert.Single(Assert.Single(Beside(counts)).Shares).Share.Value);
        var reverse = Counts("Bad?", Five, 10, 20, 30, 25, 15);
        Assert.Equal(30, Assert.Single(Assert.Single(Beside(reverse)).Shares).Share.Value);
        var choice = Counts("Do you drive", "No; Yes", 75, 25);
        Assert.Equal([25, 75], Assert.Single(Beside(choice)).Shares.Select(s => s.Share.Value));
        Assert.Equal(NoComparison.Scale, Assert.Single(Beside(counts[..4])).Why);
        Assert.Equal(NoComparison.Number, Assert.Single(Beside([.. counts.Select(c => c with { Answered = 99 })])).Why);
        Assert.Equal(NoComparison.TooFew, Assert.Single(Beside([.. counts.Select(c => c with { Value = 1 })])).Why);
    }

    /// <remarks>What is shown of an earlier survey is shown as one of ours would be: never that nearly all said the same.</remarks>
    [Fact]
    public void Are_never_shown_of_too_few_and_never_near_their_ends() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(Gen.Choose(0, 100).Zip(Gen.Choose(1, 200)).ToArbitrary(), drawn =>
        {
            var beside = One(Figure with { Value = drawn.Item1, Answered = drawn.Item2 });
            Assert.Equal(drawn.Item2 < 10, beside.Shares.Count == 0);
            Assert.All(beside.Shares, s => Assert.True(s.Share.Value is null or (> 5 and < 95)));
            Assert.All(beside.Shares, s => Assert.InRange((decimal)drawn.Item1, s.Share.NotUnder, s.Share.NotOver));
        }));

    [Theory]
    [InlineData(40, 70, ChangeKind.Up)]
    [InlineData(70, 40, ChangeKind.Down)]
    [InlineData(55, 60, ChangeKind.NotToldApart)]
    [InlineData(100, 60, ChangeKind.Down)]
    [InlineData(97, 95, ChangeKind.NotToldApart)]
    public void Are_told_apart_only_where_the_margins_do_not_touch(int before, int now, ChangeKind kind) => Assert.Equal(kind,
        StatisticsOfShares.Change(ShownShare.OfPercent(before, 120), 120, ShownShare.OfPercent(now, 120), 120));

    [Fact]
    public void Come_in_only_as_figures_that_somebody_may_see()
    {
        Refused("Row 7 is about fewer than 10 people, so it is not taken in, whoever showed it before", Figure with { Answered = 9 });
        Refused("Row 7: 2031 is no year from 1990 to 2026. The row was left out", Figure with { Year = 2031 });
        Refused("Row 7 has no wording of a question. The row was left out", Figure with { Wording = "?!" });
        Refused("Row 7 does not say whose survey it was. The row was left out", Figure with { Source = "" });
        Refused("Row 7 has no value. The row was left out", Figure with { Value = null });
        Refused("Row 7: 161 is no share from 0 to 100 per cent. The row was left out", Figure with { Value = 161 });
        var count = Figure with { Measure = EarlierMeasure.Count, Answer = "Often" };
        Refused("Row 7: 121 is no number of people out of those who answered. The row was left out", count with { Value = 121 });
        Refused("Row 7 counts an answer and does not say which. The row was left out", count with { Answer = "" });
        Assert.True(EarlierFigure.Of(Figure with { Answered = null }, 7, 2026, 10).Try(out var kept, out _));
        Assert.Null(kept.Value);
    }

    private static EarlierFigure[] Counts(string wording, string answers, params int[] people) =>
    [
        .. answers.Split("; ").Zip(people, (answer, count) => Figure with
        {
            Wording = wording, Measure = EarlierMeasure.Count, Answer = answer, Value = count, Answered = 100, Scale = "",
        }),
    ];

    private static EarlierBeside One(EarlierFigure figure, params SameQuestion[] said) =>
        Assert.Single(EarlierYears.Beside(Asked, Result(), [figure], said));

    private static IReadOnlyList<EarlierBeside> Beside(EarlierFigure[] figures) => EarlierYears.Beside(Asked, Result(), figures, []);

    private static RoundResult Result() => new(10, true, 2, [
        Line("all", "all", ResultLevel.Whole), Line("service:North", "North", ResultLevel.Service),
        Line("units:A", "Team A", ResultLevel.Unit)]);

    private static ResultLine Line(string key, string name, ResultLevel level) =>
        new(key, name, level, null, 50, ResponseBand.UnderHalf, null, [], []);

    private static void Refused(string says, EarlierFigure figure)
    {
        Assert.False(EarlierFigure.Of(figure, 7, 2026, 10).Try(out _, out var problems));
        Assert.Equal(says, problems[0].Message);
    }
}
