using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Tests.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.Core.Tests.Allocation;

public sealed class Work_by_tier
{
    private static readonly ReservedFunctions Statement = new(
        "test/1", "Test", "The tests", new(2026, 1, 1), false,
        [
            new("child-protection", 3, ["registered"], ["experienced"], [], ["newly-qualified"]),
            new("child-protection", null, ["registered"], [], [], []),
            new("mental-capacity", null, ["bia"], [], [], []),
            new("nobody", null, ["manager"], [], [], []),
            new(ReservedFunctions.AnyType, null, [], [], [], []),
        ],
        ["newly-qualified"], 0.5m, 0.1m);

    private static readonly WorkHolder Experienced = Holder("registered", "experienced");
    private static readonly WorkHolder NewlyQualified = Holder("registered", "newly-qualified");
    private static readonly WorkHolder NotRegistered = Holder();
    private static readonly WorkHolder Manager = Holder("registered", "experienced", "manager");

    [Fact]
    public void Needs_of_each_level_between_what_nobody_else_may_hold_and_all_that_it_may()
    {
        // 10 points, 85 for the experienced and 75 for the newly qualified. Advice of 1 point is the experienced's in every way.
        var row = Assert.Single(Told(Sample.Case(tier: 3)).Rows);

        Assert.Equal(new FteRange(6 / 85m, 11 / 85m), row.Need[WorkLevel.Experienced]);
        Assert.Equal(new FteRange(0, 5 / 75m), row.Need[WorkLevel.NewlyQualified]);
        Assert.Equal(FteRange.Nothing, row.Need[WorkLevel.NotRegistered]);
        Assert.Equal(FteRange.Nothing, row.Need[WorkLevel.Approved]);
    }

    [Fact]
    public void Goes_for_what_is_not_scored_from_tier_1_to_tier_3()
    {
        var need = Assert.Single(Told(Sample.Case(tier: null)).Rows).Need;

        Assert.Equal(new FteRange(0, 11 / 85m), need[WorkLevel.Experienced]);
        Assert.Equal(new FteRange(0, 8 / 75m), need[WorkLevel.NewlyQualified]);
    }

    [Fact]
    public void Counts_brothers_and_sisters_in_part_at_the_least_and_in_full_at_the_most()
    {
        var rows = Told(Sample.Case("mental-capacity", 2, "Smith"), Sample.Case("mental-capacity", 2, "Smith")).Rows;
        var need = Assert.Single(rows).Need[WorkLevel.Approved];

        Assert.Equal((Math.Round(6 / 85m, 20), Math.Round(8 / 85m, 20)), (Math.Round(need.Low, 20), Math.Round(need.High, 20)));
    }

    [Fact]
    public void Says_how_many_cases_the_statement_lets_nobody_hold_and_tells_no_range_of_them()
    {
        var row = Assert.Single(Told(Sample.Case("nobody")).Rows);

        Assert.Equal((1, 0), (row.NobodyMay, row.Need.Count));
    }

    [Fact]
    public void Counts_a_case_once_by_whoever_of_its_holders_may_hold_most()
    {
        var told = WorkByTier.Of(
            [
                new(Sample.Case(), [NewlyQualified, Experienced]), new(Sample.Case(), [NewlyQualified]), new(Sample.Case(), [Manager]),
                new(Sample.Case(), []),
            ],
            Statement, Sample.Weights);

        var hands = Assert.Single(told.Rows).InHandOf;
        Assert.Equal(
            [(InHandOf.Experienced, 1), (InHandOf.NewlyQualified, 1), (InHandOf.Manager, 1), (InHandOf.Nobody, 1)],
            hands.OrderBy(h => h.Key).Select(h => (h.Key, h.Value)));
    }

