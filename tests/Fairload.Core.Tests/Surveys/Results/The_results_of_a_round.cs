using Fairload.Core.Disclosure;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Results;

namespace Fairload.Core.Tests.Surveys.Results;

public sealed class The_results_of_a_round
{
    private static readonly string[] Questions = ["role-group"];

    [Fact]
    public void Show_the_whole_its_services_and_units_that_are_large_enough()
    {
        var result = Result(Units(("A", "North", 20), ("B", "North", 20), ("C", "South", 25)), answered: 15);
        Assert.Equal(["all", "service:North", "units:A", "units:B", "service:South", "units:C"],
            result.Lines.Where(l => l.Level != ResultLevel.Background).Select(l => l.Key));
        Assert.All(result.Lines.Where(l => l.Level != ResultLevel.Background), l => Assert.Null(l.Hidden));
    }

    [Fact]
    public void Are_compared_by_the_names_of_units_whatever_their_numbers_in_either_round()
    {
        var before = Result(Units(("A", "North", 20), ("B", "North", 20)), answered: 15);
        var now = Result(Units(("New", "North", 20), ("A", "North", 20), ("B", "North", 20)), answered: 15);
        Assert.Equal("B", before.Line(now.Lines.Single(l => l.Name == "B").Key)!.Name);
        Assert.Null(before.Line(now.Lines.Single(l => l.Name == "New").Key));
    }

    [Fact]
    public void Join_units_that_are_too_small_and_name_all_of_them()
    {
        var result = Result(Units(("A", "North", 7), ("B", "North", 8), ("C", "North", 30)), answered: 18);
        Assert.Contains(result.Lines, l => l is { Name: "A + B", Level: ResultLevel.Unit, Hidden: null });
    }

    [Fact]
    public void Are_there_and_empty_where_nobody_answered() =>
        Assert.All(Result(Units(("A", "North", 20), ("B", "South", 20)), answered: 0).Lines, l => Assert.NotNull(l.Hidden));

    [Fact]
    public void Are_none_where_the_release_is_not_proved()
    {
        var units = Units(("A", "North", 20), ("B", "North", 20));
        var structure = Structure(units, Ballots(units, 15));
        Assert.True(Protection.Of(structure.Population, [], structure.Wanted, DisclosureRule.Usual).Try(out var release, out _));
        var unproved = release with { Proof = release.Proof with { IsProved = false } };
        Assert.Throws<ArgumentException>(() => RoundResult.From(structure, unproved, MadeUpAnswers.Form));
    }

    [Fact]
    public void Leave_out_who_did_not_say_their_unit()
    {
        var units = Units(("A", "North", 20), ("B", "North", 20));
        var ballots = Ballots(units, 12).Concat([One("not-said", "manager"), One("99", "manager")]);
        Assert.Equal(24, Structure(units, ballots).Population.Atoms.Sum(a => a.People));
    }

    [Fact]
    public void Tell_no_number_where_nearly_everybody_answered()
    {
        var result = Result(Units(("A", "North", 16), ("B", "North", 40)), answered: 15);
        Assert.Null(result.Lines.Single(l => l.Name == "A").Answered);
        Assert.Equal(ResponseBand.FourFifthsAndOver, result.Lines.Single(l => l.Name == "A").Response);
        Assert.Equal(ResponseBand.UnderHalf, result.Lines.Single(l => l.Name == "B").Response);
    }

    /// <summary>Somebody named another team than their own. Nobody is to think that more answered than work there.</summary>
    [Fact]
    public void Tell_no_number_of_a_team_with_more_ballots_than_people()
    {
        var units = Units(("A", "North", 40), ("B", "North", 60));
        AskedInCell[] asked =
            [new("1|social-worker", 20), new("1|manager", 20), new("2|social-worker", 60)];
        var ballots = Many("1", "social-worker", 36).Concat(Many("1", "manager", 6)).Concat(Many("2", "social-worker", 20));
        var team = Result(units, ballots, asked).Line("units:A")!;
        Assert.Equal((null, ResponseBand.FourFifthsAndOver, null), (team.Answered, team.Response, team.Hidden));
        Assert.All(team.Themes, t => Assert.True(t.Margin > 0));
    }

