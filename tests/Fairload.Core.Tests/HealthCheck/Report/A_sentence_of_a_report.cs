using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Surveys.Results;
using Fairload.Core.Surveys.Rounds;

namespace Fairload.Core.Tests.HealthCheck.Report;

public sealed class A_sentence_of_a_report
{
    private static readonly DateTime Now = new(2026, 4, 2, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Is_put_in_other_words_and_set_back()
    {
        var report = MadeUpReport.Of(Edition.Members);
        var sentence = EditedSentence.Begin(Guid.Empty, Edition.Members, "en", "better");
        Assert.Empty(Problems(sentence.Write("  Supervision is held\r\nmore often. ", report, 0, "Ann Lee", Now)));
        Assert.Equal(("Supervision is held more often.", report.Sentences["better"], 1),
            (sentence.Text, sentence.InsteadOf, sentence.Version));
        var shown = report.With(new Dictionary<string, string> { ["better"] = sentence.Text });
        Assert.Equal(sentence.Text, shown.Sentences["better"]);
        Assert.Equal(report.Sentences["asked"], shown.Sentences["asked"]);

        Assert.Empty(Problems(sentence.SetBack(1, "Ann Lee", Now)));
        Assert.True(sentence.IsThePrograms);
        Assert.Empty(Problems(sentence.Write(report.Sentences["better"], report, 2, "Ann Lee", Now)));
        Assert.True(sentence.IsThePrograms);
    }

    [Fact]
    public void Written_by_two_at_once_stays_the_firsts_and_the_second_is_told()
    {
        var report = MadeUpReport.Of(Edition.Members);
        var sentence = EditedSentence.Begin(Guid.Empty, Edition.Members, "en", "better");
        Assert.Empty(Problems(sentence.Write("Ann’s words.", report, 0, "Ann Lee", Now)));
        Assert.Contains("Ann Lee has changed this sentence meanwhile", Problems(sentence.Write("Bo’s words.", report, 0, "Bo Day", Now)),
            StringComparison.Ordinal);
        Assert.Contains("Ann Lee has changed", Problems(sentence.SetBack(0, "Bo Day", Now)), StringComparison.Ordinal);
        Assert.Equal("Ann’s words.", sentence.Text);
    }

    [Theory]
    [InlineData("Nine in ten were held, 90 in 100.", "90")]
    [InlineData("We spent 1,250.50 pounds.", "1,250.50")]
    [InlineData("Supervision was held 85 times in a hundred by 1 December 2026.", null)]
    [InlineData("Erbyn 3 Rhagfyr, 85%.", null)]
    [InlineData("85 of them, 3 teams.", "3")]
    public void For_the_public_has_only_figures_that_the_edition_has(string text, string? refused)
    {
        var report = MadeUpReport.Of(Edition.Public);
        var sentence = EditedSentence.Begin(Guid.Empty, Edition.Public, "en", "better");
        var problems = Problems(sentence.Write(text, report, 0, "Ann Lee", Now));
        Assert.Equal(refused is not null, problems.StartsWith($"{refused} stands nowhere in the public edition", StringComparison.Ordinal)
            && problems.Length > 0);
        Assert.Equal(refused is null ? [] : [refused], SentenceNumbers.NotIn(report, text));
    }

    [Fact]
    public void Is_neither_empty_nor_endless()
    {
        var (report, sentence) = (MadeUpReport.Of(Edition.Members), EditedSentence.Begin(Guid.Empty, Edition.Members, "en", "better"));
        Assert.Contains("set it back", Problems(sentence.Write(" \n ", report, 0, "Ann Lee", Now)), StringComparison.Ordinal);
        Assert.Contains("2000 characters", Problems(sentence.Write(new('a', 2001), report, 0, "Ann Lee", Now)), StringComparison.Ordinal);
        Assert.Equal(0, sentence.Version);
    }

    /// <summary>By hand: 36 words in 6 sentences and 38 syllables give 0.39 × 6 + 11.8 × 38/36 − 15.59, under nothing: the least.</summary>
    [Fact]
    public void Has_a_reading_age_where_there_is_enough_of_it()
    {
        Assert.Equal(5, Effort.AgeOf([string.Concat(Enumerable.Repeat("The cat sat on the mat. ", 6))]));
        Assert.Null(Effort.AgeOf(["The cat sat on the mat."]));
        Assert.True(Effort.AgeOf([string.Concat(Enumerable.Repeat("Organisational accountability necessitates proportionate supervisory documentation ", 6))]) > 16);
    }

    private static string Problems(Result<EditedSentence> result) =>
        result.Try(out _, out var problems) ? "" : Assert.Single(problems).Message;
}
