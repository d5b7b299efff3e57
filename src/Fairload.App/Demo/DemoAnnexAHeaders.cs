namespace Fairload.App.Demo;

/// <summary>The headers of the eleven child-level lists, word for word, in the forms of January 2024 and of August 2019.</summary>
/// <remarks>Ofsted, child-level data for inspections of local authority children's services (Annex A).</remarks>
internal static class DemoAnnexAHeaders
{
    private const string Disabled = "Does the Child have a Disability", Team = "Allocated Team", Worker = "Allocated Worker";

    private static string[] Child(params string[] rest) => ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age", .. rest];

    /// <summary>Lists 1 to 11, as of January 2024.</summary>
    public static readonly string[][] Of2024 =
    [
        Child("Date of Contact", "Contact Source"),
        Child("Assessment start date", "Assessment completion date", "Organisation completing assessment"),
        Child("Date of Referral", "Referral Source", "Referral NFA?", "Number of Referrals in Last 12 Months", Team, Worker),
        Child(Disabled, "Continuous Assessment Start Date", "Child Seen During Continuous Assessment",
            "Continuous Assessment Date of Authorisation",
            "Was the child assessed as requiring LA children's social care support?", Team, Worker),
        Child(Disabled, "Strategy discussion initiating Section 47 Enquiry Start Date",
            "Was an Initial Child Protection Conference deemed unnecessary?",
            "Date of Initial Child Protection Conference", "Did the Initial Child Protection Conference Result in a Child Protection Plan",
            "Number of Section 47 Enquiries in the last 12 months", "Number of ICPCs in the last 12 months", Team, Worker),
        Child(Disabled, "CIN Start Date", "Primary Need Code", "Date Child Was Last Seen", "CIN Closure Date", "Reason for Closure",
            "Case Status", Team, Worker),
        Child(Disabled, "Child Protection Plan Start Date", "Initial Category of Abuse", "Latest Category of Abuse",
            "Date of the Last Statutory Visit",
            "Was the Child Seen Alone?", "Date of latest review conference", "Child Protection Plan End Date",
            "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)",
            "Number of Previous Child Protection Plans", Team, Worker),
        Child("Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N))", Disabled, "Date Started to be Looked After",
            "Child's Category of Need",
            "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)",
            "Start date of current legal status",
            "Child's Legal Status", "Date of Latest Statutory Review", "Date of Last Social Work Visit",
            "What is the permanence plan for this child?",
            "Date of Last IRO Visit / Contact to the Child", "Date of Last Health Assessment", "Date of Last Dental Check",
            "Number of Placements in the Last 12 months",
            "Date Ceased to be Looked After", "Reason Ceased to be Looked After", "Start Date of Most Recent Placement", "Placement Type",
            "Placement Provider",
            "Placement postcode", "URN of Placement", "Placement Location", "LA of Placement",
            "Number of Episodes the Child has been ‘Missing’ from their Placement in the last 12 months",
            "Number of Episodes the Child has been ‘Absent’ from their Placement in the last 12 months",
            "Was the child offered a Return Interview after their last missing episode (Y/N)?",
            "Did the child accept a Return Interview after their last missing episode (Y/N)?", Team, Worker),
        Child("Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)", Disabled, Team, Worker,
            "Allocated Personal Advisor",
            "Eligibility Category", "Latest Pathway Plan Review Date", "LA in Touch", "Latest Date of Contact", "Type of Accommodation",
            "Suitability of Accommodation",
            "Activity Status"),
        ["Child Unique ID", "Family identifier", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)", Disabled,
            "Date the Child Entered Care",
            "Date of Decision that Child Should be Placed for Adoption", "Date of Placement Order",
            "Date of Matching Child and Prospective Adopters",
            "Date Placed for Adoption", "Date of Adoption Order", "Date of Decision that Child Should No Longer be Placed for Adoption",
            "Reason Why Child No Longer Placed for Adoption",
            "Date the child was placed for fostering in FFA or concurrent planning placement"],
        ["Individual adopter identifier", "Family identifier", "Gender", "Ethnicity", "Disability",
            "Is the (prospective) adopter fostering for adoption?",
            "Date enquiry received", "Date Stage 1 started", "Date Stage 1 ended", "Date Stage 2 started", "Date Stage 2 ended",
            "Date application submitted",
            "Date application approved", "Date adopter matched with child(ren)", "Date child/children placed with adopter(s)",
            "No. of children placed",
            "Date of Adoption Order", "Date of leaving adoption process", "Reason for leaving adoption process"],
    ];

    /// <summary>The columns of list 9 that the form of 2019 does not have, by their place.</summary>
    public static readonly int[] NotIn2019OfList9 = [5, 9, 11, 13];

    /// <summary>The form of August 2019, with its stray blanks.</summary>
    public static string[] Of2019(int list) => list == 9
        ? [.. Of2024[8].Where((_, place) => !NotIn2019OfList9.Contains(place)).Select(h => As2019(9, h))]
        : [.. Of2024[list - 1].Select(h => As2019(list, h))];

    private static string As2019(int list, string header) => (list, header) switch
    {
        ( < 10, "Age") => "Age of Child (Years)",
        (3, "Date of Referral") => "Date of referral",
        (4, "Was the child assessed as requiring LA children's social care support?") =>
            "Was the child assessed as requiring LA children’s social care support",
        (6, "Case Status") => "Case status",
        (8, "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N))") =>
            "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)",
        (8, "Date Ceased to be Looked After") => "Date Ceased to be Looked After ",
        (9, "LA in Touch") => "LA In Touch ",
        (10, "Date of Adoption Order") => "Date of Adoption Order ",
        _ => header,
    };
}
