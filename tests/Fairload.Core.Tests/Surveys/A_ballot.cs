using Fairload.Core.Surveys;
using FsCheck;
using FsCheck.Fluent;

namespace Fairload.Core.Tests.Surveys;

public sealed class A_ballot
{
    private static readonly Wording Any = new("any", "unrhyw");
    private static readonly AnswerOption[] Five = [.. Enumerable.Range(1, 5).Select(v => new AnswerOption(v, Any))];
    private static readonly Dictionary<string, IReadOnlyList<string>> Units = new() { ["unit"] = ["riverside", "harbour"] };

    private static readonly Questionnaire Asked = new(
        "q", 1, Any, Respondents.Practitioners, Any, [new("agree", Five, Any), new("often", Five, null)],
        [new("t", Any, [], [], ThemeScoring.Mean100)],
        [
            new("s", Any, null,
            [
                Item("W1", ItemKind.Scale, "agree"), Item("W2", ItemKind.Scale, "often"),
                Item("O1", ItemKind.OneOf, options: Five) with { AskWhen = new("W1", [4, 5]) },
                Item("A1", ItemKind.AnyOf, options: Five) with { AskWhen = new("O1", [1]) },
                Item("N1", ItemKind.Number) with { Least = 0, Most = 60 }, Item("T1", ItemKind.Text), Item("T2", ItemKind.Text),
                Item("T3", ItemKind.Text),
            ]),
        ]);

    [Fact]
    public void Holds_what_was_answered_and_nothing_for_what_was_left_out()
    {
        var ballot = Sound(("W1", ["5"]), ("W2", [""]), ("O1", ["1"]), ("A1", ["3", "1", "3"]), ("N1", ["37"]),
            ("T1", [" Less\r\npaper\0 "]), ("unit", ["harbour"]));

        Assert.Equal(new BallotAnswer.Chosen(5), ballot.Answers["W1"]);
        Assert.Equal(new BallotAnswer.ChosenAmong([1, 3]), ballot.Answers["A1"]);
        Assert.Equal(new BallotAnswer.Counted(37), ballot.Answers["N1"]);
        Assert.Equal(new BallotAnswer.Said("Less\npaper"), ballot.Answers["T1"]);
        Assert.Equal("harbour", ballot.Background["unit"]);
        Assert.False(ballot.Answers.ContainsKey("W2"));
        Assert.Equal(new Dictionary<string, int> { ["W1"] = 5, ["O1"] = 1 }, ballot.Chosen);
    }

    [Fact]
    public void Can_say_that_a_statement_does_not_apply_where_its_scale_has_that()
    {
        Assert.Equal(new BallotAnswer.DoesNotApply(), Sound(("W1", ["na"])).Answers["W1"]);
        Refused("W2: Choose one of the answers shown", ("W2", ["na"]));
    }

    [Theory]
    [InlineData("W1", "6", "W1: Choose one of the answers shown")]
    [InlineData("W1", "five", "W1: Choose one of the answers shown")]
    [InlineData("W9", "1", "W9: There is no such question in this survey. Open the page again")]
    [InlineData("N1", "61", "N1: Give a number of 60 or less")]
    [InlineData("N1", "-1", "N1: Give a number of 0 or more")]
    [InlineData("N1", "2.5", "N1: Give a whole number, in figures")]
    [InlineData("O1", "1", "O1: This question is not asked after the answers you gave; take its answer out")]
    [InlineData("A1", "1", "A1: This question is not asked after the answers you gave; take its answer out")]
    [InlineData("unit", "elsewhere", "unit: Choose one of the answers shown")]
    public void Is_refused_with_the_item_named(string item, string given, string says) => Refused(says, (item, [given]));

    [Fact]
    public void Has_one_answer_where_one_is_asked_for()
    {
        Refused("W1: Choose one answer, not several", ("W1", ["1", "2"]));
        Refused("unit: Choose one answer, not several", ("unit", ["harbour", "riverside"]));
        Refused("A1: Choose one of the answers shown", ("W1", ["4"]), ("O1", ["1"]), ("A1", ["1", "9"]));
    }

    [Fact]
    public void Tells_all_that_is_wrong_at_once_and_nothing_that_follows_from_it() =>
        Refused("W1: Choose one of the answers shown; N1: Give a whole number, in figures", ("W1", ["7"]), ("O1", ["1"]), ("N1", ["many"]));

    [Fact]
    public void Has_room_for_so_many_characters_of_each_text_and_of_all_together()
    {
        var full = new string('x', Ballot.MostText);
        Assert.Equal(full, ((BallotAnswer.Said)Sound(("T1", [full]), ("T2", [full])).Answers["T1"]).Text);
        Refused("T1: Your answer has 1501 characters; shorten it to 1500 or fewer", ("T1", [full + "x"]));
        Refused("T1: Your answer has 1000000 characters; shorten it to 1500 or fewer", ("T1", [new string('x', 1_000_000)]));
        Assert.False(Read(("T1", [full]), ("T2", [full]), ("T3", [full])).Try(out _, out var problems));
        Assert.Matches("^What you wrote is too long altogether; shorten it by about [0-9]+ characters$", Assert.Single(problems).Message);
    }

