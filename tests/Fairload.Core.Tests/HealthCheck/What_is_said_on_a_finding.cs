using Fairload.Core.HealthCheck.Cycles;
using Fairload.Core.HealthCheck.Frameworks;
using Fairload.Core.Surveys;
using Fairload.Core.Workforce;

namespace Fairload.Core.Tests.HealthCheck;

public sealed class What_is_said_on_a_finding
{
    private static readonly DateOnly Today = new(2026, 11, 2);
    private static readonly DateTime Now = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly string[] Staff = ["Adeyemi, Grace", "Tom O'Bevan", "Ngozi Mary Okafor", "Cher"];

    [Theory]
    [InlineData("I told Grace Adeyemi twice", "Adeyemi, Grace")]
    [InlineData("ADEYEMI, GRACE said so", "Adeyemi, Grace")]
    [InlineData("it was Tom O’Bevan’s idea; Tom O'Bevan, that is", "Tom O'Bevan")]
    [InlineData("Ngozi Okafor knows", "Ngozi Mary Okafor")]
    [InlineData("by the grace of God, and Cher on the radio", null)]
    [InlineData("Graceful Adeyemis", null)]
    public void Names_nobody_of_staff(string text, string? named) => Assert.Equal(named, Attribution.Named(text, Staff));

    [Fact]
    public void Is_refused_with_the_name_that_it_holds()
    {
        var heard = Voice.Hear(Id<Finding>.New(), VoiceSide.Frontline, Stance.Disagrees, "As Grace Adeyemi said, no", Today, Staff, Today);

        Assert.False(heard.Try(out _, out var problems));
        Assert.Contains("This names Adeyemi, Grace", Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_never_averaged_and_lacks_nobody_once_all_three_sides_are_heard()
    {
        var finding = Written(new(FindingKind.Concern, "workload", ["vacancy-rate"], "", "Too much work", "", ""));
        Assert.Equal(3, finding.NotHeard.Count);
        Hear(finding, VoiceSide.Frontline, Stance.Agrees);
        Hear(finding, VoiceSide.Managers, Stance.Disagrees);
        Assert.True(finding.IsDisputed);
        Assert.Equal([VoiceSide.PeopleWhoUseServices], finding.NotHeard);
        Hear(finding, VoiceSide.PeopleWhoUseServices, Stance.Adds);
        Assert.True(finding.IsTalkedAbout);
        Assert.Equal(3, finding.Voices.Count);
    }

    [Fact]
    public void Belongs_to_a_part_and_measures_that_there_are_and_a_strength_says_who_could_teach_it()
    {
        Assert.Equal(
            ["Part", "Measures", "Says", "Teach"],
            Problems(Finding.Write(Id<Cycle>.New(), 1, new(FindingKind.Strength, "no", ["no"], "", " ", "", ""), ["workload"], [], "Pat",
                Today)));
    }

    [Fact]
    public void Is_not_lost_when_two_change_the_words()
    {
        var finding = Written(new(FindingKind.Concern, "workload", [], "", "Too much work", "", ""));
        var seen = finding.Version;
        var said = new FindingSaid(FindingKind.Concern, "workload", [], "", "Far too much work", "", "");
        Assert.True(finding.Rewrite(said, ["workload"], [], seen, "Dana", Today).Try(out _, out _));

        var late = finding.Rewrite(said with { Says = "Enough work" }, ["workload"], [], seen, "Pat", Today);

        Assert.False(late.Try(out _, out var problems));
        Assert.StartsWith("Dana has changed this finding meanwhile", problems[0].Message, StringComparison.Ordinal);
        Assert.Equal("Far too much work", finding.Says);
    }

    [Fact]
    public void Of_a_forum_has_a_day_that_has_been_and_a_count_that_may_be_missing()
    {
        Assert.Empty(Problems(Forum.Hold(Id<Cycle>.New(), Today, "Town hall", ForumHosts.Union, null, "Rooms", Staff, Today)));
        Assert.Equal(
            ["HeldOn", "Hosts", "People", "Place", "Notes"],
            Problems(Forum.Hold(Id<Cycle>.New(), Today.AddDays(1), "", null, -1, "Tom O'Bevan said", Staff, Today)));
    }

    [Fact]
    public void Judges_a_step_only_where_all_of_it_can_be_shown()
    {
        static Wording W(string text) => new(text, text);
        var ladder = new MaturityLadder(
            "l", [new("one", W("One")), new("two", W("Two"))],
            [new("workload", [new("one", W("a"), [W("x")]), new("two", W("b"), [W("x"), W("y")])])]);

        Assert.Equal(["Shown[1]"], Problems(Judgement.Say(
            Id<Cycle>.New(), ladder, "workload", "two", ["the policy", " "], "Because", "", "Dana", Now)));
        Assert.Equal(["Because"], Problems(Judgement.Say(Id<Cycle>.New(), ladder, "workload", "", [], "", "", "Dana", Now)));
        Assert.Equal(["Step", "Because"], Problems(Judgement.Say(Id<Cycle>.New(), ladder, "workload", "ten", [], "", "", "Dana", Now)));
        Assert.Empty(Problems(Judgement.Say(Id<Cycle>.New(), ladder, "workload", "one", ["the policy"], "Because", "", "Dana", Now)));
        Assert.Equal(["Parts", "Parts"], Problems(MaturityLadder.Read(ladder with
        {
            Parts = [new("workload", [new("two", W("b"), []), new("one", W("a"), [W("x")])])],
        })));
    }

    private static Finding Written(FindingSaid said)
    {
        Assert.True(Finding.Write(Id<Cycle>.New(), 1, said, ["workload"], ["vacancy-rate"], "Pat", Today).Try(out var finding, out _));
        return finding;
    }

    private static void Hear(Finding finding, VoiceSide side, Stance stance)
    {
        Assert.True(Voice.Hear(finding.Id, side, stance, "So it is", Today, Staff, Today).Try(out var voice, out _));
        finding.Hear(voice);
    }

    private static IReadOnlyList<string> Problems<T>(Result<T> result) where T : notnull =>
        result.Try(out _, out var problems) ? [] : [.. problems.Select(p => p.Field)];
}
