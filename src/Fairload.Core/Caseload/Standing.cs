using Fairload.Core.Workforce;

namespace Fairload.Core.Caseload;

/// <summary>The three lists on which a case waits. Every open case is allocated or on exactly one of them.</summary>
public enum WaitingList { NeverAllocated, HeldByManager, Phantom }

/// <summary>Why a case that stands in somebody's name is not held by a named person at work.</summary>
public enum PhantomReason { Left, ContractEnded, LongLeave, NoFte, NotStarted, NameNotSettled }

/// <summary>What an assignment says of its holder.</summary>
/// <param name="WorkerName">As the extract writes it; empty for none.</param>
/// <param name="IsNobody">A person has settled that the name is a tray or a queue and no one's.</param>
public sealed record AssignmentNow(string WorkerName, bool IsNobody = false);

/// <summary>What is known of the holder on the day asked about.</summary>
/// <param name="EndsOn">The last day at work.</param>
/// <param name="Fte">Null when not known, which is not the same as 0.</param>
/// <param name="Absences">All of them; those not in force are passed over.</param>
public sealed record HolderNow(DateOnly? StartsOn, DateOnly? EndsOn, bool IsAgency, decimal? Fte, bool IsManager,
    IReadOnlyList<Absence> Absences)
{
    public static HolderNow Of(Worker worker, IReadOnlyList<Absence> absences) =>
        new(worker.StartsOn, worker.EndsOn, worker.IsAgency, worker.Fte, StaffKind.Of(worker.Role, worker.Level).IsManager, absences);

    public bool HasLeft(DateOnly day) => new Period(StartsOn, EndsOn).IsOver(day);

    public bool HasNotStarted(DateOnly day) => new Period(StartsOn, EndsOn).HasNotBegun(day);

    /// <summary>
    /// The first day of the long leave in force; null when there is none. Absences that touch or overlap are one leave, so that
    /// a sickness renewed every two weeks is seen for what it is. No last day is long; so is this many calendar days or more.
    /// </summary>
    public DateOnly? LongLeaveSince(DateOnly day, int longLeaveDays)
    {
        if (!Absences.Any(a => a.IsOn(day))) return null;
        var (first, last) = (day, day);
        var left = Absences.ToList();
        while (left.Find(a => a.FromOn <= Next(last) && (a.ToOn is null || Next(a.ToOn.Value) >= first)) is { } touching)
        {
            left.Remove(touching);
            if (touching.FromOn < first) first = touching.FromOn;
            if ((touching.ToOn ?? DateOnly.MaxValue) > last) last = touching.ToOn ?? DateOnly.MaxValue;
        }

        return last.DayNumber - first.DayNumber + 1 >= longLeaveDays ? first : null;
    }

    private static DateOnly Next(DateOnly day) => day == DateOnly.MaxValue ? day : day.AddDays(1);
}

/// <summary>Allocated to a named person at work, or waiting on one of the three lists.</summary>
/// <remarks>A case given only to a team, or left in the name of someone who has gone, is not allocated.</remarks>
public abstract record Standing
{
    private protected Standing() { }

    /// <summary>
    /// Where one assignment stands on a day. Phantom goes before held by a manager: a manager who has left holds nothing.
    /// Hours not known is no reason to call someone not at work.
    /// </summary>
    /// <param name="holder">Null when the name is blank or matches nobody on the staff sheet.</param>
    /// <param name="longLeaveDays">Leave of so many calendar days or more is long.</param>
    public static Standing Of(AssignmentNow assignment, HolderNow? holder, DateOnly today, int longLeaveDays)
    {
        if (holder is null)
        {
            var inNoName = assignment.IsNobody || string.IsNullOrWhiteSpace(assignment.WorkerName);
            return inNoName ? Never : new Waiting(WaitingList.Phantom, PhantomReason.NameNotSettled);
        }

        if (WhyNotAtWork(holder, today, longLeaveDays) is { } reason) return new Waiting(WaitingList.Phantom, reason);
        return holder.IsManager ? new Waiting(WaitingList.HeldByManager, null) : new Allocated();
    }

    /// <summary>
    /// Where a case stands that several people may hold: allocated if one of them is a practitioner at work, else held by a
    /// manager if one of them is a manager at work, else phantom if it is in anybody's name, else never allocated.
    /// </summary>
    public static Standing OfCase(IReadOnlyList<Standing> ofEachAssignment)
    {
        if (ofEachAssignment.OfType<Allocated>().FirstOrDefault() is { } allocated) return allocated;
        var waiting = ofEachAssignment.OfType<Waiting>().ToList();
        return waiting.Find(w => w.List == WaitingList.HeldByManager) ?? waiting.Find(w => w.List == WaitingList.Phantom) ?? Never;
    }

    private static Waiting Never => new(WaitingList.NeverAllocated, null);

    private static PhantomReason? WhyNotAtWork(HolderNow holder, DateOnly today, int longLeaveDays)
    {
        if (holder.HasLeft(today)) return holder.IsAgency ? PhantomReason.ContractEnded : PhantomReason.Left;
        if (holder.HasNotStarted(today)) return PhantomReason.NotStarted;
        if (holder.LongLeaveSince(today, longLeaveDays) is not null) return PhantomReason.LongLeave;
        return holder.Fte == 0 ? PhantomReason.NoFte : null;
    }
}

/// <summary>A named person at work, who is not a manager, holds the case.</summary>
public sealed record Allocated : Standing;

/// <summary>The case waits.</summary>
/// <param name="Reason">With the list of phantoms, and only with it.</param>
public sealed record Waiting(WaitingList List, PhantomReason? Reason) : Standing;