    /// <summary>Whoever says another role than the list has, or would rather not say, is not silent for it.</summary>
    [Fact]
    public void Tell_no_number_where_the_list_says_that_fewer_than_the_floor_were_silent()
    {
        var units = Units(("A", "North", 30), ("B", "North", 60));
        AskedInCell[] asked = [new("1|social-worker", 30), new("2|social-worker", 60)];
        var ballots = Many("1", "social-worker", 12).Concat(Many("1", "not-said", 12)).Concat(Many("2", "social-worker", 20));
        Assert.Null(Result(units, ballots, asked).Line("units:A")!.Answered);
    }

    [Fact]
    public void Tell_numbers_only_beside_which_the_floor_was_silent_whatever_people_say_of_themselves()
    {
        var random = new Random(12);
        var told = 0;
        for (var council = 0; council < 200; council++)
        {
            var units = Units([.. Enumerable.Range(0, random.Next(2, 6)).Select(u => ($"U{u}", $"S{random.Next(2)}", random.Next(8, 50)))]);
            var asked = units.SelectMany(u => Asked(u.Number, u.Asked!.Value)).ToList();
            var ballots = units.SelectMany(u => Enumerable.Range(0, random.Next(u.Asked!.Value + 1))
                .Select(_ => One(random.Next(5) == 0 ? units[random.Next(units.Count)].Number : u.Number, Role(random)))).ToList();
            foreach (var line in Result(units, ballots, asked).Lines.Where(l => l.Answered is not null))
            {
                var list = asked.Where(a => IsIn(a.Cell.Split('|'), line, units)).Sum(a => a.People);
                Assert.True(list - line.Answered >= 10, $"{line.Answered} of {list} in {line.Key} of {council}");
                told++;
            }
        }

        Assert.True(told > 100, $"{told} numbers are told");
    }

    /// <summary>A quarter are managers.</summary>
    private static AskedInCell[] Asked(string unit, int people) =>
        [new($"{unit}|manager", people / 4), new($"{unit}|social-worker", people - (people / 4))];

    private static bool IsIn(string[] cell, ResultLine line, IReadOnlyList<ResultUnit> units)
    {
        var unit = units.Single(u => u.Number == cell[0]);
        return line.Level switch
        {
            ResultLevel.Whole => true,
            ResultLevel.Service => unit.Service == line.Name,
            ResultLevel.Unit => line.Name.Split(" + ").Contains(unit.Name),
            _ => cell[1] == line.Name,
        };
    }

    private static IEnumerable<Ballot> Many(string unit, string role, int count) => Enumerable.Range(0, count).Select(_ => One(unit, role));

    [Fact]
    public void Let_no_group_under_the_floor_be_worked_out_whatever_the_sizes()
    {
        var random = new Random(11);
        for (var council = 0; council < 200; council++)
        {
            var units = Units([.. Enumerable.Range(0, random.Next(2, 9)).Select(u => ($"U{u}", $"S{random.Next(3)}", random.Next(3, 30)))]);
            var ballots = units.SelectMany(u =>
                Enumerable.Range(0, random.Next(u.Asked!.Value + 1)).Select(_ => One(u.Number, Role(random)))).ToList();
            if (!RoundStructure.Of("r", units, ballots, Questions, [], DisclosureRule.Usual).Try(out var structure, out _)) continue;
            Assert.True(Protection.Of(structure.Population, [], structure.Wanted, DisclosureRule.Usual).Try(out var release, out _));
            Assert.True(release.Proof.IsProved);
            var result = RoundResult.From(structure, release, MadeUpAnswers.Form);
            Assert.All(result.Lines.Where(l => l.Hidden is null), l => Assert.True(People(structure, l) >= 10, $"{l.Key} of {council}"));
            // What is left of a shown group beside its shown parts is nobody or at least the floor.
            foreach (var line in result.Lines.Where(l => l is { Hidden: null, Level: not ResultLevel.Background }))
            {
                var parts = result.PartsOf(line).Where(p => p.Level != ResultLevel.Background).ToList();
                if (parts.Count == 0) continue;
                var left = People(structure, line) - parts.Where(p => p.Hidden is null).Sum(p => People(structure, p));
                Assert.True(left is 0 or >= 10, $"{left} are left of {line.Key} of {council}");
            }
        }
    }

