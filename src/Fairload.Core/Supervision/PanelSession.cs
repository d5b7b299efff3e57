using System.Globalization;
using Fairload.Core.Workforce;

namespace Fairload.Core.Supervision;

/// <summary>What senior staff offer: a session of the complex case panel.</summary>
/// <param name="Service">Empty for the whole council.</param>
/// <param name="Place">A room, or a link.</param>
/// <param name="Sits">Who sits on it.</param>
public sealed record PanelOffer(
    string Service, DateOnly HeldOn, TimeOnly Begins, string Place, string Sits, int Slots, int SlotMinutes);

/// <summary>Who does something about the panel, and when.</summary>
/// <param name="Now">As a clock on a wall in the UK shows it.</param>
public sealed record PanelDeed(string By, DateTime At, DateTime Now);

/// <summary>One session of the panel, with so many slots one after the other.</summary>
public sealed class PanelSession
{
    public const int MostSlots = 12;
    public const int LongestText = 300;
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(366);

    private PanelSession() { }

    public Id<PanelSession> Id { get; private init; }

    /// <summary>For whose cases it is; empty for the whole council.</summary>
    public string Service { get; private init; } = "";
    public DateOnly HeldOn { get; private init; }
    public TimeOnly Begins { get; private init; }
    public string Place { get; private init; } = "";
    public string Sits { get; private init; } = "";
    public int Slots { get; private init; }
    public int SlotMinutes { get; private init; }
    public string OpenedBy { get; private init; } = "";
    public Id<Worker>? OpenedById { get; private init; }
    public DateTime OpenedAt { get; private init; }
    public DateTime? CalledOffAt { get; private set; }
    public string CalledOffBecause { get; private set; } = "";
    public int Version { get; private set; }

    public bool IsCalledOff => CalledOffAt is not null;

    /// <summary>Refuses a time that has passed, a place or panel that is not named, and more than anybody can sit through.</summary>
    public static Result<PanelSession> Open(PanelOffer offer, Id<Worker>? opener, PanelDeed deed)
    {
        var problems = new List<Problem>();
        var (place, sits) = (offer.Place.Trim(), offer.Sits.Trim());
        var begins = offer.HeldOn.ToDateTime(offer.Begins);
        if (begins <= deed.Now) problems.Add(new("HeldOn", $"That time has passed; enter one that is to come"));
        else if (begins > deed.Now + Furthest) problems.Add(new("HeldOn", $"That is more than a year away; check the year"));
        if (place.Length == 0) problems.Add(new("Place", $"Say where it is: a room, or a link"));
        if (sits.Length == 0) problems.Add(new("Sits", $"Say who sits on the panel"));
        if (place.Length > LongestText) problems.Add(new("Place", $"The place is longer than {LongestText} letters; make it shorter"));
        if (sits.Length > LongestText) problems.Add(new("Sits", $"The names are longer than {LongestText} letters; make them shorter"));
        if (offer.Slots is < 1 or > MostSlots) problems.Add(new("Slots", $"A session has 1 to {MostSlots} slots"));
        if (offer.SlotMinutes is < 10 or > 120) problems.Add(new("SlotMinutes", $"A slot takes 10 to 120 minutes"));
        else if (offer.Slots is >= 1 and <= MostSlots && begins.AddMinutes(offer.Slots * offer.SlotMinutes).Date != begins.Date)
            problems.Add(new("Slots", $"With so many slots the session would go on past midnight"));
        if (problems.Count > 0) return problems;

        return new PanelSession
        {
            Id = Id<PanelSession>.New(),
            Service = offer.Service,
            HeldOn = offer.HeldOn,
            Begins = offer.Begins,
            Place = place,
            Sits = sits,
            Slots = offer.Slots,
            SlotMinutes = offer.SlotMinutes,
            OpenedBy = deed.By,
            OpenedById = opener,
            OpenedAt = deed.At,
        };
    }

    /// <summary>When the slot begins; the first is 1.</summary>
    public TimeOnly At(int slot) => Begins.AddMinutes((slot - 1) * SlotMinutes);

    public bool HasBegun(DateTime now) => HeldOn.ToDateTime(Begins) <= now;

    /// <summary>Takes bookings at this moment.</summary>
    public bool IsOpen(DateTime now) => !IsCalledOff && !HasBegun(now);

    /// <summary>It does not take place. Refuses what has begun, and a reason that is not given.</summary>
    public Result<Done> CallOff(string reason, PanelDeed deed)
    {
        if (IsCalledOff) return new Problem("", $"This session has been called off already. Nothing was changed.");
        if (HasBegun(deed.Now)) return new Problem("", $"This session has begun: it can not be called off any more");
        if (string.IsNullOrWhiteSpace(reason)) return new Problem("Because", $"Say why it does not take place");
        if (reason.Trim().Length > LongestText)
            return new Problem("Because", $"The reason is longer than {LongestText} letters; make it shorter");
        (CalledOffAt, CalledOffBecause) = (deed.At, reason.Trim());
        Version++;
        return default(Done);
    }

    /// <summary>As it is stored and read in an address: <c>14:30</c>.</summary>
    public static string Write(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
