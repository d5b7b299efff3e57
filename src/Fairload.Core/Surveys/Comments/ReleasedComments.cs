namespace Fairload.Core.Surveys.Comments;

/// <summary>Comments on one item that stand together, as everybody reads them who may read results.</summary>
/// <param name="Service">Null for those of everybody who is not shown by service.</param>
/// <param name="Texts">In an order that was drawn when they were let out, and is none.</param>
public sealed record ShownComments(string Item, string? Service, IReadOnlyList<string> Texts);

/// <summary>The comments of a round as they were let out, once.</summary>
/// <param name="Floor">Every group could come from at least so many people.</param>
public sealed record ReleasedComments(int Floor, IReadOnlyList<ShownComments> Groups)
{
    /// <param name="groups">Their comments in random order.</param>
    public static ReleasedComments From(int floor, IReadOnlyList<CommentGroup> groups) =>
        new(floor, [.. groups.Select(g => new ShownComments(g.Item, g.Service, [.. g.Comments.Select(c => c.Text)]))]);
}
