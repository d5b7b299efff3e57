using System.Globalization;

namespace Fairload.Core.Surveys.Forms;

/// <summary>A questionnaire as an XLSForm that other programs take, with columns of our own for what XLSForm has no word for.</summary>
public sealed class FormWriter
{
    private static readonly string[] OfSurvey =
    [
        "type", "name", $"label::{FormColumns.English}", $"label::{FormColumns.Welsh}", $"hint::{FormColumns.English}",
        $"hint::{FormColumns.Welsh}", "relevant", "constraint", "fairload::code", "fairload::theme", "fairload::reverse",
        "fairload::expectation",
    ];

    private static readonly string[] OfChoices =
    [
        "list_name", "name", $"label::{FormColumns.English}", $"label::{FormColumns.Welsh}", "fairload::scale", "fairload::not_applicable",
    ];

    private readonly Questionnaire _asked;
    private readonly FormNames _names = new();
    private readonly FormNames _lists = new();
    private readonly Dictionary<string, string> _nameOf = [];
    private readonly Dictionary<string, string> _listOf = [];
    private readonly List<FormRow> _survey = [];
    private readonly List<FormRow> _choices = [];

    private FormWriter(Questionnaire asked) => _asked = asked;

    /// <summary>Refuses a text that other programs would take for an answer to be put in.</summary>
    public static Result<FormWritten> Write(Questionnaire asked)
    {
        var problems = Texts(asked).Where(t => FormText.HoldsAnswer(t.Says)).Select(t => new Problem(
            "Form", $"A text of {t.Of} holds ${{…}}, which other programs take for an earlier answer. Change it first")).ToList();
        return problems.Count > 0 ? problems : new FormWriter(asked).Written();
    }

    private static IEnumerable<Text> Texts(Questionnaire asked)
    {
        yield return new(asked.Code, asked.Introduction);
        foreach (var scale in asked.Scales)
        {
            foreach (var option in scale.Options) yield return new(scale.Code, option.Says);
            if (scale.NotApplicable is { } says) yield return new(scale.Code, says);
        }

        foreach (var section in asked.Sections)
        {
            yield return new(section.Code, section.Title);
            if (section.Help is { } help) yield return new(section.Code, help);
        }

        foreach (var item in asked.Items)
        {
            yield return new(item.Code, item.Says);
            if (item.Help is { } help) yield return new(item.Code, help);
            foreach (var option in item.Options ?? []) yield return new(item.Code, option.Says);
        }
    }

    private FormWritten Written()
    {
        foreach (var scale in _asked.Scales) AddScale(scale);
        if (_asked.Introduction is { } hello && hello.En.Length + hello.Cy.Length > 0)
            AddRow("note", _names.For("introduction"), hello);
        foreach (var section in _asked.Sections) AddSection(section);
        FormSheet[] sheets =
        [
            new(FormColumns.Survey, OfSurvey, _survey), new(FormColumns.Choices, OfChoices, _choices), Settings(),
            FormThemes.Write(_asked.Themes),
        ];
        return new(sheets, FormOnlyHere.Of(_asked, _survey.Count(r => r.Cells[8].Length > 0)));
    }

    private FormSheet Settings()
    {
        var id = new FormNames().For(_asked.Code);
        return new(
            FormColumns.Settings,
            ["form_title", "form_id", "version", "default_language", "fairload::title_cy", "fairload::code", "fairload::for"],
            [
                new(2, [
                    _asked.Name.En, id, _asked.Version.ToString(CultureInfo.InvariantCulture), FormColumns.English, _asked.Name.Cy,
                    id == _asked.Code ? "" : _asked.Code, $"{_asked.For}"]),
            ]);
    }

    private void AddScale(Scale scale)
    {
        var list = _listOf[scale.Code] = _lists.For(scale.Code);
        AddAnswers(list, scale.Options, scale.Code);
        if (scale.NotApplicable is { } says) AddChoice(list, "na", says, scale.Code, "yes");
    }

    private void AddSection(SurveySection section)
    {
        var name = _names.For(section.Code);
        AddRow("begin_group", name, section.Title, code: name == section.Code ? "" : section.Code);
        if (section.Help is { } help) AddRow("note", _names.For(name + "_help"), help);
        foreach (var item in section.Items) AddItem(item);
        AddRow("end_group", "", null);
    }

    private void AddItem(SurveyItem item)
    {
        var name = _nameOf[item.Code] = _names.For(item.Code);
        var type = item.Kind switch
        {
            ItemKind.Scale => "select_one " + _listOf[item.Scale!],
            ItemKind.OneOf => "select_one " + Own(name, item),
            ItemKind.AnyOf => "select_multiple " + Own(name, item),
            ItemKind.Number => "integer",
            _ => "text",
        };
        var relevant = item.AskWhen is { } when
            ? FormRelevance.Write(_asked.Items.First(i => i.Code == when.Item), _nameOf[when.Item], when) : "";
        AddRow(type, name, item.Says, item.Help, relevant, FormLimits.Write(item.Least, item.Most),
            name == item.Code ? "" : item.Code, item.Theme ?? "", item.Reverse ? "yes" : "", item.Expectation ?? "");
    }

    private string Own(string name, SurveyItem item)
    {
        var list = _lists.For(name);
        AddAnswers(list, item.Options!, "");
        return list;
    }

    private void AddAnswers(string list, IReadOnlyList<AnswerOption> options, string scale)
    {
        foreach (var option in options) AddChoice(list, option.Value.ToString(CultureInfo.InvariantCulture), option.Says, scale, "");
    }

    private void AddChoice(string list, string name, Wording says, string scale, string without) =>
        _choices.Add(new(_choices.Count + 2, [list, name, says.En, says.Cy, scale, without]));

    private void AddRow(
        string type, string name, Wording? says, Wording? help = null, string relevant = "", string constraint = "", string code = "",
        string theme = "", string reverse = "", string expectation = "") => _survey.Add(new(_survey.Count + 2, [
            type, name, says?.En ?? "", says?.Cy ?? "", help?.En ?? "", help?.Cy ?? "", relevant, constraint, code, theme, reverse,
            expectation]));

    private sealed record Text(string Of, Wording Says);
}
