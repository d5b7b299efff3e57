namespace Fairload.Core.Actions;

/// <summary>Which way a measure is expected to go.</summary>
public enum Direction { Up, Down }

/// <summary>Something that is measured year by year and that an action can be expected to move.</summary>
/// <param name="Code">The same for ever, as stored with actions.</param>
public sealed record ActionMeasure(string Code, string Name, string Welsh);

/// <summary>
/// The measures that an action can name, given from outside: actions know nothing of how a measure is worked out. Whoever measures
/// registers a list of their own in place of <see cref="Usual"/>.
/// </summary>
public sealed record ActionMeasures(IReadOnlyList<ActionMeasure> All)
{
    public static ActionMeasures Usual { get; } = new(
    [
        new("vacancies", "Vacant posts", "Swyddi gwag"),
        new("caseload", "Load of each worker", "Llwyth pob gweithiwr"),
        new("supervision", "Supervision held as agreed", "Goruchwyliaeth a gynhaliwyd fel y cytunwyd"),
        new("unallocated", "Cases without a named worker", "Achosion heb weithiwr a enwir"),
        new("transfer-delay", "Delay of transfers between teams", "Oedi wrth drosglwyddo rhwng timau"),
        new("sickness", "Days lost to sickness", "Dyddiau a gollwyd oherwydd salwch"),
        new("agency", "Bank and agency staff", "Staff banc ac asiantaeth"),
        new("team-meetings", "Team meetings held", "Cyfarfodydd tîm a gynhaliwyd"),
        new("risk-assessments", "Risk assessments in date", "Asesiadau risg sy'n gyfredol"),
        new("staff-survey", "What staff say in the survey", "Yr hyn y mae staff yn ei ddweud yn yr arolwg"),
        new("complaints", "Complaints", "Cwynion"),
    ]);

    public ActionMeasure? Find(string code) => All.FirstOrDefault(m => m.Code == code);
}
