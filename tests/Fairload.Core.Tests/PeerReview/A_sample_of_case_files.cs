using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Fairload.Core.Caseload;
using Fairload.Core.PeerReview.Audits;
using Fairload.Core.Workforce;
using FsCheck;
using FsCheck.Fluent;

namespace Fairload.Core.Tests.PeerReview;

public sealed class A_sample_of_case_files
{
    private static readonly DateOnly Today = new(2026, 11, 16);

    [Fact]
    public void Holds_no_file_twice_and_none_that_is_not_on_the_list() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(Gen.Choose(0, 60).Two().ToArbitrary(), sizes =>
        {
            var (list, wanted) = (List(sizes.Item1), sizes.Item2);
            var drawn = SampleDraw.Of(list, $"seed {sizes}", wanted).Drawn;
            return drawn.Count == Math.Min(list.Count, wanted) && drawn.Distinct().Count() == drawn.Count && !drawn.Except(list).Any();
        }));

    [Fact]
    public void Is_the_same_whatever_order_the_list_comes_in_and_however_often_a_file_stands_in_it() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200),
        Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), seed =>
        {
            var (list, dice) = (List(40), new Random(seed));
            var sample = SampleDraw.Of(list, Text(seed), 12);
            var again = SampleDraw.Of(list.Concat(list.Take(5)).OrderBy(_ => dice.Next()), Text(seed), 12);
            return again.Drawn.SequenceEqual(sample.Drawn) && (again.Count, again.ListHash) == (sample.Count, sample.ListHash);
        }));

    /// <summary>Over many seeds each of twenty files is drawn about as often as any other: within five standard deviations.</summary>
    [Fact]
    public void Gives_every_file_the_same_chance()
    {
        const int Seeds = 4000;
        var list = List(20);
        var times = list.ToDictionary(r => r, _ => 0);
        for (var seed = 0; seed < Seeds; seed++)
            foreach (var reference in SampleDraw.Of(list, Text(seed), 5).Drawn) times[reference]++;

        const double Expected = Seeds * 5 / 20.0;
        var spread = Math.Sqrt(Seeds * 0.25 * 0.75);
        Assert.All(times.Values, t => Assert.InRange(t, Expected - (5 * spread), Expected + (5 * spread)));
    }

    /// <summary>Worked out as docs/methods/file-audit-sample.md says, without the code.</summary>
    [Fact]
    public void Is_what_anybody_finds_who_sorts_by_the_hash_of_seed_and_reference()
    {
        var list = List(30);
        string Hash(string text) => string.Concat(
            SHA256.HashData(Encoding.UTF8.GetBytes(text)).Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
        var byHand = list.Select(r => (Hash($"a1b2:{r}"), r)).Order().Take(6).Select(p => p.r);

        var sample = SampleDraw.Of(list, "a1b2", 6);

        Assert.Equal(byHand, sample.Drawn);
        Assert.Equal((30, Hash(string.Join("", list.Order(StringComparer.Ordinal).Select(r => r + "\n")))),
            (sample.Count, sample.ListHash));
    }

    /// <summary>By sha256sum and sort on a command line.</summary>
    [Fact]
    public void Of_three_known_files_is_known()
    {
        var sample = SampleDraw.Of(["R-1", "R-2", "R-3"], "1", 2);

        Assert.Equal(["R-3", "R-1"], sample.Drawn);
        Assert.Equal("c9e440b882d9725b983fc7214105a6af71609d5c76412502332f40c6c26b0d4f", sample.ListHash);
    }

    [Fact]
    public void Is_seen_to_be_false_when_list_seed_or_files_are_others()
    {
        var (list, other) = (List(25), List(25)[1..]);
        var sample = SampleDraw.Of(list, "a1b2", 6);

        Assert.True(sample.IsDrawnFrom(list));
        Assert.False(sample.IsDrawnFrom(other));
        Assert.False((sample with { Seed = "a1b3" }).IsDrawnFrom(list));
        Assert.False((sample with { Drawn = [.. sample.Drawn.Reverse()] }).IsDrawnFrom(list));
        Assert.False((sample with { Drawn = [.. sample.Drawn.Take(5), list.Except(sample.Drawn).First()] }).IsDrawnFrom(list));
    }

    [Fact]
    public void Is_drawn_from_cases_held_in_the_period_that_were_not_audited_in_the_last_twelve_months()
    {
        var team = Id<Team>.New();
        HeldFile Held(string reference, DateOnly from, DateOnly? to = null) => new(Id<Case>.New(), reference, team, from, to);
        var (before, last, ended) = (Held("R-3", new(2026, 3, 1)), Held("R-4", new(2026, 3, 1)),
            Held("R-2", new(2026, 1, 1), new(2026, 7, 1)));
        HeldFile[] held =
        [
            Held("R-5", new(2026, 10, 1)), Held("R-1", new(2026, 9, 30)), ended, before, last,
            Held("R-6", new(2026, 1, 1), new(2026, 7, 2)),
        ];

        var list = SamplingList.Of(
            held, [(before.CaseId, Today.AddMonths(-12)), (last.CaseId, Today.AddMonths(-12).AddDays(1))], new(2026, 7, 1),
            new(2026, 9, 30), Today);

        Assert.Equal(["R-1", "R-3", "R-6"], list.Select(f => f.Reference));
    }

    [Fact]
    public void Has_a_case_once_in_the_team_in_which_it_was_held_last()
    {
        var (one, other, id) = (Id<Team>.New(), Id<Team>.New(), Id<Case>.New());
        HeldFile[] held = [new(id, "R-1", one, new(2026, 7, 1), new(2026, 8, 1)), new(id, "R-1", other, new(2026, 8, 1), null)];

        Assert.Equal(other, Assert.Single(SamplingList.Of(held, [], new(2026, 7, 1), new(2026, 9, 30), Today)).TeamId);
    }

    private static List<string> List(int count) => [.. Enumerable.Range(1, count).Select(n => $"R-{n}")];

    private static string Text(int seed) => seed.ToString(CultureInfo.InvariantCulture);
}
