using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.Core.Allocation;

/// <summary>A team in which somebody works.</summary>
public sealed record WorksIn(Id<Team> Team, string Service);

/// <summary>Somebody who might take work, whatever the work is.</summary>
/// <param name="Capacity">Null where the hours are not known.</param>
/// <param name="Points">Of the whole load, with siblings, duties and advice.</param>
/// <param name="NewThisWeek">Cases that came in the last seven days.</param>
/// <param name="Held">Every case in their hands; of a case that two hold their part.</param>
public sealed record PersonAsked(
    Id<Worker> Worker, IReadOnlySet<string> Qualifications, bool IsAtWork, bool IsAwayAtFirstVisit, decimal? Capacity, decimal Points,
    int NewThisWeek, IReadOnlyList<WorksIn> Places, IReadOnlyList<HeldCase> Held)
{
    /// <summary>In which they can work; what everybody speaks need not be named.</summary>
    public IReadOnlyCollection<string> Languages { get; init; } = [];

    /// <summary>Keeps what they hold and is given nothing.</summary>
    public bool TakesNothing { get; init; }

    public bool Speaks(string language) => language.Length == 0 || Languages.Contains(language);

    public bool Holds(Id<Case> one) => Held.Any(h => h.Case == one);

    public bool HoldsSibling(CaseAsked one) => one.Marks.Family.Length > 0 && Held.Any(h => h.Marks.Family == one.Marks.Family);

    /// <summary>The person before this case, with what they would carry with it.</summary>
    /// <param name="jointPart">The part of the first of two holders.</param>
    public Candidate For(CaseAsked one, decimal jointPart, Weights weights) => Whatever with
    {
        AfterAlone = Points + Added(one, 1, weights),
        AfterFirst = Points + Added(one, jointPart, weights),
        AfterSecond = Points + Added(one, 1 - jointPart, weights),
        HoldsIt = Holds(one.Case),
        HasConflict = one.Conflicts.Contains(Worker),
        SpeaksLanguage = Speaks(one.Language),
        HeldBefore = one.HeldBefore.Contains(Worker),
        HoldsSibling = HoldsSibling(one),
        InItsTeam = Places.Any(p => one.LiesIn.Contains(p.Team)),
    };

    /// <summary>Before a case of which nothing is known.</summary>
    internal Candidate Whatever =>
        new(Worker, Qualifications, IsAtWork, IsAwayAtFirstVisit, Capacity, Points, Points, Points, Points, NewThisWeek);

    /// <summary>What the case adds to the load: beside a brother or sister it weighs less than for itself.</summary>
    internal decimal Added(CaseAsked one, decimal share, Weights weights)
    {
        var more = one.Held(share);
        if (!Holds(one.Case) && !HoldsSibling(one)) return CaseLoad.Of(more, weights).Points;
        return CaseLoad.Of([.. Held.Where(h => h.Case != one.Case), more], weights).Sum(c => c.Points)
            - CaseLoad.Of(Held, weights).Sum(c => c.Points);
    }
}
