using Fairload.App.Allocation.Transfers;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.Allocation.Transfers;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Fairload.Web.Caseload;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Allocation.Transfers;

/// <summary>One transfer with its history and the next step for whoever reads it.</summary>
[Needs(Permission.SeeTransfers)]
internal sealed class ShowTransfer(TransferStepDesk desk, AuditTrail audit) : PageModel
{
    /// <summary>How far the reader had seen it when the form was made.</summary>
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Worker { get; set; }
    [BindProperty] public string? Why { get; set; }
    [BindProperty] public DateOnly? MovesOn { get; set; }
    [BindProperty] public List<string> Done { get; set; } = [];
    [BindProperty] public string? Back { get; set; }
    [BindProperty] public string? PutRight { get; set; }
    [BindProperty] public string? Handover { get; set; }
    [BindProperty] public PersonWish? Wish { get; set; }
    [BindProperty] public string? Keep { get; set; }
    [BindProperty] public string? Goes { get; set; }
    [BindProperty] public string? Ruling { get; set; }

    public TransferView View { get; private set; } = null!;

    /// <summary>What has just been done; null on an ordinary look.</summary>
    public string? JustDone { get; private set; }

    public Transfer Transfer => View.Transfer;
    public bool Receives => View.Sides.Contains(TransferSide.Receiving);
    public bool Sends => View.Sides.Contains(TransferSide.Sending);
    public bool Decides => View.Sides.Contains(TransferSide.Head) && View.AwaitsHead;
    public bool MayReturn => Receives && !Transfer.IsRuled && IsOnItsWay;
    public bool MayWithdraw =>
        Sends && View.Overtaken is null && Transfer is { IsOpen: true, IsRuled: false, State: not TransferState.WithHead };
    public bool MayTick => (Sends || Receives) && IsOnItsWay;
    public bool MayMove => Receives && View.Overtaken is null && View.WorkerRefused is null && Transfer.WhyNotMoved(View.Today) is null;

    private bool IsOnItsWay => View.Overtaken is null && (Transfer.State == TransferState.Proposed || Transfer.IsAccepted);

    public string Name(Id<Worker> worker) => View.People!.People[worker].Worker.Name;

    public async Task<IActionResult> OnGet(Id<Transfer> id, string? done, CancellationToken stop)
    {
        if (await desk.Show(id, HttpContext.Reader!, stop) is not { } view) return NotFound();
        await audit.Read(HttpContext.Reader!, "transfer", id.ToString(), stop);
        (View, JustDone) = (view, done);
        (Worker, MovesOn, Handover, Wish) = (Transfer.WorkerId?.ToString(), Transfer.MovesOn, Transfer.Handover, Transfer.Wish);
        return Page();
    }

    public Task<IActionResult> OnPostAccept(Id<Transfer> id, CancellationToken stop) => Act(id, "accepted", (seen, reader) => desk.Accept(
        seen, Id<Worker>.TryParse(Worker, out var chosen) ? chosen : null, MovesOn, Why ?? "", reader, stop), stop);

    public Task<IActionResult> OnPostTick(Id<Transfer> id, CancellationToken stop) => Act(id, "ticked", (seen, reader) => desk.Tick(
        seen, Done.Select(d => Id<TransferItem>.TryParse(d, out var item) ? item : default).ToHashSet(), reader, stop), stop);

    public Task<IActionResult> OnPostReturn(Id<Transfer> id, CancellationToken stop) =>
        Act(id, "returned", (seen, reader) => desk.Return(seen, Back ?? "", reader, stop), stop);

    public Task<IActionResult> OnPostAgain(Id<Transfer> id, CancellationToken stop) => Act(id, "proposed", (seen, reader) =>
        desk.ProposeAgain(seen, PutRight ?? "", Handover ?? "", Wish ?? PersonWish.NotKnown, reader, stop), stop);

    public Task<IActionResult> OnPostWithdraw(Id<Transfer> id, CancellationToken stop) =>
        Act(id, "withdrawn", (seen, reader) => desk.Withdraw(seen, Keep ?? "", reader, stop), stop);

    public Task<IActionResult> OnPostRule(Id<Transfer> id, CancellationToken stop) => Act(id, "decided", (seen, reader) =>
        desk.Rule(seen, Goes switch { "yes" => true, "no" => false, _ => null }, Ruling ?? "", reader, stop), stop);

    public Task<IActionResult> OnPostMove(Id<Transfer> id, CancellationToken stop) =>
        Act(id, "moved", (seen, reader) => desk.Move(seen, reader, stop), stop);

    public Task<IActionResult> OnPostPutAway(Id<Transfer> id, CancellationToken stop) =>
        Act(id, "away", (seen, reader) => desk.PutAway(seen, reader, stop), stop);

    private async Task<IActionResult> Act(
        Id<Transfer> id, string deed, Func<SeenTransfer, Reader, Task<Result<Transfer>>> act, CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        if (await desk.Show(id, reader, stop) is not { } view) return NotFound();
        View = view;
        if (!ModelState.IsValid) return this.Again([]);
        if ((await act(new(id, Version), reader)).Try(out _, out var problems)) return Redirect(Links.Transfer(id) + $"?done={deed}");
        View = await desk.Show(id, reader, stop) ?? view;
        return this.Again(problems);
    }
}
