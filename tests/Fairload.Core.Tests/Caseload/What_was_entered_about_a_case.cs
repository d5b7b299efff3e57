using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.Core.Tests.Caseload;

public sealed class What_was_entered_about_a_case
{
    private static readonly Id<Worker> Grace = Id<Worker>.New();
    private static readonly Id<Worker> Stranger = Id<Worker>.New();

    private static readonly PracticeWords Words = new([new("somali", "Somali", "Somalieg")], []);

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
    public void Is_kept_in_versions_of_which_the_last_counts()
    {
        var one = Id<Case>.New();
        var first = CaseSupplement.Enter(one, SupplementFacts.Nothing with { Locality = "KT3" }, 0, 0, null, new(2026, 11, 2), "Grace");
        var second = CaseSupplement.Enter(one, SupplementFacts.Nothing, 1, 0, first, new(2026, 11, 16), "Pat");
        Assert.Equal((1, "KT3", new DateTime(2026, 11, 16)), (first.Number, first.Facts.Locality, first.ReplacedAt));
        Assert.Equal((2, 1, null), (second.Number, second.ConflictsEntered, second.ReplacedAt));
    }

    private static SupplementKnown Known(Id<Worker>? conflict) =>
        new(Words, new Dictionary<Id<Worker>, string> { [Grace] = "Grace" }, conflict is { } one ? new HashSet<Id<Worker>> { one } : []);

    private static SupplementFacts Good(SupplementFacts written, Id<Worker>? conflict = null) =>
        SupplementFacts.Read(written, Known(conflict)).Try(out var read, out var problems) ? read
            : throw new InvalidOperationException(problems[0].Message);

    private static string Refused(SupplementFacts written, Id<Worker>? conflict = null)
    {
        Assert.False(SupplementFacts.Read(written, Known(conflict)).Try(out _, out var problems));
        return Assert.Single(problems).Message;
    }
}
