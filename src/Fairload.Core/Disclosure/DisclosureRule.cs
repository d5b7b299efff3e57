namespace Fairload.Core.Disclosure;

/// <summary>How many people a figure has to be about before anybody may see it.</summary>
/// <remarks>Ten is what staff surveys of the public service usually promise; under five is refused whoever asks.</remarks>
public sealed record DisclosureRule
{
    public const int LeastFloor = 5;
    public const int UsualFloor = 10;
    public const int UsualCommentFloor = 20;

    private DisclosureRule(int floor, int commentFloor) => (Floor, CommentFloor) = (floor, commentFloor);

    public static DisclosureRule Usual { get; } = new(UsualFloor, UsualCommentFloor);

    /// <summary>A figure is about at least so many people; 5 or more.</summary>
    public int Floor { get; }

    /// <summary>Comments are shown only for at least so many people; never fewer than <see cref="Floor"/>.</summary>
    public int CommentFloor { get; }

    public static Result<DisclosureRule> Of(int floor, int commentFloor)
    {
        var problems = new List<Problem>();
        if (floor < LeastFloor)
            problems.Add(new("Floor", $"The floor is {floor}: give at least {LeastFloor}, so that nobody stands out in so small a group"));
        if (commentFloor < floor)
            problems.Add(new("CommentFloor", $"The floor for comments is {commentFloor}: give at least the floor for figures, which is {floor}"));
        return problems.Count > 0 ? problems : new DisclosureRule(floor, commentFloor);
    }
}
