namespace Fairload.Core.Surveys.Forms;

/// <summary>A row of the survey sheet with what its type says.</summary>
internal sealed record FormQuestion(FormLine Line, FormType Type)
{
    public string Name => Line["name"].Trim();

    /// <summary>The name is for other programs; ours may say more than theirs may.</summary>
    public string Code => Line.Or("fairload::code") ?? Name;
}

/// <summary>Makes items of the questions of a form.</summary>
internal sealed class FormItems(IReadOnlyList<FormList> lists, List<FormLoss> losses, List<Problem> problems)
{
    private static readonly HashSet<string> Known =
    [
        "type", "name", "label", "label::en", "label::cy", "hint", "hint::en", "hint::cy", "required", "relevant", "constraint", "disabled",
        "fairload::code", "fairload::theme", "fairload::reverse", "fairload::expectation",
    ];

    private readonly Dictionary<string, Made> _made = [];
    private readonly HashSet<string> _later = [];
    private readonly HashSet<string> _without = [];

    /// <summary>Lists that a question uses.</summary>
    public HashSet<string> Used { get; } = [];

    /// <summary>What is asked somewhere in the form; to tell what comes later from what is nowhere.</summary>
    public void Expect(IEnumerable<FormQuestion> questions) => _later.UnionWith(questions.Select(q => q.Name));

    /// <summary>A question that is left out comes neither before nor later.</summary>
    public void Forget(FormQuestion question) => _later.Remove(question.Name);

    /// <summary>Null where the row is refused; the problem is told.</summary>
    /// <param name="groups">When the groups around it are asked, from the outermost.</param>
    public SurveyItem? Make(FormQuestion question, IReadOnlyList<AskWhen> groups)
    {
        var before = problems.Count;
        var (row, name) = (question.Line.Number, question.Name);
        if (name.Length == 0) Refuse(new("Form", $"In the survey sheet, row {row}: the question has no name; give it one"));
        else if (_made.TryGetValue(name, out var same))
            Refuse(new("Form", $"Rows {same.Row} and {row} of the survey sheet have the name {name}; give each its own"));
        if (question.Line.Says("label", losses) is not { } says)
            Refuse(new("Form", $"In the survey sheet, row {row}: the question has no label; say it there"));
        else
            problems.AddRange(FormText.Faults(says, question.Line));
        var list = ListOf(question);
        var asked = Asked(question, groups);
        if (problems.Count > before) return null;

        var item = Item(question, list, asked);
        losses.AddRange(question.Line.Left(Known).Where(l => question.Type.Kind != RowKind.Range || l.Column != "parameters"));
        _made[question.Name] = new(question.Line.Number, item, list);
        return item;
    }

    /// <summary>When a row is asked; null for always, and where it can not be told, which is refused.</summary>
    public AskWhen? When(FormQuestion question)
    {
        if (question.Line.Or("relevant") is not { } expression) return null;
        var row = question.Line.Number;
        if (FormRelevance.Read(expression) is not { } when)
        {
            return Refuse(new("Form",
                $"In the survey sheet, row {row}: {expression} can not be held. Name one earlier question and its answers, joined with or"));
        }

        if (!_made.TryGetValue(when.Item, out var before)) return Refuse(NotBefore(row, when.Item));
        if (before.List is not { } list)
        {
            return Refuse(new("Form",
                $"In the survey sheet, row {row}: it is asked after an answer to {when.Item}, which has no list of answers. Take that out"));
        }

        if (when.Answers.FirstOrDefault(a => !list.Values.ContainsKey(a)) is { } unknown)
        {
            return Refuse(new("Form",
                $"In the survey sheet, row {row}: it is asked after the answer {unknown}, which {when.Item} does not have. Name one of its list"));
        }

        return new(before.Item.Code, [.. when.Answers.Select(a => list.Values[a])]);
    }

    private AskWhen? Asked(FormQuestion question, IReadOnlyList<AskWhen> groups)
    {
        var own = When(question);
        if ((own is not null && groups.Count > 0) || groups.Count > 1)
        {
            return Refuse(new("Form",
                $"In the survey sheet, row {question.Line.Number}: it and its group are asked after answers of their own. Keep one of them"));
        }

        return own ?? (groups.Count > 0 ? groups[0] : null);
    }

    private SurveyItem Item(FormQuestion question, FormList? list, AskWhen? asked)
    {
        var line = question.Line;
        var kind = question.Type.Kind switch
        {
            RowKind.OneOf => list!.Scale is null ? ItemKind.OneOf : ItemKind.Scale,
            RowKind.AnyOf => ItemKind.AnyOf,
            RowKind.Number or RowKind.Range => ItemKind.Number,
            _ => ItemKind.Text,
        };
        if (FormColumns.IsYes(line["required"])) losses.Add(line.Lost("required", FormColumns.Fate("required")));
        var (least, most) = Limits(question);
        var isChoice = kind is ItemKind.OneOf or ItemKind.AnyOf;
        if (kind == ItemKind.OneOf && !line.Has("fairload::theme")) TellNoTheme(question, list!);
        return new(
            question.Code, kind, kind == ItemKind.Scale ? list!.Scale : null, isChoice ? list!.Options : null,
            line.Says("label", [])!, line.Says("hint", losses), FormColumns.IsYes(line["fairload::reverse"]), line.Or("fairload::theme"),
            line.Or("fairload::expectation"), least, most, asked);
    }

    private (int? Least, int? Most) Limits(FormQuestion question)
    {
        var line = question.Line;
        if (question.Type.Kind == RowKind.Range)
        {
            if (FormLimits.OfRange(line["parameters"]) is { } range) return range;
            losses.Add(line.Lost("parameters", $"Only steps of one are held: any whole number is taken."));
        }
        else if (line["constraint"].Trim() is { Length: > 0 } constraint)
        {
            if (question.Type.Kind == RowKind.Number && FormLimits.Read(constraint) is { } limits) return limits;
            losses.Add(line.Lost("constraint", FormColumns.Fate("constraint")));
        }

        return (null, null);
    }

    private FormList? ListOf(FormQuestion question)
    {
        if (question.Type.Kind is not (RowKind.OneOf or RowKind.AnyOf)) return null;
        var list = lists.FirstOrDefault(l => l.Name == question.Type.List);
        if (list is null)
        {
            Refuse(new("Form",
                $"In the survey sheet, row {question.Line.Number}: the list {question.Type.List} is not in the sheet choices. Write it there"));
            return null;
        }

        Used.Add(list.Name);
        if (question.Type.IsOrOther)
            losses.Add(question.Line.Lost("type", $"Or other: add an answer for it to the list and a text question after it."));
        return list;
    }

    private void TellNoTheme(FormQuestion question, FormList list)
    {
        if (!_without.Add(list.Name)) return;
        losses.Add(question.Line.Lost("type",
            $"Answers of {list.Name} have no order here and count for no theme: for scores name a scale and a theme in fairload columns."));
    }

    private Problem NotBefore(int row, string name) => _later.Contains(name)
        ? new("Form", $"In the survey sheet, row {row}: it is asked after an answer to {name}, which does not come before it. Turn them round")
        : new("Form", $"In the survey sheet, row {row}: it is asked after an answer to {name}, which is not there or is left out");

    private AskWhen? Refuse(Problem problem)
    {
        problems.Add(problem);
        return null;
    }

    private sealed record Made(int Row, SurveyItem Item, FormList? List);
}
