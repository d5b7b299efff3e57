using Fairload.App.Actions;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Actions;

/// <summary>The public tracker for a spreadsheet.</summary>
[Open]
internal sealed class PublishedFile(TrackerDesk desk, Catalogue T) : PageModel
{
    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        var tracker = await desk.Tracker(stop);
        return CsvFile.Of("actions.csv", tracker.Resolutions.SelectMany(Lines).Prepend(
        [
            T["Committee"], T["Meeting"], T["Resolution"], T["Recommendation"], T["Action"], T["What will be done"],
            T["Who answers for it"], T["First due"], T["Due"], T["Moves"], T["State"], T["Last noted"],
        ]));
    }

    /// <summary>A resolution without a published action has a line too.</summary>
    private IEnumerable<string[]> Lines(PublishedResolution group)
    {
        string[] about =
        [
            group.Meeting?.Committee ?? "", group.Meeting is { } meeting ? ActionWords.Day(meeting.HeldOn)! : "",
            group.Resolution is { } resolution ? T.Number(resolution.Number) : "", group.Resolution?.Text ?? "",
        ];
        if (group.Actions.Count == 0) return [[.. about, "", "", "", "", "", "", "", ""]];
        return group.Actions.Select(a => (string[])
        [
            .. about, a.Reference, a.What, a.OwnerRole, ActionWords.Day(a.Moves.Count > 0 ? a.Moves[0].FromOn : a.DueOn)!,
            ActionWords.Day(a.DueOn)!, string.Join("; ", ActionWords.Moves(T, a.Moves)), ActionWords.Says(T, a.Standing),
            ActionWords.Day(a.LastOn)!,
        ]);
    }
}
