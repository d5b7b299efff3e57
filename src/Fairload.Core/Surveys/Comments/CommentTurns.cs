using System.Security.Cryptography;
using Fairload.Core.Access;

namespace Fairload.Core.Surveys.Comments;

/// <summary>Which readings of a comment somebody may do.</summary>
/// <param name="First">A principal social worker alone.</param>
/// <param name="Second">Another principal social worker, the director, or whoever was named for the round.</param>
public sealed record ReadingRights(bool First, bool Second)
{
    public bool Any => First || Second;

    /// <param name="isNamed">For this round.</param>
    public static ReadingRights Of(Reader reader, bool isNamed)
    {
        if (reader.Account is null) return new(false, false);
        var first = reader.Is(Role.PrincipalSocialWorker);
        return new(first, first || reader.Is(Role.Director) || (isNamed && reader.May(Permission.ReadComments)));
    }
}

/// <summary>
/// In which order a reader is given comments: one of its own for each reader, random because the keys are, and the same when the page is
/// asked for again, so that nobody reads on without deciding.
/// </summary>
public static class CommentTurns
{
    /// <param name="waiting">Keys of the comments that this reader may read now.</param>
    /// <returns>Null where there is none.</returns>
    public static Id<CommentReading>? Next(Id<Account> reader, IEnumerable<Id<CommentReading>> waiting) =>
        waiting.Select(w => (Id<CommentReading>?)w).MinBy(w => Turn(reader, w!.Value), StringComparer.Ordinal);

    private static string Turn(Id<Account> reader, Id<CommentReading> comment) =>
        Convert.ToHexString(SHA256.HashData([.. reader.Value.ToByteArray(), .. comment.Value.ToByteArray()]));
}
