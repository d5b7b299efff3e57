using System.Text;
using Fairload.App.Actions;
using Fairload.App.Audit;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Actions;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Actions;

/// <summary>A letter upward about what can not be funded, to be printed or taken as a text file.</summary>
[Needs(Permission.SeeActions)]
internal sealed class CannotLetter(
    ActionDesk desk, AuditTrail audit, CouncilSettings settings, TimeProvider clock, Catalogue T) : PageModel
{
    /// <summary>To whom: <c>director</c> or <c>members</c>.</summary>
    [BindProperty(SupportsGet = true)] public string? To { get; set; }
    [BindProperty(SupportsGet = true)] public string? As { get; set; }

    public bool IsToMembers => To == "members";
    public LetterUpward Letter { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        Letter = LetterUpward.Of(T, await desk.CannotFund(HttpContext.Reader!, stop), IsToMembers, settings.Council, clock.UkToday);
        if (As != "text") return Page();
        await audit.Note(HttpContext.Reader!, AuditAction.Exported, "letter", IsToMembers ? "members" : "director", stop);
        return new FileContentResult([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Letter.Text)], "text/plain; charset=utf-8")
        {
            FileDownloadName = "letter.txt",
        };
    }
}

/// <summary>The same letter on the page and in the file.</summary>
/// <param name="Lines">One for each thing that can not be funded.</param>
internal sealed record LetterUpward(string Heading, string Title, string Begins, IReadOnlyList<string> Lines, string Ends)
{
    public string Text => string.Join("\r\n\r\n",
        new[] { Heading, Title, Begins }.Concat(Lines.Select((l, n) => $"{n + 1}. {l}")).Append(Ends)) + "\r\n";

    public static LetterUpward Of(Catalogue T, CannotFund register, bool toMembers, string council, DateOnly today) => new(
        council.Length > 0 ? T["{0}, {1}", council, T.Date(today)] : T.Date(today),
        toMembers ? T["To elected members: what can not be funded"] : T["To the director: what can not be funded"],
        register.Lines.Count == 0 ? T["Nothing is refused today for want of money."]
            : $"{ActionWords.Sum(T, register)} {T["What follows from each of them is said beside it. You are asked to decide, or to say to whom it goes next."]}",
        [
            .. register.Lines.Select(l => T["{0}: {1} It would cost: {2}. Not done, because: {3} What follows: {4} Decided by {5} on {6}.",
                l.Action.Reference, Sentence(l.Action.What), ActionWords.Cost(T, l.Refusal.Cost), Sentence(l.Refusal.Because),
                Sentence(l.Refusal.Consequence), l.Refusal.DecidedBy, l.Refusal.RefusedOn]),
        ],
        T["Whoever decides otherwise opens the action again in Fairload, and what stands here stays beside it."]);

    private static string Sentence(string text) => text[^1] is '.' or '!' or '?' ? text : text + ".";
}
