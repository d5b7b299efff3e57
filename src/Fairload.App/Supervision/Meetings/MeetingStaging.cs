using Fairload.App.Imports;
using Fairload.App.Workforce.Reorganisations;
using Fairload.Core.Imports;
using Fairload.Core.Supervision.Meetings;
using Fairload.Core.Supervision.Sessions;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Supervision.Meetings;

/// <summary>Holds a log of meetings against the meetings that are held. One meeting a kind, place and day.</summary>
internal sealed class MeetingStaging
{
    private readonly Journal _journal;
    private readonly ImportStamp _stamp;
    private readonly MeetingRead _read;
    private readonly SessionDeed _deed;
    private readonly Tally _tally = new();
    private readonly TeamBook _teams;
    private readonly HashSet<string> _services;
    private readonly ILookup<Place, TeamMeeting> _held;
    private readonly HashSet<Place> _seen = [];

    private MeetingStaging(
        Journal journal, ImportStamp stamp, MeetingRead read, SessionDeed deed, TeamBook teams, IEnumerable<string> services,
        IEnumerable<TeamMeeting> held)
    {
        (_journal, _stamp, _read, _deed, _teams, _services) = (journal, stamp, read, deed, teams, [.. services]);
        _held = held.ToLookup(m => PlaceOf(m.Entry));
    }

    public static async Task<ImportOutcome> Stage(
        FairloadDb db, Journal journal, ImportStamp stamp, MeetingRead read, DateTime now, DateOnly today, CancellationToken stop)
    {
        // Nobody's name: who brought the log stands with the import.
        var staging = new MeetingStaging(
            journal, stamp, read, new("", null, now, today), await TeamBook.Read(db, today, stop),
            await db.Teams.Select(t => t.Service).Distinct().ToListAsync(stop),
            await db.Set<TeamMeeting>().AsNoTracking().ToListAsync(stop));
        foreach (var row in read.Rows) staging.Take(row);
        staging._tally.Seal(journal);
        return staging._tally.Outcome(read.Read, read.Problems);
    }

    private void Take(MeetingRow row)
    {
        if (Entry(row) is not { } entry) return;
        if (TeamMeeting.Wrong(entry, _deed.Today) is [var wrong, ..])
        {
            Error(row, "", wrong.Says);
            return;
        }

        if (!_seen.Add(PlaceOf(entry)))
            Error(row, "", $"The same meeting on {row.On:dd/MM/yyyy} stands in the log twice. The second was left out.");
        else if (_held[PlaceOf(entry)].FirstOrDefault() is { } there) Meet(row, entry, there);
        else Add(entry);
    }

    private MeetingEntry? Entry(MeetingRow row)
    {
        Id<Team>? team = null;
        if (row.Team.Length > 0)
        {
            // The team that had the work on that day, by whichever name the log knows it.
            team = _teams.Find(row.Team, row.On)?.Teams[0];
            if (team is null)
            {
                Error(row, "Team", $"There is no team {Written.Brief(row.Team)}. Write its name as it stands on the Teams page. The row was left out.");
                return null;
            }
        }

        if (row.Kind == MeetingKind.Division && row.Service.Length > 0 && !_services.Contains(row.Service))
        {
            Error(row, "Service", $"No team belongs to a service {Written.Brief(row.Service)}. The row was left out.");
            return null;
        }

        return new(
            row.Kind, row.Kind == MeetingKind.Division ? null : team, team is null ? row.Service : "", row.On, row.IsHeld, row.Minutes,
            row.Attended, row.Because);
    }

    private void Add(MeetingEntry entry)
    {
        if (!TeamMeeting.Enter(entry, _deed, _stamp.Id).Try(out var meeting, out _))
            throw new InvalidOperationException("A row that is not wrong can be entered.");
        _journal.Add(meeting);
        _tally.Added++;
    }

    private void Meet(MeetingRow row, MeetingEntry entry, TeamMeeting there)
    {
        if (there.EnteredBy.Length > 0 && there.Entry != entry)
        {
            _tally.Problems.Add(new(
                _read.Sheet, row.Row, "", Severity.Warning, $"The meeting of {row.On:dd/MM/yyyy} was entered here and says something else. It stays as it is."));
            _tally.Unchanged++;
            return;
        }

        _tally.Count(_journal.Change(there, m => m.Amend(entry, _deed).Try(out var changed, out _) && changed));
    }

    private static Place PlaceOf(MeetingEntry entry) => new(entry.Kind, entry.Team, entry.Service, entry.On);

    private void Error(MeetingRow row, string column, FormattableString says) =>
        _tally.Problems.Add(new(_read.Sheet, row.Row, column, Severity.Error, says));

    private sealed record Place(MeetingKind Kind, Id<Team>? Team, string Service, DateOnly On);
}
