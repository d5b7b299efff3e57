using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using FsCheck;
using FsCheck.Fluent;

namespace Fairload.Core.Tests.Caseload;

public sealed class The_lists_of_annex_a
{
    private static readonly DateOnly AsOf = new(2026, 3, 31);

    private static AnnexARow Row(int list, string child, int row = 2, DateOnly? start = null) =>
        new(list, $"List {list}", row, child) { Team = $"T{list}", Worker = $"W{list}", Start = start ?? new(2026, 1, list) };

    private static AnnexACases Of(params AnnexARow[] rows) =>
        AnnexAUnion.Of(rows.GroupBy(r => r.List).ToDictionary(g => g.Key, g => (IReadOnlyList<AnnexARow>)[.. g]), AsOf);

    private static string? TypeOf(params AnnexARow[] rows) => Of(rows).Open.SingleOrDefault()?.TypeCode;

    [Fact]
    public void Make_one_case_of_a_child_who_is_in_several()
    {
        var found = Assert.Single(Of(Row(3, "a"), Row(6, "a") with { Status = AnnexAStatus.ChildProtection }, Row(7, "a")).Open);

        Assert.Equal(("a", "child-protection", "T6", "W6", new DateOnly(2026, 1, 6)),
            (found.Reference, found.TypeCode, found.TeamName, found.WorkerName, found.StartedOn!.Value));
    }

    [Fact]
    public void Take_the_most_serious_that_is_open_where_the_child_is_not_in_list_6()
    {
        Assert.Equal("looked-after", TypeOf(Row(3, "a"), Row(5, "a"), Row(7, "a"), Row(8, "a"), Row(9, "a")));
        Assert.Equal("child-protection", TypeOf(Row(3, "a"), Row(5, "a"), Row(7, "a"), Row(9, "a")));
        Assert.Equal("section-47", TypeOf(Row(4, "a"), Row(5, "a"), Row(9, "a")));
        Assert.Equal("open-assessment", TypeOf(Row(3, "a"), Row(4, "a"), Row(9, "a")));
        Assert.Equal("referral", TypeOf(Row(3, "a"), Row(9, "a")));
        Assert.Equal("care-leaver", TypeOf(Row(9, "a")));
    }

    [Fact]
    public void Let_list_6_win_and_name_the_conflict()
    {
        var cases = Of(Row(6, "a") with { Status = AnnexAStatus.OpenAssessment }, Row(7, "a", row: 9));

        Assert.Equal("open-assessment", Assert.Single(cases.Open).TypeCode);
        var warning = Assert.Single(cases.Problems);
        Assert.Equal(Severity.Warning, warning.Severity);
        Assert.Equal("List 6 says Open assessment, but list 7 row 9 says Child protection. List 6 was followed.",
            warning.Message);
    }

    [Fact]
    public void Find_no_conflict_where_a_child_in_care_is_also_on_a_plan() =>
        Assert.Empty(Of(Row(6, "a") with { Status = AnnexAStatus.LookedAfter }, Row(7, "a"), Row(8, "a")).Problems);

    [Fact]
    public void Fill_a_blank_worker_and_team_from_another_list()
    {
        var found = Assert.Single(Of(Row(6, "a") with { Status = AnnexAStatus.ChildInNeed, Worker = "", Team = "#N/A" }, Row(4, "a")).Open);

        Assert.Equal(("T4", "W4"), (found.TeamName, found.WorkerName));
    }

    [Fact]
    public void Keep_what_list_6_writes_where_no_list_names_a_worker() =>
        Assert.Equal("Duty", Assert.Single(Of(Row(6, "a") with { Status = AnnexAStatus.ChildInNeed, Worker = "Duty" }).Open).WorkerName);

    [Fact]
    public void Name_the_personal_adviser_where_a_care_leaver_has_no_worker() =>
        Assert.Equal("Ann Other", Assert.Single(Of(Row(9, "a") with { Worker = "", Adviser = "Ann Other" }).Open).WorkerName);

    [Fact]
    public void Leave_out_a_care_leaver_who_has_died() => Assert.Empty(Of(Row(9, "a") with { Refused = true }).Open);

