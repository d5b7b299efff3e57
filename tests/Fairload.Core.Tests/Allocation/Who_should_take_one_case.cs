using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using FsCheck;
using FsCheck.Fluent;

namespace Fairload.Core.Tests.Allocation;

public sealed class Who_should_take_one_case
{
    private static readonly GivingLimits Limits = new(1.1m, 3);
    private static readonly WorkAsked Protection = new(CaseType.ChildProtection.Code, 2, false);

    private static ReservedFunctions Statement { get; } = new(
        "test/1", "Test", "The board", new(2026, 1, 1), false,
        [
            new(CaseType.ChildProtection.Code, null, [Qualifications.Registered], [], [], [Qualifications.NewlyQualified]),
            new(ReservedFunctions.AnyType, null, [], [], [], []),
        ],
        [Qualifications.NewlyQualified], 0.5m, 0.1m);

    [Fact]
    public void Is_offered_first_to_whom_it_leaves_the_lightest_heaviest_load()
    {
        var (light, full, heavy) = (Person(40), Person(70), Person(88));
        var answer = Ask([heavy, full, light]);
        Assert.Equal([light.Worker, full.Worker, heavy.Worker], answer.Best.Select(s => s.Worker));
        Assert.Equal((0.40m, 0.47m), (answer.Best[0].Before.Fraction, answer.Best[0].After.Fraction));
        Assert.Equal([new Refusal(heavy.Worker, Rule.CeilingPassed)], Ask([heavy with { AfterAlone = 111 }, full, light]).Refused);
    }

    [Fact]
    public void Goes_jointly_to_the_newly_qualified_with_the_lightest_who_may_hold_it_alone()
    {
        var young = Person(20) with { Qualifications = Words(Qualifications.Registered, Qualifications.NewlyQualified) };
        var (light, heavy) = (Person(50), Person(90));
        var answer = Ask([young, heavy, light]);
        var joint = answer.For(young.Worker)!;
        Assert.Equal(light.Worker, joint.With);
        Assert.Equal((0.235m, 0.535m), (joint.After.Fraction, joint.WithAfter!.Value.Fraction));
        Assert.Equal([new Refusal(young.Worker, Rule.NobodyToHoldItWith)], Ask([young]).Refused);
        Assert.Equal(Rule.NobodyToHoldItWith, Ask([young, young with { Worker = Id<Worker>.New(), AfterFirst = 200 }]).Refused[0].Rule);
    }

    [Theory]
    [InlineData(Rule.ManagesPeople)]
    [InlineData(Rule.NotAtWork)]
    [InlineData(Rule.AwayAtFirstVisit)]
    [InlineData(Rule.Conflict)]
    [InlineData(Rule.NotQualified)]
    [InlineData(Rule.LanguageMissing)]
    [InlineData(Rule.HoursNotKnown)]
    [InlineData(Rule.NoCapacity)]
    [InlineData(Rule.WeeklyLimit)]
    [InlineData(Rule.CeilingPassed)]
    [InlineData(Rule.HoldsItAlready)]
    public void Is_never_offered_against_a_rule(Rule rule)
    {
        var one = Person(10);
        var broken = rule switch
        {
            Rule.ManagesPeople => one with { Qualifications = Words(Qualifications.Registered, Qualifications.Manager) },
            Rule.NotAtWork => one with { IsAtWork = false },
            Rule.AwayAtFirstVisit => one with { IsAwayAtFirstVisit = true },
            Rule.Conflict => one with { HasConflict = true },
            Rule.NotQualified => one with { Qualifications = Words() },
            Rule.LanguageMissing => one with { SpeaksLanguage = false },
            Rule.HoursNotKnown => one with { Capacity = null },
            Rule.NoCapacity => one with { Capacity = 0 },
            Rule.WeeklyLimit => one with { NewThisWeek = 3 },
            Rule.CeilingPassed => one with { AfterAlone = 110.01m },
            _ => one with { HoldsIt = true },
        };
        var answer = OneCase.Ask([broken], Protection with { Language = "Welsh" }, Statement, Limits, new(), 0);
        Assert.Equal([new Refusal(one.Worker, rule)], answer.Refused);
        Assert.Empty(answer.Best);
    }

