using Fairload.App.Workforce.Reorganisations;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Workforce;

/// <summary>What a name in an extract turned out to be.</summary>
internal sealed record NameMatch(Id<Worker>? Worker, bool IsNobody, bool IsAmbiguous)
{
    public static NameMatch Nobody { get; } = new(null, true, false);
    public static NameMatch Unknown { get; } = new(null, false, false);
    public static NameMatch Ambiguous { get; } = new(null, false, true);

    public static NameMatch Of(Id<Worker> worker) => new(worker, false, false);
}

/// <summary>
/// Everyone on the staff sheet by every name, staff number and registration number, and what people have settled. A name that two
/// people share is theirs whose number stands beside it, else theirs whose team the row names; else it is left for a person to settle.
/// </summary>
internal sealed class NameBook
{
    private readonly Dictionary<string, HashSet<Id<Worker>>> _workers = [];
    private readonly Dictionary<string, SettledName> _settled = [];
    private readonly Dictionary<string, Id<Team>> _settledTeams = [];
    private readonly HashSet<(Id<Worker>, Id<Team>)> _members = [];
    private readonly Dictionary<(string, Id<Team>?), NameMatch> _matched = [];
    private TeamBook _teams = null!;

    /// <param name="day">Who belongs to which team is asked of this day.</param>
    public static async Task<NameBook> Read(FairloadDb db, DateOnly day, CancellationToken stop)
    {
        var book = new NameBook { _teams = await TeamBook.Read(db, day, stop) };
        foreach (var worker in await db.Workers.AsNoTracking().ToListAsync(stop)) book.Know(worker);
        foreach (var member in (await db.Memberships.AsNoTracking().ToListAsync(stop)).Where(m => m.IsOn(day)))
            book._members.Add((member.WorkerId, member.TeamId));
        foreach (var name in await db.SettledNames.AsNoTracking().ToListAsync(stop))
        {
            if (name.TeamId is { } team) book._settledTeams[name.Folded] = team;
            else book._settled[name.Folded] = name;
        }

        return book;
    }

    public NameMatch Worker(string written, Id<Team>? team) =>
        _matched.TryGetValue((written, team), out var known) ? known : _matched[(written, team)] = Match(written, team);

    /// <summary>Blank, a word for nobody, or settled to be a tray or a queue.</summary>
    public bool IsNobody(string written) => Worker(written, null).IsNobody;

    public Id<Team>? Team(string written) => TeamNamed(written)?.Teams[0];

    /// <summary>The same for something that happened there on a day, when the team may have been another than now.</summary>
    public Id<Team>? Team(string written, DateOnly on) => _teams.Find(written, on)?.Teams[0] ?? Team(written);

    /// <summary>By its name, by one that it had before a reorganisation, or as a person has settled it; null for none of these.</summary>
    public TeamNamed? TeamNamed(string written) => _teams.Find(written)
        ?? (_settledTeams.TryGetValue(Written.Fold(written), out var settled) ? _teams.Followed(settled) : null);

    /// <summary>The name as it counts beside what was entered here: in those words where both mean one team, else as the team is called
    /// now.</summary>
    public string TeamBeside(string written, string ours)
    {
        if (Written.Fold(written) == Written.Fold(ours) || TeamNamed(written) is not { } theirs) return written;
        return TeamNamed(ours) is { } same && same.Teams.Intersect(theirs.Teams).Any() ? ours : theirs.Now;
    }

    /// <summary>Which of the teams that followed one is meant by a row: the one in which the worker is, else the main one.</summary>
    public Id<Team> Meant(TeamNamed named, Id<Worker>? worker) => worker is not { } who ? named.Teams[0]
        : named.Teams.Cast<Id<Team>?>().FirstOrDefault(t => _members.Contains((who, t!.Value))) ?? named.Teams[0];

    /// <summary>A "Duty Team" is a team, though "Duty" is nobody.</summary>
    public static bool IsNoTeam(string written) =>
        PersonName.IsNobody(written) && !written.Contains("team", StringComparison.OrdinalIgnoreCase);

    private NameMatch Match(string written, Id<Team>? team)
    {
        if (PersonName.IsNobody(written)) return NameMatch.Nobody;
        if (_settled.TryGetValue(PersonName.Fold(written), out var settled))
            return settled.WorkerId is { } worker ? NameMatch.Of(worker) : NameMatch.Nobody;

        var hits = PersonName.Keys(written).Select(key => _workers.GetValueOrDefault(key)).OfType<HashSet<Id<Worker>>>().ToList();
        if (hits.Count == 0) return NameMatch.Unknown;

        var first = hits[0];
        if (first.Count == 1) return NameMatch.Of(first.Single());
        if (hits.Skip(1).Select(hit => first.Intersect(hit).ToList()).FirstOrDefault(both => both.Count == 1) is { } numbered)
            return NameMatch.Of(numbered[0]);

        var here = team is { } t ? first.Where(w => _members.Contains((w, t))).ToList() : [];
        return here.Count == 1 ? NameMatch.Of(here[0]) : NameMatch.Ambiguous;
    }

    private void Know(Worker worker)
    {
        var names = worker.OtherNames.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Prepend(worker.Name);
        foreach (var key in names.Select(PersonName.Fold).Append(Written.Fold(worker.StaffNumber)).Append(Written.Fold(worker.SweNumber)))
        {
            if (key.Length == 0) continue;
            if (!_workers.TryGetValue(key, out var hit)) _workers[key] = hit = [];
            hit.Add(worker.Id);
        }
    }
}
