using Fairload.Web.GovUk;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Fairload.Web.Tests.GovUk;

/// <summary>Our tag helpers, given what a fixture gives the design system's own templates.</summary>
internal static class Written
{
    private static readonly Catalogue English = new(Language.English);

    public static IReadOnlyDictionary<string, Func<Options, Task<string>>> By { get; } = new Dictionary<string, Func<Options, Task<string>>>
    {
        ["button"] = o => Html(o, new GovukButton
        {
            Href = o.Text("href"),
            Type = o.Text("type") ?? "submit",
            Name = o.Text("name"),
            Value = o.Text("value"),
            Disabled = o.Flag("disabled") ?? false,
            PreventDoubleClick = o.Flag("preventDoubleClick"),
        }, o.Content()),
        ["input"] = o => Html(o, Labelled(o, new GovukInput(English)
        {
            Type = o.Text("type") ?? "text",
            Autocomplete = o.Text("autocomplete"),
            Autocapitalize = o.Text("autocapitalize"),
            Inputmode = o.Text("inputmode"),
            Pattern = o.Text("pattern"),
            Spellcheck = o.Flag("spellcheck"),
            Disabled = o.Flag("disabled") ?? false,
            Prefix = o.Inside("prefix")?.Text("text"),
            Suffix = o.Inside("suffix")?.Text("text"),
        })),
        ["password-input"] = o => Html(o, Labelled(o, new GovukPasswordInput(English)
        {
            Autocomplete = o.Text("autocomplete") ?? "current-password",
            Disabled = o.Flag("disabled") ?? false,
        })),
        ["textarea"] = o => Html(o, Labelled(o, new GovukTextarea(English)
        {
            Rows = o.Number("rows") ?? 5,
            Spellcheck = o.Flag("spellcheck"),
            Disabled = o.Flag("disabled") ?? false,
            Autocomplete = o.Text("autocomplete"),
        })),
        ["select"] = o => Html(o, Labelled(o, new GovukSelect(English)
        {
            Disabled = o.Flag("disabled") ?? false,
            Items = [.. o.List("items")
                .Select(i => i.Flag("selected") == false ? throw new NotSupportedException()
                : new SelectListItem(i.Text("text"), i.Text("value"), i.Flag("selected") ?? false, i.Flag("disabled") ?? false))],
        })),
        ["file-upload"] = o => Html(o,
            Labelled(o, new GovukFileUpload(English) { Multiple = o.Flag("multiple") ?? false, Disabled = o.Flag("disabled") ?? false })),
        ["radios"] = o => Choices(o, Grouped(o, new GovukRadios(English)), () => new GovukRadio()),
        ["checkboxes"] = o => Choices(o, Grouped(o, new GovukCheckboxes(English)), () => new GovukCheckbox()),
        ["date-input"] = o =>
        {
            // Our boxes are always named after their property; where a fixture's are not, that part of the name is taken off again.
            var date = Grouped(o, new GovukDateInput(English));
            var prefix = o.Text("namePrefix");
            date.Name = prefix ?? "unnamed";
            if (o.Inside("values") is { } values)
            {
                string? Part(string part) => values.Text(prefix is null ? part : $"{prefix}-{part}")?.PadLeft(2, '0');
                date.Value = $"{Part("year")}-{Part("month")}-{Part("day")}";
            }

            return Renamed(Html(o, date), prefix is null ? "unnamed-" : "");
        },
        ["error-summary"] = o =>
        {
            if (o.Text("titleText") != "There is a problem") throw new NotSupportedException("Ours has one title.");
            var list = o.List("errorList")
                .Select(e => (Field: e.Text("href")?.TrimStart('#') ?? "", Says: e.Text("text") ?? throw new NotSupportedException()))
                .ToList();
            var view = Rendered.View(state => list.ForEach(e => state.AddModelError(e.Field, e.Says)));
            return Html(o, new GovukErrorSummary(English) { ViewContext = view });
        },
        ["details"] = o => Html(o, new GovukDetails { Summary = o.Text("summaryText") ?? "", Open = o.Flag("open") ?? false }, o.Content()),
        ["warning-text"] = o => Html(o, new GovukWarningText(English), o.Content(), o.Text("iconFallbackText") is null or "Warning"),
        ["inset-text"] = o => Html(o, new GovukInsetText(), o.Content()),
        ["tag"] = o => Html(o, new GovukTag(), o.Content()),
        ["panel"] = o => o.Text("classes")?.Contains("interruption", StringComparison.Ordinal) == true ? throw new NotSupportedException()
            : Html(o, new GovukPanel { Title = o.Text("titleText") ?? "", HeadingLevel = o.Number("headingLevel") ?? 1 }, o.Content()),
        ["notification-banner"] = o => Html(o, new GovukNotificationBanner(English)
        {
            Type = o.Text("type"),
            Title = o.Text("titleText"),
            Role = o.Text("role"),
            DisableAutoFocus = o.Flag("disableAutoFocus"),
            Plain = o.Has("html"),
            TitleId = o.Text("titleId") ?? "govuk-notification-banner-title",
            HeadingLevel = o.Number("titleHeadingLevel") ?? 2,
        }, o.Content()),
        ["skip-link"] = o => Html(o, new GovukSkipLink { Href = o.Text("href") ?? "#content" }, o.Content()),
        ["breadcrumbs"] = o => Rendered.Html(
            new GovukBreadcrumbs(English) { CollapseOnMobile = o.Flag("collapseOnMobile") ?? false, Label = o.Text("labelText") },
            new Dictionary<object, object>(),
            async _ => string.Concat(await Task.WhenAll(o.List("items")
                .Select(i => Html(i, new GovukBreadcrumb { Href = i.Text("href") }, i.Content())))),
            Given(o)),
        ["summary-list"] = o => Rendered.Html(new GovukSummaryList(), new Dictionary<object, object>(), async items =>
        {
            foreach (var row in o.List("rows")) await Rendered.Html(Row(row), items, _ => Task.FromResult(row.Inside("value")!.Content()));
            return "";
        }, Given(o)),
    };

