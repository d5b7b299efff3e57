namespace Fairload.Core.Surveys.Comments;

/// <summary>A comment that two have read, and that was not withheld.</summary>
/// <param name="Service">Empty where none was said.</param>
public sealed record ReadComment(Id<CommentReading> Id, string Item, string Service, string Text);

/// <summary>How many ballots came from a service.</summary>
/// <param name="Service">Empty for those who said none: they are never shown by themselves.</param>
/// <param name="IsShown">Its results are out.</param>
public sealed record ServiceBallots(string Service, int Ballots, bool IsShown);

/// <summary>Comments on one item that stand together.</summary>
/// <param name="Service">Null for those of everybody who is not shown by service.</param>
public sealed record CommentGroup(string Item, string? Service, IReadOnlyList<ReadComment> Comments);

/// <summary>
/// At which level comments are shown: by service where at least the comment floor of its people answered and at least
/// <see cref="LeastTogether"/> comments stand together; the others together, if they could come from at least the floor. Where the rest
/// could come from fewer, services that could stand by themselves join it, the smallest first. It looks at counts and at no word.
/// </summary>
public static class CommentLevels
{
    /// <summary>One comment by itself, or two, is easier to join to a person than the same among others.</summary>
    public const int LeastTogether = 3;

    /// <param name="services">All of the round.</param>
    /// <param name="isWholeShown">The results of everybody are out.</param>
    /// <param name="floor">The floor for comments, in ballots.</param>
    public static IReadOnlyList<CommentGroup> Of(
        IReadOnlyList<ServiceBallots> services, bool isWholeShown, int floor, IReadOnlyList<ReadComment> comments) =>
        isWholeShown ? [.. comments.GroupBy(c => c.Item).SelectMany(item => Of(services, floor, item.Key, [.. item]))] : [];

    private static IEnumerable<CommentGroup> Of(
        IReadOnlyList<ServiceBallots> services, int floor, string item, IReadOnlyList<ReadComment> comments)
    {
        var by = comments.ToLookup(c => c.Service);
        var alone = services.Where(s => s.Service.Length > 0 && s.IsShown && s.Ballots >= floor && by[s.Service].Count() >= LeastTogether)
            .OrderByDescending(s => s.Ballots).ThenBy(s => s.Service, StringComparer.Ordinal).ToList();
        var rest = services.Except(alone).ToList();
        while (alone.Count > 0 && IsTelling(rest)) Join(alone[^1]);

        var together = comments.Where(c => alone.All(s => s.Service != c.Service)).ToList();
        return alone.Select(s => new CommentGroup(item, s.Service, [.. by[s.Service]]))
            .Concat(together.Count == 0 || IsTelling(rest) ? [] : [new CommentGroup(item, null, together)]);

        bool IsTelling(List<ServiceBallots> of)
        {
            var count = comments.Count(c => alone.All(s => s.Service != c.Service));
            return count > 0 && (count < LeastTogether || of.Sum(s => s.Ballots) < floor);
        }

        void Join(ServiceBallots smallest)
        {
            alone.Remove(smallest);
            rest.Add(smallest);
        }
    }
}
