using Fairload.App.Surveys.Results;
using Fairload.App.Surveys.Returns;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Returns;
using Fairload.Web.Surveys.Results;
using Fairload.Web.Surveys.Rounds;

namespace Fairload.Web.Surveys.Returns;

/// <summary>The employer's return in words, and what lies between it and what staff say.</summary>
internal static class ReturnWords
{
    public static string State(Catalogue T, ReturnLine line)
    {
        var signed = line.InForce is { } one ? Signed(T, one) : "";
        if (line.Begun is not { } begun) return signed;
        var being = begun.Number == 1 ? T["Being filled in since {0}, begun by {1}. Nobody else sees it before it is signed.", begun.BegunOn, begun.BegunBy]
            : T["A correction is being filled in since {0}, begun by {1}. Until it is signed the one before counts.", begun.BegunOn, begun.BegunBy];
        return $"{signed} {being}".Trim();
    }

    public static string Signed(Catalogue T, EmployersReturn one) => one.Number == 1
        ? T["Signed on {0} by {1}, {2}.", one.SignedOn, one.SignedBy, one.Position]
        : T["Corrected return {3}, signed on {0} by {1}, {2}.", one.SignedOn, one.SignedBy, one.Position, one.Number];

    /// <summary>What the employer chose of a statement.</summary>
    public static string Said(Catalogue T, Questionnaire asked, SurveyItem item, ReturnAnswer? answer) => answer switch
    {
        { IsNotKnown: true } => NotKnown(T, asked, item),
        { Value: { } value } => RoundWords.Of(T, asked.ScaleOf(item).Options.Single(o => o.Value == value).Says),
        _ => T["Not answered"],
    };

    /// <summary>The employer's side of an expectation.</summary>
    public static string Employer(Catalogue T, Gap gap) => gap switch
    {
        { Says: { } says } => RoundWords.Of(T, says.Says),
        { Kind: GapKind.NotKnown } => T["Not known"],
        { Employer: null } => T["The return does not ask this"],
        _ => T["Not answered"],
    };

    /// <summary>Staff's side.</summary>
    public static string Staff(Catalogue T, Gap gap) => gap switch
    {
        { Share: null } => T["[c] hidden in this group"],
        { Share: { } share, Margin: { } margin } => T["{0} favourable, give or take {1}", ResultWords.Share(T, share), margin],
        { Share: { } share } => T["{0} favourable", ResultWords.Share(T, share)],
    };

    /// <summary>What lies between both.</summary>
    public static string Between(Catalogue T, Gap gap) => gap.Kind switch
    {
        GapKind.EmployerHigher => T["The employer rates this higher than staff do"],
        GapKind.EmployerLower => T["The employer rates this lower than staff do"],
        GapKind.NotToldApart => T["Both say about the same"],
        GapKind.StaffHidden => T["What staff say is hidden, so there is nothing to compare"],
        GapKind.NotKnown => T["The employer does not know"],
        _ => T["The employer gave no answer"],
    };

    /// <summary>The largest gaps in a sentence or two.</summary>
    public static string Largest(Catalogue T, IReadOnlyList<Gap> gaps)
    {
        var largest = Gaps.Largest(gaps);
        if (largest.Count == 0) return T["Nowhere do the employer and staff clearly say something else."];
        var named = string.Join(' ', largest.Select(g => g.Kind == GapKind.EmployerHigher
            ? T["“{0}”: the employer says “{1}”, and of staff {2}.", RoundWords.Of(T, g.Staff.Says), Employer(T, g), Staff(T, g)]
            : T["“{0}”: the employer says no more than “{1}”, and of staff {2}.",
                RoundWords.Of(T, g.Staff.Says), Employer(T, g), Staff(T, g)]));
        return $"{T["Furthest apart:"]} {named}";
    }

    /// <summary>Which return stands beside the results, or that none does.</summary>
    public static string Beside(Catalogue T, ResultView view) => view.Employer is { } beside ? Signed(T, beside.Return)
        : T["The employer has signed no return for {0}, so there is nothing to lay beside what staff say.", view.Round.LastDay.Year];

    private static string NotKnown(Catalogue T, Questionnaire asked, SurveyItem item) =>
        asked.ScaleOf(item).NotApplicable is { } says ? RoundWords.Of(T, says) : T["Not known"];
}
