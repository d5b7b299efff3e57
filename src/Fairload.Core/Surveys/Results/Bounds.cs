namespace Fairload.Core.Surveys.Results;

/// <summary>What a reader knows of one figure of one group: it lies from <paramref name="Low"/> to <paramref name="High"/>, out of at most
/// <paramref name="Most"/>.</summary>
internal readonly record struct Bound(decimal Low, decimal High, decimal Most)
{
    public static Bound Unknown(decimal most) => new(0, most, most);

    /// <summary>Everybody: then it is known of each of them.</summary>
    public bool IsAll(decimal slack = 0) => Most > 0 && Low >= Most - slack;

    public bool IsNone(decimal slack = 0) => Most > 0 && High <= slack;
}

/// <summary>
/// A reader who has all that is shown of a group and its parts and works out the rest: what is not told of one part follows from the whole
/// less the others.
/// </summary>
/// <remarks>
/// The bounds go up the tree by adding, and down it by taking away. In a tree, where nobody is in two parts, bounds so found can not be
/// made narrower by any combination of figures: each equation joins one group with its own parts.
/// </remarks>
internal sealed class WorkedOut
{
    private readonly Dictionary<ResultGroup, Bound> _known;

    private WorkedOut(Dictionary<ResultGroup, Bound> known) => _known = known;

    /// <param name="told">What is shown of each group, or could be at the most.</param>
    public static WorkedOut From(ResultGroup whole, Func<ResultGroup, Bound> told)
    {
        var known = new Dictionary<ResultGroup, Bound>(ReferenceEqualityComparer.Instance);
        var found = new WorkedOut(known);
        found.Up(whole, told);
        found.Down(whole);
        return found;
    }

    public Bound this[ResultGroup group] => _known[group];

    /// <summary>The same with what each class leaves for the others, where everybody is in one class: again and again, until nothing
    /// becomes narrower.</summary>
    public static IReadOnlyList<WorkedOut> Together(ResultGroup whole, IReadOnlyList<Func<ResultGroup, Bound>> told)
    {
        var groups = whole.All().ToList();
        var known = told.Select(t => From(whole, t)).ToArray();
        for (var isNarrower = true; isNarrower;)
        {
            isNarrower = false;
            foreach (var group in groups)
                for (var c = 0; c < known.Length; c++) isNarrower |= Narrow(known, c, group);
            if (isNarrower) known = [.. known.Select(k => From(whole, g => k[g]))];
        }

        return known;
    }

    private static bool Narrow(WorkedOut[] known, int c, ResultGroup group)
    {
        var (own, low, high) = (known[c][group], 0m, 0m);
        for (var other = 0; other < known.Length; other++)
            if (other != c) (low, high) = (low + known[other][group].Low, high + known[other][group].High);
        var now = own with { Low = Math.Max(own.Low, own.Most - high), High = Math.Min(own.High, own.Most - low) };
        known[c]._known[group] = now;
        return now != own;
    }

    private void Up(ResultGroup group, Func<ResultGroup, Bound> told)
    {
        var own = told(group);
        if (group.Parts.Count > 0)
        {
            var (low, high) = (0m, 0m);
            foreach (var part in group.Parts)
            {
                Up(part, told);
                (low, high) = (low + _known[part].Low, high + _known[part].High);
            }

            own = own with { Low = Math.Max(own.Low, low), High = Math.Min(own.High, high) };
        }

        _known[group] = own;
    }

    private void Down(ResultGroup group)
    {
        var own = _known[group];
        var (low, high) = (0m, 0m);
        foreach (var part in group.Parts) (low, high) = (low + _known[part].Low, high + _known[part].High);
        foreach (var part in group.Parts)
        {
            var b = _known[part];
            _known[part] = b with
            {
                Low = Math.Max(b.Low, own.Low - (high - b.High)),
                High = Math.Min(b.High, own.High - (low - b.Low)),
            };
        }

        foreach (var part in group.Parts) Down(part);
    }
}
