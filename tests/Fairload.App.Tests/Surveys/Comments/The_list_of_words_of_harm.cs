using Fairload.App.Surveys.Comments;
using Fairload.Core.Surveys.Comments;

namespace Fairload.App.Tests.Surveys.Comments;

public sealed class The_list_of_words_of_harm
{
    [Fact]
    public void Has_every_kind_in_both_languages_and_nothing_twice()
    {
        Assert.Equal(Enum.GetValues<HarmKind>(), ShippedWordsOfHarm.Lists.Select(l => l.Kind));
        Assert.All(ShippedWordsOfHarm.Lists, l => Assert.True(l.En.Count >= 5 && l.Cy.Count >= 5));
        var all = ShippedWordsOfHarm.Lists.SelectMany(l => l.En.Concat(l.Cy)).ToList();
        Assert.Equal(all.Count, all.Distinct().Count());
    }

    [Fact]
    public void Finds_each_of_its_words_in_a_sentence() => Assert.All(
        ShippedWordsOfHarm.Lists.SelectMany(l => l.En.Concat(l.Cy).Select(w => (l.Kind, Word: w))),
        w => Assert.Contains(w.Kind, ShippedWordsOfHarm.Words.In($"Well, {w.Word.Replace("*", "", StringComparison.Ordinal)}!")));

    [Theory]
    [InlineData("My manager listens and the team is kind.")]
    [InlineData("Workloads are killing morale; the deadline hit us hard.")]
    [InlineData("Mae'r tîm yn garedig ac mae fy rheolwr yn gwrando.")]
    public void Lets_ordinary_words_pass(string text) => Assert.Empty(ShippedWordsOfHarm.Words.In(text));
}
