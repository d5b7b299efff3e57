namespace Fairload.Core.Surveys.Results;

/// <summary>Where each answer to a questionnaire is counted. Statements are counted in three classes, choices by option.</summary>
public sealed class TallyForm
{
    private readonly Dictionary<string, int> _at = [];
    private readonly int[] _first;
    private readonly Dictionary<int, int>[] _classOf;

    public TallyForm(Questionnaire asked)
    {
        Asked = asked;
        Items = [.. asked.Items.Where(i => i.Kind is ItemKind.Scale or ItemKind.OneOf or ItemKind.AnyOf)];
        (_first, _classOf) = (new int[Items.Count + 1], new Dictionary<int, int>[Items.Count]);
        foreach (var (at, item) in Items.Index())
        {
            _at[item.Code] = at;
            _classOf[at] = item.Kind == ItemKind.Scale ? Classes(asked.ScaleOf(item), item.Reverse)
                : item.Options!.Index().ToDictionary(o => o.Item.Value, o => o.Index);
            _first[at + 1] = _first[at] + (item.Kind == ItemKind.Scale ? AnswerClasses.Count : item.Options!.Count);
        }
    }

    public Questionnaire Asked { get; }

    /// <summary>What can be counted: numbers and words can not.</summary>
    public IReadOnlyList<SurveyItem> Items { get; }

    internal int Counts => _first[^1];

    /// <summary>Place of the item; -1 for one that is not counted.</summary>
    internal int At(string item) => _at.GetValueOrDefault(item, -1);

    internal int First(int item) => _first[item];

    internal int ClassesOf(int item) => _first[item + 1] - _first[item];

    internal int Count(int item, int value) => _first[item] + _classOf[item][value];

    /// <summary>Below the middle, in the middle, above it; after turning round what is reversed.</summary>
    private static Dictionary<int, int> Classes(Scale scale, bool reverse) => scale.Options.ToDictionary(o => o.Value, o =>
        (2 * scale.Turned(o.Value, reverse)).CompareTo(scale.Lowest + scale.Highest) switch
        {
            < 0 => AnswerClasses.Unfavourable,
            0 => AnswerClasses.Neither,
            _ => AnswerClasses.Favourable,
        });
}

/// <summary>In what order the classes of a statement are counted.</summary>
public static class AnswerClasses
{
    public const int Unfavourable = 0;
    public const int Neither = 1;
    public const int Favourable = 2;
    public const int Count = 3;
}
