using static Fairload.Core.Access.Permission;

namespace Fairload.Web;

/// <summary>Help with the pages by which the program is looked after.</summary>
internal static class HelpOfTheProgram
{
    public static IReadOnlyList<HelpTopic> Topics { get; } =
    [
        new("/imports", T => T["Bring in the staff list and the case list, look at what will change before it does, settle names that did not match, and undo."],
            new HelpLine(Import, T => T["Files put into the inbox folder are taken in by themselves when little changes; the others wait here with the reason."]))
        {
            Name = T => T["Imports"], Needs = Import,
        },
        new("/imports/names", T => T["Names and teams of the case list that are not on the staff list. Say once who each is; it is remembered."]),
        new("/imports/*", T => T["What one file would change, or has changed: rows added, changed, closed and left out, each with the reason."],
            new HelpLine(Import, T => T["Look first, then confirm. An import can be undone as long as nothing was built on it."])),
        new("/settings", T => T["The weights, bands and limits by which loads are worked out, who agreed them and since when."],
            new HelpLine(AgreeSettings, T => T["Think out new weights as a draft, and look at what they would change before they count."]))
        {
            Name = T => T["Settings"], Needs = SeeSettings,
        },
        new("/settings/weights/draft", T => T["What new weights would change, team by team, before they count. It is worked out from the cases of today."]),
        new("/settings/reserved", T => T["Who may hold which work: rules that go before every count of points."]),
        new("/settings/kindness", T => T["What speaks for a person beside the load, such as knowing the family, and how much it may weigh."]),
        new("/data-protection", T => T["How long records are kept, what may not be deleted, and what has been deleted."],
            new HelpLine(ProtectData, T => T["Look at what would go before you begin. A hold on a person or a case goes before every rule."])),
        new("/accounts", T => T["Invite people, give and take roles, end sessions."],
            new HelpLine(ManageAccounts, T => T["An account ends by itself when the staff list shows that the person has left."]))
        {
            Name = T => T["Accounts"], Needs = ManageAccounts,
        },
        new("/audit", T => T["Who did what and when."]) { Name = T => T["Audit"], Needs = SeeAudit },
        new("/account", T => T["Your password, your second factor and where you are signed in."]) { Name = T => T["Your account"] },
    ];
}
