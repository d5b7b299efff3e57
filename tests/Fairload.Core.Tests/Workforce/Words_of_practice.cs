using Fairload.Core.Workforce;

namespace Fairload.Core.Tests.Workforce;

public sealed class Words_of_practice
{
    private static readonly PracticeWords Words = new(
        [
            new("bsl", "British Sign Language", "Iaith Arwyddion Prydain"), new("somali", "Somali", "Somalieg"),
            new("welsh", "Welsh", "Cymraeg"),
        ],
        [new("court-work", "Court work", "Gwaith llys", ["child-protection"]), new("autism", "Autism", "Awtistiaeth", [])]);

    [Theory]
    [InlineData("", "")]
    [InlineData("Somali", "somali")]
    [InlineData("somali;  WELSH (fluent)", "somali welsh")]
    [InlineData("BSL, Cymraeg / Klingon", "bsl welsh")]
    [InlineData("British Sign Language (level 3)", "bsl")]
    public void Are_found_in_what_a_staff_sheet_writes(string written, string codes) =>
        Assert.Equal(codes, string.Join(' ', Words.LanguagesIn(written)));

    [Fact]
    public void Are_asked_for_by_kinds_of_work()
    {
        Assert.Equal(["court-work"], Words.WantedBy("child-protection"));
        Assert.Empty(Words.WantedBy("carer"));
        Assert.True(Words.Knows(PracticeKind.Goal, "autism"));
        Assert.False(Words.Knows(PracticeKind.Language, "autism"));
    }

    [Fact]
    public void Have_a_code_and_two_names_and_stand_in_the_list_once()
    {
        Assert.True(PracticeWords.Read(Words).Try(out _, out _));
        Assert.False(PracticeWords.Read(Words with { Areas = [.. Words.Areas, Words.Areas[0], new("x", "", "x", [])] }).Try(
            out _, out var problems));
        Assert.Equal(2, problems.Count);
    }

    [Fact]
    public void Are_kept_about_a_person_after_they_have_ended()
    {
        var word = WorkerWord.Enter(Id<Worker>.New(), PracticeKind.Skill, "autism", new(2026, 11, 16), "Pat");
        word.End(new(2026, 11, 1), "Grace");
        Assert.Equal((word.FromOn, "Grace"), (word.ToOn!.Value, word.EndedBy));
        Assert.Throws<InvalidOperationException>(() => word.End(new(2026, 12, 1), "Grace"));
    }
}
