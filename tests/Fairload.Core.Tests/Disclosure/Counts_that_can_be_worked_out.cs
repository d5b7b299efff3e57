using System.Globalization;
using Fairload.Core.Disclosure;
using static Fairload.Core.Tests.Disclosure.MadeUpTables;

namespace Fairload.Core.Tests.Disclosure;

/// <summary>The attacker who knows that people are whole and never fewer than none.</summary>
public sealed class Counts_that_can_be_worked_out
{
    private static readonly DisclosureRule Five = Value(DisclosureRule.Of(5, 5));

    [Fact]
    public void Are_found_where_two_signs_say_under_ten_and_eighteen_are_left()
    {
        var release = Teams();
        var attack = Value(CountAttack.Begin(Nines, [], release.Groups, release.Rule));

        Assert.Equal(["all 58", "Ash 20", "Elm 20", "Oak [c] Small", "Yew [c] Small"], Told(release));
        Assert.True(release.Proof.IsProved);
        Assert.Equal(AuditState.Unsafe, attack.GoOn(1_000_000));
        Assert.Equal((9, 9), (attack.Breach!.Least, attack.Breach.Most));
    }

    [Fact]
    public void Are_none_any_more_where_a_sign_does_not_tell_who_is_under_ten()
    {
        var release = Protected(Nines, Teams());

        Assert.Equal(["all 58", "Ash 20", "Elm 20", "Oak [c] KeptBack", "Yew [c] Small"], Told(release));
        Assert.True(release.Proof.IsProvedByAll);
        Assert.Equal(AuditState.Proved, Value(CountAttack.Begin(Nines, [], release.Groups, release.Rule)).GoOn(1_000_000));
    }

    /// <summary>Every table of whole numbers there is, tried one after the other.</summary>
    [Fact]
    public void Are_those_that_every_possible_table_agrees_on()
    {
        var (safe, workable) = (0, 0);
        for (var seed = 0; seed < 500; seed++)
        {
            var (population, groups) = Small(seed);
            var outcomes = seed % 3 == 0 ? Value(Protection.Of(population, [], groups, Five)).Groups : Careless(population, groups, seed);
            var truly = Tables(population, outcomes);
            var attack = Value(CountAttack.Begin(population, [], outcomes, Five));
            var narrow = Targets(population, outcomes).Where(t => truly.Select(x => t.Sum(a => x[a])).Distinct().Count() == 1).ToList();

            Assert.Equal(narrow.Count == 0 ? AuditState.Proved : AuditState.Unsafe, attack.GoOn(10_000_000));
            if (attack.Breach is { } breach)
            {
                Assert.Contains(narrow, t => t.Sum(a => population.Atoms[a].People) == breach.Least && breach.Least == breach.Most);
                workable++;
            }
            else
            {
                safe++;
            }
        }

        Assert.True(safe > 100 && workable > 100, $"{safe} safe, {workable} not");
    }

    [Fact]
    public void Are_none_of_a_release_that_was_protected_against_it()
    {
        var (more, signs) = (0, 0);
        for (var seed = 0; seed < 300; seed++)
        {
            var (population, groups) = Small(seed);
            var first = Value(Protection.Of(population, [], groups, Five));
            var release = Protected(population, first);
            var truly = Tables(population, release.Groups);

            Assert.True(release.Proof.IsProvedByAll, $"{seed}: not proved");
            Assert.All(Targets(population, release.Groups), t => Assert.True(truly.Select(x => t.Sum(a => x[a])).Distinct().Count() > 1));
            Assert.All(first.Groups.Zip(release.Groups), p => Assert.True(p.First.People == p.Second.People || !p.Second.IsShown));
            if (release.Groups.Any(g => g.Hidden is HiddenBecause.KeptBack)) signs++;
            if (release.Groups.Count(g => g.IsShown) < first.Groups.Count(g => g.IsShown)) more++;
        }

        Assert.True(more > 5 && signs > 10, $"{signs} signs kept back, {more} needed more to be hidden: the cases are too easy");
    }

    [Fact]
    public void Are_kept_back_alike_whatever_the_order_of_the_input()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var tables = Crossed(seed, 6, 2, 3, 2, 6);
            var random = new Random(seed);
            var (atoms, groups) = (tables.Population.Atoms.ToArray(), tables.Groups.ToArray());
            random.Shuffle(atoms);
            random.Shuffle(groups);
            var again = Value(Population.Of(atoms));

