using Fairload.Core.Allocation;
using Fairload.Core.Caseload;

namespace Fairload.Core.Tests.Allocation;

public sealed class A_council_with_rules
{
    private const int Checked = 3_000;

    [Fact]
    public void Is_shared_out_without_breaking_any_of_them_and_each_of_them_matters()
    {
        var (binds, notAll, given) = (WithoutARule.Rules.ToDictionary(r => r, _ => 0), 0, 0);
        for (var seed = 0; seed < Checked; seed++)
        {
            var work = RuledCouncils.From(seed);
            var (holdings, left, _) = Solve(work);
            Assert.True(RulesByHand.Broken(work, holdings) is { Count: 0 } kept, $"{seed}: a rule is broken");
            (notAll, given) = (notAll + (left > 0 ? 1 : 0), given + holdings.Count);

            // A rule matters where the same council without it would break it.
            foreach (var rule in WithoutARule.Rules)
                if (RulesByHand.Broken(work, Solve(WithoutARule.Of(work, rule)).Given).Contains(rule)) binds[rule]++;
        }

        Assert.All(binds, b => Assert.True(b.Value >= Checked / 10, $"{b.Key} matters in {b.Value} of {Checked}"));
        Assert.True(notAll >= Checked / 5, $"not all is placed in {notAll}");
        Assert.True(given >= Checked, $"only {given} cases were given");
    }

    [Fact]
    public void Tells_of_each_person_the_first_rule_that_stands_against_them()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var work = RuledCouncils.From(seed);
            var question = work.Question();
            foreach (var (at, item) in question.Items.Index().Where(i => i.Item.ToPlace >= 0))
            {
                var one = work.ToPlace[item.ToPlace].Case;
                Assert.Equal(question.People.Count, item.Rules.Count);
                foreach (var (holder, rule) in item.Rules.Index())
                {
                    var person = work.People[question.People[holder]];
                    var isAlone = question.Sharing.Items[at].Options.Any(o => o.Holder == holder && o.With < 0);
                    Assert.Equal(rule == Rule.Alone, isAlone);
                    if (rule is Rule.OtherService or Rule.Alone or Rule.Jointly) continue;

                    // The one case asked about alone says the same, but for what hangs on what else is given.
                    var candidate = person.For(one, work.Statement.JointPart, work.Weights);
                    var asked = HardRules.For(candidate, one.Work, work.Statement, new(null, null));
                    Assert.Equal(asked, rule);
                }
            }
        }
    }

    [Fact]
    public void Comes_out_as_fair_in_another_order_under_other_names_and_with_three_times_the_points()
    {
        for (var seed = 0; seed < 1_000; seed++)
        {
            var work = RuledCouncils.From(seed);
            var (one, other) = (Solve(work).Shared, Solve(Copies.Of(work, seed)).Shared);
            Assert.Equal(one.Shares, other.Shares);
            Assert.Equal((one.RiskPlaced, one.Cost, one.Moves), (other.RiskPlaced, other.Cost, other.Moves));
            Assert.Equal(one.PerfectShares, other.PerfectShares);
        }
    }

    [Fact]
    public void Leaves_with_their_reasons_what_ten_thousand_cases_are_too_many_for_one_person()
    {
        const int Cases = 10_000;
        var work = RuledCouncils.From(1);
        var person = work.People[0] with
        {
            Qualifications = new HashSet<string> { Qualifications.Registered },
            IsAtWork = true,
            IsAwayAtFirstVisit = false,
            Capacity = 100,
            Points = 0,
            Held = [],
            NewThisWeek = 0,
        };
        var one = new CaseAsked(new(new Guid(9, 0, 0, new byte[8])), Area.Children, CaseType.ChildInNeed.Code, 2, new());
        work = work with
        {
            People = [person],
            Standing = [],
            Limits = new(1.1m, null),
            ToPlace = [.. Enumerable.Range(0, Cases).Select(n => new CaseToPlace(
                one with { Case = new(new Guid(9, 0, 0, BitConverter.GetBytes((long)n))), Tier = 1 + (n % 3) },
                person.Places[0].Service, person.Places[0].Team, n % 60))],
        };
        var (given, left, shared) = Solve(work);
        Assert.InRange(shared.Shares[0].Value, 0.9, 1.1);
        Assert.Equal(Cases, given.Count + left);
        Assert.InRange(given.Count, 1, 27);
        Assert.All(work.Question().Items, i => Assert.Equal([Rule.Alone], i.Rules));
        Assert.True(shared.RiskPlaced <= shared.RiskBound && shared.RiskPlaced >= 0.95 * shared.RiskBound);
        Assert.InRange(shared.Steps, 1, Effort.Usual.Steps);

        // Where nobody has set a ceiling all of it is theirs, and the figures say what that is.
        var without = Solve(work with { Limits = new(null, null) });
        Assert.Equal((Cases, 0), (without.Given.Count, without.Left));
        Assert.True(without.Shared.Shares[0].Value > 700);
    }

    private static (IReadOnlyList<Holding> Given, int Left, Shared Shared) Solve(WorkToShare work)
    {
        var question = work.Question();
        var shared = FairShare.Solve(question.Sharing, 1, Effort.Usual, CancellationToken.None);
        return (RulesByHand.Given(work, question, shared.Chosen), shared.Chosen.Count(c => c < 0), shared);
    }
}
