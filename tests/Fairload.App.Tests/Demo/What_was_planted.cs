using Fairload.App.Demo;

namespace Fairload.App.Tests.Demo;

/// <summary>Each trap is looked for in the files themselves, read back cell by cell, and not in the generator's own records.</summary>
public sealed class What_was_planted
{
    private static readonly DemoCouncil Council = DemoCouncil.From(1, DemoSize.Usual);
    private static readonly DemoPlanted Planted = Council.Planted;
    private static readonly DateOnly Day = Council.Dates.Third;
    private static readonly DemoBook Lists = DemoBook.AnnexA(Council, Day);
    private static readonly DemoBook Earlier = DemoBook.AnnexA(Council, Council.Dates.Second);
    private static readonly DemoBook Staff = new(to => DemoFiles.Staff(Council, Day, to));
    private static readonly DemoBook Adults = new(to => DemoFiles.AdultsWorkbook(Council, Day, to));

    private static readonly Dictionary<string, Dictionary<string, object?>> People = Staff.Rows("Staff")
        .ToDictionary(r => Text(r["Staff number"]));

    /// <summary>The rows that show a case: of a child list 6 and the others, of an adult the sheet.</summary>
    private static readonly ILookup<string, (string Team, string Worker)> Held = Enumerable.Range(3, 7)
        .SelectMany(n => Lists.Rows($"List {n}").Where(r => n != 6 || Text(r["Case Status"]) != "e) Closed episode")
            .Select(r => (Key: Text(r["Child Unique ID"]),
            Where: (Text(r["Allocated Team"]), Text(r["Allocated Worker"]) is { Length: > 0 } w ? w : n == 9
                ? Text(r["Allocated Personal Advisor"]) : ""))))
        .Concat(Adults.Rows("Cases").Where(r => r["Closed"] is null)
            .Select(r => (Key: Text(r["Person ID"]), Where: (Text(r["Team"]), Text(r["Allocated worker"])))))
        .ToLookup(r => r.Key, r => r.Where);

    [Fact]
    public void Is_something_of_every_kind()
    {
        foreach (var list in typeof(DemoPlanted).GetProperties().Where(p => p.PropertyType.IsGenericType))
            Assert.True(((System.Collections.ICollection)list.GetValue(Planted)!).Count > 0, $"No {list.Name}");
        foreach (var list in typeof(DemoPlanted).GetProperties().Where(p => p.PropertyType.IsGenericType))
        {
            Assert.True(((System.Collections.ICollection)list.GetValue(DemoCouncil.From(3, DemoSize.Small).Planted)!).Count > 0,
                $"No {list.Name} in a small council");
        }
    }

    [Fact]
    public void Phantoms_stand_in_the_name_of_someone_whom_the_staff_sheet_shows_away()
    {
        var absences = Staff.Rows("Absences").Where(a => a["To"] is null).Select(a => Text(a["Staff number"])).ToHashSet();
        Assert.Equal(Enum.GetValues<DemoPhantomReason>(), Planted.Phantoms.Select(p => p.Why).Distinct().Order());
        foreach (var phantom in Planted.Phantoms)
        {
            var person = People[phantom.StaffNumber];
            Assert.True(phantom.Why switch
            {
                DemoPhantomReason.Left => On(person["End"]) < Day,
                DemoPhantomReason.AgencyContractEnded => On(person["End"]) < Day && Text(person["Employment type"]) == "Agency",
                DemoPhantomReason.LongLeave => absences.Contains(phantom.StaffNumber),
                _ => Convert.ToDecimal(person["FTE"], null) == 0,
            }, $"{phantom}");
            Assert.Contains(Held[phantom.Reference], h => Names(person, h.Worker));
        }
    }

