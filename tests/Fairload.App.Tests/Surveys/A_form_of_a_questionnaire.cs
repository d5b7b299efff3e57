using Fairload.App.Imports.Sheets;
using Fairload.App.Surveys;
using Fairload.App.Tests.Imports;
using Fairload.App.Tests.Surveys.Rounds;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Forms;

namespace Fairload.App.Tests.Surveys;

public sealed class A_form_of_a_questionnaire
{
    [Fact]
    public void Brings_back_each_shipped_questionnaire_as_it_was()
    {
        foreach (var shipped in ShippedQuestionnaires.All)
        {
            using var file = Written(shipped);
            var read = Council.Good(FormWorkbook.Read(file, "form.xlsx"));
            Assert.Equal(QuestionnaireDesk.Export(shipped), QuestionnaireDesk.Export(read.Questionnaire));
            Assert.Empty(read.Losses);
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_looked_at_without_a_trace_and_then_taken_in(string engine)
    {
        await using var council = await Council.On(engine);
        using var file = Written(ShippedQuestionnaires.All.First(q => q.Code == "pulse") with { Code = "our-pulse" });
        Council.Good(await Import(council, file, look: true));
        Assert.Null(await council.Ask((QuestionnaireDesk desk) => desk.Find("our-pulse", default)));
        Council.Good(await Import(council, file, look: false));
        Assert.NotNull(await council.Ask((QuestionnaireDesk desk) => desk.Find("our-pulse", default)));
    }

    [Fact]
    public void That_is_damaged_or_no_workbook_is_refused_in_one_sentence()
    {
        var whole = Written(ShippedQuestionnaires.All[0]).ToArray();
        Assert.Equal("form.xlsx is damaged and can not be read. Open it in your spreadsheet program, save it again and give it to us once more.",
            Assert.Single(Council.Refused(FormWorkbook.Read(new MemoryStream(whole[..(whole.Length / 2)]), "form.xlsx"))));
        var text = FormWorkbook.Read(new MemoryStream("type,name\ntext,a\n"u8.ToArray()), "form.csv");
        Assert.StartsWith("form.csv is a text file.", Assert.Single(Council.Refused(text)), StringComparison.Ordinal);
        using var other = new MemoryStream();
        WorkbookWriter.Write(other, [new("Sheet1", ["a"], [["b"]])]);
        Assert.Equal("The form has no sheet survey. Is it an XLSForm? Nothing was stored",
            Assert.Single(Council.Refused(FormWorkbook.Read(other, "form.xlsx"))));
    }

    private static MemoryStream Written(Questionnaire one)
    {
        var file = new MemoryStream();
        Council.Good(FormWorkbook.Write(one, file));
        return file;
    }

    private static Task<Result<FormRead>> Import(Council council, Stream file, bool look) => council.Ask(
        (QuestionnaireDesk desk) => desk.ImportForm(file, "form.xlsx", look, SurveyedCouncil.Principal, default));
}