    [Fact]
    public void Goes_to_who_knows_the_family_only_within_the_tolerance()
    {
        var (stranger, friend) = (Person(40), Person(41) with { Signs = KindSigns.HoldsSibling });
        var heavy = Person(100) with { AfterAlone = 200 };
        Assert.Equal(friend.Worker, Ask([stranger, friend, heavy], tolerance: 0.01m).Best[0].Worker);
        Assert.Equal(stranger.Worker, Ask([stranger, friend, heavy], tolerance: 0).Best[0].Worker);
        var far = Person(60) with { Signs = KindSigns.HoldsSibling };
        Assert.Equal(stranger.Worker, Ask([stranger, far, heavy], tolerance: 0.01m).Best[0].Worker);
    }

    [Fact]
    public void Not_scored_is_held_by_the_rules_of_tier_3()
    {
        var strict = Statement with
        {
            Rows = [new(ReservedFunctions.AnyType, 3, ["amhp"], [], [], []), new(ReservedFunctions.AnyType, null, [], [], [], [])],
        };
        Assert.Equal(["amhp"], strict.For("carer", null).MayHold);
        Assert.Empty(strict.For("carer", 2).MayHold);
    }

    [Fact]
    public void Comes_first_as_brute_force_finds_it() => Prop.ForAll(
        Gen.Choose(0, 130).ArrayOf(5).ToArbitrary(),
        points =>
        {
            var people = points.Select(p => Person(p)).ToList();
            var answer = Ask(people);
            var ways = people.Where(p => p.AfterAlone <= 110).ToList();
            if (ways.Count == 0) return answer.Best.Count == 0;
            var fairest = ways.Select(w => Sorted(people, w)).Aggregate((a, b) => Lighter(a, b) ? a : b);
            return Sorted(people, people.Single(p => p.Worker == answer.Best[0].Worker)).SequenceEqual(fairest)
                && answer.Best.Count + answer.Others.Count == ways.Count
                && answer.Best[0].HeaviestAfter.Fraction == fairest[0] / 100;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Comes_in_the_order_that_writing_out_every_sorted_list_gives()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new Random(seed);
            var people = Enumerable.Range(0, random.Next(1, 12)).Select(_ => Any(random)).ToList();
            var tolerance = random.Next(2) == 0 ? 0 : random.Next(1, 60) / 1000m;
            var answer = Ask(people, tolerance);
            var all = answer.Best.Concat(answer.Others).Select(w => (Way: w, After: After(people, w))).ToList();
            foreach (var told in answer.Best)
            {
                var fairest = all.Select(w => w.After).Aggregate((a, b) => Lighter(a, b) ? a : b);
                var near = all.Where(w => w.After.SequenceEqual(fairest) || IsWithin(w.After, fairest, tolerance)).ToList();
                var kindest = near.Where(w => Kindness(w.Way) == near.Max(n => Kindness(n.Way))).ToList();
                var next = kindest.Select(w => w.After).Aggregate((a, b) => Lighter(a, b) ? a : b);
                Assert.Equal(next, all.Single(w => w.Way == told).After);
                Assert.Equal(Kindness(kindest[0].Way), Kindness(told));
                all.RemoveAll(w => w.Way == told);
            }

            foreach (var way in answer.Best.Concat(answer.Others))
            {
                Assert.Equal(After(people, way)[0], way.HeaviestAfter.Fraction);
                if (way.With is null) continue;
                var beside = people.Where(p => p.Worker != way.Worker && IsAlone(p) && p.AfterSecond <= 110);
                var best = beside.Select(p => After(people, way with { With = p.Worker })).Aggregate((a, b) => Lighter(a, b) ? a : b);
                Assert.Equal(best, After(people, way));
            }
        }
    }

