using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using FsCheck;
using FsCheck.Fluent;

namespace Fairload.Core.Tests.Caseload;

public sealed class Standing_of_a_case
{
    private const int Long = 28;
    private static readonly DateOnly Today = Sample.Day;
    private static readonly HolderNow AtWork = new(null, null, false, 1, false, []);

    [Fact]
    public void Is_allocated_to_a_named_person_at_work() => Assert.Equal(new Allocated(), Of("Ann Ash", AtWork));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Is_never_allocated_when_only_a_team_has_it(string name) =>
        Assert.Equal(new Waiting(WaitingList.NeverAllocated, null), Of(name, null));

    [Fact]
    public void Is_never_allocated_in_a_tray_that_a_person_settled_to_be_nobody() =>
        Assert.Equal(new Waiting(WaitingList.NeverAllocated, null), Standing.Of(new("Duty tray", IsNobody: true), null, Today, Long));

    [Fact]
    public void Is_phantom_in_a_name_that_matches_nobody() => Assert.Equal(Phantom(PhantomReason.NameNotSettled), Of("Who Ever", null));

    [Fact]
    public void Is_phantom_from_the_day_after_the_last_day_at_work()
    {
        Assert.Equal(new Allocated(), Of("Ann", AtWork with { EndsOn = Today }));
        Assert.Equal(Phantom(PhantomReason.Left), Of("Ann", AtWork with { EndsOn = Today.AddDays(-1) }));
        Assert.Equal(Phantom(PhantomReason.ContractEnded), Of("Ann", AtWork with { EndsOn = Today.AddDays(-1), IsAgency = true }));
    }

    [Fact]
    public void Is_phantom_until_the_first_day_at_work()
    {
        Assert.Equal(Phantom(PhantomReason.NotStarted), Of("Ann", AtWork with { StartsOn = Today.AddDays(1) }));
        Assert.Equal(new Allocated(), Of("Ann", AtWork with { StartsOn = Today }));
    }

    [Fact]
    public void Is_phantom_with_no_hours_but_not_with_hours_unknown()
    {
        Assert.Equal(Phantom(PhantomReason.NoFte), Of("Ann", AtWork with { Fte = 0 }));
        Assert.Equal(new Allocated(), Of("Ann", AtWork with { Fte = null }));
        Assert.Equal(new Allocated(), Of("Ann", AtWork with { Fte = 0.05m }));
    }

    [Theory]
    [InlineData(-10, 16, false)]
    [InlineData(-10, 17, true)]
    [InlineData(-27, 0, true)]
    [InlineData(-40, -1, false)]
    [InlineData(1, 90, false)]
    [InlineData(0, null, true)]
    [InlineData(-300, null, true)]
    public void Is_phantom_in_long_leave_that_is_in_force(int from, int? to, bool isLong) =>
        Assert.Equal(isLong ? Phantom(PhantomReason.LongLeave) : new Allocated(), Of("Ann", AtWork with { Absences = [Away(from, to)] }));

    [Fact]
    public void Takes_absences_that_touch_or_overlap_as_one_leave()
    {
        Assert.Equal(Phantom(PhantomReason.LongLeave), Of("Ann", AtWork with { Absences = [Away(0, 13), Away(-14, -1)] }));
        Assert.Equal(Phantom(PhantomReason.LongLeave), Of("Ann", AtWork with { Absences = [Away(-5, 3), Away(-14, 0), Away(4, 13)] }));
        Assert.Equal(new Allocated(), Of("Ann", AtWork with { Absences = [Away(0, 13), Away(-15, -2)] }));
        Assert.Equal(Today.AddDays(-14), (AtWork with { Absences = [Away(0, 13), Away(-14, -1)] }).LongLeaveSince(Today, Long));
        Assert.Null((AtWork with { Absences = [Away(-60, -1)] }).LongLeaveSince(Today, Long));
    }

    [Fact]
    public void Is_on_the_managers_list_unless_the_manager_is_not_at_work()
    {
        Assert.Equal(new Waiting(WaitingList.HeldByManager, null), Of("Ann", AtWork with { IsManager = true }));
        Assert.Equal(Phantom(PhantomReason.Left), Of("Ann", AtWork with { IsManager = true, EndsOn = Today.AddDays(-9) }));
    }

    [Fact]
    public void Of_several_holders_is_the_best_that_one_of_them_gives()
    {
        var manager = new Waiting(WaitingList.HeldByManager, null);
        var never = new Waiting(WaitingList.NeverAllocated, null);
        Assert.Equal(new Allocated(), Standing.OfCase([Phantom(PhantomReason.Left), manager, new Allocated()]));
        Assert.Equal(manager, Standing.OfCase([never, Phantom(PhantomReason.Left), manager]));
        Assert.Equal(Phantom(PhantomReason.NoFte), Standing.OfCase([never, Phantom(PhantomReason.NoFte)]));
        Assert.Equal(never, Standing.OfCase([never]));
        Assert.Equal(never, Standing.OfCase([]));
    }

    [Fact]
    public void Is_always_exactly_one_of_four_and_has_a_reason_only_as_a_phantom()
    {
        var any =
            from name in Gen.Elements("", "Ann", "Who Ever")
            from known in Gen.Elements(true, false)
            from starts in Gen.Elements<int?>(null, -9, 0, 9)
            from ends in Gen.Elements<int?>(null, -9, 0, 9)
            from fte in Gen.Elements<decimal?>(null, 0, 1)
            from manager in Gen.Elements(true, false)
            from away in Gen.Elements<int?>(null, -5, 5, 50)
            select (name, known, holder: new HolderNow(Day(starts), Day(ends), false, fte, manager, away is null
                ? [] : [Away(-1, Math.Max(-1, away.Value))]));

        Prop.ForAll(any.ToArbitrary(), x => Of(x.name, x.known ? x.holder : null) switch
        {
            Allocated => x.known && x.holder.Fte != 0 && !x.holder.IsManager,
            Waiting w => (w.List == WaitingList.Phantom) == w.Reason is not null,
            _ => false,
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Reads_the_holder_from_the_staff_sheet()
    {
        var worker = Worker.Join(new("1", "Ann", Role: "Team Manager", Fte: 0.8m, EmploymentType: "Agency", EndsOn: Today), null);
        var holder = HolderNow.Of(worker, []);
        Assert.Equal((true, true, 0.8m, Today), (holder.IsManager, holder.IsAgency, holder.Fte!.Value, holder.EndsOn!.Value));
    }

    private static DateOnly? Day(int? fromToday) => fromToday is { } days ? Today.AddDays(days) : null;

    private static Absence Away(int from, int? to) => new(Id<Absence>.New(), default, Today.AddDays(from), Day(to), "Sickness", null);

    private static Waiting Phantom(PhantomReason reason) => new(WaitingList.Phantom, reason);

    private static Standing Of(string name, HolderNow? holder) => Standing.Of(new(name), holder, Today, Long);
}
