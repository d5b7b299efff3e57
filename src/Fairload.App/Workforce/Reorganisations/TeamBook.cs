using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Reorganisations;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Workforce.Reorganisations;

/// <summary>A team as a file names it.</summary>
/// <param name="Teams">Who has its work on the day that the file tells about; the first is the main one.</param>
/// <param name="Now">How that one is called.</param>
/// <param name="IsFormer">The file uses a name that went with a reorganisation.</param>
internal sealed record TeamNamed(IReadOnlyList<Id<Team>> Teams, string Now, bool IsFormer);

/// <summary>Teams by every name that they have and had. A name that went with a reorganisation leads to who has the work now, so that a
/// file
/// which does not know of it yet brings nothing back.</summary>
internal sealed class TeamBook
{
    private readonly Dictionary<string, Id<Team>> _byName = [];
    private readonly Dictionary<string, Id<Team>> _former = [];
    private readonly Dictionary<Id<Team>, string> _names;
    private readonly DateOnly _day;

    private TeamBook(IReadOnlyList<Team> teams, IReadOnlyList<TeamLine> lines, IReadOnlyList<FormerTeamName> names, DateOnly day)
    {
        _day = day;
        _names = teams.ToDictionary(t => t.Id, t => t.Name);
        Lineage = new(teams, lines, names);
        foreach (var team in teams) _byName[Written.Fold(team.Name)] = team.Id;

        // Of two teams that had one name one after the other the last one is meant.
        foreach (var name in names.OrderBy(n => n.UntilOn)) _former[name.Folded] = name.TeamId;
    }

    public TeamLineage Lineage { get; }

    /// <param name="day">The day that the file tells about.</param>
    public static async Task<TeamBook> Read(FairloadDb db, DateOnly day, CancellationToken stop) => new(
        await db.Teams.AsNoTracking().ToListAsync(stop),
        await db.Set<TeamLine>().AsNoTracking().ToListAsync(stop),
        await db.Set<FormerTeamName>().AsNoTracking().ToListAsync(stop),
        day);

    public static async Task<TeamLineage> Lines(FairloadDb db, CancellationToken stop) => (await Read(db, default, stop)).Lineage;

    /// <summary>Null for a name that no team has or had.</summary>
    public TeamNamed? Find(string written) => Find(written, _day);

    /// <param name="day">On which something happened there: a log tells of many days.</param>
    public TeamNamed? Find(string written, DateOnly day)
    {
        var folded = Written.Fold(written);
        if (_byName.TryGetValue(folded, out var team)) return Followed(team, day, false);
        return _former.TryGetValue(folded, out var renamed) ? Followed(renamed, day, true) : null;
    }

    /// <summary>Whether two names mean one team, whatever a reorganisation did since one of them was written down.</summary>
    public bool AreOne(string one, string other) => Written.Fold(one) == Written.Fold(other)
        || (Find(one) is { } first && Find(other) is { } second && first.Teams.Intersect(second.Teams).Any());

    /// <summary>A team that a person settled a name to be.</summary>
    public TeamNamed Followed(Id<Team> team) => Followed(team, _day, false);

    private TeamNamed Followed(Id<Team> team, DateOnly day, bool isFormer)
    {
        var teams = Lineage.On(team, day);
        return new(teams, _names.GetValueOrDefault(teams[0], ""), isFormer || teams[0] != team);
    }

    public string NameOf(Id<Team> team) => _names.GetValueOrDefault(team, "");
}
