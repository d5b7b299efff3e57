using DocumentFormat.OpenXml.Wordprocessing;

namespace Fairload.App.HealthCheck.Report;

/// <summary>The styles that a report is written in. A council's own template may look as it likes: only what it lacks is added.</summary>
internal static class ReportStyles
{
    public const string Title = "Title";
    public const string Subtitle = "Subtitle";
    public const string Lead = "ReportLead";
    public const string Bullet = "ListBullet";
    public const string Numbered = "NumberedParagraph";
    public const string Caption = "Caption";
    public const string Note = "TableNote";
    public const string Heading = "TableHeading";
    public const string Cell = "TableText";
    public const string Table = "ReportTable";

    private const string Blue = "12436D";

    public static string OfHeading(int level) => FormattableString.Invariant($"Heading{level}");

    public static Styles All() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Arial", HighAnsi = "Arial", EastAsia = "Arial", ComplexScript = "Arial" },
                new FontSize { Val = "24" }, new FontSizeComplexScript { Val = "24" }, new Languages { Val = "en-GB" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(Spaced("160", "276")))),
        new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        new Style(new StyleName { Val = "Normal Table" }, new UIPriority { Val = 99 }, new SemiHidden(), new UnhideWhenUsed(),
            new StyleTableProperties(new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa }, Margins()))
        { Type = StyleValues.Table, StyleId = "TableNormal", Default = true },
        Paragraph(Title, "Title", new(new SpacingBetweenLines { After = "120" }),
            new(new Bold(), new Color { Val = Blue }, new FontSize { Val = "44" })),
        Paragraph(Subtitle, "Subtitle", new(new SpacingBetweenLines { After = "60" }),
            new(new Color { Val = "3D3D3D" }, new FontSize { Val = "26" })),
        Paragraph(Lead, "Report lead", new(new SpacingBetweenLines { Before = "120", After = "240" }), new(new Bold())),
        HeadingStyle(1, "32", "360"), HeadingStyle(2, "28", "280"), HeadingStyle(3, "24", "240"),
        Paragraph(Bullet, "List Bullet", new(new SpacingBetweenLines { After = "80" }), null),
        Paragraph(Numbered, "Numbered paragraph", null, null),
        Paragraph(Caption, "caption", new(new KeepNext(), new SpacingBetweenLines { Before = "200", After = "80" }), new(new Bold())),
        Paragraph(Note, "Table note", new(new SpacingBetweenLines { Before = "60", After = "60" }), new(new FontSize { Val = "20" })),
        Paragraph(Heading, "Table heading", new(Spaced("40", "240", before: "40")),
            new(new Bold(), new FontSize { Val = "20" })),
        Paragraph(Cell, "Table text", new(Spaced("40", "240", before: "40")),
            new(new FontSize { Val = "20" })),
        new Style(new StyleName { Val = "Report table" }, new BasedOn { Val = "TableNormal" }, new StyleTableProperties(
            new TableBorders(Line<TopBorder>(), Line<BottomBorder>(), Line<InsideHorizontalBorder>())))
        { Type = StyleValues.Table, StyleId = Table, CustomStyle = true });

    /// <summary>Adds what the report needs and the template does not have, and sets the language.</summary>
    public static void Complete(Styles styles, string language)
    {
        var known = styles.Elements<Style>().Select(s => s.StyleId?.Value).ToHashSet();
        foreach (var style in All().Elements<Style>().Where(s => s.Default is null && !known.Contains(s.StyleId?.Value)))
        {
            var added = (Style)style.CloneNode(true);
            if (added.BasedOn is { } on && !known.Contains(on.Val?.Value)) on.Remove();
            styles.AppendChild(added);
        }

        if (styles.DocDefaults is null) styles.PrependChild(new DocDefaults());
        styles.DocDefaults!.RunPropertiesDefault ??= new RunPropertiesDefault();
        styles.DocDefaults.RunPropertiesDefault.RunPropertiesBaseStyle ??= new RunPropertiesBaseStyle();
        styles.DocDefaults.RunPropertiesDefault.RunPropertiesBaseStyle.Languages = new Languages { Val = language };
        foreach (var own in styles.Elements<Style>().SelectMany(s => s.Descendants<Languages>())) own.Val = language;
    }

    private static Style HeadingStyle(int level, string size, string before) => Paragraph(
        OfHeading(level), FormattableString.Invariant($"heading {level}"),
        new(new KeepNext(), new KeepLines(), new SpacingBetweenLines { Before = before, After = "120" },
            new OutlineLevel { Val = level - 1 }),
        new(new Bold(), new Color { Val = Blue }, new FontSize { Val = size }));

    private static Style Paragraph(string id, string name, StyleParagraphProperties? paragraph, StyleRunProperties? run)
    {
        var style = new Style(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new PrimaryStyle());
        (style.Type, style.StyleId) = (StyleValues.Paragraph, id);
        if (id is Lead or Numbered or Note or Heading or Cell) style.CustomStyle = true;
        if (paragraph is not null) style.AppendChild(paragraph);
        if (run is not null) style.AppendChild(run);
        return style;
    }

    private static TableCellMarginDefault Margins() => new(
        new TopMargin { Width = "0", Type = TableWidthUnitValues.Dxa },
        new TableCellLeftMargin { Width = 108, Type = TableWidthValues.Dxa },
        new BottomMargin { Width = "0", Type = TableWidthUnitValues.Dxa },
        new TableCellRightMargin { Width = 108, Type = TableWidthValues.Dxa });

    private static T Line<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "6F777B" };

    private static SpacingBetweenLines Spaced(string after, string line, string? before = null)
    {
        var spaced = new SpacingBetweenLines { After = after, Line = line, LineRule = LineSpacingRuleValues.Auto };
        if (before is not null) spaced.Before = before;
        return spaced;
    }
}
