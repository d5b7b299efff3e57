using Fairload.App.Workforce.Posts;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Workforce.Posts;

/// <summary>What a rate of the page counts, and what to know beside it.</summary>
public sealed record RateCard(string Name, string Numerator, string Denominator, string Source, string Weakness, string Question);

/// <summary>Posts and vacancies of what the reader may see.</summary>
[Needs(Permission.SeePeople)]
internal sealed class ShowPosts(PostsDesk desk, Catalogue T) : PageModel
{
    public PostsView View { get; private set; } = null!;

    /// <summary>The definition of each rate, as the Department for Education has it.</summary>
    public IReadOnlyList<RateCard> Cards =>
    [
        new(T["How the vacancy rate is worked out"], T["Vacant posts on the day, in full-time equivalents: established less in post, of each team, never under nothing"],
            T["Vacant posts and people in post, in full-time equivalents; agency and bank staff are not in post"], Source,
            T["It can not tell whether the posts were enough to begin with. The department asks each council for its vacancies; here they are worked out from the list of posts."],
            T["Which posts have been empty longest, and who does their work now?"]),
        new(T["How the agency rate is worked out"], T["Agency staff on the day, in full-time equivalents; bank staff stand beside it"],
            T["Agency staff and people in post, in full-time equivalents"], Source,
            T["It does not say who covers a vacancy and who is there beside the posts. “Not covered” takes agency and bank staff to cover vacancies first, so it may be more."],
            T["What would have to be so that these people wanted to be employed here?"]),
        new(T["How turnover is worked out"], T["People in post who left in the twelve months up to today, in heads"],
            T["People in post today, in heads, with their shares of the teams"], Source,
            T["Who moved to another team of the council has not left. Of a small team one person is a great part."],
            T["What did those who left say, and to whom?"]),
        new(T["How absence is worked out"], T["Working days lost to sickness in the twelve months to the end of the last month"],
            T["People in post, in full-time equivalents, times 253 working days, 254 in a leap year"], Source,
            T["It is as good as what managers record. Groups that are too small are not shown to whoever stands outside the line of management."],
            T["Where is it work that makes people ill?"]),
        new(T["How the caseload is worked out"], T["Open cases in somebody’s hands, agency staff included"],
            T["Full-time equivalents of those who hold one case or more"], Source,
            T["A case is a case: it says nothing of how much each asks for. The load of each person does."],
            T["Who holds far more than this, and since when?"]),
    ];

    private string Source => T["Staff list, posts, absences and cases held here, by the definitions of the Department for Education’s children’s social work workforce census"];

    public async Task OnGet(CancellationToken stop) => View = await desk.Show(HttpContext.Reader!, stop);
}