    [Fact]
    public void Keep_a_referral_open_until_an_assessment_a_closure_or_no_further_action()
    {
        var referral = Row(3, "a", start: new(2026, 2, 10));

        Assert.Equal("referral", TypeOf(referral));
        Assert.Null(TypeOf(referral with { Refused = true }));
        Assert.Equal("referral", TypeOf(referral, Row(4, "a", start: new(2026, 2, 9)) with { End = new(2026, 2, 9) }));
        Assert.Null(TypeOf(referral, Row(4, "a", start: new(2026, 2, 10)) with { End = new(2026, 3, 1) }));
        Assert.Null(TypeOf(referral, Row(6, "a", start: new(2026, 2, 10)) with { End = new(2026, 2, 10) }));
        Assert.Equal("referral", TypeOf(referral, Row(6, "a") with { End = new(2026, 2, 9) }));
    }

    [Fact]
    public void Keep_a_section_47_open_until_a_conference_is_held_or_not_needed()
    {
        Assert.Equal("section-47", TypeOf(Row(5, "a")));
        Assert.Null(TypeOf(Row(5, "a") with { Refused = true }));
        Assert.Null(TypeOf(Row(5, "a") with { End = AsOf }));
        Assert.Equal("section-47", TypeOf(Row(5, "a") with { End = AsOf.AddDays(1) }));
    }

    [Fact]
    public void Say_so_where_a_child_is_open_but_not_in_list_6()
    {
        var other = Row(6, "z") with { Status = AnnexAStatus.ChildInNeed };

        Assert.Contains("not in list 6", Assert.Single(Of(other, Row(7, "a")).Problems).Message, StringComparison.Ordinal);
        Assert.Contains("closed in list 6 row 2", Assert.Single(Of(other, Row(7, "a"), Row(6, "a") with { End = AsOf }).Problems).Message,
            StringComparison.Ordinal);
        Assert.Empty(Of(other, Row(3, "a"), Row(9, "b")).Problems);
        Assert.Empty(Of(Row(7, "a")).Problems);
    }

    [Fact]
    public void Keep_the_later_of_two_open_rows_and_the_first_of_two_alike()
    {
        var later = Of(Row(7, "a", 2, new(2026, 1, 1)), Row(7, "a", 3, new(2026, 2, 1)));
        Assert.Equal((3, 2), (Assert.Single(later.Open).Row, Assert.Single(later.Problems).Row!.Value));
        Assert.Equal(Severity.Error, later.Problems[0].Severity);

        Assert.Equal(2, Assert.Single(Of(Row(7, "a", 2), Row(7, "a", 3)).Open).Row);
    }

    [Fact]
    public void Take_the_latest_closure_of_a_child_who_is_open_nowhere()
    {
        var closed =
            Assert.Single(
            Of(Row(6, "a") with { End = new(2026, 2, 1), EndReason = "RC7" },
            Row(8, "a") with { End = new(2026, 2, 3), EndReason = "E4A" }).Closed);

        Assert.Equal((new DateOnly(2026, 2, 3), "E4A", "looked-after"), (closed.ClosedOn, closed.Reason, closed.TypeCode));
    }

    [Fact]
    public void Count_a_closure_that_is_still_ahead_as_open() => Assert.Equal("child-in-need",
        TypeOf(Row(6, "a") with { Status = AnnexAStatus.ChildInNeed, End = AsOf.AddDays(1) }));

    [Fact]
    public void Say_so_where_a_status_is_closed_without_a_date()
    {
        var cases = Of(Row(6, "a") with { Status = AnnexAStatus.Closed });

        Assert.Empty(cases.Open);
        Assert.Empty(cases.Closed);
        Assert.Equal("CIN Closure Date", Assert.Single(cases.Problems).Column);
    }

    [Fact]
    public void Drop_a_row_without_a_child()
    {
        var cases = Of(Row(7, "", row: 12));

        Assert.Empty(cases.Open);
        Assert.Equal((12, Severity.Error), (Assert.Single(cases.Problems).Row!.Value, cases.Problems[0].Severity));
    }