    [Fact]
    public void Waiting_cases_have_the_cells_they_are_listed_for()
    {
        Assert.All(Planted.TeamOnly, r => Assert.All(Held[r], h => Assert.True(h.Team.Length > 0 && h.Worker.Length == 0)));
        Assert.All(Planted.NeverAllocated, r => Assert.All(Held[r], h => Assert.Equal(("", ""), h)));
        Assert.All(Planted.NotAvailable, r => Assert.All(Held[r], h => Assert.Equal(("#N/A", "#N/A"), h)));
        Assert.All(Planted.HeldByManager, r => Assert.Contains(Held[r], h => People.Values.Any(p => Text(p["Level"]) == "Manager"
            && Names(p, h.Worker))));
    }

    [Fact]
    public void People_are_on_the_staff_sheet_as_they_are_listed()
    {
        Assert.All(Planted.UnknownHours, n => Assert.Null(People[n]["FTE"] ?? People[n]["Hours"]));
        Assert.All(Planted.PartTime, n => Assert.InRange(Convert.ToDecimal(People[n]["FTE"], null), 0.01m, 0.99m));
        Assert.All(Planted.Agency, n => Assert.Equal("Agency", Text(People[n]["Employment type"])));
        Assert.All(Planted.Bank, n => Assert.Equal("Bank", Text(People[n]["Employment type"])));
        Assert.All(Planted.NewlyQualified, n => Assert.InRange(Day.DayNumber - On(People[n]["ASYE start"])!.Value.DayNumber, 0, 366));
        Assert.All(Planted.TwoTeams, t => Assert.Equal($"{t.First} ({t.FirstShare * 100:0}%); {t.Second} ({(1 - t.FirstShare) * 100:0}%)",
            Text(People[t.StaffNumber]["Team"])));
        Assert.All(Planted.SameName, names => Assert.Single(names.Select(n => Text(People[n]["Name"])).Distinct()));
        Assert.All(Planted.LeftHoldingCases, n => Assert.InRange(On(People[n]["End"])!.Value, Council.Dates.First, Council.Dates.Second));
    }

    [Fact]
    public void Names_are_written_as_they_are_listed_and_the_misspelt_match_nobody()
    {
        var written = Held.SelectMany(h => h).Select(h => h.Worker).ToHashSet();
        Assert.All(Planted.NameVariants.Concat(Planted.UnmatchedNames), v => Assert.Contains(v.Written, written));
        Assert.All(Planted.NameVariants, v => Assert.True(Names(People[v.StaffNumber], v.Written)));
        Assert.All(Planted.UnmatchedNames, v => Assert.DoesNotContain(People.Values, p => Names(p, v.Written)));
        Assert.Contains(Planted.NameVariants, v => v.Written == "Grace  Adeyemi (Agency)");
        Assert.Contains(Planted.NameVariants, v => v.Written.Contains('\u00A0', StringComparison.Ordinal));
    }

    [Fact]
    public void Two_teams_have_one_successor_and_some_cases_still_the_old_name()
    {
        var teams = Staff.Rows("Teams").ToDictionary(r => Text(r["Team"]));
        Assert.Equal(2, Planted.Merged.Teams.Count);
        Assert.All(Planted.Merged.Teams, t => Assert.Equal((Planted.Merged.Successor, Planted.Merged.On.AddDays(-1)),
            (Text(teams[t]["Successor"]), On(teams[t]["To"])!.Value)));
        Assert.Equal(Planted.Merged.On, On(teams[Planted.Merged.Successor]["From"]));
        Assert.All(Planted.OldTeamName, r => Assert.Contains(Held[r], h => Planted.Merged.Teams.Contains(h.Team)));
        Assert.DoesNotContain(Earlier.Rows("List 6"), r => Text(r["Allocated Team"]) == Planted.Merged.Successor);
    }

