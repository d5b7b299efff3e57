using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.Core.Tests.Caseload;

public sealed class A_case_that_moves
{
    private static readonly DateOnly Since = new(2026, 10, 19);
    private static readonly DateOnly First = new(2026, 9, 21);
    private static readonly Id<Case> Case = Id<Case>.New();
    private static readonly Id<Worker> Worker = Id<Worker>.New();

    [Fact]
    public void Came_when_it_began_after_the_day() => Assert.Equal(new CaseMoves(new(2026, 11, 2), null), Of(Held("2026-11-02")));

    [Fact]
    public void Did_not_come_when_it_was_held_on_the_day() => Assert.Equal(new CaseMoves(null, null), Of(Held("2026-10-19")));

    [Fact]
    public void Went_when_it_ended_after_the_day() => Assert.Equal(new CaseMoves(null, new(2026, 11, 5)), Of(Held("2026-09-01", "2026-11-05")));

    [Fact]
    public void Neither_came_nor_went_when_it_only_changed_team() => Assert.Equal(new CaseMoves(null, null), Of(Held("2026-09-01", "2026-11-05"), Held("2026-11-05")));

    [Fact]
    public void Came_and_went_when_it_did_both() => Assert.Equal(new CaseMoves(new(2026, 11, 2), new(2026, 11, 9)), Of(Held("2026-11-02", "2026-11-09")));

    [Fact]
    public void Did_not_come_with_the_first_extract_that_gives_no_date()
    {
        var late = new DateOnly(2026, 11, 1);
        Assert.Equal(new CaseMoves(null, null), CaseMoves.Of([Held("2026-11-01", isKnown: false)], Since, late));
        Assert.Equal(new CaseMoves(late, null), CaseMoves.Of([Held("2026-11-01", isKnown: false)], Since, First));
    }

    private static CaseMoves Of(params Assignment[] held) => CaseMoves.Of(held, Since, First);

    private static Assignment Held(string from, string? to = null, bool isKnown = true)
    {
        var held = Assignment.Begin(Case, Worker, "", null, "", 1, Day(from), isKnown, null);
        if (to is not null) held.End(Day(to));
        return held;
    }

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
