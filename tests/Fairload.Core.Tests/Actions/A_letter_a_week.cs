using Fairload.Core.Access;
using Fairload.Core.Actions;
using Fairload.Core.Workforce;
using static Fairload.Core.Tests.Actions.Promises;

namespace Fairload.Core.Tests.Actions;

public sealed class A_letter_a_week
{
    [Theory]
    [InlineData("2026-11-16", "2026-11-16")]
    [InlineData("2026-11-22", "2026-11-16")]
    [InlineData("2026-11-23", "2026-11-23")]
    public void Belongs_to_the_week_of_its_monday(string day, string monday) =>
        Assert.Equal(DateOnly.Parse(monday, null), WeeklyDigest.WeekOf(DateOnly.Parse(day, null)));

    [Fact]
    public void Tells_what_is_overdue_and_what_is_due_in_a_fortnight()
    {
        var digest = WeeklyDigest.Of(new(
            [new("A-2026-003", Today.AddDays(14)), new("A-2026-002", Today.AddDays(-1)), new("A-2026-001", Today.AddDays(15)),
                new("A-2026-004", Today)],
            ["A-2026-009", "A-2026-008"], [], 1), Today);
        Assert.Equal(["A-2026-002"], digest.Overdue.Select(d => d.Reference));
        Assert.Equal(["A-2026-004", "A-2026-003"], digest.Due.Select(d => d.Reference));
        Assert.Equal(["A-2026-008", "A-2026-009"], digest.Votes);
        Assert.False(digest.IsEmpty);
    }

    [Fact]
    public void Is_none_where_nothing_waits() =>
        Assert.True(WeeklyDigest.Of(new([new("A-2026-001", Today.AddDays(15))], [], [], 0), Today).IsEmpty);
}

public sealed class Who_sees_an_action
{
    private static readonly Id<Team> Riverside = Id<Team>.New();
    private static readonly Id<Team> Hillside = Id<Team>.New();
    private static readonly Id<Account> Me = Id<Account>.New();

    [Theory]
    [InlineData("riverside", true)]
    [InlineData("hillside", false)]
    [InlineData("Safeguarding", true)]
    [InlineData("Adults", false)]
    [InlineData("council", true)]
    [InlineData("mine", true)]
    public void Is_for_a_practitioner_their_units_and_the_council(string whose, bool sees) =>
        Assert.Equal(sees, Practitioner.Sees(Action(whose), "Safeguarding", false));

    [Fact]
    public void Is_for_a_head_of_service_every_team_of_it()
    {
        var head = new ActionSight(
            new(false, new HashSet<string> { "Safeguarding" }, new HashSet<Id<Team>>(), null), None, NoServices, null, false);
        Assert.True(head.Sees(Action("hillside"), "Safeguarding", false));
        Assert.False(head.Sees(Action("hillside"), "Adults", false));
    }

    [Fact]
    public void Is_for_members_what_scrutiny_asked_what_is_public_and_what_came_up_to_them()
    {
        var member = Practitioner with { IsMember = true, OwnTeams = None, OwnServices = NoServices, Account = null };
        var action = Action("council");
        Assert.False(member.Sees(action, "", false));
        Assert.True(member.Sees(action, "", true));
        Good(action.Publish(true, 0, On(Today)));
        Assert.True(member.Sees(action, "", false));
    }

    private static readonly IReadOnlySet<Id<Team>> None = new HashSet<Id<Team>>();
    private static readonly IReadOnlySet<string> NoServices = new HashSet<string>();

    private static ActionSight Practitioner => new(
        new(false, NoServices, None, Id<Worker>.New()), new HashSet<Id<Team>> { Riverside }, new HashSet<string> { "Safeguarding" }, Me,
        false);

    private static AgreedAction Action(string whose) => Agreed(whose switch
    {
        "riverside" => Plan with { Team = Riverside },
        "hillside" => Plan with { Team = Hillside },
        "council" => Plan,
        "mine" => Plan with { Team = Hillside, Owner = Me },
        _ => Plan with { Service = whose },
    });
}
