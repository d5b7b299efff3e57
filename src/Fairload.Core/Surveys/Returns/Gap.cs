using Fairload.Core.Surveys.Results;

namespace Fairload.Core.Surveys.Returns;

/// <summary>How the employer's answer stands to what staff say.</summary>
public enum GapKind
{
    /// <summary>The employer rates this higher than staff do.</summary>
    EmployerHigher,

    /// <summary>The employer rates this lower than staff do.</summary>
    EmployerLower,

    /// <summary>What staff say could be what the employer says.</summary>
    NotToldApart,

    /// <summary>Staff's figure is hidden in this group.</summary>
    StaffHidden,

    /// <summary>The employer does not know.</summary>
    NotKnown,

    /// <summary>The employer did not answer, or its return does not ask.</summary>
    NotAnswered,
}

/// <summary>One expectation with both sides.</summary>
/// <param name="Staff">The statement that staff were asked about.</param>
/// <param name="Employer">What the return asks; null where it asks nothing of this expectation.</param>
/// <param name="Says">The employer's answer; null where it has none or does not know.</param>
/// <param name="Share">Of staff whose answer was favourable; null where it is hidden.</param>
/// <param name="Margin">In whole percentage points, from what is shown alone; null where it can not be told from that.</param>
/// <param name="Apart">Percentage points that lie between both after the margin; 0 where they can not be told apart or compared.</param>
public sealed record Gap(
    string Expectation, SurveyItem Staff, SurveyItem? Employer, AnswerOption? Says, ShownShare? Share, int? Margin, GapKind Kind,
    decimal Apart);

/// <summary>
/// Lays the employer's return beside what was let out of a round. It works from the figures that anybody reads who may read results, so it
/// tells nothing of people that they do not.
/// </summary>
/// <remarks>A scale of three answers parts 0 to 100 per cent into three equal steps, one of four into four. The employer is higher only
/// where staff's share with all of its margin lies under the step of the employer's answer, lower where it lies over it.</remarks>
public static class Gaps
{
    /// <summary>The largest are named, so many at most.</summary>
    public const int Named = 3;

    /// <summary>In the order in which staff were asked. Empty where the round asks nothing that is expected of an employer.</summary>
    /// <param name="line">Of a group whose figures are shown.</param>
    public static IReadOnlyList<Gap> Of(
        Questionnaire ofReturn, IReadOnlyList<ReturnAnswer> answers, Questionnaire asked, ResultLine line)
    {
        if (line.Hidden is not null) throw new ArgumentException("A hidden group has nothing to lay beside", nameof(line));
        var stated = ofReturn.Items.Where(i => i is { Kind: ItemKind.Scale, Expectation: not null })
            .GroupBy(i => i.Expectation!).ToDictionary(g => g.Key, g => g.First());
        var said = answers.ToDictionary(a => a.Item);
        return
        [
            .. asked.Items.Where(i => i is { Kind: ItemKind.Scale, Expectation: not null })
                .Select(item => One(ofReturn, stated.GetValueOrDefault(item.Expectation!), said, item, line)),
        ];
    }

    /// <summary>The largest, the larger first; as large in the order of the questionnaire.</summary>
    public static IReadOnlyList<Gap> Largest(IEnumerable<Gap> gaps) =>
        [.. gaps.Where(g => g.Kind is GapKind.EmployerHigher or GapKind.EmployerLower).OrderByDescending(g => g.Apart).Take(Named)];

    private static Gap One(
        Questionnaire ofReturn, SurveyItem? employer, Dictionary<string, ReturnAnswer> said, SurveyItem staff, ResultLine line)
    {
        var answer = employer is null ? null : said.GetValueOrDefault(employer.Code);
        var scale = employer is null ? null : ofReturn.ScaleOf(employer);
        var option = answer?.Value is { } value ? scale!.Options.Single(o => o.Value == value) : null;
        ShownShare? share = line.Item(staff.Code) is { } shown ? shown.Shares[AnswerClasses.Favourable] : null;
        var margin = share is { Value: { } percent } && line.Answered is { } people
            ? StatisticsOfShares.WholeMargin(percent, people) : (int?)null;

        var (kind, apart) = option is null ? (answer is { IsNotKnown: true } ? GapKind.NotKnown : GapKind.NotAnswered, 0m)
            : share is not { } known ? (GapKind.StaffHidden, 0m)
            : Compare(Step.Of(scale!, option.Value, employer!.Reverse), known, line.Answered);
        return new(staff.Expectation!, staff, employer, option, share, margin, kind, apart);
    }

    private static (GapKind Kind, decimal Apart) Compare(Step step, ShownShare share, int? answered)
    {
        // Of an end only its inner edge is told, and there the margin is widest.
        var edge = share.Value ?? (share.IsHigh ? share.NotUnder : share.NotOver);
        var margin = answered is { } people ? StatisticsOfShares.WholeMargin(edge, people) : 0;
        var (low, high) = (Math.Max(0, share.NotUnder - margin), Math.Min(100, share.NotOver + margin));
        if (high < step.From) return (GapKind.EmployerHigher, step.From - high);
        return low > step.To ? (GapKind.EmployerLower, low - step.To) : (GapKind.NotToldApart, 0);
    }

    /// <summary>What an answer stands for among shares, in per cent, both edges with it.</summary>
    private readonly record struct Step(decimal From, decimal To)
    {
        public static Step Of(Scale scale, int value, bool reverse)
        {
            var counted = scale.Turned(value, reverse);
            var (below, all) = (scale.Options.Count(o => o.Value < counted), scale.Options.Count);
            return new(100m * below / all, 100m * (below + 1) / all);
        }
    }
}
