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

    /// <summary>Where they hold open cases, as compared.</summary>
    public IReadOnlyCollection<string> Localities { get; init; } = [];

    /// <summary>Areas of practice: what they are practised in, and what they want to learn.</summary>
    public IReadOnlyCollection<string> Skills { get; init; } = [];
    public IReadOnlyCollection<string> Goals { get; init; } = [];

    /// <summary>Had more than their share of the heavy new cases: <see cref="HeavyNewCases"/>.</summary>
    public bool HadMostHeavy { get; init; }

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
        Signs = Signs(one),
    };

    /// <summary>What speaks for them about this case beside the load, or against them.</summary>
    public KindSigns Signs(CaseAsked one)
    {
        var signs = KindSigns.None;
        Add(KindSigns.HoldsSibling, HoldsSibling(one));
        Add(KindSigns.HeldBefore, one.WishedAway != Worker && one.HeldBefore.Contains(Worker));
        Add(KindSigns.WishedFor, one.WishedFor == Worker);
        Add(KindSigns.WishedAway, one.WishedAway == Worker);
        Add(KindSigns.SpeaksLanguage, one is { LanguageIsMust: false, Language.Length: > 0 } && Speaks(one.Language));
        Add(KindSigns.SameLocality, one.Locality.Length > 0 && Localities.Contains(one.Locality));
        Add(KindSigns.SameTeam, Places.Any(p => one.LiesIn.Contains(p.Team)));
        Add(KindSigns.HasSkill, one.Wants.Any(Skills.Contains));
        Add(KindSigns.HasGoal, one.Wants.Any(Goals.Contains));
        Add(KindSigns.FewHeavy, one.Tier == HeavyNewCases.Tier && !HadMostHeavy);
        return signs;

        void Add(KindSigns sign, bool isSo) => signs |= isSo ? sign : KindSigns.None;
    }

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
