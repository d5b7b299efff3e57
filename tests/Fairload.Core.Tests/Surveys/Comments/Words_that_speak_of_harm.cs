using Fairload.Core.Surveys.Comments;

namespace Fairload.Core.Tests.Surveys.Comments;

public sealed class Words_that_speak_of_harm
{
    private static readonly WordsOfHarm Words = new(
    [
        new(HarmKind.SelfHarm, ["suicid*", "self harm*"], ["hunan niweid*"]), new(HarmKind.Bullying, ["bully*"], ["bwli*", "bwlïo*"]),
        new(HarmKind.Violence, ["hit me"], ["tarodd fi"]),
    ]);

    [Theory]
    [InlineData("I felt SUICIDAL.", HarmKind.SelfHarm)]
    [InlineData("self-harming", HarmKind.SelfHarm)]
    [InlineData("Mae hunan-niweidio yn", HarmKind.SelfHarm)]
    [InlineData("bwlio, not bwlïo", HarmKind.Bullying)]
    [InlineData("He hit  me!", HarmKind.Violence)]
    public void Are_found_in_either_language_however_they_are_typed(string text, HarmKind kind) => Assert.Equal([kind], Words.In(text));

    [Theory]
    [InlineData("He hit men's records")]
    [InlineData("anti bullet")]
    [InlineData("")]
    public void Are_not_found_in_parts_of_others(string text) => Assert.Empty(Words.In(text));

    [Fact]
    public void Are_told_each_kind_once() => Assert.Equal(
        [HarmKind.SelfHarm, HarmKind.Bullying], Words.In("bullying, bullied by a bully; suicide, suicidal"));
}