    [Fact]
    public void Remember_a_conference_that_was_held_but_not_the_visits_of_a_plan_that_has_ended()
    {
        var conference =
            Row(5, "a") with
            {
                End = new(2026, 2, 2),
                Events = new Dictionary<CaseEventKind,
            DateOnly>
                { [CaseEventKind.Conference] = new(2026, 2, 2) }
            };
        var plan = Row(7, "a") with
        {
            End = new(2026, 3, 1),
            Events = new Dictionary<CaseEventKind,
            DateOnly>
            { [CaseEventKind.PlanVisit] = new(2026, 2, 20) }
        };
        var need = Row(6, "a", start: new(2026, 1, 1)) with { Status = AnnexAStatus.ChildInNeed };

        Assert.Equal([CaseEventKind.Conference], Assert.Single(Of(conference, plan, need).Open).Events.Keys);
        Assert.Empty(Assert.Single(Of(conference, need with { Start = new(2026, 2, 3) }).Open).Events);
    }

    [Fact]
    public void Warn_of_days_after_the_day_of_the_file()
    {
        var cases =
            Of(Row(8, "a") with { Events = new Dictionary<CaseEventKind, DateOnly> { [CaseEventKind.CareVisit] = AsOf.AddDays(1) } });

        Assert.Equal("Date of Last Social Work Visit", Assert.Single(cases.Problems).Column);
        Assert.Equal(Severity.Warning, cases.Problems[0].Severity);
    }

    [Fact]
    public void Show_every_child_once_open_or_closed_and_open_exactly_where_a_row_is_open() => Prop.ForAll(Files, rows =>
    {
        var cases = Of([.. rows]);
        var open = cases.Open.Select(c => c.Reference).ToList();
        var expected = rows.Where(r => IsOpenByTheBook(r, rows)).Select(r => r.ChildId).ToHashSet();
        return open.Count == open.Distinct().Count() && expected.SetEquals(open) && !cases.Closed.Any(c => expected.Contains(c.Reference))
            && cases.Closed.All(c => c.ClosedOn <= AsOf) && cases.Closed.Select(c => c.Reference).Distinct().Count() == cases.Closed.Count;
    }).QuickCheckThrowOnFailure();

    /// <summary>The rule as the reference notes tell it, written a second time.</summary>
    private static bool IsOpenByTheBook(AnnexARow r, IReadOnlyList<AnnexARow> all)
    {
        var ended = r.End is { } end && end <= AsOf;
        if (r.List == 9) return r.Refused is not true;
        if (r.List == 6) return !ended && r.Status != AnnexAStatus.Closed;
        if (r.List is 4 or 7 or 8) return !ended;
        if (r.Refused is true) return false;
        if (r.List == 5) return !ended;
        var assessed = all.Any(o => o.ChildId == r.ChildId && o.List == 4 && o.Start >= r.Start);
        var closed = all
            .Any(o => o.ChildId == r.ChildId && o.List == 6
            && ((o.End <= AsOf && o.End >= r.Start) || (o.Status == AnnexAStatus.Closed && (o.End is null || o.End >= r.Start))));
        return !assessed && !closed;
    }

    private static Arbitrary<List<AnnexARow>> Files
    {
        get
        {
            var day = Gen.Choose(-60, 5).Select(d => AsOf.AddDays(d));
            var end = Gen.Frequency((2, Gen.Constant((DateOnly?)null)), (1, day.Select(d => (DateOnly?)d)));
            var row = from list in Gen.Choose(3, 9)
                      from child in Gen.Elements("a", "b", "c", "d")
                      from start in day
                      from ended in end
                      from refused in Gen.Elements<bool?>(null, true, false)
                      from status in Gen.Elements<AnnexAStatus?>(null, AnnexAStatus.LookedAfter, AnnexAStatus.ChildInNeed,
                          AnnexAStatus.Closed)
                      select new AnnexARow(list, "s", 2, child)
                      {
                          Start = start,
                          End = list is 3 or 9 ? null
                          : ended,
                          Refused = refused,
                          Status = list == 6 ? status : null
                      };
            return Arb.From(Gen.ListOf(row).Select(r => r.ToList()));
        }
    }
}
