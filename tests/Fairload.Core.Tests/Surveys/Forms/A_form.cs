using System.Text.RegularExpressions;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Forms;
using FsCheck;
using FsCheck.Fluent;

namespace Fairload.Core.Tests.Surveys.Forms;

public sealed partial class A_form
{
    [Fact]
    public void Brings_back_every_questionnaire_as_it_was() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(ArbMap.Default.GeneratorFor<int>().ToArbitrary(), seed =>
        {
            var asked = MadeUpQuestionnaires.Of(seed);
            Assert.True(Questionnaire.Read(asked).Try(out _, out _));
            Assert.True(FormWriter.Write(asked).Try(out var written, out _));
            Assert.True(XlsForm.Read(written.Sheets, "file").Try(out var read, out var problems), problems?[0].Message);
            Assert.Equivalent(asked, read.Questionnaire, strict: true);
            Assert.Empty(read.Losses);
        }));

    /// <remarks>What pyxform demands of a form: names of one pattern and none twice, groups that close, lists that are there, references to
    /// names that are there.</remarks>
    [Fact]
    public void That_is_written_is_one_that_other_programs_take() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(ArbMap.Default.GeneratorFor<int>().ToArbitrary(), seed =>
        {
            Assert.True(FormWriter.Write(MadeUpQuestionnaires.Of(seed)).Try(out var written, out _));
            var rows = written.Sheets.Single(s => s.Name == "survey").Rows;
            var lists = written.Sheets.Single(s => s.Name == "choices").Rows.Select(r => r.Cells[0]).ToHashSet();
            var names = rows.Select(r => r.Cells[1]).Where(n => n.Length > 0).ToList();
            Assert.All(names, n => Assert.Matches(TakenName(), n));
            Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
            var before = new HashSet<string>();
            var depth = 0;
            foreach (var row in rows)
            {
                depth += row.Cells[0] switch { "begin_group" => 1, "end_group" => -1, _ => 0 };
                Assert.InRange(depth, 0, 1);
                if (row.Cells[0].StartsWith("select_", StringComparison.Ordinal)) Assert.Contains(row.Cells[0].Split(' ')[1], lists);
                Assert.All(Reference().Matches(row.Cells[6]), m => Assert.Contains(m.Groups[1].Value, before));
                before.Add(row.Cells[1]);
            }

            Assert.Equal(0, depth);
        }));

    [Fact]
    public void Of_another_program_becomes_a_questionnaire_and_says_what_is_lost()
    {
        var read = Good(
            Survey("type | name | label | appearance | required | relevant | constraint",
                "start | begun | | | | |",
                "note | hello | Welcome | | | |",
                "begin group | work | Your work | field-list | | |",
                "select_one yesno | carer | Are you a carer? | minimal | yes | |",
                "integer | hours | How many hours? | | | ${carer} = 'y' | . > 0 and . <= 168",
                "text | why | Why? | multiline | | selected(${carer}, \"n\") | regex(., 'x')",
                "geopoint | place | Where? | | | |",
                "end group | | | | | |",
                "select_multiple 3 | tools | Which? | | | |"),
            Choices("list_name | name | label", "yesno | y | Yes", "yesno | n | No", "3 | 1 | One", "3 | 2 | Two"),
            Settings("form_title | form_id | version | style", "A form | a_form | 20240101990 | pages"));

        var asked = read.Questionnaire;
        Assert.Equal(("a_form", 1, "Welcome"), (asked.Code, asked.Version, asked.Introduction.En));
        Assert.Equal(["carer", "hours", "why", "tools"], asked.Items.Select(i => i.Code));
        Assert.Equal(["work", "section-2"], asked.Sections.Select(s => s.Code));
        Assert.Equal((1, 168), (asked.Items.ElementAt(1).Least, asked.Items.ElementAt(1).Most));
        Assert.Equal([1], asked.Items.ElementAt(1).AskWhen!.Is);
        Assert.Equal([2], asked.Items.ElementAt(2).AskWhen!.Is);
        string[] lost =
        [
            "choices - label::cy", "choices 2 name", "settings 2 fairload::for", "settings 2 style", "settings 2 version",
            "survey - label::cy",
            "survey 2 type", "survey 4 appearance", "survey 5 appearance", "survey 5 required", "survey 5 type", "survey 7 appearance",
            "survey 7 constraint", "survey 8 type",
        ];
        Assert.Equal(lost.Order(StringComparer.Ordinal),
            read.Losses.Select(l => FormattableString.Invariant($"{l.Sheet} {(l.Row is { } row ? $"{row}" : "-")} {l.Column}"))
                .Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("${a} != '1'", "In the survey sheet, row 3: ${a} != '1' can not be held. Name one earlier question and its answers, joined with or")]
    [InlineData("${a} = '1' and ${a} = '2'", "In the survey sheet, row 3: ${a} = '1' and ${a} = '2' can not be held. Name one earlier question and its answers, joined with or")]
    [InlineData("${b} = '1'", "In the survey sheet, row 3: it is asked after an answer to b, which does not come before it. Turn them round")]
    [InlineData("${c} = '1'", "In the survey sheet, row 3: it is asked after an answer to c, which does not come before it. Turn them round")]
    [InlineData("${z} = '1'", "In the survey sheet, row 3: it is asked after an answer to z, which is not there or is left out")]
    [InlineData("${a} = '7'", "In the survey sheet, row 3: it is asked after the answer 7, which a does not have. Name one of its list")]
    public void That_asks_after_what_can_not_be_held_is_refused(string relevant, string says) => Refused(says,
        Survey("type | name | label | relevant",
            "select_one l | a | A? |", $"select_one l | b | B? | {relevant}", "select_one l | c | C? | ${a} = '1'"),
        Choices("list_name | name | label", "l | 1 | One", "l | 2 | Two"));

    [Theory]
    [InlineData("(${a} = '1' or ${a} = 2)", true)]
    [InlineData("selected(${ a }, '1') or ${a} = \"2\"", true)]
    [InlineData("${a} = 1.5", false)]
    [InlineData("${a} = '1' or", false)]
    [InlineData("${a} = '1' or ${b} = '2'", false)]
    [InlineData("not(${a} = '1')", false)]
    [InlineData("(${a} = '1'", false)]
    public void Holds_one_question_and_its_answers_in_any_way_of_writing(string relevant, bool isHeld) =>
        Assert.Equal(isHeld, XlsForm.Read(
            [
                Survey("type | name | label | relevant",
                    "select_one l | a | A? |", "select_one l | b | B? |", $"text | c | C? | {relevant}"),
                Choices("list_name | name | label", "l | 1 | One", "l | 2 | Two"),
            ], "f").Try(out _, out _));

    [Fact]
    public void That_is_damaged_is_refused_with_the_row()
    {
        var choices = Choices("list_name | name | label", "l | 1 | One", "l | 2 | Two");
        Refused("The form has no sheet survey. Is it an XLSForm? Nothing was stored", choices);
        Refused("The survey sheet needs the columns type and name in its first row. Nothing was stored", Survey("a | b", "c | d"));
        Refused("Rows 2 and 3 of the survey sheet have the name a; give each its own",
            Survey("type | name | label", "text | a | A?", "text | a | B?"));
        Refused("In the survey sheet, row 2: the list m is not in the sheet choices. Write it there",
            Survey("type | name | label", "select_one m | a | A?"), choices);
        Refused("In the survey sheet, row 2: selct_one is no type that we know. Put it right there",
            Survey("type | name | label", "selct_one l | a | A?"), choices);
        Refused("The group of row 2 of the survey sheet is never closed; write end_group after it",
            Survey("type | name | label", "begin_group | g | G", "text | a | A?"));
        Refused("In the survey sheet, row 3 closes a group that was not opened; take it out",
            Survey("type | name | label", "text | a | A?", "end_group | |"));
        Refused("In the survey sheet, row 2: the question has no label; say it there", Survey("type | name | label", "text | a |"));
        Refused("In the list l the answers of rows 2 and 3 have one name; give each its own",
            Survey("type | name | label", "select_one l | a | A?"), Choices("list_name | name | label", "l | 1 | One", "l | 1 | Two"));
        Refused("In the sheet survey, row 3: an earlier answer is put into the text with ${…}, which is not done here. Take it out",
            Survey("type | name | label", "text | a | A?", "text | b | You said ${a}?"));
        Refused("The questionnaire asks nothing; add a section with an item", Survey("type | name | label", "start | s |"));
    }

    [Fact]
    public void Leaves_out_a_repeat_and_refuses_what_is_asked_after_it()
    {
        var choices = Choices("list_name | name | label", "l | 1 | One", "l | 2 | Two");
        var repeat = new[] { "begin_repeat | r | R |", "select_one l | a | A? |", "end_repeat | | |" };
        var read = Good(Survey("type | name | label | relevant", [.. repeat, "text | b | B? |"]), choices);
        Assert.Equal(["b"], read.Questionnaire.Items.Select(i => i.Code));
        Assert.Equal([2, 3], read.Losses.Where(l => l.Says.Format.Contains("repeat", StringComparison.Ordinal)).Select(l => l.Row));
        Refused("In the survey sheet, row 5: it is asked after an answer to a, which is not there or is left out",
            Survey("type | name | label | relevant", [.. repeat, "text | b | B? | ${a} = '1'"]), choices);
    }

    [Fact]
    public void Takes_the_languages_of_its_columns()
    {
        var read = Good(
            Survey("type | name | label::Welsh (cy) | label::English | label::Polski (pl)",
                "text | a | Pam? | Why? | Dlaczego?", "text | b | | What? |"),
            Settings("form_id | default_language", "f | English"));
        Assert.Equal([new("Why?", "Pam?"), new("What?", "What?")], read.Questionnaire.Items.Select(i => i.Says));
        Assert.Contains(read.Losses, l => (l.Row, l.Column) == (2, "label::Polski (pl)"));
        Assert.Contains(read.Losses, l => (l.Row, l.Column) == (3, "label::Welsh (cy)"));
    }

    [Fact]
    public void Is_not_written_where_others_would_read_an_answer_into_a_text()
    {
        var asked = MadeUpQuestionnaires.Of(1);
        var written = FormWriter.Write(asked with { Introduction = new("You are ${name}", "Chi yw ${name}") });
        Assert.False(written.Try(out _, out var problems));
        Assert.Equal($"A text of {asked.Code} holds ${{…}}, which other programs take for an earlier answer. Change it first", problems[0].Message);
    }

    private static FormRead Good(params FormSheet[] sheets)
    {
        var read = XlsForm.Read(sheets, "file");
        Assert.True(read.Try(out var form, out var problems), problems?[0].Message);
        return form;
    }

    private static void Refused(string says, params FormSheet[] sheets)
    {
        Assert.False(XlsForm.Read(sheets, "file").Try(out _, out var problems));
        Assert.Equal(says, problems[0].Message);
    }

    private static FormSheet Survey(string headers, params string[] rows) => Sheet("survey", headers, rows);

    private static FormSheet Choices(string headers, params string[] rows) => Sheet("choices", headers, rows);

    private static FormSheet Settings(string headers, params string[] rows) => Sheet("settings", headers, rows);

    private static FormSheet Sheet(string name, string headers, string[] rows) => new(
        name, headers.Split('|', StringSplitOptions.TrimEntries),
        [.. rows.Select((r, at) => new FormRow(at + 2, r.Split('|', StringSplitOptions.TrimEntries)))]);

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9._-]*$")]
    private static partial Regex TakenName();

    [GeneratedRegex(@"\$\{([^}]*)\}")]
    private static partial Regex Reference();
}
