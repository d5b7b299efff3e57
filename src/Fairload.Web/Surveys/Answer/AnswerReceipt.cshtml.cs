using Fairload.App.Surveys.Rounds;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Surveys.Answer;

/// <summary>With a receipt, and with nothing else, somebody sees that a ballot counts, or takes it back.</summary>
[ByCode, IgnoreAntiforgeryToken]
internal sealed class AnswerReceipt(RespondingDesk desk) : PageModel
{
    [BindProperty] public string? Receipt { get; set; }

    /// <summary>Null before anything was asked.</summary>
    public ReceiptState? State { get; private set; }

    public async Task<IActionResult> OnPost(string? go, CancellationToken stop)
    {
        if (go is "cy" or "en") return Page();
        State = go == "withdraw" ? await desk.Withdraw(Receipt, stop) : await desk.Look(Receipt, stop);
        return State == ReceiptState.NotFound
            ? this.Again([new("Receipt", $"No ballot in a survey that is open has this receipt: it was mistyped or taken back, or the survey has closed and nobody can tell any more which ballot is whose. Nothing was changed")])
            : Page();
    }
}
