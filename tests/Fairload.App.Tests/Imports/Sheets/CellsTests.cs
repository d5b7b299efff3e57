using System.Text;
using Fairload.App.Imports.Sheets;

namespace Fairload.App.Tests.Imports.Sheets;

public sealed class The_cells_of_a_sheet
{
    private static SheetRow OnlyRow(Stream file) => Assert.Single(SheetsOf.Book(file).Sheets[0].Rows);

    [Fact]
    public void Are_read_by_their_reference_where_blank_ones_are_left_out()
    {
        var row = OnlyRow(
            SheetsOf.Raw("""<row r="7"><c r="B7"><v>4653765</v></c><c r="AB7" t="e"><v>#N/A</v></c><c r="AC7" t="b"><v>1</v></c></row>"""));

        Assert.Equal(7, row.Number);
        Assert.True(row[0].IsBlank);
        Assert.Equal("4653765", row[1].Text);
        Assert.Equal(CellKind.Error, row[27].Kind);
        Assert.Equal("Yes", row[28].Text);
    }

    [Theory]
    [InlineData("4653765", "4653765")]
    [InlineData("4653765.0", "4653765")]
    [InlineData("1.2345678E7", "12345678")]
    [InlineData("16.659822039698838", "16.659822039698838")]
    public void Write_a_number_as_a_person_would(string stored, string shown) =>
        Assert.Equal(shown, OnlyRow(SheetsOf.Raw($"<row><c><v>{stored}</v></c></row>"))[0].Text);

    [Fact]
    public void Hold_shared_and_rich_texts_without_reading_aids()
    {
        const string strings =
            """
                <sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>Grace </t></r><r>
                <t xml:space="preserve">Adeyemi</t></r><rPh><t>aid</t></rPh></si><si><t>two</t></si></sst>
                """;
        var row = OnlyRow(SheetsOf.Raw("""<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>9</v></c></row>""", strings: strings));

        Assert.Equal(("Grace Adeyemi", "two", true), (row[0].Text, row[1].Text, row[2].IsBlank));
    }

    [Theory]
    [InlineData("""<c s="1"><v>44090</v></c>""", 2020, 9, 16)]
    [InlineData("""<c><v>44090</v></c>""", 2020, 9, 16)]
    [InlineData("""<c s="1"><v>44090.75</v></c>""", 2020, 9, 16)]
    [InlineData("""<c s="1"><v>1</v></c>""", 1900, 1, 1)]
    [InlineData("""<c s="1"><v>61</v></c>""", 1900, 3, 1)]
    [InlineData("""<c><v>20200916</v></c>""", 2020, 9, 16)]
    [InlineData("""<c t="d"><v>2020-09-16T00:00:00</v></c>""", 2020, 9, 16)]
    [InlineData("""<c t="str"><v>16/09/2020</v></c>""", 2020, 9, 16)]
    [InlineData("""<c t="str"><v>6/9/20</v></c>""", 2020, 9, 6)]
    [InlineData("""<c t="str"><v>16-Sep-2020</v></c>""", 2020, 9, 16)]
    [InlineData("""<c t="str"><v>16/09/2020 14:30:00</v></c>""", 2020, 9, 16)]
    [InlineData("""<c t="str"><v>2020-09-16T23:30:00Z</v></c>""", 2020, 9, 16)]
    [InlineData("""<c t="str"><v>Wednesday 16th September 2020</v></c>""", 2020, 9, 16)]
    [InlineData("""<c t="str"><v>44090</v></c>""", 2020, 9, 16)]
    public void Are_dates_in_every_way_a_sheet_writes_them(string cell, int year, int month, int day)
    {
        Assert.True(WrittenDate.TryRead(OnlyRow(SheetsOf.Raw($"<row>{cell}</row>"))[0], false, out var date));
        Assert.Equal(new DateOnly(year, month, day), date);
    }

    [Theory]
    [InlineData("""<c s="1"><v>0</v></c>""")]
    [InlineData("""<c s="1"><v>60</v></c>""")]
    [InlineData("""<c s="1"><v>-5</v></c>""")]
    [InlineData("""<c s="1"><v>999999</v></c>""")]
    [InlineData("""<c><v>2024</v></c>""")]
    [InlineData("""<c t="str"><v>09/16/2020</v></c>""")]
    [InlineData("""<c t="str"><v>16/09/1820</v></c>""")]
    [InlineData("""<c t="str"><v>May be 8 Jan 2000</v></c>""")]
    [InlineData("""<c t="str"><v>31/02/2020</v></c>""")]
    public void Are_no_dates_when_no_day_can_be_meant(string cell) =>
        Assert.False(WrittenDate.TryRead(OnlyRow(SheetsOf.Raw($"<row>{cell}</row>"))[0], false, out _));

