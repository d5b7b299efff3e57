using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Settings;

[Needs(Permission.SeeSettings)]
internal sealed class ShowSettings(SettingsDesk desk, Catalogue T) : PageModel
{
    public SettingsView InForce { get; private set; } = null!;

    public async Task OnGet(CancellationToken stop) => InForce = await desk.InForce(HttpContext.Reader!, stop);

    public string Nation(string code) => code switch
    {
        "england-and-wales" or "england" or "wales" => T["England and Wales"],
        "scotland" => T["Scotland"],
        "northern-ireland" => T["Northern Ireland"],
        _ => code,
    };

    public string Limit(Clock clock) => clock.Unit switch
    {
        ClockUnit.WorkingDays => T.Count(clock.Limit, "{0} working day", "{0} working days"),
        ClockUnit.CalendarDays => T.Count(clock.Limit, "{0} day", "{0} days"),
        ClockUnit.Weeks => T.Count(clock.Limit, "{0} week", "{0} weeks"),
        _ => T.Count(clock.Limit, "{0} month", "{0} months"),
    };
}