            var one = Protected(tables.Population, Value(Protection.Of(tables.Population, [], tables.Groups, Five)));
            var other = Protected(again, Value(Protection.Of(again, [], groups, Five)));
            Assert.Equal(Told(one), Told(other));
            Assert.Equal((one.Proof.Figures, one.Proof.Counts!.State), (other.Proof.Figures, other.Proof.Counts!.State));
            Assert.Equal(one.Proof.Counts.Steps, other.Proof.Counts.Steps);
        }
    }

    [Fact]
    public void Are_taken_to_be_workable_when_nobody_waits_for_the_proof_or_the_effort_is_spent()
    {
        var release = Teams();
        var late = Value(CountProtection.Of(Nines, [], release, null, new CancellationToken(true)));
        var hasty = Value(CountProtection.Of(Nines, [], release, new(20_000, 50_000_000, 1), default));

        Assert.All([late, hasty], r => Assert.True(r.Proof.IsProved && !r.Proof.IsProvedByAll));
        Assert.StartsWith("Not proved", late.Proof.Says(late.Rule).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    /// <summary>A council of 120 teams: hardly anything more is hidden, and never nothing shown.</summary>
    [Fact]
    public void Cost_a_council_of_120_teams_no_figure_of_a_service()
    {
        var council = new MadeUpStaff(1_600, 120, 3).Crossed(byAge: false, byGender: false);
        var first = Value(Protection.Of(council.Population, [], [.. council.Groups.Select(g => g.Group)], DisclosureRule.Usual));
        var release = Protected(council.Population, first);

        Assert.True(release.Proof.IsProvedByAll);
        Assert.Equal(
            first.Groups.Where(g => g.IsShown && g.Group.Name.StartsWith('S')).Select(g => g.Group.Name),
            release.Groups.Where(g => g.IsShown && g.Group.Name.StartsWith('S')).Select(g => g.Group.Name));
    }

    private static Population Nines { get; } = Value(Population.Of(
        [new(20, [new("r", "Ash")]), new(20, [new("r", "Elm")]), new(9, [new("r", "Oak")]), new(9, [new("r", "Yew")])]));

    private static Release Teams() => Value(Protection.Of(
        Nines, [],
        [
            new("r", "all", ["Ash", "Elm", "Oak", "Yew"]),
            .. new[] { "Ash", "Elm", "Oak", "Yew" }.Select(t => new Group("r", t, [t], 1)),
        ],
        DisclosureRule.Usual));

    private static IEnumerable<string> Told(Release release) => release.Groups.Select(Protecting_counts_of_people.Told);

    private static Release Protected(Population population, Release release) =>
        Value(CountProtection.Of(population, [], release, null, default));

    /// <summary>Few cells of few people, and a staff list that bounds how many there can be.</summary>
    private static (Population Population, IReadOnlyList<Group> Groups) Small(int seed)
    {
        var random = new Random(seed);
        var cells = 3 + (seed % 3);
        var atoms = Enumerable.Range(0, cells).Select(c => random.Next(6) is var people
            ? new Atom(people, [new("r", $"c{c}")], people + random.Next(seed % 2 == 0 ? 8 : 2)) : null!);
        var groups = Enumerable.Range(0, 2 + (seed % 4)).Select(g => new Group(
            "r", $"g{g}", [.. Enumerable.Range(0, cells).Where(_ => random.Next(3) > 0).DefaultIfEmpty(0).Select(c => $"c{c}")], g));
        return (Value(Population.Of(atoms)), [.. groups]);
    }

    /// <summary>Whoever shows what has enough people, and some counts of it, and looks no further.</summary>
    private static List<GroupOutcome> Careless(Population population, IReadOnlyList<Group> groups, int seed)
    {
        var random = new Random(seed);
        return [.. groups.Select(g => People(population, g) switch
        {
            < 5 => new GroupOutcome(g, Disclosed.Hidden, HiddenBecause.Small),
            var n when random.Next(3) > 0 => new GroupOutcome(g, Shown(population, g, n), null),
            _ => new GroupOutcome(g, Disclosed.Hidden, HiddenBecause.GivesAway),
        })];
    }

    private static Disclosed Shown(Population population, Group group, int people)
    {
        var alone = Value(Population.Of([new Atom(people, [new("r", "alone")])]));
        Assert.Equal(people, People(population, group));
        return Value(Protection.Of(alone, [], [new("r", "alone", ["alone"])], Five)).Groups[0].People;
    }

    private static int People(Population population, Group group) => AtomsOf(population, group).Sum(a => population.Atoms[a].People);

    private static int[] AtomsOf(Population population, Group group) =>
        [.. population.Atoms.Index().Where(a => group.Cells.Contains(a.Item.Cells[0].Cell)).Select(a => a.Index)];

    private static List<int[]> Targets(Population population, IReadOnlyList<GroupOutcome> outcomes) =>
    [
        .. outcomes.Select(o => AtomsOf(population, o.Group)).Concat(Enumerable.Range(0, population.Atoms.Count).Select(a => new[] { a }))
            .Where(t => t.Sum(a => population.Atoms[a].People) is > 0 and < 5),
    ];

    private static List<int[]> Tables(Population population, IReadOnlyList<GroupOutcome> outcomes)
    {
        var tables = new List<int[]> { Array.Empty<int>() };
        foreach (var atom in population.Atoms)
        {
            var most = atom.People == 0 ? 0 : atom.Invited!.Value;
            tables = [.. tables.SelectMany(t => Enumerable.Range(0, most + 1).Select(n => (int[])[.. t, n]))];
        }

        var told = outcomes.Select(o => (Atoms: AtomsOf(population, o.Group), Outcome: o, People: People(population, o.Group))).ToList();
        return [.. tables.Where(x => told.All(t => Agrees(t.Atoms.Sum(a => x[a]), t.Outcome.People.Count, t.Outcome.Hidden, t.People)))];
    }

    private static bool Agrees(int sum, int? count, HiddenBecause? hidden, int truly) =>
        count is { } told ? sum == told
        : hidden is HiddenBecause.Nobody ? sum == truly
        : hidden is HiddenBecause.KeptBack || (hidden is HiddenBecause.Small ? sum < 5 : sum >= 5);
}
