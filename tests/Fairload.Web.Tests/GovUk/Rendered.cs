using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;

namespace Fairload.Web.Tests.GovUk;

/// <summary>Runs a tag helper by itself and reads what it wrote in a form in which only what matters differs.</summary>
internal static class Rendered
{
    public static ViewContext View(Action<ModelStateDictionary>? mistakes = null)
    {
        var state = new ModelStateDictionary();
        mistakes?.Invoke(state);
        var action = new ActionContext(new DefaultHttpContext(), new RouteData(), new ActionDescriptor(), state);
        var data = new ViewDataDictionary(new EmptyModelMetadataProvider(), state);
        return new ViewContext(action, new NoView(), data, new TempDataDictionary(action.HttpContext, new NoTempData()), TextWriter.Null,
            new HtmlHelperOptions());
    }

    public static ModelExpression For<T>(string name, T? value)
    {
        var metadata = new EmptyModelMetadataProvider();
        return new(name, new ModelExplorer(metadata, metadata.GetMetadataForType(typeof(T)), value));
    }

    public static Task<string> Html(TagHelper helper, string child = "", params IEnumerable<(string Name, string Value)> attributes) =>
        Html(helper, new Dictionary<object, object>(), _ => Task.FromResult(child), attributes);

    public static async Task<string> Html(
        TagHelper helper,
        IDictionary<object, object> items,
        Func<IDictionary<object, object>, Task<string>> child,
        params IEnumerable<(string Name, string Value)> attributes)
    {
        var given = new TagHelperAttributeList(attributes.Select(a => new TagHelperAttribute(a.Name, a.Value)));
        var context = new TagHelperContext(new TagHelperAttributeList(given), items, "only");
        var output = new TagHelperOutput("x", given, async (_, _) => new DefaultTagHelperContent()
            .SetHtmlContent(await child(context.Items)));
        await helper.ProcessAsync(context, output);
        using var written = new StringWriter();
        output.WriteTo(written, HtmlEncoder.Default);
        return written.ToString();
    }

    /// <summary>Elements, attributes in order of name, classes in order, text with single spaces.</summary>
    public static string Shape(string html)
    {
        var body = new HtmlParser().ParseDocument($"<body>{html}</body>").Body!;
        return string.Concat(body.ChildNodes.Select(node => Shape(node, 0)));
    }

    private static string Shape(INode node, int depth)
    {
        var indent = new string(' ', depth * 2);
        if (node is not IElement element)
        {
            var text = string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            return node.NodeType != NodeType.Text || text.Length == 0 ? "" : $"{indent}{text}\n";
        }

        var attributes = element.Attributes.OrderBy(a => a.Name, StringComparer.Ordinal).Select(a => $" {a.Name}=\"{Value(a)}\"");
        var inside = element.ChildNodes.Select(child => Shape(child, depth + 1));
        return $"{indent}<{element.LocalName}{string.Concat(attributes)}>\n{string.Concat(inside)}";
    }

    private sealed class NoView : IView
    {
        public string Path => "";

        public Task RenderAsync(ViewContext context) => Task.CompletedTask;
    }

    private sealed class NoTempData : ITempDataProvider
    {
        public IDictionary<string, object> LoadTempData(HttpContext context) => new Dictionary<string, object>();

        public void SaveTempData(HttpContext context, IDictionary<string, object> values) { }
    }

    private static string Value(IAttr attribute) =>
        attribute.Name == "class"
            ? string.Join(' ', attribute.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal))
            : attribute.Value;
}
