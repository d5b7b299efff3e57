using System.Globalization;
using Fairload.App.Surveys.Results;
using Fairload.Core.Surveys.Earlier;
using Fairload.Core.Surveys.Results;
using Fairload.Web.Surveys.Earlier;
using Fairload.Web.Surveys.Returns;
using Fairload.Web.Surveys.Rounds;

namespace Fairload.Web.Surveys.Results;

/// <summary>The results of a round as lines of a table: what stands on the pages, and nothing that does not.</summary>
internal static class ResultSheet
{
    public static IReadOnlyList<string> Headers { get; } =
    [
        "group", "level", "part of", "answered", "kind", "code", "answer", "value", "not under", "not over", "margin",
        "year", "source", "note",
    ];

    /// <summary>What earlier surveys said stands below, as kind earlier.</summary>
    public static IEnumerable<IReadOnlyList<object?>> Rows(Catalogue T, ResultView view) => view.Result.Lines
        .SelectMany(line => Rows(T, view, line)).Select(row => (IReadOnlyList<object?>)[.. row, null, null, null])
        .Concat(view.Earlier.SelectMany(earlier => Rows(T, view, earlier)));

    /// <summary>What the codes mean.</summary>
    public static IEnumerable<IReadOnlyList<string>> Codebook(Catalogue T, ResultView view)
    {
        yield return ["code", "kind", "text", "theme", "counted as"];
        foreach (var theme in view.Asked.Themes)
            yield return [theme.Code, "theme", RoundWords.Of(T, theme.Name), "", theme.Scoring.ToString()];
        foreach (var item in view.Asked.Items)
        {
            var turned = item.Reverse ? "turned round" : "";
            yield return [item.Code, item.Kind.ToString(), RoundWords.Of(T, item.Says), item.Theme ?? "", turned];
        }

        yield return ["respondents", "round", RoundWords.For(T, view.Round.Respondents), "", ""];
    }

    private static IEnumerable<IReadOnlyList<object?>> Rows(Catalogue T, ResultView view, ResultLine line)
    {
        var name = ResultWords.Name(T, view.Round, line);
        var above = view.Result.Line(line.Parent ?? "");
        object?[] begins = [name, line.Level.ToString(), above is null ? "" : ResultWords.Name(T, view.Round, above)];
        if (line.Hidden is { } why)
        {
            var sign = ResultWords.Sign(why);
            yield return [.. begins, sign, "group", "", "", sign, null, null, null];
            yield break;
        }

        object? answered = line.Answered is { } people ? people : "[c]";
        foreach (var theme in view.Asked.Themes)
        {
            yield return line.Theme(theme.Code) is { } t ? [.. begins, answered, "theme", theme.Code, "", t.Score, t.Low, t.High, t.Margin]
                : [.. begins, answered, "theme", theme.Code, "", "[c]", null, null, null];
        }

        foreach (var item in view.Asked.Items.Where(i => ResultWords.IsCounted(i)))
        {
            var classes = ResultWords.Classes(T, item);
            if (line.Item(item.Code) is not { } said)
            {
                yield return [.. begins, answered, "item", item.Code, "", "[c]", null, null, null];
                continue;
            }

            foreach (var (answer, share) in classes.Zip(said.Shares))
                yield return [.. begins, answered, "item", item.Code, answer, share.Value, share.NotUnder, share.NotOver, null];
        }

        // Staff's side stands among the items above; here the employer's, and what lies between.
        foreach (var gap in view.Gaps(line))
        {
            var says = $"{ReturnWords.Employer(T, gap)}. {ReturnWords.Between(T, gap)}";
            yield return gap.Share is { } share
                ? [.. begins, answered, "employer", gap.Staff.Code, says, share.Value, share.NotUnder, share.NotOver, gap.Margin]
                : [.. begins, answered, "employer", gap.Staff.Code, says, "[c]", null, null, null];
        }
    }

    private static IEnumerable<IReadOnlyList<object?>> Rows(Catalogue T, ResultView view, EarlierBeside earlier)
    {
        var line = view.Result.Line(earlier.Key ?? "");
        var above = view.Result.Line(line?.Parent ?? "");
        var name = line is null ? earlier.Group : ResultWords.Name(T, view.Round, line);
        object?[] begins =
        [
            name, line?.Level.ToString() ?? "", above is null ? "" : ResultWords.Name(T, view.Round, above), earlier.Answered, "earlier",
            earlier.Item ?? earlier.Wording,
        ];
        if (earlier.Why is { } why)
        {
            yield return [.. begins, "", null, null, null, null, earlier.Year, earlier.Source, EarlierWords.Why(T, why, view.Result.Floor)];
            yield break;
        }

        var classes = ResultWords.Classes(T, view.Asked.Items.First(i => i.Code == earlier.Item));
        foreach (var (at, share) in earlier.Shares)
        {
            yield return
            [
                .. begins, classes[at], share.Value, share.NotUnder, share.NotOver, null, earlier.Year, earlier.Source,
                EarlierWords.How(T, earlier),
            ];
        }
    }

    public static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
