using Fairload.App.Allocation;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Allocation;

/// <summary>A rule that is never broken, as it stands here today.</summary>
/// <param name="Href">Where it is set; null where there is nothing to set.</param>
internal sealed record HardRule(string Says, string Here, string? Href);

/// <summary>How a suggestion is made, for those first who are given work by it.</summary>
[Needs(Permission.SeeSettings)]
internal sealed class HowItIsMade(KindDesk desk, Catalogue T) : PageModel
{
    public HowView How { get; private set; } = null!;

    public async Task OnGet(CancellationToken stop) => How = await desk.How(HttpContext.Reader!, stop);

    /// <summary>In the order in which they are told.</summary>
    public IEnumerable<HardRule> Rules()
    {
        var (limits, statement) = (How.Limits, How.Statement);
        yield return new(T["Nobody is offered a case that they hold already, and nobody who manages people."], "", null);
        yield return new(T["You are at work, and not away on the day of the first visit."],
            T["the first visit is {0} working days after the case is given", limits.FirstVisitDays], "/settings");
        yield return new(T["You have no conflict of interest in the case. Its reason is seen by whoever allocates the case, and by nobody else."], "", null);
        yield return new(T["You may hold such work: registration, approvals, experience. What you may hold only jointly is offered only jointly."],
            T["{0} ({1}), in force since {2}, agreed by: {3}.", statement.Code, statement.Name, statement.LiveFrom, statement.AgreedBy],
            "/settings/reserved");
        yield return new(T["Work in court is held only jointly by some, whatever its type."],
            statement.Court.Count == 0 ? T["by nobody"] : AllocationWords.Any(T, statement.Court),
            "/settings/reserved");
        yield return new(T["You speak the language of the person or family, where it is entered that nobody else may hold the case."], "", null);
        yield return new(T["Your hours are known, and you have capacity left by them."], "", null);
        yield return new(T["You have not had as many new cases in seven days as the limit allows."],
            limits.NewCasesAWeek is { } most ? T["the limit is {0}", most] : T["no limit is set here"], "/settings");
        yield return new(T["With the case you stay under the ceiling."],
            T["the ceiling is {0}% of your capacity", T.Number(limits.OverFrom)], "/settings");
        yield return new(T["A case is offered to people of its own service; one that lies in no team, to people of every service that does such work."], "", null);
    }
}