    [Theory]
    [InlineData("child-protection", 2, false, "none", UnsafeBecause.MayNotHold)]
    [InlineData("child-protection", 2, false, "new", null)]
    [InlineData("child-protection", 2, true, "new", UnsafeBecause.AloneWhereJointly)]
    [InlineData("child-protection", 3, false, "new", UnsafeBecause.AloneWhereJointly)]
    [InlineData("child-protection", null, false, "new", UnsafeBecause.AloneWhereJointly)]
    [InlineData("child-protection", 3, false, "new new", UnsafeBecause.NobodyWhoMayAlone)]
    [InlineData("child-protection", 3, false, "new none", UnsafeBecause.NobodyWhoMayAlone)]
    [InlineData("child-protection", 3, false, "new old", null)]
    [InlineData("child-protection", 3, false, "old none", null)]
    [InlineData("mental-capacity", 1, false, "old", UnsafeBecause.MayNotHold)]
    [InlineData("child-in-need", 1, false, "none", null)]
    [InlineData("child-protection", 3, false, "", null)]
    public void Tells_what_is_not_held_as_the_statement_has_it(
        string type, int? tier, bool court, string holders, UnsafeBecause? expected)
    {
        var who = holders.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(h => h switch { "old" => Experienced, "new" => NewlyQualified, _ => NotRegistered });

        Assert.Equal(expected, WorkByTier.Because(new(Sample.Case(type, tier, court: court), [.. who]), Statement));
    }

    [Fact]
    public void Lets_each_level_do_what_the_rules_of_allocation_let_its_people_do()
    {
        var random = new Random(71);
        string[] words = ["registered", "newly-qualified", "experienced", "manager", "bia"];
        for (var n = 0; n < 2_000; n++)
        {
            IReadOnlyList<string> Some() => [.. words.Where(_ => random.Next(4) == 0)];
            var row = new ReservedRow(ReservedFunctions.AnyType, null, Some(), [], [], Some());
            var statement = Statement with { Rows = [row], Court = Some() };
            var court = random.Next(2) == 0;
            foreach (var level in new[] { WorkLevel.NotRegistered, WorkLevel.NewlyQualified, WorkLevel.Experienced })
            {
                var one = new Candidate(
                    Id<Worker>.New(), WorkLevels.Words(level).ToHashSet(), IsAtWork: true, IsAwayAtFirstVisit: false, 100, 0, 1, 1, 1, 0);
                var rule = HardRules.For(one, new("anything", 1, court), statement, new(null, null));

                Assert.Equal(rule != Rule.NotQualified, level.MayHold(row));
                if (rule != Rule.NotQualified) Assert.Equal(rule == Rule.Jointly, level.OnlyJointly(row, court, statement));
            }
        }
    }

    [Fact]
    public void Adds_up_over_rows_to_what_each_case_needs_by_itself()
    {
        var random = new Random(72);
        string[] types = ["child-protection", "mental-capacity", "child-in-need", "other"];
        for (var n = 0; n < 300; n++)
        {
            var cases = Enumerable.Range(0, random.Next(1, 12)).Select(_ =>
                Sample.Case(types[random.Next(types.Length)], random.Next(4) is > 0 and var tier ? tier : null, court: random.Next(3) == 0))
                .ToArray();
            var together = WorkByTier.Sum(Told(cases).Rows.Select(r => r.Need));
            var apart = WorkByTier.Sum(cases.SelectMany(c => Told(c).Rows).Select(r => r.Need));

            Assert.All(together, level => Assert.Equal(apart[level.Key].Low, level.Value.Low, 15));
            Assert.All(together, level => Assert.Equal(apart[level.Key].High, level.Value.High, 15));
            Assert.All(together.Values, range => Assert.True(range.Low <= range.High));
        }
    }

    private static WorkByTier Told(params HeldCase[] cases) =>
        WorkByTier.Of([.. cases.Select(c => new OpenWork(c, []))], Statement, Sample.Weights);

    private static WorkHolder Holder(params string[] qualifications) => new(Id<Worker>.New(), qualifications.ToHashSet());
}
