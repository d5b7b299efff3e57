using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Fairload.App.HealthCheck.Report;

/// <summary>The two lists of a report, beside those that the template has: points, and paragraphs counted from first to last.</summary>
internal sealed record DocxLists(int Points, int Counted)
{
    public static DocxLists Add(MainDocumentPart main)
    {
        var part = main.NumberingDefinitionsPart ?? main.AddNewPart<NumberingDefinitionsPart>("fairloadNumbering");
        var numbering = part.Numbering ??= new Numbering();
        var shape = numbering.Elements<AbstractNum>().Select(a => a.AbstractNumberId?.Value ?? 0).DefaultIfEmpty(-1).Max() + 1;
        var number = numbering.Elements<NumberingInstance>().Select(n => n.NumberID?.Value ?? 0).DefaultIfEmpty(0).Max() + 1;
        AbstractNum[] shapes = [Shape(shape, NumberFormatValues.Bullet, "•"), Shape(shape + 1, NumberFormatValues.Decimal, "%1.")];

        // All shapes stand before all numbers.
        var last = numbering.Elements<AbstractNum>().LastOrDefault();
        foreach (var added in shapes)
        {
            if (last is not null) numbering.InsertAfter(added, last);
            else if (numbering.Elements<NumberingInstance>().FirstOrDefault() is { } first) numbering.InsertBefore(added, first);
            else numbering.AppendChild(added);
            last = added;
        }

        for (var i = 0; i < shapes.Length; i++)
        {
            var instance = new NumberingInstance(new AbstractNumId { Val = shape + i }) { NumberID = number + i };
            if (numbering.Elements<NumberingInstance>().LastOrDefault() is { } before) numbering.InsertAfter(instance, before);
            else numbering.InsertAfter(instance, last);
        }

        return new(number, number + 1);
    }

    private static AbstractNum Shape(int id, NumberFormatValues format, string text) => new(
        new MultiLevelType { Val = MultiLevelValues.SingleLevel },
        new Level(
            new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelText { Val = text },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = "567", Hanging = "567" }))
        { LevelIndex = 0 })
    { AbstractNumberId = id };
}
