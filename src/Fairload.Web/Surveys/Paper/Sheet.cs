using System.Text.Encodings.Web;
using Fairload.Core.Surveys;
using Microsoft.AspNetCore.Html;

namespace Fairload.Web.Surveys.Paper;

/// <summary>Says everything in each language of the sheet, one below the other.</summary>
internal sealed class Sheet(IReadOnlyList<Catalogue> printed)
{
    public IHtmlContent Say(Wording words) => Say(T => T.Language == Language.Welsh ? words.Cy : words.En);

    /// <summary>Once where both languages say the same, such as the name of a team.</summary>
    public IHtmlContent Say(Func<Catalogue, string> says)
    {
        var html = new HtmlContentBuilder();
        foreach (var (at, one) in printed.Select(T => (T.Language.Code, Text: says(T))).DistinctBy(s => s.Text).Index())
        {
            if (at > 0) html.AppendHtml("<br>");
            html.AppendHtml($"<span lang=\"{one.Code}\">{HtmlEncoder.Default.Encode(one.Text)}</span>");
        }

        return html;
    }

    /// <summary>What can be ticked.</summary>
    public static IReadOnlyList<Wording> Options(Questionnaire asked, SurveyItem item)
    {
        if (item.Kind != ItemKind.Scale) return [.. item.Options!.Select(o => o.Says)];
        var scale = asked.ScaleOf(item);
        return [.. scale.Options.Select(o => o.Says), .. scale.NotApplicable is { } none ? [none] : Array.Empty<Wording>()];
    }
}
