using Fairload.Core.Workforce;
using FsCheck;
using FsCheck.Fluent;

namespace Fairload.Core.Tests.Workforce;

public sealed class The_name_of_a_person
{
    [Theory]
    [InlineData("Adeyemi, Grace", "grace adeyemi")]
    [InlineData("Grace Adeyemi", "grace adeyemi")]
    [InlineData("  GRACE\u00A0\u200BAdeyemi ", "grace adeyemi")]
    [InlineData("Mrs Grace Adeyemi", "grace adeyemi")]
    [InlineData("Adeyemi, Mrs. Grace", "grace adeyemi")]
    [InlineData("Adeyemi, Grace Mrs", "grace adeyemi")]
    [InlineData("Grace Adeyemi (Agency)", "grace adeyemi")]
    [InlineData("Grace Adeyemi - Locum", "grace adeyemi")]
    [InlineData("Grace Adeyemi – Locum", "grace adeyemi")]
    [InlineData("Agency - Grace Adeyemi", "grace adeyemi")]
    [InlineData("Grace Adeyemi [1042]", "grace adeyemi")]
    [InlineData("Adeyemi, Grace (SW12345)", "grace adeyemi")]
    [InlineData("Grace Adeyemi, SW12345", "grace adeyemi")]
    [InlineData("Siân O’Brien", "sian o'brien")]
    [InlineData("Sian O'Brien", "sian o'brien")]
    [InlineData("Brandon-Lee Hampton", "brandon-lee hampton")]
    [InlineData("Łukasz Żółć", "lukasz zolc")]
    [InlineData("(Grace Adeyemi)", "grace adeyemi")]
    public void Is_compared_without_what_systems_add_to_it(string written, string folded) => Assert.Equal(folded, PersonName.Fold(written));

    [Fact]
    public void Keeps_two_people_apart_who_differ_in_a_letter() =>
        Assert.NotEqual(PersonName.Fold("Grace Adeyemi"), PersonName.Fold("Grace Adeyeml"));

    [Fact]
    public void Is_known_by_the_numbers_that_stand_in_it()
    {
        Assert.Equal(["grace adeyemi", "sw12345"], PersonName.Keys("Adeyemi, Grace (SW12345)"));
        Assert.Equal(["grace adeyemi", "1042"], PersonName.Keys("Grace Adeyemi [1042]"));
        Assert.Equal("1042", Assert.Single(PersonName.Keys("1042")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" \u00A0 ")]
    [InlineData("#N/A")]
    [InlineData("n/a")]
    [InlineData("None")]
    [InlineData("UNALLOCATED")]
    [InlineData("Not allocated")]
    [InlineData("Awaiting Allocation")]
    [InlineData("Duty")]
    [InlineData("Worker, Duty")]
    [InlineData("Duty (Hillside)")]
    [InlineData("Duty Worker 2")]
    [InlineData("Unallocated, Unallocated")]
    [InlineData("Hillside Duty Tray")]
    [InlineData("VACANT")]
    [InlineData("tbc")]
    [InlineData("-")]
    public void Is_no_name_where_a_system_says_that_nobody_has_the_case(string? written) => Assert.True(PersonName.IsNobody(written));

    [Theory]
    [InlineData("Grace Adeyemi")]
    [InlineData("Nona Tray-Cole")]
    [InlineData("Dutyman, Vera")]
    [InlineData("10042")]
    public void Is_a_name_otherwise(string written) => Assert.False(PersonName.IsNobody(written));

    [Fact]
    public void Is_the_same_folded_twice_whatever_was_written() => Prop.ForAll(Anything, text =>
    {
        var once = PersonName.Fold(text);
        return PersonName.Fold(once) == once && once == once.Trim() && !once.Contains("  ", StringComparison.Ordinal);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Never_stops_the_reading_of_a_file() => Prop.ForAll(Anything, text =>
    {
        var nobody = PersonName.IsNobody(text);
        return PersonName.Keys(text).Count > 0 || nobody || text.Any(c => !char.IsLetterOrDigit(c));
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<string> Anything => Arb.From(
        from parts in Gen.ListOf(
            Gen.Elements("a", "Bo", " ", ",", ", ", " - ", "-", "(", ")", "[", "]", "mr", "Dr.", "1042", "\u00A0", "\u200B", "é", "’",
            "\uD800", "ß", "ﬁ", "agency", "."))
        select string.Concat(parts));
}
