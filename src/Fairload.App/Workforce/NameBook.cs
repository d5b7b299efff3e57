using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Workforce;

/// <summary>What a name in an extract turned out to be.</summary>
internal sealed record NameMatch(Id<Worker>? Worker, bool IsNobody, bool IsAmbiguous)
{
    public static NameMatch Nobody { get; } = new(null, true, false);
    public static NameMatch Unknown { get; } = new(null, false, false);
    public static NameMatch Ambiguous { get; } = new(null, false, true);
}

/// <summary>
/// Everyone on the staff sheet by every name, staff number and registration number, and what people have settled. A name that two
/// people share is theirs whose team the row names; else it is left for a person to settle.
/// </summary>
internal sealed class NameBook
{
    private readonly Dictionary<string, HashSet<Id<Worker>>> _workers = [];
    private readonly Dictionary<string, SettledName> _settled = [];
    private readonly Dictionary<string, Id<Team>> _teams = [];
    private readonly HashSet<(Id<Worker>, Id<Team>)> _members = [];

    public static async Task<NameBook> Read(FairloadDb db, CancellationToken stop)
    {
        var book = new NameBook();
        foreach (var worker in await db.Workers.AsNoTracking().ToListAsync(stop)) book.Know(worker);
        foreach (var team in await db.Teams.AsNoTracking().ToListAsync(stop)) book._teams[PersonName.Fold(team.Name)] = team.Id;
        foreach (var member in await db.Memberships.AsNoTracking().ToListAsync(stop)) book._members.Add((member.WorkerId, member.TeamId));
        foreach (var name in await db.SettledNames.AsNoTracking().ToListAsync(stop))
        {
            if (name.TeamId is { } team) book._teams.TryAdd(name.Folded, team);
            else book._settled[name.Folded] = name;
        }

        return book;
    }

    public NameMatch Worker(string written, Id<Team>? team)
    {
        if (PersonName.IsNobody(written)) return NameMatch.Nobody;
        if (_settled.TryGetValue(PersonName.Fold(written), out var settled)) return settled.IsNobody ? NameMatch.Nobody : new(settled.WorkerId, false, false);

        var found = PersonName.Keys(written).Select(key => _workers.GetValueOrDefault(key)).FirstOrDefault(hit => hit is not null);
        if (found is null) return NameMatch.Unknown;
        if (found.Count == 1) return new(found.Single(), false, false);

        var here = team is { } t ? found.Where(w => _members.Contains((w, t))).ToList() : [];
        return here.Count == 1 ? new(here[0], false, false) : NameMatch.Ambiguous;
    }

    public Id<Team>? Team(string written) => IsNoTeam(written) ? null : _teams.TryGetValue(PersonName.Fold(written), out var id) ? id : null;

    /// <summary>A "Duty Team" is a team, though "Duty" is nobody.</summary>
    public static bool IsNoTeam(string written) => PersonName.IsNobody(written) && !written.Contains("team", StringComparison.OrdinalIgnoreCase);

    private void Know(Worker worker)
    {
        var names = worker.OtherNames.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Prepend(worker.Name);
        foreach (var key in names.Select(PersonName.Fold).Append(PersonName.Fold(worker.StaffNumber)).Append(PersonName.Fold(worker.SweNumber ?? "")))
        {
            if (key.Length == 0) continue;
            if (!_workers.TryGetValue(key, out var hit)) _workers[key] = hit = [];
            hit.Add(worker.Id);
        }
    }
}
