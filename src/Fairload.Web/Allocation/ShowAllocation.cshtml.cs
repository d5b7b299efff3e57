using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Allocation;

/// <summary>One page of allocation and what it is for.</summary>
internal sealed record AllocationPlace(string Href, string Name, string Says, Permission Needs);

/// <summary>Everything about sharing work out, as far as the reader may open it.</summary>
[Needs(Permission.SeeCases)]
internal sealed class ShowAllocation(Catalogue T) : PageModel
{
    public IEnumerable<AllocationPlace> Places => All().Where(p => HttpContext.Reader!.May(p.Needs));

    private IEnumerable<AllocationPlace> All() =>
    [
        new("/my-work/notices", T["What you have been told"], T["Cases that were given to you or taken over from you, and your answers."],
            Permission.SeeOwnWork),
        new("/meetings", T["Allocation meetings"], T["Share out what waits in a team, a service or the council, line by line."],
            Permission.Allocate),
        new("/waiting", T["Waiting"], T["What waits, since when and why. From there one case is given to somebody."],
            Permission.SeeWaiting),
        new("/allocation/moves", T["What moves would buy"], T["How much fairer it gets when cases that somebody holds go to somebody else."],
            Permission.Allocate),
        new("/answers", T["What workers say"], T["Replies to “not safe” that are owed, and how often it is said in each service, with nobody named."],
            Permission.SeeLoads),
        new("/transfers", T["Transfers between teams"], T["Cases on their way from one team to another, and who has the next step."],
            Permission.SeeTransfers),
        new("/allocation/to-enter", T["Agreed here, not yet in the case system"],
            T["The keying list: who holds what now, until an extract shows it."],
            Permission.SeeWaiting),
        new("/panels", T["Complex case panel"], T["Senior people look at a hard case together with the worker."], Permission.BringToPanel),
        new("/fairness", T["How evenly loads lie"], T["Evenness and inequality of a team or service over six months, without names."],
            Permission.SeeLoads),
        new("/scenarios", T["What if"], T["On a copy: somebody leaves, people come, weights or limits are others."], Permission.SeeLoads),
        new("/work-by-tier", T["Work by tier"], T["All open work by tier and kind, and who has it in hand."], Permission.SeeLoads),
        new("/settings/reserved", T["Who may hold which work"], T["The statement of reserved functions."], Permission.SeeSettings),
        new("/allocation/how", T["How a suggestion is made"], T["In plain words, with the rules and weights in force."],
            Permission.SeeSettings),
    ];
}
