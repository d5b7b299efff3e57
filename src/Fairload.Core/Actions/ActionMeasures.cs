namespace Fairload.Core.Actions;

/// <summary>Which way a measure is expected to go.</summary>
public enum Direction { Up, Down }

/// <summary>Something that is measured year by year and that an action can be expected to move.</summary>
/// <param name="Code">The same for ever, as stored with actions.</param>
public sealed record ActionMeasure(string Code, string Name, string Welsh);

/// <summary>
/// The measures that an action can name, given from outside: actions know nothing of how a measure is worked out.
/// </summary>
public sealed record ActionMeasures(IReadOnlyList<ActionMeasure> All)
{
    public ActionMeasure? Find(string code) => All.FirstOrDefault(m => m.Code == code);
}
