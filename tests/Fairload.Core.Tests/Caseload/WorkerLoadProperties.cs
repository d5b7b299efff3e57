using Fairload.Core.Caseload;
using FsCheck;
using FsCheck.Fluent;

namespace Fairload.Core.Tests.Caseload;

public sealed class A_load_always
{
    private static readonly Gen<HeldCase> Cases =
        from type in Gen.Elements("child-protection", "child-in-need", "nothing", "unheard of")
        from tier in Gen.Elements<int?>(null, 1, 2, 3)
        from family in Gen.Elements("", "", "Ash", "Elm", "Oak")
        from travel in Gen.Elements("", "far", "moon")
        from court in Gen.Elements(true, false)
        from share in Gen.Elements(1m, 1m, 0.75m, 0.5m, 0.1m)
        select new HeldCase(Id<Case>.New(), type, tier, new(family, travel, court), share);

    private static readonly Gen<WorkerNow> Workers =
        from fte in Gen.Elements<decimal?>(null, 0m, 0.01m, 0.6m, 1m, 1.2m)
        from newlyQualified in Gen.Elements(true, false)
        from reductions in Gen.Elements(0m, 10m, 33.3m, 100m).ListOf()
        from duty in Gen.Elements(0m, 3m, 40m)
        select Sample.Worker(fte, newlyQualified, [.. reductions.Take(3)], duty);

    private static readonly Gen<Caseload> Caseloads = from who in Workers from held in Cases.ListOf() select new Caseload(who, [.. held]);

    [Fact]
    public void Rises_or_stays_when_a_case_is_added() =>
        Holds(
            from load in Caseloads from more in Cases select (load, more),
            x => Of(x.load).Points <= Of(x.load with { Held = [.. x.load.Held, x.more] }).Points);

    [Fact]
    public void Lies_between_its_low_and_its_high() =>
        Holds(Caseloads, x => Of(x) is var load && load.Low <= load.Points && load.Points <= load.High);

    [Fact]
    public void Lies_between_its_low_and_its_high_however_the_unscored_cases_are_scored_in_the_end() => Holds(
        from load in Caseloads from tiers in Gen.Choose(1, 3).ArrayOf(load.Held.Length) select (load, tiers),
        x =>
        {
            var scored = Of(x.load with { Held = [.. x.load.Held.Select((h, i) => h with { Tier = h.Tier ?? x.tiers[i] })] }).Points;
            return Of(x.load).Low <= scored && scored <= Of(x.load).High;
        });

    [Fact]
    public void Is_the_same_in_whatever_order_the_cases_come() => Holds(
        from load in Caseloads from other in Gen.Shuffle(load.Held) select (load, other),
        x =>
        {
            var (one, two) = (Of(x.load), Of(x.load with { Held = x.other }));
            return one.Points == two.Points && one.Low == two.Low && one.High == two.High && one.Parts.SequenceEqual(two.Parts)
                && one.CaseLoads.OrderBy(c => c.Case.Value).SequenceEqual(two.CaseLoads.OrderBy(c => c.Case.Value));
        });

    [Fact]
    public void Has_no_percentage_exactly_when_its_band_has_none() => Holds(Caseloads, x =>
    {
        var load = Of(x);
        var hasNone = load.Band is Band.NotKnown or Band.OverNoCapacity;
        return (load.Percent is null) == hasNone && (load.LowPercent is null) == hasNone && (load.HighPercent is null) == hasNone;
    });

    [Fact]
    public void Never_shows_a_percentage_without_capacity() =>
        Holds(Caseloads, x => Of(x) is var load && (load.Capacity > 0 || load.Percent is null));

    [Fact]
    public void Is_never_called_room_when_it_holds_more_than_it_has_room_for() =>
        Holds(Caseloads, x =>
            Of(x) is var load && (!(load.Points > load.Capacity) || load.Band is Band.Full or Band.Over or Band.OverNoCapacity));

    [Fact]
    public void Does_not_fall_when_a_family_is_split_up() =>
        Holds(Caseloads, x =>
            Of(x).Points <= Of(x with { Held = [.. x.Held.Select(h => h with { Marks = h.Marks with { Family = "" } })] }).Points);

    [Fact]
    public void Does_not_fall_in_sum_when_the_cases_go_to_two_workers() => Holds(
        from load in Caseloads from first in Gen.Elements(true, false).ArrayOf(load.Held.Length) select (load, first),
        x =>
        {
            var one = x.load.Held.Where((_, i) => x.first[i]).ToList();
            var two = x.load.Held.Where((_, i) => !x.first[i]).ToList();
            return CasePoints(x.load.Held) <= CasePoints(one) + CasePoints(two);
        });

    [Fact]
    public void Adds_up_over_the_workers_who_share_cases_in_the_same_parts() => Holds(
        from held in Cases.ListOf()
        from part in Gen.Choose(1, 99)
        select (held: held.Select(h => h with { Share = 1 }).ToList(), part: part / 100m),
        x => CasePoints(x.held) == CasePoints(With(x.held, x.part)) + CasePoints(With(x.held, 1 - x.part)));

    [Fact]
    public void Adds_up_from_its_lines_and_from_its_cases() => Holds(Caseloads, x =>
    {
        var load = Of(x);
        return load.Points == load.Parts.Sum(p => p.Points)
            && load.Points == load.CaseLoads.Sum(c => c.Points) + x.Who.ExtraDuties.Sum(d => d.Points)
            && (load.Capacity ?? 0) == load.CapacityParts.Sum(p => p.Points);
    });

    [Fact]
    public void Agrees_with_trying_every_choice_of_the_sibling_who_counts_in_full() => Holds(Caseloads, x =>
    {
        var points = x.Who.ExtraDuties.Sum(d => d.Points);
        foreach (var h in x.Held) points += ((h.Marks.TravelBand == "far" ? 1.5m : 0) + (h.Marks.InCourt ? 2 : 0)) * h.Share;
        foreach (var h in x.Held.Where(h => h.Marks.Family == "")) points += Base(h) * h.Share;
        foreach (var family in new[] { "Ash", "Elm", "Oak" })
        {
            var siblings = x.Held.Where(h => h.Marks.Family == family).ToList();
            var best = 0m;
            for (var full = 0; full < siblings.Count; full++)
                best = Math.Max(best, siblings.Select((h, i) => Base(h) * h.Share * (i == full ? 1 : 0.5m)).Sum());
            points += best;
        }

        return Of(x).Points == points;
    });

    private static decimal Base(HeldCase h) => (h.TypeCode, h.Tier) switch
    {
        ("child-protection", 1) => 6,
        ("child-protection", 2 or null) => 8,
        ("child-protection", 3) => 10,
        ("child-in-need", 1) => 4,
        ("child-in-need", 2 or null) => 5,
        ("child-in-need", 3) => 7,
        ("nothing", _) => 0,
        (_, 1) => 3,
        (_, 3) => 6,
        _ => 4,
    };

    private static WorkerLoad Of(Caseload load) => WorkerLoad.Of(load.Who, load.Held, Sample.Weights, Sample.Bands);

    private static decimal CasePoints(IReadOnlyList<HeldCase> held) => CaseLoad.Of(held, Sample.Weights).Sum(c => c.Points);

    private static List<HeldCase> With(List<HeldCase> held, decimal share) => [.. held.Select(h => h with { Share = share })];

    private static void Holds<T>(Gen<T> gen, Func<T, bool> rule) => Prop.ForAll(gen.ToArbitrary(), rule).QuickCheckThrowOnFailure();

    private sealed record Caseload(WorkerNow Who, HeldCase[] Held);
}
