using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fairload.Web.GovUk;

/// <summary>Puts markup together in the shape it will have, so that a tag helper reads like the page it makes.</summary>
internal static class Element
{
    public static TagBuilder New(string tag, string? classes = null) => new TagBuilder(tag).With("class", classes);

    /// <summary>
    /// The whole of what the tag helper writes. What the page's author put on the tag goes to <paramref name="principal"/>.
    /// </summary>
    public static void Become(this TagHelperOutput output, TagBuilder whole, TagBuilder? principal = null)
    {
        principal ??= whole;
        foreach (var given in output.Attributes)
        {
            var value = given.ValueStyle == HtmlAttributeValueStyle.Minimized ? "" : TextOf(given.Value);
            if (given.Name == "class") principal.Classes(value);
            else principal.With(given.Name, value);
        }

        output.TagName = null;
        output.Attributes.Clear();
        output.Content.SetHtmlContent(whole);
    }

    public static string TextOf(object? value)
    {
        if (value is not IHtmlContent html) return value?.ToString() ?? "";

        using var written = new StringWriter();
        html.WriteTo(written, HtmlEncoder.Default);
        return System.Net.WebUtility.HtmlDecode(written.ToString());
    }

    extension(TagBuilder element)
    {
        /// <summary>Sets an attribute; null leaves it out.</summary>
        public TagBuilder With(string attribute, string? value)
        {
            if (value is not null) element.Attributes[attribute] = value;
            return element;
        }

        public TagBuilder With(string attribute, bool present) => present ? element.With(attribute, "") : element;

        public TagBuilder Classes(string? more)
        {
            if (string.IsNullOrWhiteSpace(more)) return element;

            var had = element.Attributes.TryGetValue("class", out var classes) && classes is { Length: > 0 };
            element.Attributes["class"] = had ? $"{classes} {more}" : more;
            return element;
        }

        public TagBuilder Says(string? text)
        {
            element.InnerHtml.Append(text ?? "");
            return element;
        }

        public TagBuilder Holds(params IEnumerable<IHtmlContent?> parts)
        {
            foreach (var part in parts) if (part is not null) element.InnerHtml.AppendHtml(part);
            return element;
        }

        public TagBuilder Alone()
        {
            element.TagRenderMode = TagRenderMode.SelfClosing;
            return element;
        }
    }
}
