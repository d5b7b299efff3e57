using System.Diagnostics;
using System.Text;
using Fairload.App.Imports.Sheets;

namespace Fairload.App.Tests.Imports.Sheets;

[Collection("Alone")]
public sealed class The_gate_before_a_file_is_read
{
    private static byte[] Container(string stream)
    {
        var bytes = new byte[2048];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(bytes, 0);
        Encoding.Unicode.GetBytes(stream + "\0").CopyTo(bytes, 1024);
        return bytes;
    }

    [Fact]
    public void Names_a_password() =>
        Assert.Contains("locked with a password", SheetsOf.Refusal(Container("EncryptionInfo")), StringComparison.Ordinal);

    [Fact]
    public void Asks_for_an_old_workbook_to_be_saved_anew() =>
        Assert.Contains("save it as “Excel Workbook (.xlsx)”", SheetsOf.Refusal(Container("Workbook"), "old.xls"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("%PDF-1.7 …", "PDF")]
    [InlineData("<html><table><tr><td>Staff number</td></tr></table></html>", "web page")]
    [InlineData("<?xml version=\"1.0\"?><Workbook/>", "XML file")]
    [InlineData("{\\rtf1 hello}", "RTF")]
    [InlineData("\u0001\u0002\u0003\u0004\u0005\u0006", "can not tell")]
    public void Names_what_a_file_seems_to_be(string content, string named) =>
        Assert.Contains(named, SheetsOf.Refusal(Encoding.UTF8.GetBytes(content)), StringComparison.Ordinal);

    [Fact]
    public void Goes_by_content_and_not_by_name()
    {
        using var workbook = SheetsOf.Book(SheetsOf.Written(SheetsOf.Sheet("A", ["h"], ["v"])), "list.csv");
        using var text = SheetsOf.Csv("a,b\n1,2\n", "list.xlsx");

        Assert.Equal("A", Assert.Single(workbook.Sheets).Name);
        Assert.Equal("list", Assert.Single(text.Sheets).Name);
    }

    [Fact]
    public void Says_when_a_file_is_empty_or_too_large()
    {
        Assert.Contains("is empty", SheetsOf.Refusal([]), StringComparison.Ordinal);
        Assert.Contains("larger than 1 MB",
            SheetsOf.Refusal(new byte[(1 << 20) + 1], limits: SheetLimits.Default with { FileBytes = 1 << 20 }), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_when_a_workbook_is_cut_off()
    {
        var whole = SheetsOf.Written(SheetsOf.Sheet("A", ["h"], ["v"])).ToArray();

        Assert.Contains("damaged", SheetsOf.Refusal(whole[..(whole.Length / 2)]), StringComparison.Ordinal);
        Assert.Contains("damaged", SheetsOf.Refusal(whole[..^10]), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_when_a_zip_holds_no_workbook()
    {
        Assert.Contains("no workbook", SheetsOf.Refusal(SheetsOf.Zip(("readme.txt", "hello")).ToArray()), StringComparison.Ordinal);
        Assert.Contains("Word document",
            SheetsOf.Refusal(SheetsOf.Zip(("[Content_Types].xml", "<a/>"), ("word/document.xml", "<a/>")).ToArray()),
            StringComparison.Ordinal);
        Assert.Contains("binary workbook", SheetsOf.Refusal(SheetsOf.Zip(("xl/workbook.bin", "x")).ToArray()), StringComparison.Ordinal);
        Assert.Contains("OpenDocument", SheetsOf.Refusal(SheetsOf.Zip(("mimetype", "x"), ("content.xml", "<a/>")).ToArray()),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_any_declaration_of_a_document_type()
    {
        const string bomb = """<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>""";

        Assert.Contains("DOCTYPE", SheetsOf.Refusal(SheetsOf.Raw("", before: bomb).ToArray()), StringComparison.Ordinal);
        Assert.Contains("DOCTYPE",
            SheetsOf.Refusal(SheetsOf.Zip(("xl/workbook.xml", "<a/>"), ("docProps/app.xml", new string(' ', 70_000) + bomb)).ToArray()),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_document_type_whatever_the_part_is_called() => Assert.Contains("damaged", SheetsOf.Refusal(
        SheetsOf.Raw("", before: """<!DOCTYPE x [<!ENTITY a "ha">]>""", sheetName: "sheet1.bin").ToArray()), StringComparison.Ordinal);

    [Fact]
    public void Reads_a_workbook_whose_drawings_are_no_sound_xml()
    {
        using var book = SheetsOf.Book(SheetsOf.Raw("<row><c><v>1</v></c></row>", drawing: "<xml><br></xml>"));
        Assert.Equal("1", Assert.Single(book.Sheets[0].Rows)[0].Text);
    }

    [Fact]
    public void Reads_a_workbook_with_a_link_that_is_no_address()
    {
        using var book = SheetsOf.Book(SheetsOf.Raw("<row><c><v>1</v></c></row>", sheetLink: "mailto:grace@example.org@x y; [b]"));
        Assert.Equal("1", Assert.Single(book.Sheets[0].Rows)[0].Text);
    }

    [Theory]
    [InlineData("<x/>")]
    [InlineData("<!---->")]
    [InlineData("<![CDATA[1]]>")]
    public void Holds_no_value_whole_that_is_made_of_many_pieces(string piece)
    {
        var pieces = string.Concat(Enumerable.Repeat(piece, 1_000_000));
        var file = SheetsOf.Raw($"<row><c t=\"str\"><v>{pieces}</v></c></row>").ToArray();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Contains("damaged", SheetsOf.Refusal(file), StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 16 << 20);
    }

    [Fact]
    public void Calls_endless_nesting_damage() => Assert.Contains("damaged",
        SheetsOf.Refusal(SheetsOf.Raw(string.Concat(Enumerable.Repeat("<row>", 100_000))).ToArray()), StringComparison.Ordinal);

    [Fact]
    public void Refuses_too_many_parts() => Assert.Contains("more than 2000 parts",
        SheetsOf.Refusal(SheetsOf.Zip([("xl/workbook.xml", "<a/>"), .. Enumerable.Range(0, 2_001).Select(i => ($"x{i}", ""))]).ToArray()),
            StringComparison.Ordinal);

    [Fact]
    public void Ends_a_zip_bomb_soon_and_with_little_memory()
    {
        var bomb = SheetsOf.ZipOf(("xl/workbook.xml", s => s.Write("<a/>"u8)), ("xl/worksheets/sheet1.xml", s => Fill(s, 2_000)),
            ("xl/media/a.bin", s => Fill(s, 1_000))).ToArray();
        Assert.True(bomb.Length < 20 << 20);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        var refusal = SheetsOf.Refusal(bomb);

        Assert.Contains("unpacks to more than 512 MB", refusal, StringComparison.Ordinal);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"took {clock.Elapsed}");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 32 << 20);
    }

    [Fact]
    public void Has_a_lower_limit_for_shared_texts() => Assert.Contains("Texts",
        SheetsOf.Refusal(
            SheetsOf.ZipOf(("xl/workbook.xml", s => s.Write("<a/>"u8)), ("xl/sharedStrings.xml", s => Fill(s, 65))).ToArray()),
            StringComparison.Ordinal);

    [Fact]
    public void Calls_one_endless_value_damage() => Assert.Contains("damaged",
        SheetsOf.Refusal(SheetsOf.Raw($"<row><c><v>{new string('1', 3 << 20)}</v></c></row>").ToArray()), StringComparison.Ordinal);

    [Fact]
    public void Reads_past_a_million_blank_rows_and_a_dimension_that_lies()
    {
        var rows = new StringBuilder();
        for (var i = 1; i < 1_048_576; i++)
            rows.Append("<row r=\"").Append(i).Append("\"><c r=\"XFD").Append(i).Append("\" s=\"1\"/></row>");
        rows.Append("<row r=\"1048576\"><c r=\"C1048576\" t=\"inlineStr\"><is><t>last</t></is></c></row>");
        using var file = SheetsOf.Raw(rows.ToString());
        var clock = Stopwatch.StartNew();

        using var book = SheetsOf.Book(file);
        var row = Assert.Single(book.Sheets[0].Rows);

        Assert.Equal((1_048_576, "last"), (row.Number, row[2].Text));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"took {clock.Elapsed}");
    }

    private static void Fill(Stream part, int megabytes)
    {
        var block = new byte[1 << 20];
        "<a/>"u8.CopyTo(block);
        for (var i = 0; i < megabytes; i++) part.Write(block);
    }
}
