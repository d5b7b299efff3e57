namespace Fairload.Core.Surveys.Results;

/// <summary>
/// In which of the groups that may be shown one item or theme may be. Fewer answer an item than send a ballot: so each is held against the
/// floor for itself, and what is left over too; and where a reader could work out that all of a group said the same, or that nobody agreed,
/// its parent's parts are hidden.
/// </summary>
/// <remarks>A reader can not tell one reason from the other: both are the same sign and the same sentence.</remarks>
internal sealed class FiguresShown
{
    // Scores are shown as whole numbers: so near to an end is at it.
    private const decimal Slack = 0.005m;

    private readonly Measure _measure;
    private readonly int _floor;
    private readonly HashSet<ResultGroup> _shown = new(ReferenceEqualityComparer.Instance);

    private FiguresShown(Measure measure, int floor) => (_measure, _floor) = (measure, floor);

    public static IReadOnlySet<ResultGroup> Of(ResultGroup whole, Measure measure, int floor)
    {
        var found = new FiguresShown(measure, floor);
        found.Begin(whole);
        while (found.Betrayed(whole) is { } parent) found.HideParts(parent);
        if (found.Known(whole).Index().Any(k => found.IsAlike(k.Index, k.Item[whole]))) found.Hide(whole);
        return found._shown;
    }

    private int Size(ResultGroup group) => _measure.Size(group.Tally);

    /// <summary>By the floor alone: the group, what is left over of it, and so on down. Under a hidden group nothing is shown.</summary>
    private void Begin(ResultGroup group)
    {
        if (!group.IsShown || Size(group) < _floor) return;
        _shown.Add(group);
        foreach (var part in group.Parts) Begin(part);
        while (IsTooLittleLeft(group) && Smallest(group) is { } least) Hide(least);
    }

    private bool IsTooLittleLeft(ResultGroup group)
    {
        var left = group.Parts.Where(p => !_shown.Contains(p)).Sum(Size);
        return left > 0 && left < _floor;
    }

    private ResultGroup? Smallest(ResultGroup group) =>
        group.Parts.Where(_shown.Contains).OrderBy(Size).ThenBy(p => p.Key, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>A group of whose parts one is known to have said all the same, or never to agree; null for none.</summary>
    private ResultGroup? Betrayed(ResultGroup whole)
    {
        var known = Known(whole);
        return whole.All().FirstOrDefault(g =>
            g.Parts.Any(_shown.Contains) && g.Parts.Any(p => known.Index().Any(k => IsAlike(k.Index, k.Item[p]))));
    }

    private IReadOnlyList<WorkedOut> Known(ResultGroup whole)
    {
        var told = _measure.Values.Select<Func<Tally, decimal>, Func<ResultGroup, Bound>>(value => group => Told(group, value)).ToList();
        return _measure.Kind == MeasureKind.Classes ? WorkedOut.Together(whole, told) : told.ConvertAll(t => WorkedOut.From(whole, t));
    }

    private Bound Told(ResultGroup group, Func<Tally, decimal> value)
    {
        var most = Size(group) * _measure.MostEach;
        if (!_shown.Contains(group)) return Bound.Unknown(most);
        return Ends.Told(value(group.Tally), most, Size(group), _measure.Kind != MeasureKind.Score);
    }

    /// <param name="value">Which of the values of the measure.</param>
    private bool IsAlike(int value, Bound bound)
    {
        var slack = _measure.Kind == MeasureKind.Score ? bound.Most * Slack : 0;
        // That nobody agreed is known of each of them too, however few are looked at.
        return bound.IsAll(slack) || ((_measure.Kind == MeasureKind.Score || value == _measure.Agreeing) && bound.IsNone(slack));
    }

    private void HideParts(ResultGroup parent)
    {
        foreach (var part in parent.Parts) Hide(part);
    }

    private void Hide(ResultGroup group)
    {
        foreach (var one in group.All()) _shown.Remove(one);
    }
}