    [Fact]
    public void Is_the_same_answer_in_another_order_under_other_names_and_with_three_times_the_points()
    {
        for (var seed = 0; seed < 1_000; seed++)
        {
            var random = new Random(seed);
            var people = Enumerable.Range(0, random.Next(1, 12)).Select(_ => Any(random)).ToList();
            var tolerance = random.Next(2) == 0 ? 0 : random.Next(1, 60) / 1000m;
            var others = people.Select(p => p with
            {
                Worker = Id<Worker>.New(),
                Capacity = p.Capacity * 3,
                Points = p.Points * 3,
                AfterAlone = p.AfterAlone * 3,
                AfterFirst = p.AfterFirst * 3,
                AfterSecond = p.AfterSecond * 3,
            }).ToArray();
            random.Shuffle(others);
            var (one, other) = (Ask(people, tolerance), Ask(others, tolerance));
            Assert.Equal(one.Best.Select(Kindness), other.Best.Select(Kindness));
            Assert.Equal(one.Best.Select(w => Round(After(people, w))), other.Best.Select(w => Round(After([.. others], w, 3))));
            Assert.Equal(one.Refused.Select(r => r.Rule).Order(), other.Refused.Select(r => r.Rule).Order());
            Assert.Equal(one.HeaviestNow, other.HeaviestNow);
        }

        static string Round(List<decimal> loads) => string.Join(' ', loads.Select(l => $"{l:0.000000}"));
    }

    [Fact]
    public void Needs_a_statement_that_speaks_of_all_work()
    {
        Assert.False(ReservedFunctions.Read(Statement with { Rows = [.. Statement.Rows.Take(1)] }).Try(out _, out var problems));
        Assert.StartsWith("The last row has to be for every type", problems[0].Message, StringComparison.Ordinal);
        Assert.False(ReservedFunctions.Read(Statement with { Rows = [Statement.Rows[1], .. Statement.Rows] }).Try(out _, out problems));
        Assert.StartsWith("Row 2 is never used", problems[0].Message, StringComparison.Ordinal);
        Assert.True(ReservedFunctions.Read(Statement).Try(out _, out _));
    }

    private static Candidate Any(Random random)
    {
        var one = Person(random.Next(0, 12) * 10) with
        {
            Signs = (random.Next(4) == 0 ? KindSigns.HeldBefore : 0) | (random.Next(4) == 0 ? KindSigns.HoldsSibling : 0)
                | (random.Next(6) == 0 ? KindSigns.WishedAway : 0) | (random.Next(4) == 0 ? KindSigns.SameLocality : 0),
        };
        return random.Next(3) > 0 ? one
            : one with { Qualifications = Words(Qualifications.Registered, Qualifications.NewlyQualified) };
    }

    private static bool IsAlone(Candidate one) => !one.Qualifications.Contains(Qualifications.NewlyQualified);

    private static int Kindness(CaseSuggestion way) => (way.HeldBefore ? 3 : 0) + (way.HoldsSibling ? 4 : 0)
        - (way.Signs.HasFlag(KindSigns.WishedAway) ? 5 : 0) + (way.Signs.HasFlag(KindSigns.SameLocality) ? 2 : 0);

    private static bool IsWithin(List<decimal> a, List<decimal> fairest, decimal tolerance) =>
        Enumerable.Range(1, a.Count).All(k => a.Take(k).Sum() <= fairest.Take(k).Sum() * (1 + tolerance));

    private static List<decimal> After(List<Candidate> people, CaseSuggestion way, int times = 1) =>
    [
        .. people.Select(p => (p.Worker == way.With ? p.AfterSecond : p.Worker != way.Worker ? p.Points
            : way.With is null ? p.AfterAlone : p.AfterFirst) / (100 * times)).OrderDescending(),
    ];

    private static bool Lighter(List<decimal> a, List<decimal> b) =>
        a.Zip(b).FirstOrDefault(p => p.First != p.Second) is var at && at.First <= at.Second;

    private static List<decimal> Sorted(List<Candidate> people, Candidate taker) =>
        [.. people.Select(p => p == taker ? p.AfterAlone : p.Points).OrderDescending()];

    private static OneCaseAnswer Ask(IReadOnlyList<Candidate> people, decimal tolerance = 0) =>
        OneCase.Ask(people, Protection, Statement, Limits, new(), tolerance);

    /// <summary>Full time with 100 points of room; the case weighs 7.</summary>
    private static Candidate Person(decimal points) => new(
        Id<Worker>.New(), Words(Qualifications.Registered, Qualifications.Experienced), true, false, 100, points, points + 7, points + 3.5m,
        points + 3.5m, 0);

    private static HashSet<string> Words(params string[] words) => [.. words];
}
