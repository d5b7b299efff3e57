using System.Numerics;
using Fairload.Core.Workplace;
using FsCheck;
using FsCheck.Fluent;

namespace Fairload.Core.Tests.Workplace;

public sealed class A_shift_in_nature
{
    private static readonly Quarter Last = new(2026, 3);

    /// <summary>The lady who tasted tea: three of four right, p = 34/70. Dieters among twelve men and twelve women: p = 0.00276.</summary>
    [Theory]
    [InlineData(3, 4, 1, 4, 34, 70)]
    [InlineData(1, 12, 9, 12, 7462, 2704156)]
    [InlineData(0, 5, 0, 5, 1, 1)]
    public void Is_tested_by_Fishers_exact_rule_as_in_the_books(int now, int all, int before, int allBefore, int part, int whole)
    {
        var (chance, of) = NatureShift.ChanceOf(new(FeedbackNature.Delay, now, all, before, allBefore));
        Assert.Equal(chance * whole, of * part);
    }

    /// <summary>12 of 20 now and 16 of 80 before; the other natures shrink only because delay grew.</summary>
    [Fact]
    public void Is_found_where_delay_trebles_its_part_and_nowhere_else()
    {
        var shifts = NatureShift.Of([Of(new(2024, 1), 0, 50, 0, 0, 0), .. Before(), Of(Last, 2, 12, 3, 2, 1)]);
        Assert.Equal([new NatureShift(FeedbackNature.Delay, 12, 20, 16, 80)], shifts);
        Assert.True(shifts[0].IsUp);
    }

    [Fact]
    public void Is_not_found_in_the_same_parts_or_in_very_few_or_without_a_before()
    {
        Assert.Empty(NatureShift.Of([.. Before(), Of(Last, 6, 4, 5, 3, 2)]));
        Assert.Empty(NatureShift.Of([.. Before(), Of(Last, 0, 1, 0, 0, 0)]));
        Assert.Empty(NatureShift.Of([Of(Last, 0, 30, 0, 0, 0)]));
        Assert.Empty(NatureShift.Of([.. Before(), Of(Last, 0, 0, 0, 0, 0)]));
        Assert.Empty(NatureShift.Of([Of(Last.Previous(), 0, 0, 0, 0, 0), Of(Last, 0, 30, 0, 0, 0)]));
    }

    [Fact]
    public void Always_has_the_chance_that_counting_every_table_gives() => Prop.ForAll(
        Gen.Choose(0, 12).Four().ToArbitrary(), counts =>
        {
            var (a, b, c, d) = counts;
            if (a + b == 0 || c + d == 0) return true;
            var (part, whole) = NatureShift.ChanceOf(new(FeedbackNature.Contact, a, a + b, c, c + d));
            var ways = Enumerable.Range(0, a + c + 1).Where(k => k <= a + b && a + c - k <= c + d)
                .Select(k => Pascal(a + b, k) * Pascal(c + d, a + c - k)).ToList();
            var seen = Pascal(a + b, a) * Pascal(c + d, c);
            var likelier = ways.Where(w => w > seen).Aggregate(BigInteger.Zero, (x, y) => x + y);
            // The chance of the tables by rows equals that by columns: C(a+c, k) C(b+d, a+b-k) over C(n, a+b).
            return part * Pascal(a + b + c + d, a + c) == (Pascal(a + b + c + d, a + c) - likelier) * whole;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Is_looked_for_among_quarters_that_hold_every_complaint_once()
    {
        var quarters = QuarterByNature.Between(
            new(2025, 4), Last, [(new(2025, 12, 31), FeedbackNature.Delay), (new(2026, 1, 1), FeedbackNature.Delay),
                (new(2026, 9, 30), FeedbackNature.Other), (new(2026, 10, 1), FeedbackNature.Other)]);
        Assert.Equal([new(2025, 4), new(2026, 1), new(2026, 2), Last], quarters.Select(q => q.Quarter));
        Assert.Equal([1, 1, 0, 1], quarters.Select(q => q.Total));
        Assert.Null(quarters[2].Share(FeedbackNature.Delay));
        Assert.Equal(1, quarters[3].Share(FeedbackNature.Other)!.Value.Fraction);
        Assert.Equal((new DateOnly(2025, 10, 1), new DateOnly(2025, 12, 31)), (quarters[0].Quarter.First, quarters[0].Quarter.Last));
    }

    /// <summary>24, 16, 20, 12 and 8 of 80 in four quarters.</summary>
    private static IEnumerable<QuarterByNature> Before() =>
        Enumerable.Range(1, 4).Select(n => Of(new(2025, n), 6, 4, 5, 3, 2));

    private static QuarterByNature Of(Quarter quarter, params int[] counts) => new(quarter, counts);

    private static BigInteger Pascal(int n, int k)
    {
        var row = new BigInteger[n + 1];
        row[0] = 1;
        for (var i = 1; i <= n; i++)
            for (var j = i; j > 0; j--) row[j] += row[j - 1];
        return row[k];
    }
}
