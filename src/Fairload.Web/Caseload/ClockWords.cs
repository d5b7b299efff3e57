using Fairload.Core.Caseload;

namespace Fairload.Web.Caseload;

/// <summary>The clocks that ship with the program, as people say them.</summary>
internal static class ClockWords
{
    /// <summary>A clock of the council's own is said as it is named there.</summary>
    public static string Name(Catalogue T, Clock clock) => clock.Code switch
    {
        "referral-decision" => T["Decision on a referral"],
        "assessment" => T["Single assessment"],
        "initial-conference" => T["Initial child protection conference"],
        "plan-first-review" => T["First review of a child protection plan"],
        "plan-later-review" => T["Later review of a child protection plan"],
        "plan-first-visit" => T["First visit under a child protection plan"],
        "plan-visit" => T["Visit under a child protection plan"],
        "in-need-visit" => T["Visit to a child in need"],
        "care-first-visit" => T["First visit to a child in a placement"],
        "care-visit" => T["Visit to a child in care"],
        "care-first-review" => T["First review of a child in care"],
        "care-later-review" => T["Review of a child in care"],
        "pathway-review" => T["Review of a pathway plan"],
        "adult-first-review" => T["First light-touch review of a care and support plan"],
        "adult-review" => T["Review of a care and support plan"],
        "safeguarding-enquiry" => T["Safeguarding enquiry"],
        "dols-standard" => T["Standard authorisation under the deprivation of liberty safeguards"],
        _ => clock.Name,
    };
}
