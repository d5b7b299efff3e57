namespace Fairload.Core.Surveys.Forms;

/// <summary>Reads the survey sheet from top to bottom: groups become sections, in a row; notes become what stands above
/// questions.</summary>
internal sealed class FormSections(FormItems items, Wording name, List<FormLoss> losses, List<Problem> problems)
{
    private static readonly HashSet<string> OfText =
        ["type", "name", "label", "label::en", "label::cy", "fairload::code", "fairload::theme", "disabled"];
    private static readonly HashSet<string> OfGroup = [.. OfText, "relevant"];

    private readonly List<Part> _parts = [];
    private readonly Stack<(int Row, AskWhen? When)> _open = new();
    private Part? _loose;
    private int _repeats;

    /// <summary>The first text before any question; null for none.</summary>
    public Wording? Introduction { get; private set; }

    public IReadOnlyList<SurveySection> Read(FormTable survey)
    {
        var rows = survey.Lines.Select(l => new FormQuestion(l, FormType.Of(l["type"]))).ToList();
        items.Expect(rows.Where(r => r.Type.Kind is RowKind.OneOf or RowKind.AnyOf or RowKind.Number or RowKind.Range or RowKind.Text));
        foreach (var row in rows) Take(row);
        if (_open.Count > 0)
            problems.Add(new("Form", $"The group of row {_open.Peek().Row} of the survey sheet is never closed; write end_group after it"));
        return [.. _parts.Select(p => new SurveySection(p.Code, p.Title, p.Help, p.Items))];
    }

    private void Take(FormQuestion row)
    {
        var (line, kind) = (row.Line, row.Type.Kind);
        if (kind is RowKind.BeginRepeat or RowKind.EndRepeat) Repeat(row);
        else if (_repeats > 0) LeaveOut(row, line.Lost("", $"It stands in a repeat, so it is left out."));
        else if (FormColumns.IsYes(line["disabled"]))
            LeaveOut(row, line.Lost("disabled", $"It is switched off in the form, so it is left out."));
        else if (kind == RowKind.Begin) Begin(row);
        else if (kind == RowKind.End) End(row);
        else if (kind == RowKind.Note) Note(row);
        else if (kind == RowKind.Identifies)
            losses.Add(line.Lost("type", $"Left out: {row.Type.Word} would say who or where somebody is, and no ballot does."));
        else if (kind == RowKind.LeftOut) losses.Add(line.Lost("type", $"Left out: no question of the kind {row.Type.Word} is held."));
        else if (kind == RowKind.Unknown) Unknown(row);
        else if (items.Make(row, [.. _open.Reverse().Select(o => o.When).OfType<AskWhen>()]) is { } item) Here().Items.Add(item);
    }

    private void LeaveOut(FormQuestion row, FormLoss loss)
    {
        items.Forget(row);
        losses.Add(loss);
    }

    private void Repeat(FormQuestion row)
    {
        if (row.Type.Kind == RowKind.BeginRepeat && _repeats++ == 0)
            losses.Add(row.Line.Lost("type", $"Nothing is asked several times: all to the end of the repeat is left out."));
        if (row.Type.Kind == RowKind.EndRepeat && --_repeats < 0)
        {
            _repeats = 0;
            problems.Add(new("Form", $"In the survey sheet, row {row.Line.Number} closes a repeat that was not opened; take it out"));
        }
    }

    private void Begin(FormQuestion row)
    {
        var (line, isInside) = (row.Line, _open.Count > 0);
        _open.Push((line.Number, items.When(row)));
        losses.AddRange(line.Left(OfGroup));
        if (isInside)
        {
            losses.Add(line.Lost("type", $"A group inside a group is not held: its questions stand in the outer one, without its title."));
            return;
        }

        var title = line.Says("label", losses);
        if (title is not null) problems.AddRange(FormText.Faults(title, line));
        else losses.Add(line.Lost("label", $"The group has no label, so its name is its title."));
        _loose = null;
        _parts.Add(new(row.Code, title ?? new(row.Name, row.Name)));
    }

    private void End(FormQuestion row)
    {
        _loose = null;
        if (!_open.TryPop(out _))
            problems.Add(new("Form", $"In the survey sheet, row {row.Line.Number} closes a group that was not opened; take it out"));
    }

    private void Note(FormQuestion row)
    {
        if (row.Line.Says("label", losses) is not { } says) return;
        problems.AddRange(FormText.Faults(says, row.Line));
        losses.AddRange(row.Line.Left(OfText));
        if (_open.Count == 0 && _parts.Count == 0 && Introduction is null) Introduction = says;
        else if (_open.Count == 1 && _parts[^1] is { Help: null, Items.Count: 0 } part) part.Help = says;
        else losses.Add(row.Line.Lost("label", $"Left out: texts stand before the first question of a section, one to each."));
    }

    private void Unknown(FormQuestion row)
    {
        if (row.Type.Word.Length == 0 && row.Line["name"].Length == 0 && row.Line.Says("label", []) is null)
            losses.Add(row.Line.Lost("", $"The row has no type and no name, so it is no question."));
        else
            problems.Add(new("Form", $"In the survey sheet, row {row.Line.Number}: {row.Type.Word} is no type that we know. Put it right there"));
    }

    /// <summary>The section of the open group, or one of its own for what stands outside of any.</summary>
    private Part Here()
    {
        if (_open.Count > 0) return _parts[^1];
        if (_loose is null) _parts.Add(_loose = new($"section-{_parts.Count + 1}", name));
        return _loose;
    }

    private sealed class Part(string code, Wording title)
    {
        public string Code => code;
        public Wording Title => title;
        public Wording? Help { get; set; }
        public List<SurveyItem> Items { get; } = [];
    }
}