    [Fact]
    public void Keeps_no_half_letters()
    {
        var text = ((BallotAnswer.Said)Sound(("T1", ["a\ud800b"])).Answers["T1"]).Text;
        Assert.Equal("a\ufffdb", text);
    }

    [Fact]
    public void Comes_back_from_its_bytes_as_it_was_whatever_was_answered() =>
        Prop.ForAll<int, string, int[]>((number, text, several) =>
        {
            var answers = new Dictionary<string, BallotAnswer>
            {
                ["T"] = new BallotAnswer.Said(Whole(text)),
                ["N"] = new BallotAnswer.Counted(number),
                ["W"] = new BallotAnswer.Chosen(-number),
                ["A"] = new BallotAnswer.ChosenAmong(several ?? []),
                ["X"] = new BallotAnswer.DoesNotApply(),
            };
            var ballot = new Ballot(answers, new Dictionary<string, string> { ["unit"] = Whole(text) });
            var back = BallotBytes.Read(BallotBytes.Write(ballot));
            return back.Answers.OrderBy(a => a.Key).SequenceEqual(answers.OrderBy(a => a.Key)) && back.Background["unit"] == Whole(text);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Is_the_same_bytes_in_whatever_order_it_was_filled_in()
    {
        var there = Sound(("W1", ["5"]), ("N1", ["3"]), ("T1", ["x"]));
        var back = new Ballot(there.Answers.Reverse().ToDictionary(), there.Background);
        Assert.Equal(BallotBytes.Write(there), BallotBytes.Write(back));
    }

    [Fact]
    public void Cut_short_or_with_something_behind_it_is_none()
    {
        var bytes = BallotBytes.Write(Sound(("W1", ["5"]), ("T1", ["Less paper"])));
        for (var end = 0; end < bytes.Length; end++) Assert.Throws<InvalidDataException>(() => BallotBytes.Read(bytes[..end]));
        Assert.Throws<InvalidDataException>(() => BallotBytes.Read([.. bytes, 0]));
    }

    [Fact]
    public void Parts_with_its_words_each_of_which_knows_its_item_and_service_alone()
    {
        var ballot = Sound(("W1", ["5"]), ("T1", ["Less paper"]), ("unit", ["harbour"]));
        var services = new Dictionary<string, string> { ["harbour"] = "Adults" };
        var rules = BallotRules.Of(100, 10) with { ServiceQuestion = "unit", Services = services };

        Assert.Equal(["W1"], ballot.WithoutWords().Answers.Keys);
        Assert.Equal([new BallotComment("T1", "Adults", "Less paper")], ballot.Comments(rules));
        Assert.Equal([new BallotComment("T1", null, "Less paper")],
            ballot.Comments(rules with { Services = new Dictionary<string, string>() }));
        Assert.Equal([new BallotComment("T1", null, "Less paper")], ballot.Comments(BallotRules.Of(100, 10)));
    }

    [Theory]
    [InlineData(9, 100, null)]
    [InlineData(10, 100, ParticipationBand.UnderAQuarter)]
    [InlineData(29, 100, ParticipationBand.UnderAQuarter)]
    [InlineData(30, 100, ParticipationBand.UnderAHalf)]
    [InlineData(49, 100, ParticipationBand.UnderAHalf)]
    [InlineData(50, 100, ParticipationBand.UnderTwoThirds)]
    [InlineData(69, 100, ParticipationBand.UnderTwoThirds)]
    [InlineData(70, 100, ParticipationBand.UnderFourFifths)]
    [InlineData(79, 100, ParticipationBand.UnderFourFifths)]
    [InlineData(80, 100, ParticipationBand.FourFifthsAndOver)]
    [InlineData(100, 100, ParticipationBand.FourFifthsAndOver)]
    public void Moves_the_band_of_those_who_answered_only_with_a_whole_floor(int answered, int invited, ParticipationBand? band) =>
        Assert.Equal(band, Participation.Band(answered, invited, 10));

    [Fact]
    public void Alone_never_shows_in_the_band() =>
        Prop.ForAll<byte, byte>((answered, beyond) =>
        {
            var (floor, invited) = (10, answered + beyond + 1);
            return answered % floor == 0 || Participation.Band(answered, invited, floor) == Participation.Band(answered - 1,
                invited, floor);
        }).QuickCheckThrowOnFailure();

    private static SurveyItem Item(string code, ItemKind kind, string? scale = null, IReadOnlyList<AnswerOption>? options = null) =>
        new(code, kind, scale, options, Any, null, false, kind == ItemKind.Scale ? "t" : null, null, null, null, null);

    private static Result<Ballot> Read(params (string Code, string[] Given)[] fields) =>
        Ballot.Read(Asked, fields.ToDictionary(f => f.Code, f => f.Given), Units, BallotSlot.Usual);

    private static Ballot Sound(params (string Code, string[] Given)[] fields) => Read(fields).Try(out var ballot, out var problems)
        ? ballot
        : throw new InvalidOperationException(string.Join("; ", problems));

    private static void Refused(string says, params (string Code, string[] Given)[] fields)
    {
        Assert.False(Read(fields).Try(out _, out var problems));
        Assert.Equal(says, string.Join("; ", problems));
    }

    /// <summary>Text as a form can bring it.</summary>
    private static string Whole(string? text) => string.Concat((text ?? "").EnumerateRunes());
}
