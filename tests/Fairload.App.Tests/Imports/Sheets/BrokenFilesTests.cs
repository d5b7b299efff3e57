using System.Text;
using Fairload.App.Caseload;
using Fairload.App.Imports.Sheets;
using Fairload.App.Workforce;
using FsCheck;
using FsCheck.Fluent;

namespace Fairload.App.Tests.Imports.Sheets;

public sealed class A_file_with_wrong_bytes
{
    private static readonly DateOnly AsOf = new(2026, 3, 31);

    [Fact]
    public void Is_read_or_refused_but_never_a_fault_of_ours_when_it_is_a_workbook() =>
        Check(SheetsOf.Written(
            SheetsOf.Sheet("Staff", ["Staff number", "Name", "FTE"], ["1", "A", 0.5m], ["2", "B", "80%"]),
            SheetsOf.Sheet("List 6", ["Child Unique ID", "CIN Start Date", "Case Status"],
                ["1", new DateOnly(2026, 1, 1), "a) Looked after child"]),
            SheetsOf.Sheet("Cases", ["Case reference", "Case type"], ["1", "DoLS"])).ToArray());

    [Fact]
    public void Is_read_or_refused_but_never_a_fault_of_ours_when_its_zip_holds_broken_xml() => Prop.ForAll(Changes, changes =>
    {
        var xml = Encoding.UTF8.GetBytes("""<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1</v></c></row>""");
        foreach (var (at, value) in changes) xml[at % xml.Length] = value;
        return ReadsAll(SheetsOf.Raw(Encoding.Latin1.GetString(xml)).ToArray());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Is_read_or_refused_but_never_a_fault_of_ours_when_it_is_text() =>
        Check(Encoding.UTF8.GetBytes("Staff number;Name;Case reference;Case type\r\n1;\"Grace; A\";9;DoLS\r\n2;Siân;10;Review\r\n"));

    private static void Check(byte[] whole) => Prop.ForAll(Changes, changes =>
    {
        var bytes = whole.ToArray();
        foreach (var (at, value) in changes) bytes[at % bytes.Length] = value;
        return ReadsAll(bytes) && ReadsAll(bytes[..(bytes.Length - (changes.Count == 0 ? 0 : changes[0].At % bytes.Length))]);
    }).QuickCheckThrowOnFailure();

    private static bool ReadsAll(byte[] bytes)
    {
        if (!SheetFile.Open(new MemoryStream(bytes), "x", SheetLimits.Default).Try(out var book, out var problems))
            return problems.Count > 0;
        using (book)
        {
            return Answers(StaffSheetReader.Read(book)) && Answers(AnnexAReader.Read(book, AsOf))
                && Answers(CaseSheetReader.Read(book, AsOf, null))
                && Answers(ScoreSheetReader.Read(book, ["a", "b", "c", "d", "e", "f"]));
        }
    }

    private static bool Answers<T>(Result<T> result) where T : notnull => result.Try(out _, out var problems) || problems.Count > 0;

    private static Arbitrary<List<(int At, byte Value)>> Changes => Arb.From(
        Gen.ListOf(from at in Gen.Choose(0, 100_000) from value in Gen.Choose(0, 255) select (at, (byte)value)).Select(l => l.ToList()));
}
