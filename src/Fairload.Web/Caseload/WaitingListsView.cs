using Fairload.App.Caseload;
using Fairload.Core.Caseload;

namespace Fairload.Web.Caseload;

/// <summary>The three waiting lists one below the other, each with its longest waits and the way to all of it.</summary>
/// <param name="Where">To what the lists were narrowed: the id of a team, <c>service:</c> and a name, or nothing.</param>
internal sealed record WaitingListsView(WaitingView Waiting, bool WithTeam, string Where)
{
    public const int Shown = 25;

    public string All(WaitingList list) => $"/waiting?Where={Uri.EscapeDataString(Where)}&List={list}";

    public IReadOnlyList<KeyValuePair<WaitingList, IReadOnlyList<WaitingCase>>> Lists =>
    [
        new(WaitingList.NeverAllocated, Waiting.NeverAllocated),
        new(WaitingList.HeldByManager, Waiting.HeldByManager),
        new(WaitingList.Phantom, Waiting.Phantom),
    ];

    /// <summary>"41 cases wait: 20 never allocated, 9 held by a manager, 12 in the name of somebody who is not at work."</summary>
    public static string Sentence(Catalogue T, WaitingView waiting)
    {
        var all = waiting.All.ToList();
        if (all.Count == 0) return T["Nothing waits: every open case is with a named person at work."];
        var whole = T.Count(all.Count, "{0} case waits", "{0} cases wait");
        return T["{0}: {1} never allocated, {2} held by a manager, {3} in the name of somebody who is not at work.",
            whole, waiting.NeverAllocated.Count, waiting.HeldByManager.Count, waiting.Phantom.Count];
    }
}
