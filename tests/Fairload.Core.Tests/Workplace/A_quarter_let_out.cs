using Fairload.Core.Disclosure;
using Fairload.Core.Workplace;
using static Fairload.Core.Tests.Workplace.In_the_registers;

namespace Fairload.Core.Tests.Workplace;

public sealed class A_quarter_let_out
{
    private static readonly Quarter Third = new(2026, 3);

    /// <summary>Twenty people who lost two days each, half of them stress: 2 days for each FTE, 50 in 100 stress.</summary>
    [Fact]
    public void Rounds_incidents_to_five_and_says_low_of_one_or_two()
    {
        var accident = new QuarterIncident("Riverside", "Safeguarding", IncidentKind.Accident, false);
        var figures = Release([.. Many(20, "Riverside")], [.. Threats(7, "Riverside"), accident])!;
        var whole = figures.Lines[0];
        Assert.Equal((20, 2.0m, 50), (whole.People, whole.DaysPerFte, whole.Stress!.Percent));
        Assert.Equal(new RoundedCount(5, false), whole.Incidents![(int)IncidentKind.Threat]);
        Assert.Equal(new RoundedCount(null, true), whole.Incidents[(int)IncidentKind.Accident]);
        Assert.Equal(new RoundedCount(0, false), whole.Incidents[(int)IncidentKind.Violence]);
        Assert.Equal(88, whole.FollowedUp);
    }

    [Fact]
    public void Hides_a_team_under_ten_and_what_would_give_it_away()
    {
        var figures = Release([.. Many(20, "Riverside"), .. Many(4, "Hillside")], Threats(7, "Riverside"))!;
        Assert.Equal(
            [("", true), ("Safeguarding", true), ("Hillside", false), ("Riverside", false)],
            figures.Lines.Select(l => (l.Name, l.Hidden is null)));
        Assert.All(
            figures.Lines.Where(l => l.Hidden is not null), l => Assert.Equal((null, null, null), (l.People, l.Incidents, l.DaysPerFte)));
    }

    [Fact]
    public void Has_no_sickness_where_no_hours_are_known_and_no_share_of_four_incidents()
    {
        var people = Enumerable.Repeat(new QuarterPerson("Riverside", "Safeguarding", null, null, null), 12).ToList();
        var whole = Release(people, Threats(4, "Riverside"))!.Lines[0];
        Assert.Equal((null, null, null), (whole.DaysPerFte, whole.Stress, whole.FollowedUp));
        Assert.Null(Release(people[..9], []));
    }

    private static QuarterFigures? Release(IReadOnlyList<QuarterPerson> people, IReadOnlyList<QuarterIncident> incidents)
    {
        var population = Good(QuarterRelease.Population("q", people));
        var release = Good(Protection.Of(population, [], QuarterRelease.Wanted("q", people), DisclosureRule.Usual));
        return QuarterRelease.Of(release, people, incidents, Third);
    }

    private static IEnumerable<QuarterPerson> Many(int people, string team) =>
        Enumerable.Repeat(new QuarterPerson(team, "Safeguarding", 200, 100, 100), people);

    private static IReadOnlyList<QuarterIncident> Threats(int count, string team) =>
        [.. Enumerable.Repeat(new QuarterIncident(team, "Safeguarding", IncidentKind.Threat, true), count)];
}
