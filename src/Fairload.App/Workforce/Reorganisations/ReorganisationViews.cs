using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Reorganisations;

namespace Fairload.App.Workforce.Reorganisations;

/// <summary>What can be chosen when a reorganisation is prepared: what the reader may reorganise, in name order.</summary>
/// <param name="People">Of a team that is to be split; empty otherwise.</param>
public sealed record ReorganisationChoices(
    IReadOnlyList<Team> Teams, IReadOnlyList<string> Services, IReadOnlyList<string> Employers, IReadOnlyList<Worker> People);

/// <summary>What somebody asks for.</summary>
/// <param name="Into">A team that is there, into which others go; null for one that begins.</param>
/// <param name="Names">Of teams that begin, or the new name of one.</param>
/// <param name="Service">To which a team that begins belongs, or which moves; empty for that of the first team.</param>
/// <param name="Parts">Of a split: to which of the names somebody goes, from 0. Who is not in it goes to the first.</param>
public sealed record ReorganisationAsked(
    ReorganisationKind Kind, DateOnly On, IReadOnlyList<Id<Team>> Teams, Id<Team>? Into, IReadOnlyList<string> Names, string Service,
    string Employer, IReadOnlyDictionary<Id<Worker>, int> Parts);

/// <summary>A reorganisation in a list.</summary>
/// <param name="IsLate">Its day has come, and something stands in the way.</param>
public sealed record ReorganisationLine(Reorganisation One, bool IsLate);

/// <summary>A reorganisation as it would be done now, or as it was.</summary>
/// <param name="Preview">Null once it is done or taken back.</param>
/// <param name="InTheWay">Why it could not be done now.</param>
public sealed record ReorganisationView(
    Reorganisation One, DateOnly Today, ReorganisationPreview? Preview, LeftBehind Left, IReadOnlyList<Problem> InTheWay);

/// <summary>What a team was before, for whoever reads its figures over time.</summary>
/// <param name="Was">The latest first.</param>
/// <param name="Employers">Who employed it until when, the latest first.</param>
public sealed record TeamPast(Team Team, IReadOnlyList<TeamWas> Was, IReadOnlyList<EmployedUntil> Employers)
{
    public bool IsEmpty => Was.Count + Employers.Count == 0;
}

/// <summary>Who employed a team up to and with a day.</summary>
public sealed record EmployedUntil(DateOnly Until, string Employer);

/// <summary>What became of the reorganisations whose day had come.</summary>
/// <param name="Held">Something stood in the way of these: they stay prepared.</param>
public sealed record ReorganisationsTended(IReadOnlyList<Reorganisation> Done, IReadOnlyList<ReorganisationHeld> Held);

/// <summary>One that could not be done, and why.</summary>
public sealed record ReorganisationHeld(Reorganisation One, IReadOnlyList<Problem> Why);