    private static int People(RoundStructure structure, ResultLine line)
    {
        var cells = structure.Wanted.Single(g => g.Name == line.Key).Cells.ToHashSet();
        return structure.Population.Atoms.Where(a => cells.Contains(a.Cells[0].Cell)).Sum(a => a.People);
    }

    [Fact]
    public void Tell_scores_apart_only_where_their_margins_do_not_touch()
    {
        Assert.Equal(ChangeKind.NotToldApart, ChangeSince.Of(Line(43, 6), Line(50, 8)));
        Assert.Equal(ChangeKind.Up, ChangeSince.Of(Line(43, 6), Line(60, 2)));
        Assert.Equal(ChangeKind.Down, ChangeSince.Of(Line(60, 2), Line(43, 6)));
        Assert.Equal(ChangeKind.NotToldApart, ChangeSince.Of(new("t", null, 90, 100, 1), Line(88, 2)));
        Assert.Equal(ChangeKind.Down, ChangeSince.Of(new("t", null, 90, 100, 1), Line(80, 2)));

        static ThemeLine Line(decimal score, decimal margin) => new("t", score, score, score, margin);
    }

    private static RoundResult Result(IReadOnlyList<ResultUnit> units, int answered) => Result(Structure(units, Ballots(units, answered)));

    private static RoundResult Result(IReadOnlyList<ResultUnit> units, IEnumerable<Ballot> ballots, IReadOnlyList<AskedInCell> asked)
    {
        Assert.True(RoundStructure.Of("r", units, ballots, Questions, asked, DisclosureRule.Usual).Try(out var structure, out _));
        return Result(structure);
    }

    private static RoundResult Result(RoundStructure structure)
    {
        Assert.True(Protection.Of(structure.Population, [], structure.Wanted, DisclosureRule.Usual).Try(out var release, out _));
        return RoundResult.From(structure, release, MadeUpAnswers.Form);
    }

    private static RoundStructure Structure(IReadOnlyList<ResultUnit> units, IEnumerable<Ballot> ballots)
    {
        var asked = units.Select(u => new AskedInCell($"{u.Number}|social-worker", u.Asked!.Value)).ToList();
        Assert.True(RoundStructure.Of("r", units, ballots, Questions, asked, DisclosureRule.Usual).Try(out var structure, out _));
        return structure;
    }

    private static IReadOnlyList<ResultUnit> Units(params (string Name, string Service, int Asked)[] units) =>
        [.. units.Index().Select(u => new ResultUnit($"{u.Index + 1}", u.Item.Name, u.Item.Service, u.Item.Asked))];

    private static IEnumerable<Ballot> Ballots(IReadOnlyList<ResultUnit> units, int answered) =>
        units.SelectMany(u => Enumerable.Range(0, Math.Min(answered, u.Asked!.Value)).Select(_ => One(u.Number, "social-worker")));

    private static Ballot One(string unit, string role) => new(
        new Dictionary<string, BallotAnswer> { ["W1"] = new BallotAnswer.Chosen(2) },
        new Dictionary<string, string> { ["unit"] = unit, ["role-group"] = role });

    private static string Role(Random random) => random.Next(6) switch { 0 => "manager", 1 => "not-said", _ => "social-worker" };
}
