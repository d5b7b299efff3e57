using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.Core.Tests.Caseload;

public sealed class What_was_entered_about_a_case
{
    private static readonly Id<Worker> Grace = Id<Worker>.New();
    private static readonly Id<Worker> Stranger = Id<Worker>.New();

    private static readonly PracticeWords Words = new([new("somali", "Somali", "Somalieg")], [])
    {
        Proceedings = [new("care", "Care proceedings", "Achos gofal")],
        Travel = [new("far", "Up to an hour", "Hyd at awr")],
        Labels = [new("pilot", "In a pilot", "Mewn peilot")],
    };

    [Fact]
    public void Is_read_as_it_was_written_with_its_area_tidied()
    {
        var facts = Good(new("somali", true, OwnWish.Keep, Grace, "  KT3 "));
        Assert.Equal(new("somali", true, OwnWish.Keep, Grace, "KT3"), facts);
        Assert.Equal(SupplementFacts.Fold("kt3"), SupplementFacts.Fold(facts.Locality));
        Assert.Null(Good(SupplementFacts.Nothing with { About = Grace }).About);
    }

    [Fact]
    public void Names_no_language_that_is_not_on_the_list_and_no_must_without_one()
    {
        Assert.Equal(
            "The list does not hold this language. Choose one from the list, or none",
            Refused(SupplementFacts.Nothing with { Language = "klingon" }));
        Assert.StartsWith("Choose the language that the worker must speak",
            Refused(SupplementFacts.Nothing with { LanguageIsMust = true }), StringComparison.Ordinal);
    }

    [Fact]
    public void Has_a_wish_about_nobody_who_never_held_it_and_keeps_nobody_with_a_conflict()
    {
        Assert.Equal("Say which worker the wish is about", Refused(SupplementFacts.Nothing with { Wish = OwnWish.Keep }));
        foreach (var wish in new[] { OwnWish.Keep, OwnWish.Change })
        {
            Assert.StartsWith("Choose a worker who holds the case or has held it",
                Refused(SupplementFacts.Nothing with { Wish = wish, About = Stranger }), StringComparison.Ordinal);
        }

        var keep = SupplementFacts.Nothing with { Wish = OwnWish.Keep, About = Grace };
        Assert.StartsWith("Grace has a conflict of interest in this case", Refused(keep, Grace), StringComparison.Ordinal);
        Assert.Equal(OwnWish.Change, Good(keep with { Wish = OwnWish.Change }, Grace).Wish);
    }

    [Fact]
    public void Has_a_short_area_and_no_address() => Assert.StartsWith(
        "The area is a short label of 12 letters at most",
        Refused(SupplementFacts.Nothing with { Locality = "14 Acacia Avenue" }), StringComparison.Ordinal);

    [Fact]
    public void Goes_before_what_an_extract_says_and_leaves_the_rest_to_it()
    {
        var extract = new CaseMarks("F-1", "near", true);
        Assert.Equal(extract, SupplementFacts.Nothing.Over(extract));
        Assert.Equal(
            new CaseMarks("F-2", "far", false),
            (SupplementFacts.Nothing with { Family = "F-2", Travel = "far", Court = PracticeWords.None }).Over(extract));
        Assert.Equal(new CaseMarks("", "", true), (SupplementFacts.Nothing with { Court = "care" }).Over(new()));
    }

    [Fact]
    public void Names_nothing_that_is_on_no_list_and_no_hearing_without_proceedings()
    {
        var nothing = SupplementFacts.Nothing;
        var good = Good(nothing with { Family = " F-204 ", Court = "care", HearingOn = new(2026, 12, 3), Travel = "far", Label = "pilot" });
        Assert.Equal(("F-204", true), (good.Family, good.IsInCourt));
        Assert.StartsWith("The list does not hold this kind of proceedings",
            Refused(nothing with { Court = "duel" }), StringComparison.Ordinal);
        Assert.StartsWith("The list does not hold this way to travel", Refused(nothing with { Travel = "boat" }), StringComparison.Ordinal);
        Assert.StartsWith("The list does not hold this label", Refused(nothing with { Label = "difficult" }), StringComparison.Ordinal);
        Assert.StartsWith("The mark of the family is 20 letters at most",
            Refused(nothing with { Family = "The Adeyemis of Moorside" }), StringComparison.Ordinal);
        Assert.StartsWith("Choose the kind of proceedings",
            Refused(nothing with { HearingOn = new(2026, 12, 3) }), StringComparison.Ordinal);
        Assert.StartsWith("Choose the kind of proceedings",
            Refused(nothing with { Court = PracticeWords.None, HearingOn = new(2026, 12, 3) }), StringComparison.Ordinal);
        Assert.StartsWith("The hearing lies more than 3 years away",
            Refused(nothing with { Court = "care", HearingOn = new(2062, 12, 3) }), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_kept_in_versions_of_which_the_last_counts()
    {
        var one = Id<Case>.New();
        var (facts, none) = (SupplementFacts.Nothing with { Locality = "KT3" }, SupplementCounts.Nothing);
        var first = CaseSupplement.Enter(one, facts, none, null, new(2026, 11, 2), "Grace");
        var second = CaseSupplement.Enter(one, SupplementFacts.Nothing, new(1, 0), first, new(2026, 11, 16), "Pat");
        Assert.Equal((1, "KT3", new DateTime(2026, 11, 16)), (first.Number, first.Facts.Locality, first.ReplacedAt));
        Assert.Equal((2, 1, null), (second.Number, second.ConflictsEntered, second.ReplacedAt));
    }

    private static SupplementKnown Known(Id<Worker>? conflict) =>
        new(Words, new Dictionary<Id<Worker>, string> { [Grace] = "Grace" }, conflict is { } one ? new HashSet<Id<Worker>> { one } : [],
            new(2026, 11, 16));

    private static SupplementFacts Good(SupplementFacts written, Id<Worker>? conflict = null) =>
        SupplementFacts.Read(written, Known(conflict)).Try(out var read, out var problems) ? read
            : throw new InvalidOperationException(problems[0].Message);

    private static string Refused(SupplementFacts written, Id<Worker>? conflict = null)
    {
        Assert.False(SupplementFacts.Read(written, Known(conflict)).Try(out _, out var problems));
        return Assert.Single(problems).Message;
    }
}