    [Fact]
    public void List_6_lacks_doubles_and_garbles_the_children_it_should()
    {
        var inNeed = Lists.Rows("List 6").ToLookup(r => Text(r["Child Unique ID"]));
        var elsewhere = Lists.Rows("List 7").Concat(Lists.Rows("List 8")).Select(r => Text(r["Child Unique ID"])).ToHashSet();
        Assert.All(Planted.AbsentFromList6, r => Assert.True(!inNeed.Contains(r) && elsewhere.Contains(r)));
        Assert.All(Planted.TwiceInList6, r => Assert.Equal(2, inNeed[r].Count()));
        Assert.All(Planted.ImpossibleDates, r => Assert.Null(On(inNeed[r].Single()["CIN Start Date"])));
        Assert.All(Planted.Reopened, r => Assert.Equal(2, inNeed[r.Reference].Count()));
        Assert.All(Planted.Reopened, r => Assert.Contains(inNeed[r.Reference], row => On(row["CIN Closure Date"]) == r.ClosedOn));
    }

    [Fact]
    public void Cases_that_vanish_were_shown_open_before_and_are_in_no_list_now()
    {
        var now = Enumerable.Range(3, 7).SelectMany(n => Lists.Rows($"List {n}")).Select(r => Text(r["Child Unique ID"])).ToHashSet();
        var before = DemoBook.AnnexA(Council, Council.Dates.First).Rows("List 6").Concat(Earlier.Rows("List 6"))
            .Where(r => Text(r["Case Status"]) != "e) Closed episode")
            .Select(r => Text(r["Child Unique ID"])).ToHashSet();
        Assert.All(Planted.Vanished, r => Assert.True(before.Contains(r) && !now.Contains(r)));
    }

    [Fact]
    public void Transfers_show_another_team_in_a_later_extract()
    {
        var first = DemoBook.AnnexA(Council, Council.Dates.First);
        var then = first.Rows("List 6").Concat(first.Rows("List 3")).GroupBy(r => Text(r["Child Unique ID"]))
            .ToDictionary(g => g.Key, g => Text(g.First()["Allocated Team"]));
        var moved = Planted.Transfers.Count(t => then.TryGetValue(t.Reference, out var team) && team.Length > 0 && Held[t.Reference]
            .Any(h => h.Team.Length > 0 && h.Team != team));
        Assert.True(moved > 100, $"{moved} moves are to be seen");
    }

    [Fact]
    public void Scores_are_stale_partial_or_missing_where_they_are_listed()
    {
        var scores = Council.Dates.Extracts.SelectMany(d => new DemoBook(to => DemoFiles.Scores(Council, d, to)).Rows("Scores"))
            .Where(r => Text(r["Scored by"]) == "Agreed").ToLookup(r => Text(r["Case reference"]));
        // A case that was opened again has a case before it of the same reference, which may have been scored.
        var reopened = Planted.Reopened.Select(r => r.Reference).ToHashSet();
        Assert.All(Planted.MissingScores.Where(r => !reopened.Contains(r)), r => Assert.False(scores.Contains(r)));
        Assert.All(Planted.PartialScores, r => Assert.Contains(null, scores[r].OrderBy(s => On(s["Scored on"])).Last().Values));
        Assert.All(Planted.StaleScores, r => Assert.NotEmpty(scores[r]));
        Assert.Contains(Planted.StaleScores, r => scores[r].Max(s => On(s["Scored on"])) < Day.AddYears(-1));
    }

    private static string Text(object? cell) => cell?.ToString() ?? "";

    private static DateOnly? On(object? cell) => cell is DateTime day ? DateOnly.FromDateTime(day) : null;

    /// <summary>A reader's own small way of comparing names: letters only, in any order of the parts.</summary>
    private static bool Names(Dictionary<string, object?> person, string written)
    {
        static string Key(string name) => string.Concat(name.Replace("(Agency)", "",
            StringComparison.Ordinal).ToUpperInvariant().Split([' ', '\u00A0', ','], StringSplitOptions.RemoveEmptyEntries)
                .Order(StringComparer.Ordinal));
        return new[] { Text(person["Name"]), Text(person["Other names"]) }.Any(n => n.Length > 0 && Key(n) == Key(written));
    }
}
