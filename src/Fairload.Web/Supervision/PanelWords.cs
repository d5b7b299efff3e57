using Fairload.App.Allocation;
using Fairload.App.Supervision;
using Fairload.Core.Allocation;
using Fairload.Core.Supervision;

namespace Fairload.Web.Supervision;

/// <summary>The complex case panel in words.</summary>
internal static class PanelWords
{
    public static string Theme(Catalogue T, string code) => code switch
    {
        "risk" => T["Risk that is hard to weigh"],
        "threshold" => T["Thresholds between services"],
        "court" => T["Law and court"],
        "capacity" => T["Mental capacity and consent"],
        "family" => T["Family and network"],
        "engagement" => T["People who do not want us there"],
        "exploitation" => T["Exploitation"],
        "housing-and-money" => T["Housing and money"],
        "transition" => T["From children's to adults' services"],
        "partners" => T["Working with partners"],
        "support" => T["Support for the worker"],
        _ => code,
    };

    public static string For(Catalogue T, PanelSession session) => session.Service.Length > 0 ? session.Service : T["the whole council"];

    /// <summary>20 November 2026 at 14:30.</summary>
    public static string When(Catalogue T, PanelSession session, int slot = 1) =>
        T["{0} at {1}", session.HeldOn, PanelSession.Write(session.At(slot))];

    public static string State(Catalogue T, BookingView view) => view switch
    {
        { Booking.IsFreed: true, Session.IsCalledOff: true } => T["called off"],
        { Booking.IsFreed: true } => T["taken back"],
        { Booking.IsAdvised: true } => T["advised"],
        _ when view.Session.HasBegun(view.Now) => T["not recorded yet"],
        _ => T["booked"],
    };

    public static string Says(Catalogue T, PanelNoticeView told) => told.Notice.Kind switch
    {
        NoticeKind.PanelAdvised => T["The complex case panel has advised on case {0}.", told.Case.Reference],
        NoticeKind.PanelCalledOff =>
            T["The complex case panel of {0} does not take place: case {1} needs another slot.", told.Session.HeldOn, told.Case.Reference],
        _ => T["Case {0} is brought to the complex case panel of {1}.", told.Case.Reference, When(T, told.Session, told.Booking.Slot)],
    };
}
