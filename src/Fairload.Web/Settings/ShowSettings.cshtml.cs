using Fairload.App.Caseload;
using Fairload.App.Mail;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Settings;

[Needs(Permission.SeeSettings)]
internal sealed class ShowSettings(SettingsDesk desk, MailRound mail, Catalogue T) : PageModel
{
    /// <summary>How letters leave, for whoever looks after the program.</summary>
    public MailState? Mail => HttpContext.Reader!.May(Permission.ManageAccounts) ? mail.State : null;

    public SettingsView InForce { get; private set; } = null!;

    /// <summary>The code of the version that was entered by the form before this page.</summary>
    public string? JustAgreed { get; private set; }
    public bool MayAgree => HttpContext.Reader!.SightFor(Permission.AgreeSettings).Everything;

    public async Task OnGet(string? agreed, CancellationToken stop)
    {
        InForce = await desk.InForce(HttpContext.Reader!, stop);
        JustAgreed = InForce.Versions.Contains(agreed) ? agreed : null;
    }

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
