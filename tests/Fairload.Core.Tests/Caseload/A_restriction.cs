using Fairload.Core.Access;
using Fairload.Core.Caseload;

namespace Fairload.Core.Tests.Caseload;

public sealed class A_restriction
{
    private static readonly DateTime Now = new(2026, 11, 30, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Id<Account> Somebody = Id<Account>.New();

    [Fact]
    public void Takes_name_and_kind_from_a_case_and_gives_them_back()
    {
        var one = A_Case();
        Assert.True(RestrictedCase.Restrict(one, 7, RestrictionKind.Adoption, " As decided ", Somebody, Now)
            .Try(out var restricted, out _));
        Assert.Equal(("Restricted 7", true, "restricted"), (one.Reference, one.IsRestricted, CaseType.Shown(one.TypeCode)));
        Assert.Equal(("R-1", "As decided"), (restricted.Reference, restricted.Reason));
        one.SeenAgain(CaseType.LookedAfter.Code, null, new());
        Assert.Equal(("restricted:looked-after", CaseType.LookedAfter), (one.TypeCode, CaseType.Find(one.TypeCode)));
        one.Lift(restricted.Reference);
        Assert.Equal(("R-1", CaseType.LookedAfter.Code, false), (one.Reference, one.TypeCode, one.IsRestricted));
    }

    [Fact]
    public void Is_refused_twice_and_without_a_kind_or_a_reason()
    {
        var one = A_Case();
        Assert.False(RestrictedCase.Restrict(one, 1, null, " ", Somebody, Now).Try(out _, out var problems));
        Assert.Equal(["Why", "Reason"], problems.Select(p => p.Field));
        Assert.False(RestrictedCase.Restrict(one, 1, RestrictionKind.Other, new string('x', 501), Somebody, Now).Try(out _, out _));
        Assert.Equal("R-1", one.Reference);
        Assert.True(RestrictedCase.Restrict(one, 1, RestrictionKind.Other, "Because", Somebody, Now).Try(out _, out _));
        Assert.False(RestrictedCase.Restrict(one, 2, RestrictionKind.Other, "Because", Somebody, Now).Try(out _, out _));
    }

    [Fact]
    public void Weighs_and_rules_as_the_case_did()
    {
        foreach (var type in CaseType.Known)
        {
            var hidden = "restricted:" + type.Code;
            Assert.Equal((type, type.Code, "restricted"), (CaseType.Find(hidden), CaseType.Plain(hidden), CaseType.Shown(hidden)));
            Assert.Equal((type.Code, type.Code), (CaseType.Plain(type.Code), CaseType.Shown(type.Code)));
        }
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void Is_open_by_a_reason_for_an_hour_and_shut_when_the_clock_goes_back(int minutes, bool open)
    {
        Assert.True(RestrictedOpening.Open(Id<Case>.New(), Somebody, "The school has called", Now).Try(out var opening, out _));
        Assert.Equal(open, opening.IsOpen(Now.AddMinutes(minutes)));
        Assert.False(RestrictedOpening.Open(Id<Case>.New(), Somebody, "please   ", Now).Try(out _, out _));
    }

    private static Case A_Case() =>
        Case.Open("R-1", "cases", Area.Children, CaseType.ChildProtection.Code, null, new(), new(2026, 11, 1), null, null);
}