    [Fact]
    public void Are_read_from_a_workbook_in_the_strict_form()
    {
        var file = SheetsOf.Raw("""<row><c s="1"><v>44090</v></c></row>""", main: "http://purl.oclc.org/ooxml/spreadsheetml/main");

        Assert.Equal(CellKind.Date, OnlyRow(file)[0].Kind);
    }

    [Fact]
    public void Count_their_days_from_1904_where_the_workbook_does()
    {
        using var book =
            SheetsOf.Book(SheetsOf.Raw("""<row><c s="1"><v>42628</v></c></row>""", workbookProperties: """<workbookPr date1904="1"/>"""));

        Assert.True(book.Sheets[0].Begins1904);
        Assert.True(WrittenDate.TryRead(book.Sheets[0].Rows.Single()[0], true, out var date));
        Assert.Equal(new DateOnly(2020, 9, 16), date);
    }

    [Theory]
    [InlineData("dd/mm/yyyy;@", CellKind.Date)]
    [InlineData("[$-F800]dddd\\,\\ mmmm\\ dd", CellKind.Date)]
    [InlineData("0.0%", CellKind.Percent)]
    [InlineData("\"days\" 0", CellKind.Number)]
    [InlineData("[Red]#,##0.00", CellKind.Number)]
    [InlineData("General", CellKind.Number)]
    public void Know_by_the_format_what_a_number_is(string format, CellKind kind) => Assert.Equal(kind, NumberFormat.Of(format));

    [Fact]
    public void Come_back_as_they_were_written()
    {
        string[] texts =
            ["=1+1", "+44 20", "-x", "@SUM(A1)", "004653765", " a  b ", "Łukasz “q” <&>", "_x0041_", "line\nline", "\u0001\uD800"];
        using var book =
            SheetsOf.Book(
            SheetsOf.Sheet("It's: a [name] that is far too long for Excel", [.. texts.Select((_, i) => $"h{i}"), "d", "n", "z"],
            [.. texts, new DateOnly(2026, 3, 31), 0.25m, null]));

        var sheet = Assert.Single(book.Sheets);
        var row = sheet.Rows.Last();
        Assert.Equal(31, sheet.Name.Length);
        Assert.Equal([.. texts[..^1], "\uFFFD"], texts.Select((_, i) => row[i].Written));
        Assert.All(texts[..^1].Select((_, i) => row[i]), c => Assert.Equal(CellKind.Text, c.Kind));
        Assert.True(WrittenDate.TryRead(row[texts.Length], false, out var date) && date == new DateOnly(2026, 3, 31));
        Assert.Equal("0.25", row[texts.Length + 1].Text);
        Assert.True(row[texts.Length + 2].IsBlank);
    }

    [Fact]
    public void Are_written_alike_into_a_stream_that_can_not_go_back()
    {
        var sheet = SheetsOf.Sheet("A", ["h"], ["v"], [new DateOnly(2026, 3, 31)]);
        using var into = new MemoryStream();
        using (var oneWay = new System.IO.Compression.BrotliStream(into, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
            WorkbookWriter.Write(oneWay, [sheet]);

        into.Position = 0;
        using var back = new MemoryStream();
        using (var unpacked = new System.IO.Compression.BrotliStream(into, System.IO.Compression.CompressionMode.Decompress))
            unpacked.CopyTo(back);
        Assert.Equal(SheetsOf.Written(sheet).ToArray(), back.ToArray());
    }

    [Theory]
    [InlineData("a,b,c\n1,\"x, \"\"y\"\"\",3\n")]
    [InlineData("a;b;c\r\n1;\"x, \"\"y\"\"\";3\r\n")]
    [InlineData("a\tb\tc\r1\tx, \"y\"\t3")]
    public void Are_parted_by_the_separator_that_the_text_uses(string text)
    {
        using var book = SheetsOf.Csv(text);

        var row = book.Sheets[0].Rows.Last();
        Assert.Equal((2, "1", "x, \"y\"", "3"), (row.Number, row[0].Text, row[1].Text, row[2].Text));
    }

    [Fact]
    public void Are_in_the_letters_that_the_text_uses()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (var encoding in new[] { new UTF8Encoding(true), new UTF8Encoding(false), Encoding.Unicode, Encoding.BigEndianUnicode,
            Encoding.GetEncoding(1252) })
        {
            using var book =
                SheetsOf.Book(new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes("Name\nSiân O’Brien\n")]), "x.csv");
            Assert.Equal(["Name", "Siân O’Brien"], book.Sheets[0].Rows.Select(r => r[0].Text));
        }
    }

    [Fact]
    public void Are_refused_where_a_quotation_mark_is_never_closed_or_the_text_holds_nul()
    {
        Assert.Contains("opens a value in line 3", SheetsOf.Refusal("a,b\n1,2\n3,\"x\n4,5\n"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("NUL characters in line 2",
            SheetsOf.Refusal(Encoding.UTF8.GetBytes("a,b\n1\0,2 and a lot more of ordinary text\n")), StringComparison.Ordinal);
    }
}
