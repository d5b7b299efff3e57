using Fairload.Core.Caseload;
using FsCheck;
using FsCheck.Fluent;

namespace Fairload.Core.Tests.Caseload;

public sealed class Other_weights
{
    private static readonly Bands Bands = new();

    [Fact]
    public void Move_people_between_bands_and_the_moves_add_up_by_hand()
    {
        // A capacity of 85 points. 15 cases of 5.5 points are 82.5, which is 97 %: in band. At 6 points each they are 90, 106 %: full.
        // 17 are 93.5, 110 %: over, and stay so. 10 are 55 and 60, 65 % and 71 %: room both times. Without hours nothing is known.
        List<LoadShift> people = [Shift(15), Shift(15), Shift(17), Shift(10), Shift(4, fte: null)];

        var effect = WeightsEffect.Of(people);

        Assert.Equal([new BandMove(Band.InBand, Band.Full, 2)], effect.Moves);
        Assert.Equal((5, 2, 61, 61), (effect.People, effect.Moving, effect.Cases, effect.Reweighed));
        Assert.Equal((2, 0), (effect.Now.GetValueOrDefault(Band.InBand), effect.Then.GetValueOrDefault(Band.InBand)));
        Assert.Equal((1, 1, 1), (effect.Then[Band.Over], effect.Then[Band.Room], effect.Then[Band.NotKnown]));
        // The middle of 64.7, 97.06, 97.06, 110.
        Assert.Equal((97.06m, 105.88m), (Math.Round(effect.MedianNow!.Value.Value, 2), Math.Round(effect.MedianThen!.Value.Value, 2)));
    }

    [Fact]
    public void Are_told_of_nobody_as_not_known()
    {
        var effect = WeightsEffect.Of([]);
        Assert.Equal((0, 0, null, null), (effect.People, effect.Moving, effect.MedianNow, effect.MedianThen));
    }

    [Fact]
    public void Are_refused_where_the_cases_are_not_the_same() =>
        Assert.Throws<ArgumentException>(() => WeightsEffect.Of([new(Load(3, 1, 5), Load(4, 1, 5))]));

    [Fact]
    public void Lose_nobody() => Prop.ForAll(Cases, Gen.Choose(0, 19).ToArbitrary(), Gen.Choose(0, 19).ToArbitrary(), (cases, now, then) =>
    {
        var people = cases.Select(c => new LoadShift(Load(c, 1, now), Load(c, 1, then))).ToList();

        var effect = WeightsEffect.Of(people);

        Assert.Equal((people.Count, people.Count), (effect.Now.Values.Sum(), effect.Then.Values.Sum()));
        foreach (var band in Enum.GetValues<Band>())
        {
            var goes = effect.Moves.Where(m => m.From == band).Sum(m => m.People);
            var comes = effect.Moves.Where(m => m.To == band).Sum(m => m.People);
            Assert.Equal(effect.Then.GetValueOrDefault(band), effect.Now.GetValueOrDefault(band) - goes + comes);
        }

        Assert.Equal(people.Count(p => p.Moves), effect.Moving);
        Assert.Equal(now == then ? 0 : effect.Cases, effect.Reweighed);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Differ_only_in_what_is_named()
    {
        var before = Weights(5);
        var after = before with
        {
            Court = 3,
            Capacity = new(100, 80, 15),
            Travel = new Dictionary<string, decimal> { ["far"] = 2 },
            Cases = new Dictionary<string, CaseWeight>(before.Cases) { ["fostering"] = new(1, 2, 3, 2) },
        };

        Assert.Equal(
            [
                new(WeightPart.Tier1, "fostering", null, 1), new(WeightPart.Tier2, "fostering", null, 2),
                new(WeightPart.Tier3, "fostering", null, 3), new(WeightPart.Unscored, "fostering", null, 2),
                new(WeightPart.Travel, "near", 1, null), new(WeightPart.Travel, "far", null, 2), new(WeightPart.Court, "", 2, 3),
                new(WeightPart.NewlyQualified, "", 90, 80),
            ],
            WeightChange.Between(before, after));
        Assert.Empty(WeightChange.Between(before, before with { Code = "x", Name = "y", LiveFrom = new(2030, 1, 1) }));
    }

    private static Arbitrary<List<int>> Cases => Gen.ListOf(Gen.Choose(0, 40)).Select(c => c.ToList()).ToArbitrary();

    private static LoadShift Shift(int cases, decimal? fte = 1) => new(Load(cases, fte, 5.5m), Load(cases, fte, 6));

    private static WorkerLoad Load(int cases, decimal? fte, decimal points) => WorkerLoad.Of(
        new(fte, false, [], []),
        [.. Enumerable.Range(0, cases).Select(n => new HeldCase(new(new Guid(n, 1, 1, new byte[8])), "other", 2, new("", "", false), 1))],
        Weights(points), Bands);

    private static Weights Weights(decimal points) => new(
        "w", "W", "by", new(2026, 1, 1), false, new Dictionary<string, CaseWeight> { ["other"] = new(points, points, points, points) },
        new Dictionary<string, decimal> { ["near"] = 1 }, 2, 0.5m, new());
}
