using DocumentFormat.OpenXml.Spreadsheet;

namespace Fairload.App.Imports.Sheets;

/// <summary>How a workbook that we write looks: three styles of cells, wide columns, headers that stay in sight.</summary>
internal static class WorkbookLook
{
    public const uint Plain = 0;
    public const uint Date = 1;
    public const uint Bold = 2;

    private const uint DayFirst = 164;

    public static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = DayFirst, FormatCode = "dd/mm/yyyy" }) { Count = 1 },
        new Fonts(Calibri(), Calibri(new Bold())) { Count = 2 },
        new Fills(FillOf(PatternValues.None), FillOf(PatternValues.Gray125)) { Count = 2 },
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()))
        {
            Count = 1,
        },
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
        new CellFormats(Format(0, 0), Format(DayFirst, 0), Format(0, 1)) { Count = 3 });

    public static SheetViews HeadersStay(uint headerRow) => new(new SheetView(new Pane
    {
        VerticalSplit = headerRow,
        TopLeftCell = $"A{headerRow + 1}",
        State = PaneStateValues.Frozen,
    })
    {
        WorkbookViewId = 0,
    });

    public static Columns Widths(int columns) =>
        new(new Column { Min = 1, Max = (uint)Math.Max(1, columns), Width = 22, CustomWidth = true });

    private static Font Calibri(params IEnumerable<Bold> first) =>
        new([.. first, new FontSize { Val = 11 }, new FontName { Val = "Calibri" }]);

    private static Fill FillOf(PatternValues pattern) => new(new PatternFill { PatternType = pattern });

    private static CellFormat Format(uint number, uint font) => new()
    {
        NumberFormatId = number,
        FontId = font,
        FillId = 0,
        BorderId = 0,
        FormatId = 0,
        ApplyNumberFormat = number != 0,
        ApplyFont = font != 0,
    };
}
