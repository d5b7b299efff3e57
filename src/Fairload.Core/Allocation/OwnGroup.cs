using Fairload.Core.Workforce;

namespace Fairload.Core.Allocation;

/// <summary>A protected characteristic that somebody may tell of themselves. Nobody is asked to.</summary>
/// <remarks>Of the nine of the Equality Act 2010, section 4, those by which social workers most often report unfair shares.</remarks>
public enum GroupQuestion
{
    Ethnicity,
    Sex,
    Disability,
    Age,
}

/// <summary>
/// What somebody said of themselves, freely and for one purpose: to see whether work falls evenly on groups. One row for each question
/// that was answered, without a day and without a history: taking it back leaves nothing.
/// </summary>
public sealed record OwnGroup(Id<Worker> WorkerId, GroupQuestion Question, string Option);

/// <summary>Which answers there are.</summary>
public static class OwnGroups
{
    public static IReadOnlyList<GroupQuestion> Questions { get; } = Enum.GetValues<GroupQuestion>();

    /// <summary>Codes, in the order in which they are offered.</summary>
    /// <remarks>Ethnicity: the five groups of the census of 2021 for England and Wales.</remarks>
    public static IReadOnlyList<string> Options(GroupQuestion question) => question switch
    {
        GroupQuestion.Ethnicity => ["asian", "black", "mixed", "white", "other"],
        GroupQuestion.Sex => ["female", "male"],
        GroupQuestion.Disability => ["disabled", "not-disabled"],
        GroupQuestion.Age => ["under-30", "30-44", "45-59", "60-over"],
        _ => throw new ArgumentOutOfRangeException(nameof(question)),
    };

    /// <summary>What was ticked, without the questions that were left open. Refuses an answer that is not offered.</summary>
    public static Result<IReadOnlyDictionary<GroupQuestion, string>> Read(IReadOnlyDictionary<GroupQuestion, string> said)
    {
        var answered = said.Where(s => s.Value.Length > 0).ToDictionary();
        var wrong = answered.Where(s => !Options(s.Key).Contains(s.Value)).Select(s => s.Key.ToString()).ToList();
        return wrong.Count == 0 ? answered
            : wrong.ConvertAll(field => new Problem(field, $"Choose one of the answers that are offered, or leave it open"));
    }
}
