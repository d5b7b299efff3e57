using Fairload.App.Surveys;
using Fairload.Web.Surveys.Rounds;

namespace Fairload.Web.HealthCheck;

/// <summary>What the parts of figures are called.</summary>
internal static class PartWords
{
    private const string Theme = "theme-";

    public static string Name(Catalogue T, string code) => code switch
    {
        "agency" => T["agency staff"],
        "bank" => T["bank staff"],
        "widest-span" => T["the most people to one manager"],
        "child-cases" => T["children"],
        "family-cases" => T["families"],
        "adult-cases" => T["adults"],
        "carer-cases" => T["carers"],
        "other-cases" => T["cases of a council's own kinds"],
        "tier-1" => T["tier 1"],
        "tier-2" => T["tier 2"],
        "tier-3" => T["tier 3"],
        "over-20-working-days" => T["waiting over 20 working days"],
        "longest-wait" => T["the longest wait"],
        "full-length" => T["of 90 minutes or more"],
        "shorter" => T["shorter"],
        "missed" => T["missed"],
        "cancelled" => T["cancelled"],
        "meetings-held" => T["meetings held"],
        "teams-without-meeting" => T["teams without a meeting for some weeks"],
        "days-each" => T["working days for each full-time equivalent"],
        "target-days-each" => T["the council's target, in days"],
        "overdue" => T["overdue"],
        "never-recorded" => T["never recorded"],
        "about-contact" => T["about contact"],
        "about-delay" => T["about delay"],
        "about-conduct" => T["about conduct"],
        "about-outcome" => T["about outcome or eligibility"],
        "about-other" => T["about something else"],
        "compliments" => T["compliments"],
        "moved" => T["moved"],
        "longest" => T["the longest"],
        "still-open" => T["still open"],
        "not-under" => T["not under"],
        "not-over" => T["not over"],
        _ => Week(T, code) ?? ThemeOf(T, code) ?? code,
    };

    private static string? Week(Catalogue T, string code) => code switch
    {
        "referrals-median-week" => T["referrals in a middling week"],
        "referrals-highest-week" => T["referrals in the highest week"],
        "referrals-lowest-week" => T["referrals in the lowest week"],
        "referrals-unusual-weeks" => T["weeks in which referrals were beyond usual variation"],
        "contacts-median-week" => T["contacts in a middling week"],
        "contacts-highest-week" => T["contacts in the highest week"],
        "contacts-lowest-week" => T["contacts in the lowest week"],
        "contacts-unusual-weeks" => T["weeks in which contacts were beyond usual variation"],
        _ => null,
    };

    /// <summary>A theme of a questionnaire that ships.</summary>
    private static string? ThemeOf(Catalogue T, string code) => !code.StartsWith(Theme, StringComparison.Ordinal) ? null
        : ShippedQuestionnaires.All.SelectMany(q => q.Themes).FirstOrDefault(t => t.Code == code[Theme.Length..]) is { } theme
            ? RoundWords.Of(T, theme.Name) : null;
}
