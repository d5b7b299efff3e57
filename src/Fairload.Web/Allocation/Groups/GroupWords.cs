using Fairload.Core.Allocation;
using Fairload.Core.Disclosure;
using Fairload.Web.Surveys.Results;

namespace Fairload.Web.Allocation.Groups;

/// <summary>Groups, and how evenly work falls on them, in words.</summary>
internal static class GroupWords
{
    public static string Asks(Catalogue T, GroupQuestion question) => question switch
    {
        GroupQuestion.Ethnicity => T["Ethnic group"],
        GroupQuestion.Sex => T["Sex"],
        GroupQuestion.Disability => T["Disability"],
        GroupQuestion.Age => T["Age"],
        _ => throw new ArgumentOutOfRangeException(nameof(question)),
    };

    public static string Option(Catalogue T, string option) => option switch
    {
        "asian" => T["Asian, Asian British or Asian Welsh"],
        "black" => T["Black, Black British, Black Welsh, Caribbean or African"],
        "mixed" => T["Mixed or multiple ethnic groups"],
        "white" => T["White"],
        "other" => T["Other ethnic group"],
        "female" => T["Female"],
        "male" => T["Male"],
        "disabled" => T["Disabled"],
        "not-disabled" => T["Not disabled"],
        "under-30" => T["Under 30"],
        "30-44" => T["30 to 44"],
        "45-59" => T["45 to 59"],
        "60-over" => T["60 and over"],
        _ => throw new ArgumentOutOfRangeException(nameof(option)),
    };

    public static string Load(Catalogue T, FairnessLine line) =>
        line.Load is { } load ? T["{0}%, give or take {1}", load, line.Margin!] : Disclosed.Hidden.ToString();

    public static string Part(Catalogue T, FairnessLine line, PartOfAll? part) =>
        line.Hidden is not null ? Disclosed.Hidden.ToString()
        : part is { IsLow: true } ? Disclosed.Low.ToString() : part?.Percent is { } percent ? T["{0}%", percent] : T["not known"];

    public static string People(Catalogue T, FairnessLine line) =>
        line.People is { } people ? T.Number(people) : Disclosed.Hidden.ToString();

    /// <summary>A group's load against everybody's: more, less, or no more apart than chance would put them.</summary>
    public static string Says(Catalogue T, FairnessByGroups all, FairnessLine line)
    {
        if (line.Hidden is { } why) return Why(T, why, all.Floor);
        var apart = line.Load!.Value - all.Load;
        if (Math.Abs(apart) <= line.Margin) return T["No clear difference: chance alone can put groups of this size so far apart."];
        return apart > 0 ? T["Carries more of its room than everybody together, by more than chance."]
            : T["Carries less of its room than everybody together, by more than chance."];
    }

    private static string Why(Catalogue T, HiddenBecause why, int floor) => why switch
    {
        HiddenBecause.Small => T["Fewer than {0} people said this of themselves.", floor],
        HiddenBecause.Nobody => T["Nobody said this of themselves."],
        _ => ResultWords.Why(T, why, floor),
    };
}
