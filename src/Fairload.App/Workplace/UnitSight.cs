using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Workplace;

/// <summary>
/// Which teams' registers a reader sees by a permission: those of their roles, and for a practitioner whose permission reaches the team the
/// teams they work in. What was recorded of a team that has ended is seen by whoever sees the team that followed it.
/// </summary>
internal sealed class UnitSight(Sight sight, IReadOnlySet<Id<Team>> own, IReadOnlyDictionary<Id<Team>, Team> teams, DateOnly today)
{
    /// <summary>Successors in a row before it must be a ring.</summary>
    private const int Longest = 20;

    public bool Everything => sight.Everything;

    /// <summary>Whose own records are seen wherever they lie.</summary>
    public Id<Worker>? Own => sight.Own;

    /// <summary>That exist today, in name order.</summary>
    public IReadOnlyList<Team> Now =>
        [.. teams.Values.Where(t => t.Exists(today) && Sees(t.Id)).OrderBy(t => t.Name, StringComparer.CurrentCulture)];

    /// <summary>Of any day.</summary>
    public IReadOnlyList<Id<Team>> All => [.. teams.Keys.Where(Sees)];

    public Team Team(Id<Team> id) => teams[id];

    public bool Sees(Id<Team> id)
    {
        var at = teams.GetValueOrDefault(id);
        for (var step = 0; at is not null && step < Longest; step++)
        {
            if (sight.SeesTeam(at) || own.Contains(at.Id)) return true;
            at = at.SuccessorId is { } next ? teams.GetValueOrDefault(next) : null;
        }

        return false;
    }

    public static async Task<UnitSight> Of(FairloadDb db, Reader reader, Permission permission, DateOnly today, CancellationToken stop)
    {
        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, stop);
        var reachesTeam = reader.Is(Role.Practitioner) && AccessTable.Of(Role.Practitioner, permission) == Reach.Team;
        var own = reachesTeam && reader.Worker is { } me ? (await TeamsNow.Of(db, me, today, stop)).Select(t => t.Id).ToHashSet() : [];
        return new(reader.SightFor(permission), own, teams, today);
    }

    /// <summary>None at all for whoever does not hold the permission.</summary>
    public static async Task<UnitSight?> IfHeld(
        FairloadDb db, Reader reader, Permission permission, DateOnly today, CancellationToken stop) =>
        reader.May(permission) ? await Of(db, reader, permission, today, stop) : null;
}

/// <summary>What the desks of the registers have in common to say.</summary>
internal static class RegisterProblems
{
    public static Problem NotThere { get; } = new("", $"There is no such record, or it is not yours to see");

    public static Problem NotYours { get; } = new("", $"Only who manages this team changes this. Nothing was stored");

    public static Problem NoSuchTeam { get; } = new("Team", $"Choose a team from the list");
}
