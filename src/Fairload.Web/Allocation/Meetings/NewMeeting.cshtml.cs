using Fairload.App.Allocation.Meetings;
using Fairload.Core.Access;
using Fairload.Core.Allocation.Meetings;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Allocation.Meetings;

/// <summary>Opens a meeting for a team, a service or the council.</summary>
[Needs(Permission.Allocate)]
internal sealed class NewMeeting(MeetingDesk desk, MeetingsAtWork atWork) : PageModel
{
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(2);

    /// <summary>As <see cref="PlaceChoice"/> writes it.</summary>
    [BindProperty(SupportsGet = true)] public string? For { get; set; }
    [BindProperty(SupportsGet = true)] public string? MostMoves { get; set; }
    [BindProperty] public bool ManagersTakePart { get; set; }

    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];
    public bool IsWide { get; private set; }

    public Task OnGet(CancellationToken stop) => Read(stop);

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        await Read(stop);
        if (About() is not { } about) return this.Again([new("For", $"Choose a team, a service or the council")]);
        var moves = 0;
        if (!string.IsNullOrWhiteSpace(MostMoves) && !int.TryParse(MostMoves, out moves))
            return this.Again([new("MostMoves", $"Enter the most moves as a whole number, for instance 10")]);
        var opened = await desk.Open(about with { MostMoves = moves }, HttpContext.Reader!, stop);
        if (!opened.Try(out var meeting, out var problems)) return this.Again(problems);
        await BeginAndWait(atWork, meeting.Id, HttpContext.Reader!, stop);
        return Redirect($"/meetings/{meeting.Id}");
    }

    /// <summary>Small ones are there at once; of a large one the page of the meeting tells how far it is.</summary>
    public static async Task BeginAndWait(MeetingsAtWork atWork, Id<AllocationMeeting> id, Reader reader, CancellationToken stop) =>
        await Task.WhenAny(atWork.Begin(id, reader), Task.Delay(ShortWait, stop));

    private MeetingAbout? About()
    {
        var about = new MeetingAbout(MeetingScope.Council, null, "", null, 0, 0, AllocationMeeting.UsualSteps, ManagersTakePart);
        return PlaceChoice.Read(For) switch
        {
            { Team: { } team } => about with { Scope = MeetingScope.Team, Team = team },
            { Service: { Length: > 0 } service } => about with { Scope = MeetingScope.Service, Service = service },
            { } => about,
            null => null,
        };
    }

    private async Task Read(CancellationToken stop)
    {
        var T = HttpContext.RequestServices.GetRequiredService<Catalogue>();
        var places = await desk.Places(HttpContext.Reader!, stop);
        IsWide = places.Council || places.Services.Count > 0;
        Places = [.. PlaceChoice.All(T, places)];
        if (Places.Count == 1) For ??= Places[0].Value;
    }
}
