using Fairload.App.Audit;
using Fairload.App.Supervision.Sessions;
using Fairload.Core.Access;
using Fairload.Core.Supervision.Sessions;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Supervision.Sessions;

/// <summary>A worker's supervision agreement: every version, a form for another, and the worker's own yes.</summary>
[Needs(Permission.SeeSupervision)]
internal sealed class ShowAgreement(AgreementDesk desk, AuditTrail audit) : PageModel
{
    /// <summary>The number of the last version that was looked at; 0 for none.</summary>
    [BindProperty] public int Seen { get; set; }
    [BindProperty] public string? Supervisor { get; set; }
    [BindProperty] public string? Every { get; set; }
    [BindProperty] public int? Minutes { get; set; }
    [BindProperty] public string? Place { get; set; }
    [BindProperty] public string? Professional { get; set; }
    [BindProperty] public string? WorkerBrings { get; set; }
    [BindProperty] public string? SupervisorBrings { get; set; }
    [BindProperty] public DateOnly? ReviewBy { get; set; }

    public AgreementView View { get; private set; } = null!;
    public string? JustDone { get; private set; }

    public IEnumerable<SelectListItem> People(string none, string? chosen) =>
        View.Supervisors.Select(w => new SelectListItem(w.Name, w.Id.ToString(), w.Id.ToString() == chosen)).Prepend(new(none, ""));

    public string Name(Id<Worker>? id, string none) => id is { } one ? View.Named[one].Name : none;

    public async Task<IActionResult> OnGet(Id<Worker> id, string? done, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        await audit.Read(HttpContext.Reader!, "supervision agreement of", id.ToString(), stop);
        JustDone = done;
        Seen = View.Number;
        if (View.Last is not { } last)
        {
            (Minutes, ReviewBy, Supervisor) = (WhatFallsDue.LeastMinutes, View.Today.AddMonths(6), HttpContext.Reader!.Worker?.ToString());
            return Page();
        }

        (Supervisor, Every, Minutes, Place) = (last.SupervisorId.ToString(), last.Every.ToString(), last.Minutes, last.Place);
        (Professional, WorkerBrings, SupervisorBrings) = (last.ProfessionalId?.ToString(), last.WorkerBrings, last.SupervisorBrings);
        ReviewBy = last.ReviewBy;
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Worker> id, CancellationToken stop)
    {
        if (!await Read(id, stop) || !View.MayKeep) return NotFound();
        var every = SupervisionWords.Read<Frequency>(Every);
        var problems = new List<Problem>();
        if (!Id<Worker>.TryParse(Supervisor, out var supervisor)) problems.Add(new("Supervisor", $"Choose who supervises"));
        if (every is null) problems.Add(new("Every", $"Choose how often"));
        if (Minutes is null && ModelState["Minutes"] is not { Errors.Count: > 0 })
            problems.Add(new("Minutes", $"Enter how many minutes a session takes"));
        if (ReviewBy is null && ModelState["ReviewBy"] is not { Errors.Count: > 0 })
            problems.Add(new("ReviewBy", $"Enter the day by which you both look at it again"));
        if (problems.Count > 0 || !ModelState.IsValid) return this.Again(problems);

        Id<Worker>? professional = string.IsNullOrEmpty(Professional) ? null
            : Id<Worker>.TryParse(Professional, out var named) ? named : default(Id<Worker>);
        var terms = new AgreementTerms(
            supervisor, every!.Value, Minutes!.Value, Place ?? "", professional, WorkerBrings ?? "", SupervisorBrings ?? "",
                ReviewBy!.Value);
        return await Done(id, await desk.Write(id, Seen, terms, HttpContext.Reader!, stop), "written", stop);
    }

    public async Task<IActionResult> OnPostAgree(Id<Worker> id, CancellationToken stop) =>
        await Read(id, stop) ? await Done(id, await desk.Agree(id, Seen, HttpContext.Reader!, stop), "agreed", stop) : NotFound();

    private async Task<IActionResult> Done<T>(Id<Worker> id, Result<T> result, string done, CancellationToken stop) where T : notnull
    {
        if (result.Try(out _, out var problems)) return Redirect(SupervisionLinks.Agreement(id) + "?done=" + done);
        await Read(id, stop);
        Seen = View.Number;
        return this.Again(problems);
    }

    private async Task<bool> Read(Id<Worker> id, CancellationToken stop)
    {
        if (await desk.Of(id, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        return true;
    }
}
