using Fairload.Core.Caseload;
using Fairload.Core.Caseload.Calibration;

namespace Fairload.Core.Tests.Caseload.Calibration;

public sealed class A_round_of_calibration
{
    private static readonly IReadOnlyList<Vignette> Six =
        [.. Enumerable.Range(1, 6).Select(n => new Vignette($"children-{n:00}", Area.Children, $"Title {n}", "Text"))];

    [Fact]
    public void Needs_five_vignettes_and_a_last_day_after_today()
    {
        Assert.Equal(
            ["Choose at least 5 vignettes: of fewer an agreement says nothing", "The last day has to be after today, so that people have time to score"],
            Sample.Problems(CalibrationRound.Open(Sample.FactorSet, [.. Six.Take(4)], Sample.Day, Sample.Day, "Pat")).Select(p =>
                p.Message));
        Assert.Equal(
            ["Enter the last day on which it can be scored"],
            Sample.Problems(CalibrationRound.Open(Sample.FactorSet, Six, null, Sample.Day, "Pat")).Select(p => p.Message));
    }

    [Fact]
    public void Is_open_to_the_end_of_its_last_day_or_until_it_is_ended()
    {
        Assert.True(CalibrationRound.Open(Sample.FactorSet, Six, Sample.Day.AddDays(7), Sample.Day, "Pat").Try(out var round, out _));

        Assert.True(round.IsOpen(Sample.Day.AddDays(7)));
        Assert.False(round.IsOpen(Sample.Day.AddDays(8)));
        round.End(Sample.Day.AddDays(2));
        round.End(Sample.Day.AddDays(3));
        Assert.Equal((Sample.Day.AddDays(2), 1), (round.EndedOn, round.Version));
        Assert.False(round.IsOpen(Sample.Day.AddDays(2)));
    }

    [Fact]
    public void Takes_whole_scores_only_and_tells_the_tier_as_for_real_cases()
    {
        var id = Id<CalibrationRound>.New();
        Assert.Single(Sample.Problems(CalibrationAnswer.Give(id, Guid.Empty, "children-01", [1, 1, 1, 1, 1, null])));
        Assert.True(CalibrationAnswer.Give(id, Guid.Empty, "children-01", [1, 1, 1, 2, 2, 3]).Try(out var answer, out _));

        Assert.Equal(2, answer.Tier);
        Assert.True(answer.Change([3, 3, 3, 3, 3, 3]).Try(out _, out _));
        Assert.Equal((3, 1), (answer.Tier, answer.Version));
        Assert.Single(Sample.Problems(answer.Change([0, 3, 3, 3, 3, 3])));
    }

    [Fact]
    public void Shows_nothing_of_fewer_than_four_people() =>
        Assert.Null(CalibrationResult.Of([Person(1, 2, 3), Person(1, 2, 3), Person(1, 2, 3)]));

    [Fact]
    public void Shows_how_many_put_each_vignette_in_which_tier_and_where_factors_differ()
    {
        var result = CalibrationResult.Of([Person(1, 2, 3), Person(1, 2, 3), Person(1, 3, 3), Person(1, 1, 3)])!;

        Assert.Equal(["4 0 0", "1 2 1", "0 0 4"], result.Vignettes.Select(v => string.Join(' ', v.InTier)));
        Assert.Equal([(true, false), (false, true), (true, false)], result.Vignettes.Select(v => (v.IsOne, v.IsFarApart)));
        // Of six pairs over three vignettes five differ, all of them about the second.
        Assert.All(result.Factors, f => Assert.Equal(5 / 18.0, f.Differs, 12));
    }

    [Fact]
    public void Tells_drift_for_the_same_people_alone()
    {
        Scorer[] then = [Person(1, 2, 3), Person(1, 2, 3), Person(1, 2, 3), Person(1, 2, 3)];
        var now = then.Select(s => Again(s, 2, 2, 3)).Append(Person(1, 1, 1)).ToList();

        var drift = CalibrationResult.Since(Sample.Day, then, now)!;

        // One vignette of three went up by six points.
        Assert.Equal((4, 3, 2.0), (drift.People, drift.Vignettes, drift.Shift));
        Assert.Equal((1.0, 1.0), (drift.Then.Kappa, drift.Now.Kappa));
        Assert.Null(CalibrationResult.Since(Sample.Day, then[..3], now));
    }

    private static Scorer Person(params int[] tiers) => Again(new(Guid.CreateVersion7(), []), tiers);

    private static Scorer Again(Scorer who, params int[] tiers) =>
        who with { Values = [.. tiers.Select(tier => (IReadOnlyList<int>)[.. Enumerable.Repeat(tier, 6)])] };
}
