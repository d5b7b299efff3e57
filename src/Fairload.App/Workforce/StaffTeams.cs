using Fairload.App.Workforce.Reorganisations;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Reorganisations;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Workforce;

/// <summary>Teams while a staff workbook is held against them. The workbook may not know yet of a reorganisation: what that did stays, and
/// it is said once a name.</summary>
internal sealed class StaffTeams
{
    private readonly TeamBook _book;
    private readonly Dictionary<Id<Team>, Team> _teams;
    private readonly Dictionary<string, Team> _added = [];
    private readonly Dictionary<Id<Team>, EmployerMoved> _moved;
    private readonly Dictionary<string, RowProblem> _stillNamed = [];

    private StaffTeams(TeamBook book, IReadOnlyList<Team> teams, Dictionary<Id<Team>, EmployerMoved> moved) =>
        (_book, _teams, _moved) = (book, teams.ToDictionary(t => t.Id), moved);

    public static async Task<StaffTeams> Read(FairloadDb db, DateOnly day, CancellationToken stop)
    {
        var done = await db.Set<Reorganisation>().AsNoTracking().Where(r => r.State == ReorganisationState.Applied && r.DueOn <= day)
            .ToListAsync(stop);
        var moved = new Dictionary<Id<Team>, EmployerMoved>();
        foreach (var move in done.Where(r => r.Plan.Kind == ReorganisationKind.MoveService).OrderBy(r => r.DueOn).ThenBy(r => r.SettledAt))
            foreach (var team in move.Plan.From) moved[team.Id] = new(team.Employer, move.Plan.Employer);
        return new(await TeamBook.Read(db, day, stop), await db.Teams.AsNoTracking().ToListAsync(stop), moved);
    }

    public void Add(Team team) => _added[Written.Fold(team.Name)] = team;

    /// <summary>A team by its name, or the one that has its work now. Of several the one in which the person is already, else the main
    /// one.</summary>
    public Team? Find(string written, IReadOnlyCollection<Membership>? standing)
    {
        if (_added.TryGetValue(Written.Fold(written), out var added)) return added;
        if (_book.Find(written) is not { } named) return null;
        var here = named.Teams.Where(t => standing?.Any(m => m.TeamId == t) == true).ToList();
        return _teams[here.Count > 0 ? here[0] : named.Teams[0]];
    }

    /// <summary>The name went with a reorganisation; it is remembered that the sheet still has it.</summary>
    public bool WentWithReorganisation(string written, string sheet, int row)
    {
        if (_book.Find(written) is not { IsFormer: true } named) return false;
        _stillNamed.TryAdd(
            Written.Fold(written),
            new(sheet, row, "Team", Severity.Warning,
                $"The sheet still says {Written.Brief(written)}. Since a reorganisation that is {named.Now}, and it was read so."));
        return true;
    }

    public IEnumerable<RowProblem> StillNamed() => _stillNamed.Values;

    /// <summary>Names as they count beside what was entered here: in those words where all mean one team with it, else as teams are called
    /// now.</summary>
    public string Beside(IReadOnlyList<string> written, string ours) => written.All(w => _book.AreOne(w, ours)) ? ours
        : string.Join("; ", written.Select(w => _book.Find(w)?.Now ?? w));

    /// <summary>Two teams that became one are one share.</summary>
    public IReadOnlyList<(Id<Team> Team, decimal Share)> Shares(
        IReadOnlyList<TeamShare> shares, IReadOnlyCollection<Membership> standing) =>
    [
        .. shares.Select(s => (Find(s.Team, standing)!.Id, s.Share)).GroupBy(s => s.Id, s => s.Share).Select(g => (g.Key, g.Sum())),
    ];

    /// <summary>A service has moved to another employer, and the sheet still names the one before.</summary>
    public string Employer(Team team, string written) =>
        _moved.TryGetValue(team.Id, out var moved) && written == moved.Before && team.Employer == moved.Now ? moved.Now : written;

    /// <summary>The same of somebody who works in it.</summary>
    public string Employer(Worker worker, IReadOnlyList<(Id<Team> Team, decimal Share)> teams, string written) =>
        teams.Any(t => _moved.TryGetValue(t.Team, out var moved) && written == moved.Before && worker.Employer == moved.Now)
            ? worker.Employer : written;

    /// <summary>A sheet without a first day does not make a team that a reorganisation began older than it is.</summary>
    public DateOnly? FirstDay(Team team, DateOnly? written) =>
        written ?? (team.FromOn is { } began && _book.Lineage.BeganOn(team.Id) == began ? began : null);

    private sealed record EmployerMoved(string Before, string Now);
}
