using Fairload.App.Imports;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;

namespace Fairload.App.Workforce;

/// <summary>
/// Starters, leavers, absences and reductions that were entered here by hand, held against a staff sheet. A sheet that says the same
/// confirms them; one that does not takes nothing back until a person settles it.
/// </summary>
internal sealed class StaffEnteredHere(EnteredBook book, StaffTeams teams, DateOnly asOf)
{
    public static readonly IReadOnlyList<EnteredKind> Kinds =
        [EnteredKind.Starter, EnteredKind.Leaver, EnteredKind.Absence, EnteredKind.Reduction];

    public IReadOnlyList<ImportConflict> Conflicts => book.Conflicts;

    /// <summary>The row as it counts for somebody who is known already.</summary>
    public StaffRow Merged(Worker worker, StaffRow row)
    {
        if (book.Of(EnteredKind.Starter, worker.Id.Value) is { } starter)
        {
            var theirs = EnteredStaff.Of(row, teams, starter.Ours[FactKind.Team]);
            if (starter.Ours.SaysTheSame(theirs)) book.Confirm(starter);
            else if (book.Stays(starter, worker.StaffNumber, theirs)) row = EnteredStaff.Over(row, starter.Ours);
        }

        if (book.Of(EnteredKind.Leaver, worker.Id.Value) is { } leaver)
        {
            var theirs = EnteredStaff.Leaves(row.Facts.EndsOn);
            if (leaver.Ours.SaysTheSame(theirs)) book.Confirm(leaver);
            else if (book.Stays(leaver, worker.StaffNumber, theirs)) row = row with { Facts = row.Facts with { EndsOn = worker.EndsOn } };
        }

        return row;
    }

    /// <summary>Not on the sheet: null where nobody entered them here, else whether they stay. Who has left as entered here is rightly
    /// not there.</summary>
    public bool? StaysUnseen(Worker worker)
    {
        if (book.Of(EnteredKind.Leaver, worker.Id.Value) is { } leaver && leaver.IsKnownOn(asOf) && worker.HasLeft(asOf))
            book.Confirm(leaver);
        return book.Of(EnteredKind.Starter, worker.Id.Value) is { } mark
            ? book.Stays(mark, worker.StaffNumber, EnteredFacts.NotShown) : null;
    }

    /// <summary>
    /// Absences or reductions of a sheet against those that are held: takes out of both what is not to be settled by the sheet, because
    /// it stays as it was entered here. What is over is contradicted only by a sheet that tells of it otherwise.
    /// </summary>
    public void Part<T>(RecordsHeld<T> records, List<T> wanted, List<T> held) where T : class
    {
        foreach (var mark in book.Open(records.Kind))
        {
            if (held.Find(r => records.Id(r) == mark.RecordId) is not { } ours) continue;
            var about = records.About(ours);
            if (wanted.Any(w => records.About(w) == about && mark.Ours.SaysTheSame(records.Says(w))))
            {
                book.Confirm(mark);
                continue;
            }

            var same = wanted.Where(w => records.Meets(w, ours) && !held.Any(h => h != ours && records.About(h) == records.About(w)
                && records.Says(h).ToString() == records.Says(w).ToString())).ToList();
            if (same.Count == 0 && records.IsHistory(ours)) continue;
            var stays = book.Stays(mark, about, same is [var first, ..] ? records.Says(first) : EnteredFacts.NotShown);
            if (!stays && !records.IsHistory(ours)) continue;
            held.Remove(ours);
            if (!stays) book.Remove(ours);
            else foreach (var other in same) wanted.Remove(other);
        }
    }
}

/// <summary>How one kind of dated record of a person is spoken of.</summary>
/// <param name="About">The staff number of whose it is.</param>
/// <param name="Meets">The first is another version of the second: the same person, and days that touch.</param>
/// <param name="IsHistory">Over before the day of the sheet: the sheet does not tell of it.</param>
internal sealed record RecordsHeld<T>(
    EnteredKind Kind, Func<T, Guid> Id, Func<T, string> About, Func<T, EnteredFacts> Says, Func<T, T, bool> Meets, Func<T, bool> IsHistory);

/// <summary>What is said of staff by hand, as facts.</summary>
internal static class EnteredStaff
{
    public static EnteredFacts Of(Absence absence) => new EnteredFacts().With(FactKind.Category, absence.Category)
        .With(FactKind.From, absence.FromOn).With(FactKind.To, absence.ToOn);

    public static EnteredFacts Of(Reduction reduction) => new EnteredFacts().With(FactKind.Reason, reduction.Reason)
        .With(FactKind.Percent, reduction.Percent).With(FactKind.From, reduction.FromOn).With(FactKind.To, reduction.ToOn);

    /// <summary>The last day, or that there is none.</summary>
    public static EnteredFacts Leaves(DateOnly? last) => new EnteredFacts().With(FactKind.LastDay, last);

    /// <summary>Only what the sheet says: a blank says nothing.</summary>
    /// <param name="team">As it was entered here: a name of before a reorganisation is the same team.</param>
    public static EnteredFacts Of(StaffRow row, StaffTeams teams, string team)
    {
        var says = new EnteredFacts().With(FactKind.Name, row.Facts.Name);
        if (row.Facts.Role.Length > 0) says = says.With(FactKind.Role, row.Facts.Role);
        if (row.Facts.Fte is { } fte) says = says.With(FactKind.Fte, fte);
        if (row.Facts.StartsOn is { } start) says = says.With(FactKind.Began, start);
        return row.Teams is [] ? says : says.With(FactKind.Team, teams.Beside([.. row.Teams.Select(t => t.Team)], team));
    }

    public static StaffRow Over(StaffRow row, EnteredFacts ours) => row with
    {
        Facts = row.Facts with
        {
            Name = ours[FactKind.Name],
            Role = ours[FactKind.Role] is { Length: > 0 } role ? role : row.Facts.Role,
            Fte = ours[FactKind.Fte] is { Length: > 0 } fte
                ? decimal.Parse(fte, System.Globalization.CultureInfo.InvariantCulture) : row.Facts.Fte,
            StartsOn = ours.Day(FactKind.Began) ?? row.Facts.StartsOn,
        },
        Teams = ours[FactKind.Team] is { Length: > 0 } team ? [new(team, 1)] : row.Teams,
    };
}
