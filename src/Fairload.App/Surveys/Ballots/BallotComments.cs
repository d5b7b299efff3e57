using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Comments;
using Fairload.Core.Surveys.Rounds;

namespace Fairload.App.Surveys.Ballots;

/// <summary>Comments of a closed round by the random key that each was given at the close, for those who read and redact them.</summary>
internal static class BallotComments
{
    /// <summary>Empty before the close, and once the originals are purged.</summary>
    public static async Task<IReadOnlyList<Id<CommentReading>>> CommentKeys(
        this BallotStore store, Id<SurveyRound> round, CancellationToken stop) =>
        await store.Record(round, stop) is null ? [] : await (await store.Engine(stop)).Change(
            change => change.All(
                "select comment_key from comment where round = @id", r => new Id<CommentReading>(new Guid(r.Bytes(0))),
                ("id", Bytes(round))),
            stop);

    /// <summary>Null where there is none.</summary>
    public static async Task<BallotComment?> Comment(
        this BallotStore store, Id<SurveyRound> round, Id<CommentReading> key, CancellationToken stop) =>
        await store.Record(round, stop) is null ? null : await (await store.Engine(stop)).Change(
            async change => (await change.All(
                "select item, service, words from comment where round = @id and comment_key = @key",
                r => new BallotComment(r.GetString(0), r.IsDBNull(1) ? null : r.GetString(1), r.GetString(2)),
                ("id", Bytes(round)), ("key", key.Value.ToByteArray()))).SingleOrDefault(),
            stop);

    private static byte[] Bytes(Id<SurveyRound> round) => round.Value.ToByteArray();
}