    private static async Task<string> Renamed(Task<string> html, string prefix) =>
        prefix.Length == 0 ? await html : (await html).Replace($"name=\"{prefix}", "name=\"", StringComparison.Ordinal);

    private static GovukSummaryRow Row(Options row)
    {
        var actions = row.Inside("actions")?.List("items") ?? [];
        if (actions.Count > 1) throw new NotSupportedException("Our rows have one action.");
        var action = actions.Count == 1 ? actions[0] : null;
        return new()
        {
            Key = row.Inside("key")!.Text("text") ?? throw new NotSupportedException("Our keys are text."),
            Action = action?.Text("text"),
            ActionHref = action?.Text("href"),
            ActionAbout = action?.Text("visuallyHiddenText"),
        };
    }

    private static Task<string> Html(Options o, TagHelper helper, string child = "", bool offered = true) =>
        offered ? Rendered.Html(helper, child, Given(o)) : throw new NotSupportedException();

    /// <summary>What the author of a page writes on the tag besides our own attributes.</summary>
    private static List<(string, string)> Given(Options o)
    {
        var given = o.Attributes().ToList();
        if (o.Text("classes") is { } classes) given.Add(("class", classes));
        if (o.Text("id") is { } id && !o.Has("label") && !o.Has("fieldset")) given.Add(("id", id));
        return given;
    }

    private static T Labelled<T>(Options o, T field) where T : GovukLabelledField
    {
        var label = o.Inside("label");
        field.Label = label?.Text("text");
        field.LabelClass = label?.Text("classes");
        field.Heading = label?.Flag("isPageHeading") ?? false;
        return Field(o, field, o.Text("id"));
    }

    private static T Grouped<T>(Options o, T field) where T : GovukFieldset
    {
        var fieldset = o.Inside("fieldset");
        var legend = fieldset?.Inside("legend");
        field.Legend = legend?.Text("text");
        field.LegendClass = legend?.Text("classes");
        field.Heading = legend?.Flag("isPageHeading") ?? false;
        field.DescribedBy = fieldset?.Text("describedBy");
        return Field(o, field, o.Text("idPrefix") ?? (field is GovukDateInput ? o.Text("id") : null));
    }

    private static T Field<T>(Options o, T field, string? id) where T : GovukField
    {
        field.ViewContext = Rendered.View();
        field.Id = id;
        field.Name = o.Text("name") ?? "unnamed";
        field.Hint = o.Inside("hint")?.Text("text");
        field.Error = o.Inside("errorMessage")?.Text("text");
        field.DescribedBy ??= o.Text("describedBy");
        field.GroupClass = o.Inside("formGroup")?.Text("classes");
        field.Value = o.Text("value");
        return field;
    }

    private static Task<string> Choices(Options o, GovukFieldset group, Func<GovukChoice> one) =>
        Rendered.Html(group, new Dictionary<object, object>(), async items =>
        {
            var written = new List<string>();
            foreach (var item in o.List("items"))
            {
                var choice = one();
                (choice.Value, choice.Id, choice.Hint) = (item.Text("value") ?? "", item.Text("id"), item.Inside("hint")?.Text("text"));
                (choice.Checked, choice.Disabled) = (item.Flag("checked"), item.Flag("disabled") ?? false);
                TagHelper part = item.Has("divider") ? new GovukRadioDivider() : choice;
                written.Add(await Rendered.Html(part, items, _ => Task.FromResult(item.Text("divider") ?? item.Content()),
                    item.Attributes()));
            }

            return string.Concat(written);
        }, Given(o));
}
